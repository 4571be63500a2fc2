import { type Area, readAreas } from './areas.ts';
import { likelihood } from './likelihood.ts';
import type { Gazetteer, Place, PlaceMatch } from './place.ts';
import { joinContained } from './place-context.ts';
import { ofRank, rankOf } from './place-cues.ts';
import { createPlaceFinder, shapesOf, type Found } from './place-finder.ts';
import { indexPlaces, nameKey } from './place-index.ts';

/** What an earlier start kept of the map, or else what `make` makes now, kept for the next. Hangs on the program and its packages alone. */
export type KeepMap = <T>(make: () => T) => T;

/** The map of Indonesia down to its districts. Read from disk and indexed once, which costs a tenth of a second of CPU where it is not kept. */
export function createGazetteer(keep: KeepMap = (make) => make()): Gazetteer {
  const { areas, index, shapes } = keep(() => {
    const areas = readAreas();
    const index = indexPlaces(areas);
    return { areas, index, shapes: shapesOf(index) };
  });
  const byCode = once(() => new Map(areas.map((area) => [area.code, area])));
  const children = once(() => childrenOf(areas));
  const findNames = createPlaceFinder(index, shapes);

  function allByName(name: string): readonly Place[] {
    const comma = name.indexOf(',');
    if (comma >= 0) {
      const around = allByName(name.slice(comma + 1));
      return named(name.slice(0, comma)).filter((place) => around.some((wide) => place.code.startsWith(`${wide.code}.`)));
    }
    const all = named(name);
    // In a list of tariffs "Jambi" and "Papua" are the provinces, whatever else a customer may mean by them.
    const province = all.find((area) => area.kind === 'province' && nameKey(area.label) === nameKey(name));
    if (province) return [province];
    const whole = index.get(nameKey(name));
    return whole && whole.all === all ? whole.common : all;
  }

  /** Every place of a name, or of a name after its rank: "Kab. Bandung". */
  function named(name: string): readonly Area[] {
    const [first = '', ...rest] = name.toLowerCase().replace(/\./g, ' ').trim().split(/\s+/);
    const ranked = ofRank(index.get(nameKey(rest.join(' ')))?.all ?? [], rankOf(first));
    return ranked.length > 0 ? ranked : index.get(nameKey(name))?.all ?? [];
  }

  return {
    byCode: (code) => byCode().get(code),
    byName: (name) => allByName(name)[0],
    allByName,
    inside: (code) => children().get(code) ?? [],
    find: (tokens, options = {}) =>
      [...joinContained(findNames(tokens.map(lettersOf), options.expected ?? false))].sort(byImportance).map(toMatch),
  };
}

/** Made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

const ROLES: Readonly<Record<PlaceMatch['role'], number>> = { to: 0, in: 1, none: 1, from: 2 };
const KINDS: Readonly<Record<Place['kind'], number>> = { district: 0, regency: 1, province: 2 };

function byImportance(a: Found, b: Found): number {
  const kind = (found: Found): number => KINDS[(found.candidates[0] as Area).kind];
  return ROLES[a.role] - ROLES[b.role] || kind(a) - kind(b) || b.confidence - a.confidence || a.from - b.from;
}

function toMatch({ candidates, from, to, confidence, role }: Found): PlaceMatch {
  const [place, ...others] = candidates as readonly [Area, ...Area[]];
  return { place, others, span: [from, to], confidence, role };
}

/** Only what the names are compared by: "kec." is "kec", "ma'u" is "mau", "fak-fak" is "fakfak". */
function lettersOf(token: string): string {
  return NOT_A_LETTER.test(token) ? nameKey(token) : token;
}

const NOT_A_LETTER = /[^a-z0-9]/;

function childrenOf(areas: readonly Area[]): ReadonlyMap<string, readonly Place[]> {
  const children = new Map<string, Area[]>();
  for (const area of areas) {
    if (area.kind === 'province') continue;
    const parent = area.code.slice(0, area.code.lastIndexOf('.'));
    const siblings = children.get(parent);
    if (siblings) siblings.push(area);
    else children.set(parent, [area]);
  }
  for (const siblings of children.values()) siblings.sort((a, b) => likelihood(b) - likelihood(a));
  return children;
}
