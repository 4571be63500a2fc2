import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ConsoleShop, noticeOf, type Browser } from './console-shop.ts';

let at: ConsoleShop;
let owner: Browser;
const products = (): string => readFileSync(join(at.catalogDir, 'products.csv'), 'utf8');
const csv = (text: string, name = 'products.csv'): File => new File([text], name, { type: 'text/csv' });
const stagedIn = (page: string): string => /name="staged" value="([^"]+)"/.exec(page)?.[1] ?? '';

beforeEach(async () => {
  at = await ConsoleShop.open();
  owner = await at.join('ratna');
});

describe('bringing a new products.csv', () => {
  it('shows what would change, changes it on a yes, and takes it back', async () => {
    const before = products();
    const after = [before.trimEnd(), 'BARU-1,Panci Baru,Panci,50000,3,700,,,,,,,,'].join('\n').replace('165000', '170000');
    const preview = await (await owner.bring('/konsol/pemilik/berkas', 'berkas', csv(after))).text();
    expect(preview).toContain('1 barang baru, 1 berubah');
    expect(preview).toMatch(/<del>Rp165\.000<\/del>[^]*<ins>Rp170\.000<\/ins>/);
    expect(preview).toContain('Panci Baru');
    expect(products()).toBe(before);

    const done = await owner.do('/konsol/pemilik/berkas/pakai', { staged: stagedIn(preview) });
    expect(noticeOf(done)).toContain('products.csv dipakai');
    expect(products()).toBe(after);

    const name = /name="name" value="([^"]+)"/.exec(done)![1]!;
    const back = await owner.do('/konsol/pemilik/berkas/riwayat', { name });
    await owner.do('/konsol/pemilik/berkas/pakai', { staged: stagedIn(back) });
    expect(products()).toBe(before);
  });

  it('tells every mistake with its line, and changes nothing', async () => {
    const before = products();
    const answer = await owner.bring('/konsol/pemilik/berkas', 'berkas', csv(before.replace('165000', 'murah').replace('129000', '<script>x</script>')));
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toMatch(/products\.csv baris \d+, kolom \d+/);
    expect(page).not.toContain('<script>x');
    expect(products()).toBe(before);
  });

  it('is refused when the file changed meanwhile, with the reason', async () => {
    const preview = await (await owner.bring('/konsol/pemilik/berkas', 'berkas', csv(products().replace('165000', '170000')))).text();
    writeFileSync(join(at.catalogDir, 'products.csv'), products().replace('165000', '160000'));
    expect(noticeOf(await owner.do('/konsol/pemilik/berkas/pakai', { staged: stagedIn(preview) }))).toContain('berubah sejak diperiksa');
    expect(products()).toContain('160000');
  });

  it('is for owners alone', async () => {
    const siti = await at.join('siti');
    expect((await siti.get('/konsol/pemilik/berkas')).status).toBe(403);
    expect((await siti.bring('/konsol/pemilik/berkas', 'berkas', csv(products()))).status).toBe(403);
  });

  it('takes no file of twenty megabytes', async () => {
    expect((await owner.bring('/konsol/pemilik/berkas', 'berkas', csv('x'.repeat(20_000_000)))).status).toBe(413);
  });
});
