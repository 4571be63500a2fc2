import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { checkCatalogue } from '../../../src/shop/catalogue/check.ts';
import { folderWith, SOUND } from './owner-folder.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

async function run(folder: string): Promise<{ code: number; out: string; err: string }> {
  const args = ['bin/run.mjs', 'src/shop/catalogue/check-main.ts', '--catalog', folder];
  return promisify(execFile)(process.execPath, args, { cwd: ROOT }).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({ code: error.code, out: error.stdout, err: error.stderr }),
  );
}

describe('npm run check', () => {
  it('says one line of counts for the sample shop', async () => {
    const { code, out, err } = await run('catalog');
    expect(err).toBe('');
    expect(out).toMatch(/^\d+ barang dijual.*tidak ada masalah\.\n$/);
    expect(code).toBe(0);
  });

  it('says one line a mistake as file:line:column: what; how, warnings apart, and fails', async () => {
    const folder = await folderWith({
      ...SOUND, 'products.csv': 'sku,name,price,weight_g,warnah\nA,Wajan,nol,900,\n', 'staff.yaml': '- { id: siti }\n',
      'shipping.yaml': String(SOUND['shipping.yaml']).replace('Kota Bandung', 'Kota Bandnug').replace('["*"]', '["*", Wakanda]'),
      'replies.yaml': 'bukan.pesan: "Halo"\n',
    });
    const { code, out, err } = await run(folder);
    expect(code).toBe(1);
    const lines = out.trimEnd().split('\n');
    for (const line of lines) expect(line).toMatch(/^[\w.]+:\d+:\d+: [^;]+; .+$/);
    expect(lines.map((line) => line.split(': ')[0])).toEqual(['products.csv:2:9', 'shipping.yaml:1:9', 'shipping.yaml:6:21', 'staff.yaml:1:3', 'replies.yaml:1:14']);
    expect(lines[1]).toContain('maksud Anda "Kota Bandung"');
    expect(err).toMatch(/^peringatan: products\.csv:1:25: .*\n$/);
  });

  it('counts what is sold', async () => {
    const report = await checkCatalogue(await folderWith(SOUND), {});
    expect(report).toEqual({ exitCode: 0, warnings: [], lines: [expect.stringMatching(/^2 barang dijual \(2 baris\), 1 kategori, 1 jasa kirim/)] });
  });
});
