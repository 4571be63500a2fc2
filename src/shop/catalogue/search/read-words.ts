import { isUnit } from './measures.ts';

/** Receives the words and numbers of a text, in order. */
export interface WordReader {
  /** A run of letters, folded. `doubled`: a 2 was written right behind it, as in "panci2". */
  word(word: string, doubled: boolean): void;
  /** A number; `unit` as written, folded. `spaced`: there was a space before the unit, so "2 l" may be two of size L. */
  number(value: number, unit: string | null, spaced: boolean): void;
  /** A clause ends. */
  pause?(): void;
}

/** Lower case, without accents: how both the catalogue and the query are compared. */
export function fold(text: string): string {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 127) return text.normalize('NFKD').replace(/[\p{M}\u200b-\u200d\ufeff]/gu, '').toLowerCase();
  }
  return text.toLowerCase();
}

const LETTER = /\p{L}/u;
const QUOTE = 39;
const TYPOGRAPHIC_QUOTE = 0x2019;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  if (code < 128) return code >= 97 && code <= 122;
  return LETTER.test(String.fromCharCode(code));
}

const PAUSES: ReadonlySet<number> = new Set(Array.from('.,;:!?()\n', (mark) => mark.charCodeAt(0)));

function isPause(code: number): boolean {
  return PAUSES.has(code);
}

function isQuote(code: number): boolean {
  return code === QUOTE || code === TYPOGRAPHIC_QUOTE;
}

/**
 * Reads a text once, left to right, in linear time. Letters and digits are told apart even where they touch
 * ("kx200" reads as "kx", 200), an apostrophe inside a word is nothing ("jum'at"), and a unit belongs to its number.
 */
export function readWords(text: string, reader: WordReader): void {
  const folded = fold(text);
  let at = 0;
  while (at < folded.length) {
    const code = folded.charCodeAt(at);
    if (isDigit(code)) at = readNumber(folded, at, reader);
    else if (isLetter(code)) at = readLetters(folded, at, reader);
    else {
      if (isPause(code)) reader.pause?.();
      at++;
    }
  }
}

function readLetters(text: string, from: number, reader: WordReader): number {
  const end = endOfLetters(text, from);
  const word = text.slice(from, end);
  const next = text.charCodeAt(end);
  // The x of "20x30" stands between two numbers and names nothing.
  if (word === 'x' && isDigit(next) && isDigit(text.charCodeAt(from - 1))) return end;
  const doubled = word.length > 3 && next === 50 && !isWordPart(text.charCodeAt(end + 1));
  reader.word(word.includes("'") || word.includes('\u2019') ? word.replace(/['\u2019]/g, '') : word, doubled);
  return doubled ? end + 1 : end;
}

function isWordPart(code: number): boolean {
  return isDigit(code) || isLetter(code);
}

function endOfLetters(text: string, from: number): number {
  let end = from + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (isLetter(code)) continue;
    if (isQuote(code) && isLetter(text.charCodeAt(end + 1))) continue;
    break;
  }
  return end;
}

function endOfDigits(text: string, from: number): number {
  let end = from;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  return end;
}

function readNumber(text: string, from: number, reader: WordReader): number {
  let end = endOfDigits(text, from);
  let value = Number(text.slice(from, end));
  const mark = text.charAt(end);
  const tailEnd = endOfDigits(text, end + 1);
  const tail = text.slice(end + 1, tailEnd);
  if ((mark === '.' || mark === ',') && tail !== '') {
    // "1.000" is a thousand in Indonesian, "1.5" and "1,5" are one and a half.
    value = tail.length === 3 ? value * 1000 + Number(tail) : Number(`${value}.${tail}`);
    end = tailEnd;
  } else if ((mark === '/' || mark === '\u2044') && /^[234]$/.test(tail)) {
    value /= Number(tail);
    end = tailEnd;
  }
  let unitFrom = end;
  while (text.charAt(unitFrom) === ' ') unitFrom++;
  if (isLetter(text.charCodeAt(unitFrom))) {
    const unitEnd = endOfLetters(text, unitFrom);
    const unit = text.slice(unitFrom, unitEnd);
    if (isUnit(unit) && !isDigit(text.charCodeAt(unitEnd))) {
      reader.number(value, unit, unitFrom > end);
      return unitEnd;
    }
  }
  reader.number(value, null, false);
  return end;
}
