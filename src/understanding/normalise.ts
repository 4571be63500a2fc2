import { LRUCache } from 'lru-cache';
import type { Token, Tokens } from './tokens.ts';
import { inIndonesian } from './words/goods-in-english.ts';
import type { Lexicon } from './words/lexicon.ts';

/** A word of a message, spelled evenly. One written token may yield two. */
export interface Word {
  /** Even spelling: "berapa" for "brp". A number stays as written. */
  readonly text: string;
  /** As written, lower case. */
  readonly raw: string;
  /** Punctuation before it. */
  readonly before: string;
  readonly glued: boolean;
  readonly capital: boolean;
  /** False for a word that is no word of the talk: a name, a product, or something never met. */
  readonly known: boolean;
}

export interface Normalised {
  readonly words: readonly Word[];
  readonly after: string;
}

/** What must not be mended, because it is a name: of a product's word, of a place. */
export type IsName = (word: string) => boolean;

/** Where no goods and places are named but in brackets: the example sentences. */
export const NO_NAMES: IsName = () => false;

/**
 * Evens out the spelling of a message: short forms, stretched letters, doubled words, glued particles, slips. What is asked of
 * `isName` is kept by its identity: hand in the same function where the names are the same.
 */
export function normalise(tokens: Tokens, lexicon: Lexicon, isName: IsName): Normalised {
  const words: Word[] = [];
  tokens.list.forEach((token, at) => {
    const next = tokens.list[at + 1]?.text ?? '';
    const previous = words.at(-1);
    const reading = readToken(token, previous?.text ?? '', next, lexicon, isName);
    reading.texts.forEach((text, part) => {
      words.push({
        text, raw: token.text, known: reading.known,
        before: part === 0 ? token.before : '', glued: part === 0 && token.glued, capital: part === 0 && token.capital,
      });
    });
    joinPair(words, lexicon);
  });
  return { words, after: tokens.after };
}

/** The evenly spelled words as one line. */
export const lineOf = (words: readonly Word[]): string => words.map((word) => word.text).join(' ');

interface Reading {
  readonly texts: readonly string[];
  readonly known: boolean;
}

const known = (texts: readonly string[]): Reading => ({ texts, known: true });

function joinPair(words: Word[], lexicon: Lexicon): void {
  const second = words.at(-1);
  const first = words.at(-2);
  if (!first || !second || second.before !== '') return;
  const joined = lexicon.pair(first.text, second.text);
  if (!joined) return;
  const { before, glued, capital } = first;
  words.splice(-2, 2, ...joined.map((text): Word => ({ text, raw: `${first.raw} ${second.raw}`, known: true, before, glued, capital })));
}

function readToken(token: Token, previous: string, next: string, lexicon: Lexicon, isName: IsName): Reading {
  const written = token.text;
  if (/^-?\d/.test(written)) return known([written]);
  return inContext(written, previous, next, token.glued) ?? readOnce(written, lexicon, isName);
}

/** More different words than a talk has; the names among what customers write come and go. */
const MOST_KEPT = 8_192;
const readings = new WeakMap<Lexicon, WeakMap<IsName, LRUCache<string, Reading>>>();

/** Most words of the examples, and of what customers write, are the same few. */
function readOnce(written: string, lexicon: Lexicon, isName: IsName): Reading {
  let ofLexicon = readings.get(lexicon);
  if (!ofLexicon) readings.set(lexicon, ofLexicon = new WeakMap());
  let kept = ofLexicon.get(isName);
  if (!kept) ofLexicon.set(isName, kept = new LRUCache({ max: MOST_KEPT }));
  let reading = kept.get(written);
  if (!reading) kept.set(written, reading = readWord(written, lexicon, isName));
  return reading;
}

/** The few words whose meaning hangs on their neighbours. */
function inContext(written: string, previous: string, next: string, glued: boolean): Reading | null {
  const afterNumber = /^\d/.test(previous);
  if (glued && afterNumber) return known([UNITS.get(written) ?? written]);
  if (written === 'cm' && (afterNumber || previous === 'berapa')) return known(['cm']);
  if (written === 'item' && (afterNumber || previous === 'berapa')) return known(['barang']);
  if ((written === 'g' || written === 'm') && afterNumber) return known([written]);
  if (written === 'min' && /^(?:\d|order|beli|pembelian|belanja|pesan|qty|pcs)/.test(next)) return known(['minimal']);
  if (written === 'ka' && /^(?:jakarta|bandung|bdg|garut|tasik|cimahi|bogor|sumedang|cianjur)/.test(next)) return known(['ke']);
  if (written === 'gas' && (/^(?:kompor|tabung|regulator|selang|pakai|pake|pk|pke|isi|elpiji|lpg)$/.test(previous) || /^(?:lpg|elpiji|melon|\d+kg|kg)/.test(next))) return known(['gas']);
  if (written === 'tak' && /^(?:tf|trf|transfer|jupuk|bayar|tuku|order|pesen|ambil|pikir|enteni|co|checkout)/.test(next)) return known(['saya']);
  return null;
}

/** Units glued to a number are left alone, but for those of money and of counting. */
const UNITS: ReadonlyMap<string, string> = new Map([
  ['rb', 'ribu'], ['rebu', 'ribu'], ['jt', 'juta'], ['jutaan', 'juta'], ['pc', 'pcs'], ['lsn', 'lusin'], ['bh', 'buah'], ['hr', 'hari'],
  ['bj', 'biji'], ['thn', 'tahun'], ['th', 'tahun'], ['bln', 'bulan'], ['mgg', 'minggu'],
]);

