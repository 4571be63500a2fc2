import { csvOf } from '../../shop/reports/csv.ts';
import type { Sheet } from './sheets.ts';
import { xlsxOf } from './xlsx.ts';

export interface Exporter {
  readonly type: string;
  write(sheet: Sheet): string | Promise<Uint8Array<ArrayBuffer>>;
}

/** Every way in which figures leave the console, by the ending of the file. A test sends formulas through each (S7). */
export const EXPORTERS = {
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsxOf },
  csv: { type: 'text/csv; charset=utf-8', write: (sheet: Sheet) => csvOf(sheet.rows) },
} as const satisfies Readonly<Record<string, Exporter>>;

export type Ending = keyof typeof EXPORTERS;
export const ENDINGS = Object.keys(EXPORTERS) as Ending[];

/** The answer with a sheet as a file to keep. */
export async function fileResponse(sheet: Sheet, ending: Ending): Promise<Response> {
  const { type, write } = EXPORTERS[ending];
  const name = sheet.name.replace(/[^\w-]+/g, '-').toLowerCase();
  return new Response(await write(sheet), { headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}.${ending}"` } });
}
