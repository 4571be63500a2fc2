const ANGRY = /\b(?:penipu|penipuan|nipu|bohong|tipu|brengsek|bangsat|anjing|goblok|tolol|bego|kampret|sialan|parah banget|kecewa banget|kapok|lapor(?:kan)? polisi|viralkan|viralin|bintang (?:1|satu)|emosi|marah|gak becus|ga becus|scam|fraud|lama banget sih|gimana sih|niat (?:jualan|jual) (?:ga|gak|nggak|enggak))\b/;
const LINK = /\bhttps?:\/\/|\bwww\.|\b(?:bit\.ly|t\.me|wa\.me|s\.id|tinyurl)\b/;
const OFFER = /\b(?:jasa|followers?|pinjaman|slot|gacor|judi|investasi|profit|cuan|promosi(?:kan)? (?:toko|akun)|kerja ?sama|endorse|seo|website murah|backlink|modal|deposit|member baru|klik link|daftar sekarang|dropship(?:per)? center)\b/;

/** Anger that a person should see. */
export const isAngry = (text: string): boolean => ANGRY.test(text.toLowerCase()) || (text.length > 12 && text === text.toUpperCase() && /[A-Z]{4,}.*!{2,}/.test(text));

/** Link spam, mass offers, another machine's boilerplate. */
export const isSpam = (text: string): boolean => {
  const lower = text.toLowerCase();
  return (LINK.test(lower) && OFFER.test(lower)) || (OFFER.test(lower) && lower.length > 160) || (LINK.test(lower) && lower.length > 200);
};
