/**
 * Every error that a person may meet: a stable code, what happened, what to do. Expected outcomes are not errors;
 * they are unions returned by the shop.
 */
export class LadeniError extends Error {
  readonly code: string;
  /** What the person should do, in Indonesian. */
  readonly todo: string;

  constructor(code: string, what: string, todo: string, options?: { cause?: unknown }) {
    super(what, options);
    this.name = 'LadeniError';
    this.code = code;
    this.todo = todo;
  }
}

export const databaseInUse = (folder: string, cause?: unknown) =>
  new LadeniError(
    'DATABASE_IN_USE',
    `Folder data "${folder}" sedang dipakai oleh Ladeni yang lain.`,
    'Hentikan yang lain dulu, atau pakai folder lain lewat DATA_DIR di .env.',
    { cause },
  );

export const databaseNotDurable = (found: unknown) =>
  new LadeniError(
    'DATABASE_NOT_DURABLE',
    `SQLite tidak menyimpan dengan aman (synchronous = ${String(found)}, seharusnya 2).`,
    'Jangan berjualan dengan keadaan ini; laporkan beserta versi Node dan better-sqlite3.',
  );

export const databaseFromTheFuture = (found: number, known: number) =>
  new LadeniError(
    'DATABASE_TOO_NEW',
    `Database dibuat oleh Ladeni yang lebih baru (skema ${found}, versi ini mengenal sampai ${known}).`,
    'Pasang Ladeni versi terbaru, atau pulihkan cadangan lama dengan npm run restore.',
  );

export const databaseDamaged = (detail: string) =>
  new LadeniError(
    'DATABASE_DAMAGED',
    `Database rusak: ${detail}.`,
    'Pulihkan cadangan terakhir dengan npm run restore. Berkas yang rusak tidak diubah; saat memulihkan ia disimpan dengan nama lain.',
  );

export const databaseOnUnsuitableDisk = (folder: string, why: string) =>
  new LadeniError(
    'DATABASE_ON_UNSUITABLE_DISK',
    `Folder data "${folder}" ada di tempat yang tidak aman untuk database: ${why}. Di sana pesanan bisa hilang atau database rusak.`,
    'Tulis di .env folder pada disk komputer ini sendiri, misalnya DATA_DIR=/var/lib/ladeni (Windows: DATA_DIR=C:\\ladeni\\data), lalu pindahkan isi folder data ke sana selagi toko tutup. Cadangan boleh di folder jaringan atau awan: BACKUP_DIR.',
  );

export const copyBeforeUpdateFailed = (why: string, cause?: unknown) =>
  new LadeniError(
    'COPY_BEFORE_UPDATE_FAILED',
    `Versi ini mengubah susunan database, dan cadangan sebelum perubahan itu gagal dibuat: ${why}. Database tidak diubah.`,
    'Longgarkan disk lalu jalankan lagi, atau kembali ke versi Ladeni sebelumnya.',
    { cause },
  );

export const databaseMissing = (file: string, copies: string) =>
  new LadeniError(
    'DATABASE_MISSING',
    `Database ${file} hilang atau kosong, padahal ada cadangannya di ${copies}.`,
    'Pulihkan dengan npm run restore. Bila memang ingin mulai dari nol, pindahkan folder cadangan itu ke tempat lain dulu.',
  );

export const restoreUnfinished = (folder: string) =>
  new LadeniError(
    'RESTORE_UNFINISHED',
    `Pemulihan cadangan di folder "${folder}" terputus di tengah jalan.`,
    'Jalankan npm run restore sekali lagi. Database sebelumnya ada di folder backups/replaced.',
  );

export const settingIsWrong = (name: string, why: string, example: string) =>
  new LadeniError('SETTING_WRONG', `${name} di .env tidak benar: ${why}.`, `Contoh: ${name}=${example}`);

export const catalogueRefused = (problems: readonly string[]) =>
  new LadeniError(
    'CATALOGUE_REFUSED',
    `Berkas katalog bermasalah:\n${problems.map((line) => `  ${line}`).join('\n')}`,
    'Perbaiki baris di atas, lalu jalankan lagi. "npm run check" memeriksanya tanpa menjalankan toko.',
  );
