import type { Area } from './areas.ts';

/**
 * Which of several places of one name a customer of an online shop most likely means: the one where most people shop.
 * Regencies of the great cities first, by the rough order of their people, then Java, then cities, then the rest.
 */
const GREAT_REGENCIES: readonly string[] = [
  '31.74', '31.73', '31.75', '31.72', '31.71', // Jakarta
  '32.73', '35.78', '32.75', '36.71', '32.76', '36.74', // Bandung, Surabaya, Bekasi, Tangerang, Depok, Tangsel
  '12.71', '33.74', '73.71', '16.71', '32.71', '36.03', '32.16', '32.01', // Medan, Semarang, Makassar, Palembang, Bogor…
  '34.04', '34.71', '35.73', '35.15', '18.71', '21.71', '14.71', '13.71', '51.71', '51.03', '64.71', '64.72', '61.71',
  '63.71', '33.72', '33.02', '32.04', '32.17', '32.77', '34.02', '34.03', '35.07', '33.22', '32.15', '36.73', '36.04',
];

const RANKS: ReadonlyMap<string, number> = new Map(GREAT_REGENCIES.map((code, i) => [code, GREAT_REGENCIES.length - i]));
const JAVA = /^3[1-6]/;

/** Higher is likelier. Regencies before the provinces they share a name with, and both before districts. */
export function likelihood(area: Area): number {
  const kind = area.kind === 'regency' ? 3_000 : area.kind === 'province' ? 2_000 : 0;
  const city = area.rank === 'kota' ? 500 : 0;
  const great = RANKS.get(area.code.slice(0, 5));
  return kind + city + (great === undefined ? 0 : 200 + great) + (JAVA.test(area.code) ? 100 : 0);
}
