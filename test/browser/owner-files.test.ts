import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openInChromium, PHONE, type OpenConsole } from './console-in-chromium.ts';

let shop: OpenConsole;
beforeAll(async () => { shop = await openInChromium(); });
afterAll(async () => { await shop.close(); });

describe('an owner with a phone', () => {
  it('brings a new price list, sees what it would change, and takes it back', async () => {
    const products = (): string => readFileSync(join(shop.at.catalogDir, 'products.csv'), 'utf8');
    const before = products();
    const page = await shop.pageOf(await shop.at.join('ratna'), PHONE);
    await page.goto(`${shop.origin}/konsol/katalog`);
    await page.getByRole('link', { name: 'Ganti berkas…' }).click();
    const dearer = before.replaceAll('165000', '170000').split('\n').filter((row) => !row.startsWith('GLK-')).join('\n');
    await page.getByLabel('Berkas').setInputFiles({ name: 'products.csv', mimeType: 'text/csv', buffer: Buffer.from(dearer) });
    await page.getByRole('button', { name: 'Periksa' }).click();
    await page.getByText('Rp170.000').first().waitFor();
    if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, 'preview.png'), fullPage: true });
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    await page.getByRole('button', { name: 'Pakai berkas ini' }).click();
    await page.getByText('products.csv dipakai').waitFor();
    expect(products()).toBe(dearer);
    if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, 'files.png'), fullPage: true });

    await page.getByRole('button', { name: 'Kembalikan…' }).click();
    await page.getByRole('button', { name: 'Pakai berkas ini' }).click();
    await page.getByText('products.csv dipakai').waitFor();
    expect(products()).toBe(before);
  });
});