function readWord(written: string, lexicon: Lexicon, isName: IsName): Reading {
  return asRecorded(written, lexicon, isName)
    ?? asOwned(written, lexicon, isName)
    ?? asStretched(written, lexicon, isName)
    ?? asDoubled(written, lexicon, isName)
    ?? asHyphenated(written, lexicon, isName)
    ?? asSuffixed(written, lexicon)
    ?? asGoodsInEnglish(written)
    ?? asGuessed(written, lexicon)
    ?? { texts: [written], known: false };
}

/** English words that goods are named by ("day cream"); what they mean in the talk comes second to that. */
const IN_NAMES = new Set(['day', 'night', 'hot', 'cold', 'baby', 'kids', 'open', 'time', 'body', 'hand', 'face']);

function asRecorded(written: string, lexicon: Lexicon, isName: IsName): Reading | null {
  if (IN_NAMES.has(written) && isName(written)) return { texts: [written], known: false };
  const spelling = lexicon.spelling(written);
  if (spelling) return known(spelling);
  if (lexicon.has(written)) return known([written]);
  return isName(written) ? { texts: [written], known: false } : null;
}

/** "bannya" is the goods "ban", before its double letter makes it anything else. */
function asOwned(written: string, lexicon: Lexicon, isName: IsName): Reading | null {
  const stem = /^(\p{L}{3,})nya$/u.exec(written)?.[1];
  return stem !== undefined && isName(stem) && !lexicon.has(stem) && !lexicon.spelling(stem) ? { texts: [stem], known: false } : null;
}

/** "bangettt", "adaaa", "okeee". */
function asStretched(written: string, lexicon: Lexicon, isName: IsName): Reading | null {
  const single = written.replace(/(\p{L})\1+/gu, '$1');
  if (single === written) return null;
  const double = written.replace(/(\p{L})\1{2,}/gu, '$1$1');
  const ending = written.replace(/(\p{L})\1+$/u, '$1');
  for (const candidate of [ending, double, single]) {
    const reading = candidate === written ? null : asRecorded(candidate, lexicon, isName) ?? asSuffixed(candidate, lexicon);
    if (reading) return reading;
  }
  return null;
}

/** "liat2", "kira2", "liat-liat", "sehari-hari": the one word. */
function asDoubled(written: string, lexicon: Lexicon, isName: IsName): Reading | null {
  const base = /^(\p{L}{2,})2(?:an|nya|in)?$/u.exec(written)?.[1] ?? /^(\p{L}{2,})[-']\1(?:an|nya|in|ku)?$/u.exec(written)?.[1];
  if (base === undefined) return null;
  const reading = readWord(base, lexicon, isName);
  return reading;
}

function asHyphenated(written: string, lexicon: Lexicon, isName: IsName): Reading | null {
  const halves = /^(\p{L}{2,})[-_](\p{L}{2,})$/u.exec(written);
  if (!halves) return null;
  const first = readWord(halves[1]!, lexicon, isName);
  const second = readWord(halves[2]!, lexicon, isName);
  return { texts: [...first.texts, ...second.texts], known: first.known && second.known };
}

/** Endings, and the word they leave behind; "" where they say nothing. */
const ENDINGS: readonly (readonly [string, string])[] = [
  ['nyaa', ''], ['nya', ''], ['ny', ''], ['ku', 'saya'], ['mu', 'kamu'], ['lah', ''], ['kah', ''], ['pun', ''],
  ['in', ''], ['kan', ''], ['an', ''], ['ne', ''], ['e', ''],
  ['dong', ''], ['deh', ''], ['sih', 'sih'], ['nih', ''], ['yah', ''], ['ya', ''], ['kak', ''], ['kk', ''], ['sis', ''],
  ['aja', 'saja'], ['gak', 'tidak'], ['ga', 'tidak'], ['an', ''],
];
const SHORTEST_STEM = 3;

function asSuffixed(written: string, lexicon: Lexicon): Reading | null {
  for (const [ending, left] of ENDINGS) {
    if (!written.endsWith(ending)) continue;
    const stem = written.slice(0, -ending.length);
    const texts = stemOf(stem, ending, lexicon);
    if (texts) return known(left === '' ? texts : [...texts, left]);
  }
  return null;
}

/** "udh" of "udhya" stands even though it is short; "ad" of "ade" does not. */
function stemOf(stem: string, ending: string, lexicon: Lexicon): readonly string[] | null {
  const least = ending.length === 1 ? SHORTEST_STEM + 2 : SHORTEST_STEM;
  if (stem.length < least) return null;
  const spelling = lexicon.spelling(stem);
  if (spelling) return spelling;
  return lexicon.has(stem) ? [stem] : null;
}

/** Names of goods that neither the catalogue nor the talk has: "kettle" is a "teko". */
function asGoodsInEnglish(written: string): Reading | null {
  const texts = inIndonesian(written);
  return texts ? { texts, known: false } : null;
}

function asGuessed(written: string, lexicon: Lexicon): Reading | null {
  if (!/^[a-z]+$/.test(written)) return null;
  // "tasnya" is something of hers that the talk has no word for, and no slip for "tanya".
  const stem = /^([a-z]{3,})nya$/.exec(written)?.[1];
  if (stem !== undefined) return asGuessed(stem, lexicon) ?? { texts: [stem], known: false };
  const guess = lexicon.guess(written);
  return guess === undefined ? null : known([guess]);
}
