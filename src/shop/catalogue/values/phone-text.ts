import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { looksScientific, scientificNumber } from './excel-damage.ts';
import { bad, good, quoted, type Reading } from './reading.ts';

const HOW = 'tulis dengan kode negara dan dalam tanda kutip, misalnya "+62 812-3456-7890"';

/** A phone number as written, once it is one. */
export function readPhone(text: string): Reading<string> {
  const number = readE164(text);
  return number.kind === 'bad' ? number : good(text.startsWith('62') ? `+${text}` : text);
}

/** A phone number as E.164. "0812…" is Indonesian; "62812…" is one that lost its plus. */
export function readE164(text: string): Reading<string> {
  if (looksScientific(text)) return scientificNumber(text);
  // libphonenumber reads "62812…" with Indonesia as the default as +62 62812…: the plus goes first.
  const parsed = /^[+()\d\s.-]+$/.test(text) ? parsePhoneNumberFromString(text.startsWith('62') ? `+${text}` : text, 'ID') : undefined;
  return parsed?.isPossible() ? good(parsed.number) : bad(`nomor telepon ${quoted(text)} tidak terbaca`, HOW);
}
