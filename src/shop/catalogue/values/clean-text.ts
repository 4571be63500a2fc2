import { bad, good, type Reading } from './reading.ts';

const ODD_SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]/g;
/** Zero-width marks that copying from web pages leaves behind. The joiner U+200D stays: emoji are made with it. */
const INVISIBLE = /[\u200b\u2060\ufeff\u00ad]/g;
// Control characters, marks that turn the direction of writing, halves of surrogate pairs, and letters lost on the way.
 
const REFUSED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Text as it may be kept: NFC, no invisible marks, plain spaces, no blanks around. Line breaks stay where `lines` is `many`. */
export function cleanText(raw: string, lines: 'one' | 'many'): Reading<string> {
  const refused = REFUSED.exec(raw);
  if (refused) {
    const code = refused[0].charCodeAt(0);
    return code === 0xfffd
      ? bad('ada huruf yang rusak (�)', 'ketik ulang hurufnya dan simpan sebagai UTF-8')
      : bad(`ada huruf kendali yang tidak terlihat (U+${code.toString(16).toUpperCase().padStart(4, '0')})`, 'hapus isinya lalu ketik ulang, jangan disalin-tempel');
  }
  const plain = /[^\u0020-\u007e]/.test(raw)
    ? raw.replace(INVISIBLE, '').normalize('NFC').replace(/\r\n?/g, '\n').replace(ODD_SPACES, ' ')
    : raw;
  return good(lines === 'one' ? plain.replace(/\s+/g, ' ').trim() : plain.replace(/ +\n/g, '\n').trim());
}
