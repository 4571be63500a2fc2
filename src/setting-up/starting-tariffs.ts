import type { Gazetteer, Place } from '../shop/shipping/place.ts';
import type { Rupiah } from '../shop/units.ts';

/** The islands by how parcels travel between them, with the codes of their provinces. */
const ISLANDS = {
  java: ['31', '32', '33', '34', '35', '36'],
  sumatra: ['11', '12', '13', '14', '15', '16', '17', '18', '19', '21'],
  bali: ['51'],
  nusa: ['52', '53'],
  kalimantan: ['61', '62', '63', '64', '65'],
  sulawesi: ['71', '72', '73', '74', '75', '76'],
  maluku: ['81', '82'],
  papua: ['91', '92', '93', '94', '95', '96'],
} as const;
type Island = keyof typeof ISLANDS;

/** Rupiah per kg and days between an island and Java, where all couriers have their hubs; `within` is between provinces of one island. */
const TO_JAVA: Readonly<Record<Island, { readonly perKg: Rupiah; readonly days: readonly [number, number]; readonly within: Rupiah }>> = {
  java: { perKg: 0, days: [0, 0], within: 18_000 },
  sumatra: { perKg: 33_000, days: [3, 5], within: 30_000 },
  bali: { perKg: 25_000, days: [3, 4], within: 12_000 },
  nusa: { perKg: 42_000, days: [4, 7], within: 32_000 },
  kalimantan: { perKg: 40_000, days: [3, 6], within: 36_000 },
  sulawesi: { perKg: 45_000, days: [4, 7], within: 36_000 },
  maluku: { perKg: 62_000, days: [5, 9], within: 50_000 },
  papua: { perKg: 110_000, days: [6, 12], within: 80_000 },
};
const OWN_CITY: Rupiah = 10_000;
const OWN_PROVINCE: Rupiah = 14_000;

export interface StartingZone { readonly to: readonly string[]; readonly perKg: Rupiah; readonly days: readonly [number, number] }

/**
 * Tariffs to begin with, from an origin to all of Indonesia: estimates of what regular services ask, rounded up, dearer rather than
 * cheaper, and to be checked against the courier's own list before customers are served. `factor` is the courier's level beside JNE Reguler.
 */
export function startingZones(origin: Place, gazetteer: Gazetteer, factor: number): readonly StartingZone[] {
  const price = (rupiah: Rupiah): Rupiah => Math.ceil((rupiah * factor) / 500) * 500;
  const home = islandOf(origin.code);
  const own = origin.code.slice(0, 2);
  const label = (code: string): string => gazetteer.byCode(code)!.label;
  const city = origin.kind === 'province' ? null : label(origin.code.slice(0, 5));
  return [
    ...(city === null ? [] : [{ to: [city], perKg: price(OWN_CITY), days: [1, 2] as const }]),
    { to: [label(own)], perKg: price(OWN_PROVINCE), days: [1, 3] },
    ...(Object.keys(ISLANDS) as Island[]).flatMap((island): readonly StartingZone[] => {
      const to = ISLANDS[island].filter((code) => code !== own && gazetteer.byCode(code)).map(label);
      return to.length === 0 ? [] : [{ to, ...between(home, island, price) }];
    }),
  ];
}

function between(home: Island, island: Island, price: (rupiah: Rupiah) => Rupiah): Pick<StartingZone, 'perKg' | 'days'> {
  if (home === island) return { perKg: price(TO_JAVA[home].within), days: [2, 4] };
  const [from, to] = [TO_JAVA[home], TO_JAVA[island]];
  const days: readonly [number, number] = [Math.max(from.days[0], to.days[0]), from.days[1] + to.days[1]];
  // By way of Java the longer leg counts whole, and the other by half.
  return { perKg: price(Math.max(from.perKg, to.perKg) + Math.min(from.perKg, to.perKg) / 2), days };
}

const islandOf = (code: string): Island =>
  (Object.keys(ISLANDS) as Island[]).find((island) => (ISLANDS[island] as readonly string[]).includes(code.slice(0, 2))) ?? 'papua';

/** WIB, WITA or WIT: the zone of a province's clock, as store.yaml names it. */
export function timezoneOf(code: string): 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura' {
  const province = code.slice(0, 2);
  if (['81', '82', ...ISLANDS.papua].includes(province)) return 'Asia/Jayapura';
  return ['51', '52', '53', '63', '64', '65', ...ISLANDS.sulawesi].includes(province) ? 'Asia/Makassar' : 'Asia/Jakarta';
}
