/** A word, number or sign of a message, with what stood before it. */
export interface Token {
  /** Lower case, as written. */
  readonly text: string;
  /** Punctuation between the previous token and this one: "", ",", ".", "?", "\n", "+" … the weightiest of them. */
  readonly before: string;
  /** No space stood before it: the "cm" of "28cm". */
  readonly glued: boolean;
  /** Written with a capital first letter. */
  readonly capital: boolean;
}

export interface Tokens {
  readonly list: readonly Token[];
  /** Punctuation after the last token. */
  readonly after: string;
  /** Emoji of the message, in order. */
  readonly emoji: readonly string[];
}

/** Nothing longer is read (S11). */
export const LONGEST = 1000;

type Kind = 'letter' | 'digit' | 'space' | 'sign';

const LETTER = /\p{L}|\p{M}/u;
const DIGIT = /\p{Nd}/u;
const ONLY_ASCII = /^[\u0020-\u007e]*$/;
const ALL_ASCII = /^[\0-\x7f]*$/;
const EMOJI = /\p{Extended_Pictographic}/u;
const WEIGHTS = ['?', '\n', '.', '!', ';', ',', '/', '+', '&', '-', '(', ')', ':', '@', '%', '"'];

/** Cuts a text into tokens. Linear: each character is looked at a fixed number of times. */
export function tokenise(text: string): Tokens {
  const cut = text.slice(0, LONGEST);
  const characters = ALL_ASCII.test(cut) ? cut.split('') : [...cut.normalize('NFKC').replaceAll('⁄', '/')];
  const kinds = characters.map(kindOf);
  const list: Token[] = [];
  const emoji: string[] = [];
  let before = '';
  let spaced = true;
  let at = 0;
  while (at < characters.length) {
    const kind = kinds[at]!;
    if (kind === 'letter' || kind === 'digit' || startsNegative(characters, kinds, at, spaced)) {
      const end = kind === 'letter' ? endOfWord(characters, kinds, at) : endOfNumber(characters, kinds, at);
      const written = characters.slice(at, end).join('');
      const lower = written.toLowerCase();
      list.push({ text: asciiDigits(lower), before, glued: !spaced, capital: written.charAt(0) !== lower.charAt(0) });
      before = '';
      spaced = false;
      at = end;
      continue;
    }
    const sign = characters[at]!;
    if (kind !== 'space' && EMOJI.test(sign)) emoji.push(sign);
    else if (kind === 'sign') before = weightier(before, sign);
    else if (sign === '\n') before = weightier(before, '\n');
    spaced = true;
    at++;
  }
  return { list, after: before, emoji };
}

function kindOf(character: string): Kind {
  return COMMON_KINDS[character.codePointAt(0)!] ?? readKind(character);
}

function readKind(character: string): Kind {
  if (DIGIT.test(character)) return 'digit';
  if (LETTER.test(character)) return 'letter';
  return /\s/.test(character) ? 'space' : 'sign';
}

/** Of the ASCII characters, which are nearly all that is written. */
const COMMON_KINDS: readonly Kind[] = Array.from({ length: 128 }, (_, code) => readKind(String.fromCharCode(code)));

function weightier(a: string, b: string): string {
  const weight = (sign: string) => (WEIGHTS.includes(sign) ? WEIGHTS.length - WEIGHTS.indexOf(sign) : 0);
  return weight(b) > weight(a) || a === '' ? b : a;
}

function startsNegative(characters: readonly string[], kinds: readonly Kind[], at: number, spaced: boolean): boolean {
  return spaced && characters[at] === '-' && kinds[at + 1] === 'digit';
}

/** Letters and digits run on ("v60", "liat2"); an apostrophe or a hyphen joins two letters; "a.n" is one word. */
function endOfWord(characters: readonly string[], kinds: readonly Kind[], from: number): number {
  let at = from;
  if (isTimes(characters, kinds, from)) return from + 1;
  while (at < characters.length) {
    const kind = kinds[at]!;
    const joins = (characters[at] === '-' || characters[at] === "'" || characters[at] === '’' || characters[at] === '_')
      && (kinds[at + 1] === 'letter' || (characters[at] === '-' && kinds[at + 1] === 'digit'));
    const initial = characters[at] === '.' && at - from <= 3 && kinds[at + 1] === 'letter'
      && kinds[at - 1] === 'letter' && kinds[at - 2] !== 'letter' && kinds[at + 2] !== 'letter';
    if (kind !== 'letter' && kind !== 'digit' && !joins && !initial) break;
    at++;
  }
  return at;
}

/** "x3" is a times sign and a number; "x100" may be a product, but nobody orders it without a space. */
function isTimes(characters: readonly string[], kinds: readonly Kind[], from: number): boolean {
  if (characters[from]?.toLowerCase() !== 'x' || kinds[from + 1] !== 'digit') return false;
  let at = from + 1;
  while (kinds[at] === 'digit') at++;
  return at - from <= 4 && kinds[at] !== 'letter';
}

/** Digits with a decimal or thousands mark, a fraction, a power; a telephone number with its hyphens; "10w40" whole. */
function endOfNumber(characters: readonly string[], kinds: readonly Kind[], from: number): number {
  let at = characters[from] === '-' ? from + 1 : from;
  while (at < characters.length) {
    if (kinds[at] === 'digit') at++;
    else if ('.,/^'.includes(characters[at]!) && kinds[at + 1] === 'digit') at++;
    else break;
  }
  const phone = endOfPhone(characters, kinds, from);
  if (phone > at) return phone;
  const letters = endOfRun(kinds, at, 'letter');
  if (letters > at && letters - at <= 2 && kinds[letters] === 'digit') return endOfRun(kinds, letters, 'digit');
  return at;
}

function endOfRun(kinds: readonly Kind[], from: number, kind: Kind): number {
  let at = from;
  while (kinds[at] === kind) at++;
  return at;
}

const LEAST_PHONE_DIGITS = 9;
const MOST_PHONE_LETTERS = 20;

function endOfPhone(characters: readonly string[], kinds: readonly Kind[], from: number): number {
  let digits = 0;
  let at = from;
  while (at < from + MOST_PHONE_LETTERS) {
    if (kinds[at] === 'digit') digits++;
    else if (characters[at] !== '-' || kinds[at + 1] !== 'digit') break;
    at++;
  }
  return digits >= LEAST_PHONE_DIGITS ? at : from;
}

/** Arabic-Indic and other digits count as what they are (S15). */
function asciiDigits(text: string): string {
  if (ONLY_ASCII.test(text)) return text;
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    if (code < 128) return digit;
    for (let zero = code; zero >= code - 9; zero--) {
      if (!DIGIT.test(String.fromCodePoint(zero - 1))) return String(code - zero);
    }
    return digit;
  });
}
