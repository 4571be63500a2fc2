import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { nearest, type FileProblems } from './file-problems.ts';
import { parseRupiah } from './money-text.ts';
import { allHeadings, columnOf, PASSED_OVER, type Column } from './product-columns.ts';
import type { Product } from './snapshot.ts';
import type { Cell, Table } from './table.ts';

type Row = Readonly<Partial<Record<Column, Cell>>>;

const LONGEST_TEXT = 2_000;
const BROKEN_FORMULA = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const YES = new Set(['yes', 'ya', 'y', '1', 'true', 'aktif', 'active', 'published']);
const NO = new Set(['no', 'tidak', 't', 'n', '0', 'false', 'nonaktif', 'inactive', 'archived', 'draft']);

/** Turns the rows of a products file into products; every mistake is said at its own cell. */
export function readProducts(table: Table, folder: string, problems: FileProblems): Product[] {
  const { file } = table;
  const rows = table.rows.filter((row) => row.some((cell) => cell.text !== ''));
  const [header, ...body] = rows;
  if (!header) {
    problems.error({ file, line: 1, column: 1 }, 'berkas ini kosong', 'baris pertama berisi nama kolom: sku,name,price,stock,…');
    return [];
  }
  const columns = readHeader(header, file, problems);
  if (!columns) return [];
  const products = body.flatMap((cells) => readRow(cells, header.length, columns, file, folder, problems) ?? []);
  checkTogether(products, body, columns, file, problems);
  return products;
}

function readHeader(header: readonly Cell[], file: string, problems: FileProblems): (Column | null)[] | null {
  const columns = header.map((cell) => columnOf(cell.text));
  if (columns.filter((column) => column !== null).length < 2) {
    problems.error({ file, line: header[0]!.line, column: 1 }, 'baris nama kolom tidak ada', 'tulis di baris pertama: sku,name,category,price,stock,weight_g,description');
    return null;
  }
  header.forEach((cell, i) => {
    const at = { file, line: cell.line, column: cell.column };
    if (columns[i] === null) {
      if (cell.text === '' || PASSED_OVER.has(cell.text.toLowerCase())) return;
      const near = nearest(cell.text, allHeadings());
      problems.warn(at, `kolom "${cell.text}" tidak dikenal dan dilewati`, near === null ? `kolom yang dikenal: ${allHeadings().join(', ')}` : `maksudnya "${near}"?`);
    } else if (columns.indexOf(columns[i]!) !== i) {
      problems.error(at, `kolom "${cell.text}" ada dua kali`, 'hapus salah satu');
    }
  });
  for (const needed of ['sku', 'name', 'price'] as const) {
    if (!columns.includes(needed)) problems.error({ file, line: header[0]!.line, column: 1 }, `kolom "${needed}" tidak ada`, `tambahkan kolom "${needed}" di baris pertama`);
  }
  return columns.includes('sku') && columns.includes('name') && columns.includes('price') ? columns : null;
}

function readRow(
  cells: readonly Cell[], width: number, columns: readonly (Column | null)[], file: string, folder: string, problems: FileProblems,
): Product | null {
  const first = cells[0]!;
  const before = problems.errors.length;
  if (cells.slice(width).some((cell) => cell.text !== '')) {
    problems.error({ file, line: first.line, column: cells[width]!.column }, `baris ini punya ${cells.length} sel, padahal kolomnya ${width}`, 'apit teks yang memuat koma dengan tanda kutip: "besar, merah"');
    return null;
  }
  const row: Record<string, Cell> = {};
  cells.forEach((cell, i) => { const column = columns[i]; if (column && !(column in row)) row[column] = cell; });
  for (const cell of cells) {
    const at = { file, line: cell.line, column: cell.column };
    if (BROKEN_FORMULA.test(cell.text)) problems.error(at, `rumus Excel di sel ini rusak (${cell.text})`, 'ganti dengan nilainya, misalnya 75000');
    else if (CONTROL.test(cell.text)) problems.error(at, 'ada huruf kendali yang tidak terlihat', 'ketik ulang isi sel ini');
    else if (cell.text.length > LONGEST_TEXT) problems.error(at, `teksnya ${cell.text.length} huruf`, `paling panjang ${LONGEST_TEXT} huruf`);
  }
  if (problems.errors.length > before) return null;
  const product = productOf(row, first, file, folder, problems);
  return problems.errors.length > before ? null : product;
}

