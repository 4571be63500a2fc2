import type { Offer } from '../flow/said.ts';
import type { Meaning } from '../understanding/meaning.ts';

/** Beyond this many words a message is more than the naming of a choice. */
const MOST_WORDS = 5;

/**
 * The choice that a message names, read against what the customer was shown: its number, its label, a telling part of
 * its label, or a plain yes or no. Null when the message says something else, or could mean several.
 */
export function readOffer(offers: readonly Offer[], meaning: Meaning): Offer | null {
  if (offers.length === 0) return null;
  return byLabel(offers, meaning) ?? byNumber(offers, meaning) ?? byYesNo(offers, meaning) ?? byPart(offers, meaning) ?? byPointing(offers, meaning);
}

/** A choice named in its own words, so that these words are no way out: "ya, batalkan" where that is what is offered. */
export const readWorded = (offers: readonly Offer[], meaning: Meaning): Offer | null => byLabel(offers, meaning) ?? byPart(offers, meaning);

/** A choice named by its label or a telling part of it; no number, no plain yes. */
export const readLabel = (offers: readonly Offer[], meaning: Meaning): Offer | null => byLabel(offers, meaning) ?? byPart(offers, meaning) ?? byPointing(offers, meaning);

const words = (text: string): string[] => text.toLowerCase().normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? [];

interface Words { readonly list: readonly string[]; readonly line: string }

function wordsIn(text: string): Words {
  const list = words(text);
  return { list, line: list.join(' ') };
}

const labels = new Map<string, Words>();
const MOST_LABELS = 5_000;

/** The words of a label: every turn reads its message against the same few. */
function wordsOf(label: string): Words {
  let known = labels.get(label);
  if (known === undefined) {
    if (labels.size >= MOST_LABELS) labels.clear();
    labels.set(label, known = wordsIn(label));
  }
  return known;
}

let last: { readonly raw: string; readonly words: Words } | null = null;

/** The words of a message, which one turn reads several times: against what is offered and what was offered before. */
function wordsSaid({ raw }: Meaning): Words {
  if (last?.raw !== raw) last = { raw, words: wordsIn(raw) };
  return last.words;
}

function byLabel(offers: readonly Offer[], meaning: Meaning): Offer | null {
  if (offers.length === 0) return null;
  const { line } = wordsSaid(meaning);
  return offers.find((offer) => wordsOf(offer.label).line === line) ?? null;
}

function byNumber(offers: readonly Offer[], meaning: Meaning): Offer | null {
  const said = meaning.raw.slice(0, 40);
  const number = BARE.exec(said)?.[1];
  if (number !== undefined) return offers[Number(number) - 1] ?? null;
  const rank = RANK.exec(said)?.[1]?.toLowerCase();
  return rank === undefined ? null : (rank === 'terakhir' ? offers.at(-1) : offers[RANKS.findIndex((words) => words.includes(rank))]) ?? null;
}

const BARE = /^\s*(?:(?:ok|oke|ya|no|nomor|nomer|yang|yg|pilih|opsi)\s+)*\.?\s*(\d{1,2})\s*[.)]?(?:\s*(?:aja|saja|ya|kak|ka|dong|deh|min|sis|gan))*\s*$/i;
const RANKS = [['pertama', 'kesatu', 'ke1', 'ke-1', '1st'], ['kedua', 'ke2', 'ke-2'], ['ketiga', 'ke3', 'ke-3'], ['keempat', 'ke4', 'ke-4'], ['kelima', 'ke5', 'ke-5']];
/** "yang pertama aja kak", "yg ke-2", "yang terakhir". */
const RANK = /^\s*(?:(?:ok|oke|ya|pilih|yang|yg|opsi|mau)\s+)*(pertama|kesatu|kedua|ketiga|keempat|kelima|terakhir|ke-?[1-5])(?:\s*(?:aja|saja|ya|kak|ka|dong|deh|min|sis|gan))*\s*$/i;

/** A leading "1. …" or "1, …" before more words: the customer answers and goes on ("1. Rina, 0812…"). */
export function leadingNumber(offers: readonly Offer[], meaning: Meaning): Offer | null {
  const number = /^\s*(\d{1,2})\s*[.),:;\n]\s*\S/.exec(meaning.raw.slice(0, 20))?.[1];
  return number === undefined ? null : offers[Number(number) - 1] ?? null;
}

function byYesNo(offers: readonly Offer[], meaning: Meaning): Offer | null {
  if (meaning.yesNo === null) return null;
  // "iya, ongkirnya berapa" is a yes only to the ear: the other wish decides what it is about.
  const more = meaning.wishes.some((wish) => wish.intent !== 'affirm' && wish.intent !== 'deny' && wish.score > 0.5);
  return more ? null : offers.find((offer) => offer.means === meaning.yesNo) ?? null;
}

const EMPTY = new Set([
  'aja', 'saja', 'ya', 'yang', 'yg', 'kak', 'ka', 'kakak', 'min', 'deh', 'dong', 'mau', 'pilih', 'pakai', 'pake', 'lewat',
  'via', 'yg', 'itu', 'sih', 'dulu', 'dl', 'tolong', 'sis', 'gan', 'bos', 'mas', 'mbak', 'ambil', 'bayar', 'ke', 'cm',
]);

function byPart(offers: readonly Offer[], meaning: Meaning): Offer | null {
  if (offers.length === 0) return null;
  const { list } = wordsSaid(meaning);
  if (list.length === 0 || list.length > MOST_WORDS) return null;
  const telling = list.filter((word) => !EMPTY.has(word));
  if (telling.length === 0) return null;
  const fitting = offers.filter((offer) => {
    const label = wordsOf(offer.label).list;
    return telling.every((word) => label.includes(word) || (word.length >= 4 && label.some((part) => part.startsWith(word))));
  });
  return fitting.length === 1 ? fitting[0]! : null;
}

/** "yang belakang": one of the goods offered, by what it is for rather than by its label. */
function byPointing(offers: readonly Offer[], meaning: Meaning): Offer | null {
  const mention = meaning.products[0];
  const sku = mention?.candidates[0]?.sku;
  if (mention === undefined || sku === undefined || meaning.products.length > 1 || mention.candidates.length > 1 || meaning.quantity !== null) return null;
  if (!/^(?:yg|yang)\b/i.test(meaning.raw.trim())) return null;
  const named = words(mention.phrase);
  const more = words(meaning.normal).some((word) => !named.includes(word) && !EMPTY.has(word));
  return more ? null : offers.find((offer) => offer.does.kind === 'wish' && offer.does.sku === sku) ?? null;
}
