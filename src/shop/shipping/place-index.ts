import type { Area } from './areas.ts';
import { likelihood } from './likelihood.ts';
import { englishNames, NICKNAMES } from './nicknames.ts';
import { ORDINARY_WORDS } from './ordinary-words.ts';

/** One name and the places that bear it. */
export interface PlaceName {
  /** Letters only: "kotabaru". */
  readonly key: string;
  /** How many words it is written in. */
  readonly words: readonly string[];
  /** What "ke NAME" may mean, likeliest first: regencies and provinces where there are any, else districts. */
  readonly common: readonly Area[];
  /** Every place of the name, likeliest first. */
  readonly all: readonly Area[];
  /** Too short or too ordinary a word to be taken for a place without a word that says so. */
  readonly needsCue: 'no' | 'weak' | 'strong';
}

export type PlaceIndex = ReadonlyMap<string, PlaceName>;

// Below this a bare district name is as likely a slip of the pen.
const SHORTEST_BARE_DISTRICT = 5;

/** The letters of a name as it is compared: lower case, no spaces, hyphens or apostrophes. */
export function nameKey(name: string): string {
  const lower = name.toLowerCase();
  return NOT_IN_KEY.test(lower) ? lower.replace(EVERY_NOT_IN_KEY, '') : lower;
}

const NOT_IN_KEY = /[^a-z0-9]/;
const EVERY_NOT_IN_KEY = /[^a-z0-9]+/g;

/** All names, official and everyday. Throws where a nickname stands for a label that no place has. */
export function indexPlaces(areas: readonly Area[]): PlaceIndex {
  const byLabel = new Map(areas.map((area) => [area.label, area]));
  const official = new Map<string, { readonly name: string; readonly areas: Area[] }>();
  for (const area of areas) {
    for (const name of namesOf(area)) {
      const key = nameKey(name);
      const there = official.get(key);
      if (there) there.areas.push(area);
      else official.set(key, { name, areas: [area] });
    }
  }
  const index = new Map<string, PlaceName>();
  for (const [key, { name, areas: same }] of official) {
    index.set(key, makeName(key, name, ...commonAndAll(same)));
  }
  for (const [nickname, labels] of Object.entries(NICKNAMES)) {
    const meant = [labels].flat().map((label) => {
      const area = byLabel.get(label);
      if (!area) throw new RangeError(`nickname ${nickname}: no place is called ${label}`);
      return area;
    });
    const key = nameKey(nickname);
    const all = [...new Set([...meant, ...(index.get(key)?.all ?? [])])];
    index.set(key, makeName(key, nickname, meant, all));
  }
  for (const [english, label] of englishNames()) {
    const area = byLabel.get(label);
    if (area) index.set(nameKey(english), makeName(nameKey(english), english, [area], [area]));
  }
  return index;
}

function commonAndAll(same: readonly Area[]): readonly [common: readonly Area[], all: readonly Area[]] {
  if (same.length === 1) return [same, same];
  const all = [...same].sort((a, b) => likelihood(b) - likelihood(a));
  const wide = all.filter((area) => area.kind !== 'district');
  return [wide.length > 0 ? wide : all, all];
}

function makeName(key: string, name: string, common: readonly Area[], all: readonly Area[]): PlaceName {
  const bareDistrict = key.length < SHORTEST_BARE_DISTRICT && common.every((area) => area.kind === 'district');
  return {
    key, words: wordsOf(name), common, all,
    needsCue: ORDINARY_WORDS.has(key) ? 'strong' : bareDistrict ? 'weak' : 'no',
  };
}

function wordsOf(name: string): readonly string[] {
  return /[\s-]/.test(name) ? name.split(/[\s-]+/).map(nameKey) : [nameKey(name)];
}

/** "Misool (Misool Utara)" and "Tiro/Truseb" are two names each, besides the whole. */
function namesOf(area: Area): readonly string[] {
  if (area.kind !== 'district' || !/[(/]/.test(area.name)) return [area.name];
  return [area.name, ...area.name.split(/[(/)]/).map((name) => name.trim()).filter((name) => name.length > 2)];
}
