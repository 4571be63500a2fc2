import { FILE_PROBLEMS } from './english/said-elsewhere/file-problems.ts';
import { SETTING_UP } from './english/said-elsewhere/setting-up.ts';
import { MONTHS, SHOP_STATE } from './english/said-elsewhere/shop-state.ts';

/**
 * Sentences that other rooms say, in Indonesian, with names and figures already in them: what is wrong in the owner's files, how channels and
 * backups are, alarms, what setting up asks. They are told in the terminal and in chats too, so they come as finished text; English is found by their shape.
 */
const PHRASES: readonly { readonly shape: RegExp; readonly english: string; readonly letters: number }[] = Object.entries({ ...FILE_PROBLEMS, ...SHOP_STATE, ...SETTING_UP })
  .map(([indonesian, english]) => ({ shape: shapeOf(indonesian), english, letters: indonesian.replace(/\{\d\}/g, '').length }))
  // The one that says most of the sentence itself is meant.
  .sort((a, b) => b.letters - a.letters);

function shapeOf(phrase: string): RegExp {
  return new RegExp(`^${phrase.split(/\{\d\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('(.+?)')}$`, 's');
}

/** Where a workbook's cell is named behind the sentence. */
const CELL = /^(.+) \(sel ([A-Z]+\d+)\)$/s;
const DAY = /\b(\d{1,2}) (Mei|Agu|Okt|Des) (\d{4})\b/g;

/** A sentence of another room in English; null where it has none. */
export function saidInEnglish(text: string): string | null {
  return sentencesInEnglish(text) ?? wholeInEnglish(text);
}

function wholeInEnglish(text: string): string | null {
  for (const { shape, english } of PHRASES) {
    const match = shape.exec(text);
    // What stands in it may be a phrase itself: "kategori", "titik koma".
    if (match) return english.replace(/\{(\d)\}/g, (_, place: string) => named(match[Number(place)]!));
  }
  const cell = CELL.exec(text);
  const sentence = cell && wholeInEnglish(cell[1]!);
  return sentence && `${sentence} (cell ${cell[2]})`;
}

const named = (words: string): string => wholeInEnglish(words) ?? words.replace(DAY, (_, day: string, month: string, year: string) => `${day} ${MONTHS[month]!} ${year}`);

/** Several sentences in a row, or one and what it is about. */
function sentencesInEnglish(text: string): string | null {
  for (let at = text.indexOf(' '); at > 0; at = text.indexOf(' ', at + 1)) {
    const first = /[.:;]$/.test(text.slice(0, at)) ? firstInEnglish(text.slice(0, at)) : null;
    if (first !== null) return `${first} ${saidInEnglish(text.slice(at + 1)) ?? text.slice(at + 1)}`;
  }
  return null;
}

/** "what; how it should look" parts its halves by a semicolon that belongs to neither. */
function firstInEnglish(text: string): string | null {
  const whole = wholeInEnglish(text);
  if (whole !== null || !text.endsWith(';')) return whole;
  const bare = wholeInEnglish(text.slice(0, -1));
  return bare && `${bare};`;
}