function productOf(row: Row, first: Cell, file: string, folder: string, problems: FileProblems): Product {
  const text = (column: Column): string => row[column]?.text ?? '';
  const at = (column: Column) => ({ file, line: row[column]?.line ?? first.line, column: row[column]?.column ?? 1 });
  const list = (column: Column): string[] => text(column).split('|').map((part) => part.trim()).filter((part) => part !== '');

  const sku = text('sku');
  if (sku === '') problems.error(at('sku'), 'SKU kosong', 'beri kode yang tidak sama dengan barang lain, misalnya WTG-28');
  else if (/^\d(?:\.\d+)?E\+\d+$/i.test(sku)) problems.error(at('sku'), `SKU "${sku}" diubah Excel menjadi angka ilmiah`, 'format kolom SKU sebagai Teks lalu ketik ulang');
  else if (sku.length > 60 || /\s{2,}|[|]/.test(sku)) problems.error(at('sku'), `SKU "${sku.slice(0, 60)}" tidak bisa dipakai`, 'paling panjang 60 huruf, tanpa "|"');

  const name = text('name');
  if (name === '') problems.error(at('name'), 'nama barang kosong', 'tulis nama yang dibaca pelanggan, misalnya "Wajan Teflon 28 cm"');

  const priceCell = text('salePrice') !== '' ? 'salePrice' : 'price';
  const price = readPrice(text(priceCell), at(priceCell), problems);
  const stock = readStock(text('stock'), text('availability'), at('stock'), problems);
  const weightG = readWeight(text('weight'), at('weight'), problems);
  const sizeCm = readSize(text('size'), at('size'), problems);
  const active = readActive(text('active'), at('active'), problems);
  const variant = text('variant') || null;
  const variantOf = text('variantOf') || null;
  if (variant !== null && /^\d{4}-\d{2}-\d{2}$|^\d{1,2}[/-](?:jan|feb|mar|apr|mei|may|jun|jul|agu|aug|sep|okt|oct|nov|des|dec)$/i.test(variant)) {
    problems.error(at('variant'), `varian "${variant}" diubah Excel menjadi tanggal`, 'format kolom sebagai Teks lalu ketik ulang, misalnya 10-12');
  }
  const title = variant !== null && !name.toLowerCase().includes(variant.toLowerCase()) ? `${name} ${variant}` : name;
  return {
    sku, title, name: variantOf ?? name, category: text('category') || 'Lainnya', price, stock, weightG, sizeCm,
    description: text('description'), aliases: list('aliases'), photo: readPhoto(text('photo'), folder, at('photo'), problems),
    goesWith: list('goesWith'), variantOf, variant, tags: list('tags'), active, source: { file, line: first.line },
  };
}

type At = { file: string; line: number; column: number };

function readPrice(text: string, at: At, problems: FileProblems): number {
  if (text === '') {
    problems.error(at, 'harga kosong', 'tulis harga dalam rupiah, misalnya 75000');
    return 0;
  }
  const reading = parseRupiah(text);
  if (reading.kind === 'money' && reading.amount > 0 && reading.amount <= 1_000_000_000) return reading.amount;
  if (reading.kind === 'money') problems.error(at, `harga ${text} tidak masuk akal`, 'harga lebih dari 0 dan paling banyak 1.000.000.000, misalnya 75000');
  else if (reading.kind === 'unclear') problems.error(at, `harga "${text}" bisa dibaca dua cara`, 'tulis tanpa sen dan tanpa tanda, misalnya 75000 atau 75.000');
  else problems.error(at, `harga "${text}" bukan angka`, 'tulis seperti 75000, 75.000, Rp 75.000 atau 75rb');
  return 0;
}

function readStock(text: string, availability: string, at: At, problems: FileProblems): number | null {
  if (text === '') return /^(?:out of stock|habis|discontinued)$/i.test(availability) ? 0 : null;
  const plain = text.replace(/^(\d{1,3}(?:\.\d{3})+)$/, (whole) => whole.replaceAll('.', '')).replace(/[.,]0+$/, '');
  if (/^\d{1,9}$/.test(plain)) return Number(plain);
  if (/^-\d/.test(text)) problems.error(at, `stok ${text} kurang dari nol`, 'tulis jumlah yang ada, misalnya 0 atau 12');
  else if (/^\d+[.,]\d+$/.test(text)) problems.error(at, `stok ${text} bukan bilangan bulat`, 'tulis jumlah bulat, misalnya 12');
  else problems.error(at, `stok "${text}" bukan angka`, 'tulis jumlah bulat, misalnya 12; kosongkan untuk barang yang dibuat sesuai pesanan');
  return null;
}

