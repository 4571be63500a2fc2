export type FileText =
  /** `odd` says what to tell the owner about how the file was saved, though it could be read. */
  | { readonly kind: 'text'; readonly text: string; readonly odd: { readonly line: number; readonly what: string; readonly should: string } | null }
  | { readonly kind: 'not_text'; readonly what: string; readonly should: string };

const SAVE_AS_UTF8 = 'simpan sebagai "CSV UTF-8" di Excel, atau unduh sebagai CSV dari Google Sheets';

/**
 * The text of a file, however it was saved: UTF-8 with or without a byte order mark, UTF-16 ("Unicode Text" of Excel),
 * or Windows-1252 (older Excel), which is told. What is no text at all is named for what it is.
 */
export function textOfFile(bytes: Uint8Array): FileText {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) return notText('isinya buku kerja Excel, bukan teks', 'ganti namanya menjadi products.xlsx, atau simpan sebagai CSV UTF-8');
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11) return notText('isinya berkas Excel lama (.xls), bukan teks', SAVE_AS_UTF8);
  if (bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44 && bytes[3] === 0x46) return notText('isinya PDF, bukan teks', SAVE_AS_UTF8);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return asText(new TextDecoder('utf-16le').decode(bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return asText(new TextDecoder('utf-16be').decode(bytes));
  if (bytes.includes(0)) return notText('isinya bukan teks UTF-8', SAVE_AS_UTF8);
  try {
    return asText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return asWindows1252(bytes);
  }
}

/** Windows-1252 at 0x80–0x9F; a blank is no letter. Node 20 decodes this encoding as Latin-1, hence our own table. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function asWindows1252(bytes: Uint8Array): FileText {
  const text = Buffer.from(bytes).toString('latin1').replace(/[\u0080-\u009f]/g, (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80]!.replace(' ', letter));
  if (/[\u0080-\u009f]/.test(text)) return notText('hurufnya tidak bisa dibaca (bukan UTF-8)', SAVE_AS_UTF8);
  const at = text.search(/[^\u0000-\u007f]/);
  const line = text.slice(0, at).split('\n').length;
  return { kind: 'text', text, odd: { line, what: `disimpan cara lama (Windows-1252), jadi huruf seperti "${text[at]}" dibaca sebaik mungkin`, should: SAVE_AS_UTF8 } };
}

const asText = (text: string): FileText => ({ kind: 'text', text: text.replace(/^\uFEFF/, ''), odd: null });
const notText = (what: string, should: string): FileText => ({ kind: 'not_text', what, should });
