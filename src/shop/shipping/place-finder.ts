import type { Area } from './areas.ts';
import { likelihood } from './likelihood.ts';
import { indexMisspellings, type Misspellings, type Reading } from './misspelling.ts';
import { isNamedAfterPlace } from './named-after-places.ts';
import { WORD_FORMS } from './nicknames.ts';
import { NOT_A_MISSPELLING, ORDINARY_WORDS } from './ordinary-words.ts';
import { type Cue, cueBefore, FILLERS, isRankWord, isStreetName, ofRank, rankOf, speaksOfShipping } from './place-cues.ts';
import type { PlaceIndex, PlaceName } from './place-index.ts';

/** A name found in a text, with all it may still mean. */
export interface Found {
  readonly name: PlaceName;
  /** Likeliest first, at least one. */
  readonly candidates: readonly Area[];
  readonly from: number;
  readonly to: number;
  readonly confidence: number;
  readonly role: Cue['role'];
}

interface Read {
  readonly name: PlaceName;
  readonly length: number;
  readonly confidence: number;
  /** A misspelling that is only believed where a place is looked for. */
  readonly doubtful: boolean;
  /** "kebandung": the "ke" was written on to the name. */
  readonly role: Cue['role'] | null;
  /** Names that a misspelling may as well stand for. */
  readonly rivals: readonly PlaceName[];
}

const ONE_SLIP = 0.85;
const TWO_SLIPS = 0.7;
const JOINED = 0.95;
const LONG_ENOUGH_TO_JOIN = 7;

/** What tells at a glance that words are no name of a place. Plain data, that can be kept between starts. */
export interface PlaceShapes {
  /** How many words the longest name has that begins with a word; left out where it is two or less. */
  readonly longest: ReadonlyMap<string, number>;
  /** First letters and lengths of what may be a misspelling of a name of two words: most pairs of words are none. */
  readonly pairs: ReadonlySet<string>;
}

export const shapesOf = (index: PlaceIndex): PlaceShapes => ({ longest: longestByFirstWord(index), pairs: shapesOfPairs(index) });

/** Finds the names of places in tokens, left to right, the longest at each point. */
export function createPlaceFinder(index: PlaceIndex, { longest, pairs }: PlaceShapes): (tokens: readonly string[], expected: boolean) => readonly Found[] {
  // Each is indexed when it first comes up: districts are ten times the names, and looked for only after "kec" and the like.
  let wide: Misspellings<PlaceName> | null = null;
  const misspeltWide = (): Misspellings<PlaceName> => (wide ??= indexMisspellings(weighted(index, (kind) => kind !== 'district')));
  let districts: Misspellings<PlaceName> | null = null;
  const misspeltDistrict = (): Misspellings<PlaceName> =>
    (districts ??= indexMisspellings(weighted(index, (kind) => kind === 'district')));

  function exact(tokens: readonly string[], at: number, length: number, cue: Cue): Read | null {
    const first = tokens[at] as string;
    let rest = '';
    let shortest = first.length;
    for (let i = 1; i < length; i++) {
      const word = tokens[at + i] as string;
      rest += WORD_FORMS.get(word) ?? word;
      shortest = Math.min(shortest, word.length);
    }
    const name = index.get(first + rest) ?? (length > 1 && WORD_FORMS.has(first) ? index.get(`${WORD_FORMS.get(first)}${rest}`) : undefined);
    if (!name || (length === 1 && isRankWord(first))) return null;
    // Words may be spaced otherwise than on the map, but not be bits that meet by chance: "ke malang" is not Kemalang.
    if (length > 1 && length !== name.words.length && (shortest < 3 || name.key.length < LONG_ENOUGH_TO_JOIN)) return null;
    // "kota padang" is the city of Padang, although a district is called Kota Padang.
    if (length > 1 && cue.rank === null && ofRank(index.get(rest)?.all ?? [], rankOf(first)).length > 0) return null;
    return { name, length, confidence: 1, doubtful: false, role: null, rivals: [] };
  }

  /** "kebandung", "disolo", "jakartanya". */
  function withAffix(token: string): Read | null {
    const role = token.startsWith('ke') ? 'to' : token.startsWith('di') ? 'in' : null;
    const stem = role ? index.get(token.slice(2)) : token.endsWith('nya') ? index.get(token.slice(0, -3)) : undefined;
    if (!stem || isEveryday(token) || stem.key.length < 4 || stem.needsCue !== 'no' || stem.common[0]?.kind === 'district') return null;
    return { name: stem, length: 1, confidence: JOINED, doubtful: false, role, rivals: [] };
  }

  function misspelt(token: string, cue: Cue, expected: boolean): Read | null {
    if (token.length < 5 || isEveryday(token) || !/^[a-z]+$/.test(token)) return null;
    const near = misspeltWide().find(token);
    if (near) {
      // A wrong letter in a short word, or two slips, make another word too easily: "kabar", "sering", "peralatan".
      const doubtful = near.slips > 1 || (near.swapsLetter && token.length <= 6);
      return misread(near, 1, doubtful);
    }
    const looked = cue.rank === 'district' || expected || (cue.role === 'to' && cue.strength !== 'perhaps' && token.length >= 7);
    const district = looked ? misspeltDistrict().find(token) : null;
    return district && misread(district, 1, false);
  }

  /** "jakarta selatn", "tanggerang selatan". */
  function misspeltPair(first: string, second: string): Read | null {
    if (first.length < 4 || second.length < 4 || !pairs.has(pairShape(first, second))) return null;
    const near = misspeltWide().find(first + second);
    const [one, two] = near?.value.words ?? [];
    if ((second !== two && isEveryday(second)) || (first !== one && isEveryday(first))) return null;
    if (!near || near.value.words.length !== 2 || !one || !two) return null;
    if (Math.abs(one.length - first.length) > 1 || Math.abs(two.length - second.length) > 1 || two[0] !== second[0]) return null;
    return misread(near, 2, false);
  }

  function isEveryday(token: string): boolean {
    return NOT_A_MISSPELLING.has(token) || ORDINARY_WORDS.has(token) || WORD_FORMS.has(token);
  }

  function read(tokens: readonly string[], at: number, cue: Cue, expected: boolean): Read | null {
    const token = tokens[at] as string;
    const most = longest.get(WORD_FORMS.get(token) ?? token) ?? 2;
    for (let length = Math.min(most, tokens.length - at); length > 1; length--) {
      const found = exact(tokens, at, length, cue);
      if (found) return found;
    }
    const next = tokens[at + 1];
    const pair = next !== undefined && !index.has(next) ? misspeltPair(token, next) : null;
    return pair ?? exact(tokens, at, 1, cue) ?? withAffix(token) ?? misspelt(token, cue, expected);
  }

  return (tokens, expected) => {
    const shipping = speaksOfShipping(tokens);
    const content = expected ? tokens.filter((token) => !FILLERS.has(token)).length : 0;
    const found: Found[] = [];
    let at = 0;
    while (at < tokens.length) {
      const cue = cueBefore(tokens, at);
      const reading = read(tokens, at, cue, expected);
      if (!reading) {
        at++;
        continue;
      }
      const end = at + reading.length;
      const alone = expected && reading.length >= content;
      const meant = !isStreetName(tokens, at) && !isNamedAfterPlace(tokens[at - 1], reading.name.key)
        && (alone || isCued(reading, cue, shipping));
      if (meant) {
        const after = rankAfter(tokens, end, reading.name);
        const names = [reading.name, ...reading.rivals];
        const ranked = ofRank(names.flatMap(({ all }) => all), cue.rank ?? after);
        found.push({
          name: reading.name,
          candidates: ranked.length > 0 ? ranked : names.flatMap(({ common }) => common),
          from: cue.start,
          to: ranked.length > 0 && after ? end + 1 : end,
          confidence: reading.confidence,
          role: reading.role ?? cue.role,
        });
      }
      at = end;
    }
    return found;
  };
}

