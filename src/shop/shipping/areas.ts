import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Place } from './place.ts';

/** A place with the bare name people use for it: "Bandung" of both Kota Bandung and Kabupaten Bandung. */
export interface Area extends Place {
  readonly name: string;
  /** What kind of regency it is; null for provinces and districts. */
  readonly rank: 'kota' | 'kabupaten' | null;
}

const PROVINCE_LABELS: Readonly<Record<string, string>> = { '31': 'DKI Jakarta', '34': 'DI Yogyakarta' };

/**
 * All provinces, regencies and districts of Indonesia, in the order of their codes, from idn-area-data (ODbL, see
 * docs/credits.md). Its CSV is plain, without quotes or escapes, so it is split by hand: a start should not wait for a parser.
 */
export function readAreas(): readonly Area[] {
  const folder = join(dirname(createRequire(import.meta.url).resolve('idn-area-data/package.json')), 'data');
  const areas: Area[] = [];
  const provinces = new Map<string, string>();
  const regencies = new Map<string, Area>();

  for (const [code, name] of rows(join(folder, 'provinces.csv'))) {
    const label = PROVINCE_LABELS[code] ?? titleCase(name);
    provinces.set(code, label);
    areas.push({ code, kind: 'province', label, regency: null, province: label, name: label, rank: null });
  }
  for (const [code, , name] of rows(join(folder, 'regencies.csv'))) {
    const [rank, bare] = splitRank(titleCase(name as string));
    const label = `${rank === 'kota' ? 'Kota' : 'Kabupaten'} ${bare}`;
    const province = provinces.get(code.slice(0, 2)) as string;
    const regency: Area = { code, kind: 'regency', label, regency: label, province, name: bare, rank };
    regencies.set(code, regency);
    areas.push(regency);
  }
  for (const [code, regencyCode, name] of rows(join(folder, 'districts.csv'))) {
    const { label: regency, province } = regencies.get(regencyCode as string) as Area;
    areas.push({
      code, kind: 'district', label: `Kec. ${name}, ${regency}`, regency, province, name: name as string, rank: null,
    });
  }
  return areas;
}

type Row = readonly [code: string, second: string, third?: string];

/** The records after the heading. */
function rows(file: string): readonly Row[] {
  return readFileSync(file, 'utf8').trimEnd().split(/\r?\n/).slice(1).map((line) => line.split(',') as unknown as Row);
}

function splitRank(name: string): readonly ['kota' | 'kabupaten', string] {
  const parts = /^(Kota|Kabupaten)( Administrasi)? (.+)$/.exec(name);
  if (!parts) throw new RangeError(`idn-area-data: ${name} is neither Kota nor Kabupaten`);
  return [parts[1] === 'Kota' ? 'kota' : 'kabupaten', parts[3] as string];
}

function titleCase(name: string): string {
  return name.toLowerCase().replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/ Dan /g, ' dan ').replace(/^Dki /, 'DKI ');
}
