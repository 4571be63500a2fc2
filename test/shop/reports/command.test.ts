import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/database/open.ts';
import { sampleCatalogue, TestShop } from '../../test-shop.ts';
import { buys } from '../ordering/buying.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'ladeni-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ code: number; out: string }> {
  const ran = promisify(execFile)(process.execPath, ['bin/run.mjs', 'src/report.ts', '--data', folder, ...args], { cwd: ROOT });
  return ran.then(({ stdout }) => ({ code: 0, out: stdout }), (error: { code: number; stderr: string }) => ({ code: error.code, out: error.stderr }));
}

describe('npm run report', () => {
  it('writes the accounts of a month beside a running shop, and says plainly what it cannot', async () => {
    const db = openDatabase(folder);
    const shop = new TestShop({ catalogue: await sampleCatalogue(), at: '2026-11-23T10:00:00+07:00', db });
    const order = buys(shop, 'c1', 'spatula silikon 2');
    const csv = join(folder, 'nov.csv');
    // The shop holds its database all the while.
    const [written, wrong, format] = await Promise.all([run('--month', '2026-11', '--out', csv), run('--month', 'november'), run('--month', '2026-11', '--out', join(folder, 'nov.pdf'))]);
    expect(written).toEqual({ code: 0, out: expect.stringContaining('1 pesanan, penjualan bersih Rp') as string });
    expect(readFileSync(csv, 'utf8')).toContain(`"DK-1";"Barang";"";${order.goods}`);
    expect(statSync(csv).mode & 0o777).toBe(0o600);
    expect(wrong).toEqual({ code: 1, out: expect.stringContaining('--month 2026-11') as string });
    expect(format).toEqual({ code: 1, out: expect.stringContaining('bukan .xlsx atau .csv') as string });
    db.close();
  });
});