const DEFAULT_WEIGHT_G = 1_000;

function readWeight(text: string, at: At, problems: FileProblems): number {
  if (text === '') return DEFAULT_WEIGHT_G;
  const match = /^(\d{1,3}(?:\.\d{3})+|\d+(?:[.,]\d+)?)\s*(g|gr|gram|kg)?$/i.exec(text);
  const kilos = match?.[2]?.toLowerCase() === 'kg';
  const figure = match ? Number(!kilos && /^\d{1,3}(?:\.\d{3})+$/.test(match[1]!) ? match[1]!.replaceAll('.', '') : match[1]!.replace(',', '.')) : NaN;
  const grams = Math.round(figure * (kilos ? 1_000 : 1));
  if (Number.isFinite(grams) && grams > 0 && grams <= 1_000_000) return grams;
  problems.error(at, `berat "${text}" tidak terbaca`, 'tulis gram, misalnya 900, atau 0,9 kg');
  return DEFAULT_WEIGHT_G;
}

function readSize(text: string, at: At, problems: FileProblems): readonly [number, number, number] | null {
  if (text === '') return null;
  const match = /^(\d+(?:[.,]\d+)?)\s*[x×*]\s*(\d+(?:[.,]\d+)?)\s*[x×*]\s*(\d+(?:[.,]\d+)?)\s*(?:cm)?$/i.exec(text);
  if (match) return [1, 2, 3].map((i) => Number(match[i]!.replace(',', '.'))) as [number, number, number];
  problems.error(at, `ukuran "${text}" tidak terbaca`, 'tulis panjang x lebar x tinggi dalam cm, misalnya 30x20x15');
  return null;
}

function readActive(text: string, at: At, problems: FileProblems): boolean {
  const word = text.toLowerCase();
  if (word === '' || YES.has(word)) return true;
  if (NO.has(word)) return false;
  problems.error(at, `"${text}" bukan ya atau tidak`, 'tulis yes atau no');
  return true;
}

function readPhoto(text: string, folder: string, at: At, problems: FileProblems): string | null {
  if (text === '' || /^https?:\/\//i.test(text)) return null;
  const photos = resolve(folder, 'photos');
  const path = resolve(photos, text);
  if (!path.startsWith(photos)) {
    problems.error(at, `foto "${text}" di luar folder photos`, 'taruh fotonya di folder photos dan tulis nama berkasnya saja');
    return null;
  }
  if (existsSync(path)) return path;
  problems.warn(at, `foto "${text}" tidak ada di ${join('photos', '')}`, 'taruh berkasnya di folder photos, atau kosongkan sel ini');
  return null;
}

/** What only shows when all rows are known: doubled SKUs, companions that do not exist. */
function checkTogether(products: readonly Product[], body: readonly (readonly Cell[])[], columns: readonly (Column | null)[], file: string, problems: FileProblems): void {
  const skuAt = columns.indexOf('sku');
  const first = new Map<string, number>();
  for (const row of body) {
    const cell = row[skuAt];
    if (!cell || cell.text === '') continue;
    const before = first.get(cell.text.toUpperCase());
    if (before !== undefined) problems.error({ file, line: cell.line, column: cell.column }, `SKU "${cell.text}" sudah dipakai di baris ${before}`, 'beri kode yang berbeda untuk setiap barang dan ukuran');
    else first.set(cell.text.toUpperCase(), cell.line);
  }
  const goesAt = columns.indexOf('goesWith');
  const skus = [...first.keys()];
  for (const product of products) {
    for (const companion of product.goesWith) {
      if (first.has(companion.toUpperCase())) continue;
      const cell = body.find((row) => row[skuAt]?.text === product.sku)?.[goesAt];
      const near = nearest(companion, skus);
      problems.error({ file, line: cell?.line ?? product.source.line, column: cell?.column ?? 1 }, `goes_with menyebut SKU "${companion}" yang tidak ada`, near === null ? 'tulis SKU dari berkas ini, dipisah "|"' : `maksudnya "${near}"?`);
    }
  }
}
