import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { hasTerminal, openTerminal } from './real-terminal.ts';

const ROOT = join(import.meta.dirname, '../..');
const CTRL_C = '\u0003';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'terminal-'));
  mkdirSync(join(folder, 'catalog'));
  for (const name of ['store.yaml', 'shipping.yaml']) cpSync(join(ROOT, 'catalog', name), join(folder, 'catalog', name));
  writeFileSync(join(folder, 'catalog', 'products.csv'), 'sku,name,price\nWTG-28,Wajan Teflon Granit 28 cm,165000\nRTG-3,Rantang Susun 3,115000\n');
});

const start = (program: string, args: readonly string[] = []) =>
  openTerminal(join(ROOT, 'src', program), { cwd: folder, args, env: { CATALOG_DIR: join(folder, 'catalog'), DATA_DIR: join(folder, 'data') } });
const store = (): string => readFileSync(join(folder, 'catalog', 'store.yaml'), 'utf8');

// A machine without util-linux has no terminal to open: said aloud, for then nothing here was shown.
if (!hasTerminal()) console.warn('NOT SHOWN HERE: setup and import in a real terminal (`script` of util-linux is missing)');

describe.runIf(hasTerminal())('in a real terminal', () => {
  it('setup asks, goes back, turns WhatsApp on, and ends with what is still the sample', async () => {
    const terminal = start('setup.ts');
    await terminal.sees('Apa nama tokonya?');
    terminal.type('Kopi Senja');
    await terminal.sees('Disimpan.');
    await terminal.sees('Satu sapaan');
    terminal.type('kembali');
    await terminal.sees('Sekarang: Kopi Senja');
    for (let step = 0; step < 13; step++) terminal.type('');
    await terminal.sees('Jasa kirim yang dipakai?');
    terminal.type('1, 9');
    await terminal.sees('"9" tidak ada di daftar');
    terminal.type('');
    await terminal.sees('Punya daftar barang?');
    writeFileSync(join(folder, 'barang saya.csv'), 'Nama,Harga,Stok\nKopi Gayo,85000,10\n');
    terminal.type(`'${join(folder, 'barang saya.csv')}'`);
    await terminal.sees('Tulis ke products.csv?');
    terminal.type('ya');
    await terminal.sees('1 barang dijual');
    await terminal.sees('Telegram');
    terminal.type('');
    await terminal.sees('Nyalakan WhatsApp?');
    terminal.type('ya');
    await terminal.sees('memblokir nomor toko');
    terminal.type('setuju');
    await terminal.sees('Masih contoh, ganti sebelum menerima pelanggan:');
    expect(await terminal.ended).toBe(0);
    expect(terminal.shown()).toMatch(/Masih contoh[^\n]*Rekening bank, QRIS/);
    expect(store()).toContain('name: Kopi Senja ');
    expect(readFileSync(join(folder, '.env'), 'utf8')).toBe('WHATSAPP=on\n');
    expect(statSync(join(folder, '.env')).mode & 0o077).toBe(0);
    expect(readFileSync(join(folder, 'catalog', 'products.csv'), 'utf8')).toContain('Kopi Gayo');
    expect(readFileSync(join(folder, 'catalog', 'products.csv'), 'utf8')).not.toContain('WTG-28');
  });

  it('Ctrl+C keeps what was confirmed and writes nothing else', async () => {
    const terminal = start('setup.ts');
    await terminal.sees('Apa nama tokonya?');
    terminal.type('Kopi Senja');
    await terminal.sees('Satu sapaan');
    terminal.press(`Bang${CTRL_C}`);
    await terminal.sees('Yang sudah disimpan tetap tersimpan');
    expect(await terminal.ended).toBe(130);
    expect(store()).toContain('name: Kopi Senja ');
    expect(store()).toContain('salutation: Kak ');
    expect(existsSync(join(folder, '.env'))).toBe(false);
  });

  it('import asks column by column, shows its progress, and writes when agreed', async () => {
    writeFileSync(join(folder, 'daftar.csv'), `Artikel,Nilai,Isi\n${Array.from({ length: 600 }, (_, i) => `Barang ${i},${10_000 + i},${i}`).join('\n')}\n`);
    const terminal = start('import.ts', [join(folder, 'daftar.csv')]);
    await terminal.sees('"Artikel" (contoh isinya: Barang 0');
    terminal.type('name');
    await terminal.sees('"Nilai"');
    terminal.type('nilai');
    await terminal.sees('"nilai" tidak dikenal');
    terminal.type('harga');
    await terminal.sees('"Isi"');
    terminal.type('stock');
    await terminal.sees('2 barang lain di products.csv');
    terminal.type('buang');
    await terminal.sees('Tulis ke products.csv?');
    terminal.type('ya');
    await terminal.sees('Selesai: 600 barang dijual');
    expect(await terminal.ended).toBe(0);
    expect(terminal.shown()).toMatch(/Memeriksa barang █*·+ \d+ dari 600/);
    expect(readFileSync(join(folder, 'catalog', 'products.csv'), 'utf8').split('\n')).toHaveLength(602);
  });
});
