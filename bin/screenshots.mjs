/**
 * Takes the pictures of the console for docs/screenshots/ from a made-up morning: `npx tsx bin/screenshots.mjs [name …]`.
 * Needs Chromium at CHROMIUM_PATH or /usr/bin/chromium.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { LAPTOP, openInChromium, PHONE } from '../test/browser/console-in-chromium.ts';

const folder = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));
const only = new Set(process.argv.slice(2));
mkdirSync(folder, { recursive: true });

const shop = await openInChromium();
shop.at.channels = [
  { name: 'Web chat', status: { state: 'on', detail: 'terhubung' }, pairing: null },
  { name: 'WhatsApp', status: { state: 'needs_pairing', detail: 'menunggu dipindai' }, pairing: { kind: 'qr', text: 'contoh, bukan kode sungguhan', at: 1, noCodeFor: null } },
];
const ratna = await shop.at.join('ratna');
const siti = await shop.at.join('siti');
const chat = (address) => `/konsol/chat/${shop.at.shop.chatId(address)}`;
const pages = {
  login: ['/konsol/masuk', null], inbox: ['/konsol/chat', siti], chat: [chat('c11'), siti], orders: ['/konsol/pesanan', siti], payment: ['/konsol/pesanan/DK-5', siti],
  shipping: ['/konsol/pesanan?di=kirim', siti], label: ['/konsol/pesanan/DK-3/cetak', siti], catalogue: ['/konsol/katalog', siti], product: ['/konsol/katalog/WTG-28', siti],
  'stock-take': ['/konsol/hitung-stok', siti], hours: ['/konsol/pemilik/toko/jam', ratna], 'setting-up': ['/konsol/pemilik/mulai', ratna],
  performance: ['/konsol/kinerja', ratna], bonus: ['/konsol/kinerja/siti', siti], settings: ['/konsol/lainnya', ratna], staff: ['/konsol/pemilik/staf', ratna],
};

/** The same page for whoever reads English. */
const english = { 'orders-english': ['/konsol/pesanan', siti], 'performance-english': ['/konsol/kinerja', ratna] };

for (const [name, [path, who]] of Object.entries({ ...pages, ...english })) {
  if (only.size > 0 && !only.has(name)) continue;
  for (const [size, viewport] of [['phone', PHONE], ['laptop', LAPTOP]]) {
    shop.at.shop.db.prepare('UPDATE accounts SET language = ?').run(name in english ? 'en' : 'id');
    const page = await shop.pageOf(who, viewport);
    await page.goto(shop.origin + path, { waitUntil: 'load' });
    const picture = await page.screenshot();
    await sharp(picture).png({ palette: true, quality: 80, compressionLevel: 9 }).toFile(`${folder}${name}-${size}.png`);
    await page.context().close();
  }
}
await shop.close();
