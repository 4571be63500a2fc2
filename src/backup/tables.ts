import type { DrillOutcome } from './drill.ts';
import type { Copy } from './shelf.ts';
import type { Totals } from './totals.ts';
import { age, megabytes, stamp } from './words.ts';

const FIGURES: readonly (readonly [name: keyof Totals, words: string])[] = [
  ['orders', 'Pesanan'], ['rupiah', 'Jumlah rupiah'], ['newestOrder', 'Pesanan terakhir'], ['customers', 'Pelanggan'],
  ['ledgerRows', 'Buku stok: baris'], ['onHand', 'Buku stok: barang'], ['reserved', 'Buku stok: dipesan'],
  ['messagesIn', 'Pesan masuk'], ['messagesOut', 'Pesan keluar'],
];

const figure = (value: number | string | null): string => (typeof value === 'number' ? value.toLocaleString('id-ID') : value ?? '-');

/** The copies, newest first, as the owner chooses from them. */
export function copiesTable(copies: readonly Copy[], now: number): string {
  const rows = copies.map((copy, i) => [
    `${i + 1}`, stamp(copy.takenAt, copy.zone), `${age(now - copy.takenAt)} lalu`, figure(copy.totals.orders), copy.totals.newestOrder ?? '-',
    megabytes(copy.bytes), copy.file,
  ]);
  return aligned([['No', 'Dibuat', 'Umur', 'Pesanan', 'Terakhir', 'Ukuran', 'Berkas'], ...rows]);
}

/** The figures of a drill side by side. */
export function drillTable(outcome: DrillOutcome & { kind: 'restored' }): string {
  const rows = FIGURES.map(([name, words]) => [words, figure(outcome.written[name]), figure(outcome.restored[name]), verdict(outcome.written[name] === outcome.restored[name])]);
  const { named, found } = outcome.photos;
  return aligned([['', 'Saat disalin', 'Dipulihkan', ''], ...rows, ['Foto', figure(named), figure(found), verdict(named === found)]]);
}

/** Whether a drill found everything as it was written down. */
export const drillPassed = (outcome: DrillOutcome): boolean => outcome.kind === 'restored' && outcome.photos.named === outcome.photos.found
  && FIGURES.every(([name]) => outcome.written[name] === outcome.restored[name]);

const verdict = (same: boolean): string => (same ? 'sama' : 'BEDA');

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ').trimEnd()}`).join('\n');
}
