import { existsSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { catalogueChecks } from './catalogue-checks.ts';
import { readConfig } from './config.ts';
import { metaFeed } from './owner-files/exporting/meta-feed.ts';
import { productsAsText, productsAsWorkbook } from './owner-files/exporting/product-export.ts';
import { readProductSheet } from './owner-files/product-sheet.ts';
import { loadCatalogueOrThrow } from './shop/catalogue/load.ts';
import type { Catalogue, Product } from './shop/catalogue/snapshot.ts';
import { readE164 } from './shop/catalogue/values/phone-text.ts';
import { createStock } from './shop/ordering/stock.ts';
import { createGazetteer } from './shop/shipping/gazetteer.ts';
import { peek } from './teaching/peek.ts';

const HOW = `Cara memakai: npm run export -- meta|xlsx|csv [pilihan]

  meta   feed produk Meta, untuk katalog WhatsApp dan Facebook
  xlsx   barang Anda sebagai buku kerja Excel
  csv    barang Anda sebagai CSV
  --out BERKAS              nama berkas hasil (bawaan: barang-meta.csv, barang.xlsx, barang.csv)
  --photos-at https://…     alamat web tempat isi folder photos/ ditaruh (wajib untuk meta)
  --link-at https://…       alamat toko; tanpa ini tautan barang membuka chat WhatsApp ke contact.phone
  --yes                     timpa berkas hasil yang sudah ada
  --catalog FOLDER          folder berkas toko`;
const NAMES = { meta: 'barang-meta.csv', xlsx: 'barang.xlsx', csv: 'barang.csv' } as const;

type Kind = keyof typeof NAMES;

/** `npm run export -- meta|xlsx|csv`: the owner's products for Meta or for a spreadsheet. Exit code 0 when the file was written, 1 when not, 2 for words it does not know. */
export async function exportCommand(args: readonly string[], say: (text: string) => void): Promise<number> {
  const parsed = readArgs(args);
  if (!parsed) {
    say(HOW);
    return 2;
  }
  const { values, kind } = parsed;
  const config = readConfig();
  const folder = values.catalog ?? config.CATALOG_DIR;
  const out = values.out ?? NAMES[kind];
  if (existsSync(out) && values.yes !== true) {
    say(`${out} sudah ada dan tidak ditimpa. Beri nama lain dengan --out, atau tambahkan --yes.`);
    return 1;
  }
  const catalogue = await loadCatalogueOrThrow(folder, catalogueChecks(createGazetteer()));
  const sheet = (await readProductSheet(folder))!;
  if (kind !== 'meta') {
    await write(out, kind === 'csv' ? productsAsText(sheet) : await productsAsWorkbook(sheet));
    say(`${sheet.rows.length} barang ditulis ke ${out}. Sesudah disunting: npm run import -- ${out}`);
    return 0;
  }
  const photosAt = webAddress(values['photos-at']);
  const shopAt = values['link-at'] === undefined ? null : webAddress(values['link-at']);
  if (photosAt === null || (values['link-at'] !== undefined && shopAt === null)) {
    say('Katalog Meta perlu alamat foto di internet. Taruh isi folder photos/ di sebuah alamat web, lalu tambahkan --photos-at https://alamat-itu (alamat harus https).');
    return 1;
  }
  const phone = readE164(catalogue.store.contact.phone ?? '');
  if (shopAt === null && phone.kind === 'bad') {
    say('Katalog Meta perlu tautan tiap barang. Isi contact.phone di store.yaml (tautannya menjadi chat WhatsApp), atau tambahkan --link-at https://alamat-toko.');
    return 1;
  }
  const linkOf = (product: Product): string => (shopAt === null
    ? `https://wa.me/${phone.kind === 'good' ? phone.value.slice(1) : ''}?text=${encodeURIComponent(`Halo, mau tanya ${product.title} (${product.sku})`)}`
    : new URL(`#${encodeURIComponent(product.sku)}`, shopAt).href);
  const feed = metaFeed({ catalogue, today: new Date().toLocaleDateString('sv-SE', { timeZone: catalogue.store.timezone }), photosAt, linkOf, free: freeNow(values.data ?? config.DATA_DIR, catalogue) });
  await write(out, Buffer.from(feed.text));
  say(`${feed.products} barang ditulis ke ${out}. Unggah di Commerce Manager (Katalog → Sumber data → Unggah berkas), atau jadwalkan dari alamat web.`);
  if (feed.withoutPhoto.length > 0) say(`${feed.withoutPhoto.length} barang tanpa foto tidak akan tampil di katalog Meta: ${feed.withoutPhoto.slice(0, 10).join(', ')}${feed.withoutPhoto.length > 10 ? ', …' : ''}`);
  return 0;
}

const webAddress = (text: string | undefined): string | null => (text !== undefined && /^https:\/\/./i.test(text) && URL.canParse(text) ? text : null);

/** What can be sold by the stock ledger, where the shop has run already; else what the file says. */
function freeNow(dataDir: string, catalogue: Catalogue): (product: Product) => number {
  const counted = peek(dataDir, (db) => {
    const stock = createStock(db);
    return new Map(catalogue.products.map((product) => [product.sku, stock.free(product)]));
  });
  return (product) => counted?.get(product.sku) ?? product.stock ?? Infinity;
}

async function write(file: string, bytes: Uint8Array): Promise<void> {
  await writeFile(`${file}.part`, bytes);
  await rename(`${file}.part`, file);
}

function readArgs(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args], allowPositionals: true,
      options: { out: { type: 'string' }, 'photos-at': { type: 'string' }, 'link-at': { type: 'string' }, yes: { type: 'boolean' }, catalog: { type: 'string' }, data: { type: 'string' } },
    });
    const [kind, ...more] = positionals;
    return kind === undefined || more.length > 0 || !Object.hasOwn(NAMES, kind) ? null : { values, kind: kind as Kind };
  } catch {
    return null;
  }
}
