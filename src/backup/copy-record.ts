import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Totals } from './totals.ts';

export const TOTALS = z.object({
  orders: z.number(), rupiah: z.number(), newestOrder: z.string().nullable(), ledgerRows: z.number(), onHand: z.number(),
  reserved: z.number(), messagesIn: z.number(), messagesOut: z.number(), customers: z.number(),
}) satisfies z.ZodType<Totals>;

const RECORD = z.object({
  takenAt: z.number().int(),
  /** The shop's time zone: its people read the ages in it, also where its files cannot be read. */
  zone: z.string(),
  schema: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string(),
  totals: TOTALS,
});

/** What is written beside a copy once it was verified; a copy without one is nobody's word. `takenAt` is UTC ms. */
export type CopyRecord = Readonly<z.infer<typeof RECORD>>;

const COPY = /^ladeni-\d{8}-\d{4}(?:-\d+)?\.db$/;

/** Whether a file's name is one that this module gives. */
export const isCopyName = (name: string): boolean => COPY.test(name);

export const recordNameOf = (copy: string): string => copy.replace(/\.db$/, '.json');

/** "ladeni-20261123-1015.db", by the shop's clock; a second one in the same minute is "…-2". */
export function copyName(at: number, zone: string, taken: (name: string) => boolean): string {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-CA', {
    timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).formatToParts(at).map(({ type, value }) => [type, value]));
  const stem = `ladeni-${parts.year}${parts.month}${parts.day}-${parts.hour}${parts.minute}`;
  for (let n = 1; ; n++) {
    const name = n === 1 ? `${stem}.db` : `${stem}-${n}.db`;
    if (!taken(name)) return name;
  }
}

export const recordText = (record: CopyRecord): string => `${JSON.stringify(record, null, 2)}\n`;

/** Null for a record that is missing or cannot be read. */
export async function readRecord(file: string): Promise<CopyRecord | null> {
  try {
    return RECORD.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}
