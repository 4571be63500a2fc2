import type { UtcMs } from '../units.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** One of Indonesia's three zones. None has daylight saving, so an offset is the whole truth and Intl is not needed. */
export interface Zone {
  readonly name: string;
  readonly label: 'WIB' | 'WITA' | 'WIT';
  /** Local time is UTC plus this, in milliseconds. */
  readonly offsetMs: number;
}

const WIB = { label: 'WIB', offsetMs: 7 * HOUR_MS } as const;
const WITA = { label: 'WITA', offsetMs: 8 * HOUR_MS } as const;
const WIT = { label: 'WIT', offsetMs: 9 * HOUR_MS } as const;

const ZONES: ReadonlyMap<string, Zone> = new Map([
  ['Asia/Jakarta', WIB], ['Asia/Pontianak', WIB], ['WIB', WIB],
  ['Asia/Makassar', WITA], ['Asia/Ujung_Pandang', WITA], ['WITA', WITA],
  ['Asia/Jayapura', WIT], ['WIT', WIT],
].map(([name, zone]) => [name as string, { name: name as string, ...(zone as typeof WIB) }]));

/** The zone of an IANA name or of a label (`Asia/Jakarta`, `WIB`), or undefined for a zone outside Indonesia. */
export function findZone(name: string): Zone | undefined {
  return ZONES.get(name);
}

/** Which calendar day it is there, counted from 1970-01-01. */
export function localDay(at: UtcMs, zone: Zone): number {
  return Math.floor((at + zone.offsetMs) / DAY_MS);
}

/** The instant at which a local day begins. */
export function startOfDay(day: number, zone: Zone): UtcMs {
  return day * DAY_MS - zone.offsetMs;
}