function* weighted(
  index: PlaceIndex, wanted: (kind: Area['kind']) => boolean,
): Generator<readonly [key: string, weight: number, name: PlaceName]> {
  for (const name of index.values()) {
    const likeliest = name.common[0] as Area;
    if (wanted(likeliest.kind)) yield [name.key, likelihood(likeliest), name];
  }
}

const pairShape = (first: string, second: string, longer = 0, secondLonger = 0): string =>
  `${first.charAt(0)}${first.length + longer}${second.charAt(0)}${second.length + secondLonger}`;

function shapesOfPairs(index: PlaceIndex): ReadonlySet<string> {
  const shapes = new Set<string>();
  for (const { words: [one, two, ...more] } of index.values()) {
    if (one === undefined || two === undefined || more.length > 0) continue;
    for (const longer of [-1, 0, 1]) for (const secondLonger of [-1, 0, 1]) shapes.add(pairShape(one, two, longer, secondLonger));
  }
  return shapes;
}

function longestByFirstWord(index: PlaceIndex): ReadonlyMap<string, number> {
  const longest = new Map<string, number>();
  for (const { words } of index.values()) {
    const first = words[0] as string;
    if (words.length > 2 && words.length > (longest.get(first) ?? 0)) longest.set(first, words.length);
  }
  return longest;
}

function misread(near: Reading<PlaceName>, length: number, doubtful: boolean): Read {
  const confidence = near.slips === 1 ? ONE_SLIP : TWO_SLIPS;
  return { name: near.value, length, confidence, doubtful, role: null, rivals: near.rivals };
}

/** "bogor kota", "bekasi kab": the rank after the name, where no further name follows it. */
function rankAfter(tokens: readonly string[], end: number, name: PlaceName): 'kota' | 'kabupaten' | null {
  const rank = rankOf(tokens[end]);
  if (rank !== 'kota' && rank !== 'kabupaten') return null;
  const followed = tokens[end + 1];
  if (followed !== undefined && !FILLERS.has(followed)) return null;
  return ofRank(name.all, rank).length > 0 ? rank : null;
}

/** Whether the words before it say enough for this name to be a place. */
function isCued(read: Read, cue: Cue, shipping: boolean): boolean {
  if (cue.strength === 'surely') return true;
  if (read.doubtful) return cue.strength === 'likely';
  if (read.name.needsCue === 'no') return true;
  if (read.name.needsCue === 'weak') return cue.strength !== 'none';
  const city = read.name.common[0]?.kind !== 'district';
  return cue.strength === 'likely' && (city || (cue.role === 'to' && shipping));
}
