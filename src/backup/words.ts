import type { UtcMs } from '../shop/units.ts';
import type { BackupState } from './backups.ts';
import type { Drilled } from './weekly-drill.ts';

/** "12,3 MB". */
export const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toLocaleString('id-ID', { maximumFractionDigits: 1 })} MB`;

/** "23 Nov 2026 10.15", by the shop's clock. */
export const stamp = (at: UtcMs, zone: string): string => new Intl.DateTimeFormat('id-ID', {
  timeZone: zone, day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
}).format(at).replace(',', '');

/** "3 jam", "2 hari": how long ago, in the largest unit that fits. */
export function age(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes < 60) return `${minutes} menit`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} jam`;
  return `${Math.floor(minutes / (24 * 60))} hari`;
}

/** The backups in a line or two for the owner, after when the last was made. */
export function stateLine(state: BackupState, zone: string): string {
  const parts = [
    state.last === null ? `Salinan pertama dibuat beberapa menit setelah toko buka, di ${state.folder}.`
      : `${megabytes(state.last.bytes)}; ${state.copies} salinan (${megabytes(state.bytes)}) di ${state.folder}.`,
    state.failure === null ? '' : `Percobaan terakhir gagal: ${state.failure}.`,
  ];
  if (state.elsewhere === null) parts.push('Belum ada di disk lain: isi BACKUP_DIR di .env.');
  else if (state.elsewhere.failure !== null) parts.push(`Folder lain gagal: ${state.elsewhere.failure}.`);
  else parts.push(state.elsewhere.lastAt === null ? `Folder lain: ${state.elsewhere.folder}.` : `Folder lain: ${state.elsewhere.folder}, ${stamp(state.elsewhere.lastAt, zone)}.`);
  return parts.filter((part) => part !== '').join(' ');
}

/** How the last drill went; empty before the first. */
export function drillLine(drilled: Drilled | null, zone: string): string {
  if (drilled === null) return '';
  return `Latihan memulihkan ${stamp(drilled.at, zone)}: ${drilled.passed ? 'berhasil' : 'GAGAL, jalankan "npm run restore -- --drill"'}.`;
}
