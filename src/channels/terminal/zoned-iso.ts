import type { UtcMs } from '../../shop/units.ts';

const OFFSETS: Readonly<Record<string, number>> = { WIB: 7, WITA: 8, WIT: 9 };

/** An instant in ISO 8601 with the shop's offset: "2026-11-23T10:00:00+07:00". */
export function zonedIso(at: UtcMs, zoneLabel: string): string {
  const hours = OFFSETS[zoneLabel] ?? 7;
  const local = new Date(at + hours * 3_600_000).toISOString();
  const fraction = at % 1000 === 0 ? '' : local.slice(19, 23);
  return `${local.slice(0, 19)}${fraction}+0${hours}:00`;
}
