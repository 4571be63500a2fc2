import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { readRecord, recordNameOf } from './backup/copy-record.ts';
import { realDisk } from './backup/disk.ts';
import { drill } from './backup/drill.ts';
import { restore, whyUnsound, type Chosen } from './backup/restore.ts';
import { createShelf, type Copy } from './backup/shelf.ts';
import { copiesTable, drillPassed, drillTable } from './backup/tables.ts';
import { age, stamp } from './backup/words.ts';
import { readConfig } from './config.ts';
import { LadeniError } from './errors.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** `npm run restore [-- --list | --from FILE | --yes | --drill | --data DIR]`. Exit code 0 only when done as asked. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: {
    list: { type: 'boolean' }, from: { type: 'string' }, yes: { type: 'boolean' }, drill: { type: 'boolean' }, data: { type: 'string' },
  } });
  const config = readConfig();
  const dataDir = path.resolve(values.data ?? config.DATA_DIR);
  const shelves = [path.join(dataDir, 'backups'), ...(config.BACKUP_DIR === undefined ? [] : [path.resolve(config.BACKUP_DIR)])];
  const copies = await copiesOn(shelves);

  if (values.from === undefined && copies.length === 0) {
    say(`Belum ada salinan cadangan di ${shelves.join(' atau ')}.`);
    return 1;
  }
  if (values.list === true) {
    say(copiesTable(copies, Date.now()));
    return 0;
  }
  if (values.drill === true) return rehearse(copies, shelves);
  const chosen = values.from === undefined ? await newestSound(copies) : await given(values.from, copies);
  if (chosen === null) return 1;
  if (values.yes !== true && !await agreed(chosen, copies, dataDir)) return 1;
  return putBack(chosen, dataDir, shelves);
}

/** The copies of all shelves, newest first; one that lies on two is named once, where it is nearest. */
async function copiesOn(shelves: readonly string[]): Promise<readonly Copy[]> {
  const found = (await Promise.all(shelves.map((folder) => createShelf(folder, realDisk).list()))).flat();
  return found.filter((copy, i) => found.findIndex((other) => other.sha256 === copy.sha256 && other.takenAt === copy.takenAt) === i)
    .sort((a, b) => b.takenAt - a.takenAt);
}

/** The newest copy that is still what it was; says which are not. */
async function newestSound(copies: readonly Copy[]): Promise<Chosen | null> {
  for (const copy of copies) {
    const why = await whyUnsound({ file: copy.file, record: copy });
    if (why === null) return { file: copy.file, record: copy };
    say(`Dilewati, rusak: ${copy.file} (${why})`);
  }
  say('Tidak ada salinan yang utuh.');
  return null;
}

/** A file that the owner names: a path, or the name of a copy. */
async function given(from: string, copies: readonly Copy[]): Promise<Chosen | null> {
  const named = copies.find((copy) => copy.name === path.basename(from));
  const file = existsSync(from) ? path.resolve(from) : named?.file;
  if (file === undefined) {
    say(`Berkas ${from} tidak ada. Lihat pilihannya: npm run restore -- --list`);
    return null;
  }
  return { file, record: await readRecord(recordNameOf(file)) };
}

async function agreed(chosen: Chosen, copies: readonly Copy[], dataDir: string): Promise<boolean> {
  if (copies.length > 0) say(`${copiesTable(copies.slice(0, 10), Date.now())}\n`);
  const { record } = chosen;
  say(`Akan dipulihkan: ${chosen.file}${record === null ? ' (tanpa catatan; hanya keutuhannya yang bisa diperiksa)'
    : `\n  dibuat ${stamp(record.takenAt, record.zone)} (${age(Date.now() - record.takenAt)} lalu), ${record.totals.orders} pesanan, terakhir ${record.totals.newestOrder ?? '-'}`}`);
  say(`Yang terjadi sesudah itu tidak ada di dalamnya. Database di ${dataDir} sekarang disimpan dulu dengan nama lain.`);
  if (!process.stdin.isTTY) {
    say('Jalankan lagi dengan --yes untuk memulihkan.');
    return false;
  }
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asking.question('Pulihkan? Ketik "ya": ');
  asking.close();
  return /^(?:ya|y|yes)$/i.test(answer.trim());
}

async function putBack(chosen: Chosen, dataDir: string, shelves: readonly string[]): Promise<number> {
  const outcome = await restore({ dataDir, chosen, shelves, now: Date.now(), disk: realDisk });
  switch (outcome.kind) {
    case 'in_use':
      say('Toko masih berjalan. Hentikan Ladeni dulu, lalu jalankan lagi. Tidak ada yang diubah.');
      return 1;
    case 'unsound':
      say(`Salinan ini tidak utuh: ${outcome.why}. Tidak ada yang diubah. Pilih yang lain: npm run restore -- --list`);
      return 1;
    case 'restored':
      say(`Selesai: ${outcome.totals.orders} pesanan, terakhir ${outcome.totals.newestOrder ?? '-'}.`);
      if (outcome.keptAs !== null) say(`Database sebelumnya disimpan di ${outcome.keptAs}; dihapus setelah 8 minggu.`);
      if (outcome.photos.brought > 0) say(`${outcome.photos.brought} foto dikembalikan.`);
      if (outcome.photos.missing > 0) say(`${outcome.photos.missing} foto tidak ada di cadangan.`);
      if (outcome.erasedAgain > 0) say(`${outcome.erasedAgain} pelanggan yang sudah minta dihapus akan dihapus lagi saat toko buka.`);
      say('Buka toko dengan npm start, lalu cocokkan pesanan terakhir dengan mutasi bank dan chat.');
      return 0;
  }
}

async function rehearse(copies: readonly Copy[], shelves: readonly string[]): Promise<number> {
  const copy = copies[0]!;
  const started = performance.now();
  const outcome = await drill(copy, shelves);
  say(`Latihan memulihkan ${copy.file} (${stamp(copy.takenAt, copy.zone)}, ${age(Date.now() - copy.takenAt)} lalu)\n`);
  say(outcome.kind === 'restored' ? drillTable(outcome) : `  Salinan ini tidak utuh: ${outcome.why}`);
  const passed = drillPassed(outcome);
  say(passed ? `\nCadangan ini bisa dipulihkan (${((performance.now() - started) / 1000).toLocaleString('id-ID', { maximumFractionDigits: 1 })} detik). Data toko tidak diubah.`
    : '\nCadangan ini TIDAK sesuai catatannya. Periksa disk, dan coba salinan lain: npm run restore -- --list');
  return passed ? 0 : 1;
}

main().then(
  (code) => { process.exitCode = code; },
  (error: unknown) => {
    process.stderr.write(error instanceof LadeniError ? `${error.message}\n${error.todo}\n` : `${String(error instanceof Error ? error.message : error)}\n`);
    process.exitCode = 2;
  },
);
