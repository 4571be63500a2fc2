import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { catalogueChecks } from './catalogue-checks.ts';
import { readConfig } from './config.ts';
import { fetchPicture } from './media/fetch-picture.ts';
import { createOwnerFiles } from './owner-files/desk.ts';
import { importProducts } from './owner-files/importing/import-products.ts';
import { createProgressBar } from './owner-files/progress-bar.ts';
import { openTerminalTalk } from './setting-up/terminal-talk.ts';
import { createGazetteer } from './shop/shipping/gazetteer.ts';

/** Nothing is half done at any moment: whatever was written is whole. */
const INTERRUPTED = 130;

const HOW = `Cara memakai: npm run import -- BERKAS [pilihan]

BERKAS: ekspor CSV atau XLSX dari Shopify, WooCommerce, feed Meta, Tokopedia, Shopee, atau daftar barang Anda sendiri.
  --dry-run                 lihat saja, tidak mengubah apa pun
  --yes                     tulis tanpa bertanya
  --column "Judul=price"    kolom berjudul itu berisi harga (boleh beberapa kali; "Judul=" berarti tidak dipakai)
  --skip-bad                impor yang benar, lewati baris yang bermasalah
  --others keep|drop        barang lain yang tidak ada di berkas: tetap dijual (bawaan) atau dibuang
  --photos FOLDER           ambil foto dari folder ini
  --no-photos               jangan mengambil foto
  --catalog FOLDER          folder berkas toko`;

/** `npm run import -- FILE`: products from another program's export into products.csv. Exit code 0 when done as asked, 1 when not, 2 for words it does not know. */
export async function importCommand(args: readonly string[], { input, output, notes }: { readonly input: NodeJS.ReadStream; readonly output: NodeJS.WriteStream; readonly notes: NodeJS.WriteStream }): Promise<number> {
  const parsed = readArgs(args);
  if (!parsed) {
    notes.write(`${HOW}\n`);
    return 2;
  }
  const { values, file } = parsed;
  const config = readConfig();
  const catalogDir = values.catalog ?? config.CATALOG_DIR;
  const checks = catalogueChecks(createGazetteer());
  const someoneThere = input.isTTY === true && values.yes !== true && values['dry-run'] !== true;
  const talk = someoneThere ? openTerminalTalk({ input, output }, () => process.exit(INTERRUPTED)) : null;
  try {
    const outcome = await importProducts({
      catalogDir, checks, ask: talk && ((question) => talk.ask(question)), say: (text) => void output.write(`${text}\n`), progress: createProgressBar(notes),
      files: createOwnerFiles({ catalogDir, dataDir: values.data ?? config.DATA_DIR, checks, now: Date.now, newId: randomUUID }),
      fetchPicture: (link) => fetchPicture(link), today: new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Jakarta' }),
    }, {
      file, columns: values.column ?? [], yes: values.yes === true, dryRun: values['dry-run'] === true, skipBad: values['skip-bad'] === true, noPhotos: values['no-photos'] === true,
      ...(values.others !== undefined && { others: values.others as 'keep' | 'drop' }), ...(values.photos !== undefined && { photos: values.photos }),
    });
    return outcome.kind === 'refused' || outcome.kind === 'declined' ? 1 : 0;
  } finally {
    talk?.close();
  }
}

function readArgs(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args], allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean' }, yes: { type: 'boolean' }, column: { type: 'string', multiple: true }, 'skip-bad': { type: 'boolean' }, others: { type: 'string' },
        photos: { type: 'string' }, 'no-photos': { type: 'boolean' }, catalog: { type: 'string' }, data: { type: 'string' },
      },
    });
    const [file, ...more] = positionals;
    const known = values.others === undefined || values.others === 'keep' || values.others === 'drop';
    return file === undefined || more.length > 0 || !known ? null : { values, file };
  } catch {
    // An option nobody knows: how it is used says more than the parser's English.
    return null;
  }
}
