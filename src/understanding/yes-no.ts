const YES = /^(?:iya|ya|yes|yup|yoi|yap|y|ok|oke|okay|okee|okok|okeh|sip|siap|boleh|gas|gass|lanjut|lanjutkan|setuju|benar|betul|bener|deal|mau|bungkus|jadi|muhun|nggih|inggih|enggih|nggeh|sumuhun|heeh|yoh|sure|yep|right|correct|fix|cocok|yaudah|yasudah|mangga|monggo|oke siap|ya pesan|sekalian)$/;
const NO = /^(?:tidak|enggak|gak|ga|nggak|ngga|no|nope|ora|henteu|teu|moal|jangan|bukan|batal|ogah|emoh|mboten|wegah|skip|nanti|kapan kapan)$/;
const NO_PHRASE = /^(?:tidak|bukan|jangan|nanti|skip|belum|ora|henteu)\b|\b(?:nanti (?:saja|dulu)|pikir (?:pikir |dulu)|mikir|tidak (?:usah|jadi|mau|perlu|dulu)|bukan (?:yang )?itu|kapan kapan|lain kali)\b/;
const YES_PHRASE = /^(?:iya|ya|oke|ok|siap|sip|boleh|yes|gas|nggih|muhun|setuju|benar|betul|lanjut|mau|deal|fix|yaudah|jadi)\b/;

/**
 * A yes or a no in all their politeness; null where the message says neither. `content` are its words without forms of
 * address and softeners.
 */
export function readYesNo(content: readonly string[]): 'yes' | 'no' | null {
  if (content.length === 0 || content.length > 7) return null;
  const said = content.join(' ');
  if (content.length === 1 || said.length <= 12) {
    if (YES.test(said)) return 'yes';
    if (NO.test(said)) return 'no';
  }
  if (NO_PHRASE.test(said)) return 'no';
  return YES_PHRASE.test(said) && content.length <= 5 ? 'yes' : null;
}
