/**
 * `node --import tsx bench/import.ts [--rows 10000]`: how long `npm run import` takes for a large export, and how much memory it
 * holds at most: the process's own peak (getrusage's ru_maxrss), measured from outside by running the command as an owner does.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import ExcelJS from 'exceljs';

const { values } = parseArgs({ options: { rows: { type: 'string' } } });
const ROWS = Number(values.rows ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), 'ladeni-bench-import-'));

const HEADINGS = ['Handle', 'Title', 'Body (HTML)', 'Vendor', 'Product Category', 'Type', 'Tags', 'Published', 'Option1 Name', 'Option1 Value', 'Option2 Name', 'Option2 Value', 'Option3 Name', 'Option3 Value', 'Variant SKU', 'Variant Grams', 'Variant Inventory Tracker', 'Variant Inventory Qty', 'Variant Inventory Policy', 'Variant Fulfillment Service', 'Variant Price', 'Variant Compare At Price', 'Variant Requires Shipping', 'Variant Taxable', 'Variant Barcode', 'Image Src', 'Image Position', 'Image Alt Text', 'Gift Card', 'SEO Title', 'SEO Description', 'Variant Image', 'Variant Weight Unit', 'Variant Tax Code', 'Cost per item', 'Status'];
const BODY = `<p>${'Bahan baja nirkarat 304 yang tebal dan mudah dibersihkan. '.repeat(12)}</p><ul><li>Garansi 1 tahun</li><li>Bisa kompor induksi</li></ul>`;
function rowOf(i: number): string[] {
  const first = i % 4 === 0;
  const product = Math.floor(i / 4);
  return [`barang-${product}`, first ? `Panci Serbaguna Seri ${product}` : '', first ? BODY : '', 'Dapur', '', first ? `Kategori ${product % 40}` : '', first ? 'dapur, panci' : '', 'TRUE', 'Ukuran', `${18 + (i % 4) * 2} cm`, '', '', '', '', `SKU-${i}`, String(400 + (i % 900)), 'shopify', String(i % 50), 'deny', 'manual', `${20_000 + (i % 300) * 1_000}.00`, '', 'TRUE', 'TRUE', '', '', '', '', 'FALSE', '', '', '', 'g', '', '', 'active'];
}
const rows = Array.from({ length: ROWS }, (_, i) => rowOf(i));
const csv = join(folder, 'shopify.csv');
writeFileSync(csv, [HEADINGS, ...rows].map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\n'));
const xlsx = join(folder, 'shopify.xlsx');
const book = new ExcelJS.Workbook();
const sheet = book.addWorksheet('Produk');
for (const row of [HEADINGS, ...rows]) sheet.addRow(row);
writeFileSync(xlsx, Buffer.from(await book.xlsx.writeBuffer()));

for (const file of [csv, xlsx]) {
  const catalog = join(folder, 'catalog');
  rmSync(catalog, { recursive: true, force: true });
  mkdirSync(catalog);
  writeFileSync(join(catalog, 'store.yaml'), 'name: Toko Ukur\npayments: { cod: true }\n');
  const started = performance.now();
  const tell = 'process.on("exit", () => { const used = process.resourceUsage(); process.stderr.write(`peak ${used.maxRSS} cpu ${used.userCPUTime + used.systemCPUTime}`); })';
  const run = spawnSync(process.execPath, ['--import', 'tsx', '--import', `data:text/javascript,${encodeURIComponent(tell)}`, 'src/import.ts', file, '--yes', '--no-photos', '--catalog', catalog, '--data', join(folder, 'data')], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${run.stdout}\n${run.stderr}`);
  const peak = Number(/peak (\d+)/.exec(run.stderr)?.[1]) / 1024;
  const cpu = Number(/cpu (\d+)/.exec(run.stderr)?.[1]) / 1e6;
  process.stdout.write(`${file.split('.').at(-1)}: ${ROWS.toLocaleString('id-ID')} rows in ${((performance.now() - started) / 1000).toFixed(1)} s (${cpu.toFixed(1)} s of a core), at most ${Math.round(peak)} MB\n`);
}
rmSync(folder, { recursive: true });
