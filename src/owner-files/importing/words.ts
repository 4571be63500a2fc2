import { rupiah } from '../../shop/payment/rupiah.ts';
import type { FileProblem } from '../../shop/catalogue/snapshot.ts';
import { problemLine } from '../../shop/catalogue/file-problems.ts';
import type { Change, Changes } from '../changes.ts';
import type { Recognised } from './recognise.ts';
import { samplesBelow } from './said-columns.ts';
import { NAMEABLE } from './source-field.ts';
import type { Understood } from './understand.ts';

const MOST_LINES = 12;

/** At most a dozen lines, and how many more there are. */
export const someOf = (lines: readonly string[], most = MOST_LINES): string =>
  (lines.length <= most ? lines : [...lines.slice(0, most), `  … dan ${lines.length - most} lagi`]).join('\n');

/** What the file was taken for, column by column. */
export function recognisedWords(recognised: Recognised): string {
  const { table, format, header, placing, unplaced } = recognised;
  const columns = Object.entries(NAMEABLE).flatMap(([name, field]) => {
    const places = placing.get(field) ?? [];
    return places.length === 0 ? [] : [`${name} ← "${header[places[0]!]!.text.trim().replace(/\s+/g, ' ')}"`];
  });
  const left = unplaced.map((cell) => `"${cell.text.trim()}" (${samplesBelow(cell, recognised)})`);
  return [
    `${table.file}: dibaca sebagai ${format.name}, judul kolom di baris ${header[0]!.line}.`,
    `Kolom yang dipakai: ${columns.join(', ')}.`,
    ...(left.length > 0 ? [`Kolom yang tidak dipakai:\n${someOf(left.map((line) => `  ${line}`))}\nKalau ada yang perlu: --column "judul kolom=name" (atau price, stock, …).`] : []),
  ].join('\n');
}

export const problemWords = (problems: readonly FileProblem[]): string => someOf(problems.map((problem) => `  ${problemLine(problem)}`), 20);

/** What was understood and what is missing. */
export function understoodWords(understood: Understood): string {
  const groups = new Set(understood.ready.flatMap((draft) => draft.cells.variant_of?.text ?? [])).size;
  return [
    `${understood.ready.length} barang siap${groups > 0 ? `, di antaranya varian dari ${groups} barang` : ''}.`,
    ...(understood.problems.length > 0 ? [`${understood.leftOut.length} baris belum bisa dipakai:\n${problemWords(understood.problems)}`] : []),
    ...(understood.warnings.length > 0 ? [`Perlu dilihat:\n${problemWords(understood.warnings)}`] : []),
  ].join('\n');
}

/** What would change in the owner's products, as she would tell it. */
export function changesWords(changes: Changes): string {
  const { added, changed, gone, same } = changes;
  return [
    `Yang berubah di products.csv: ${added.length} baru, ${changed.length} berubah, ${gone.length} dibuang, ${same} tetap.`,
    ...(added.length > 0 ? [someOf(added.map((product) => `  + ${product.sku}  ${product.title}  ${rupiah(product.price)}  ${product.stock === null ? 'dibuat sesuai pesanan' : `stok ${product.stock}`}`))] : []),
    ...(changed.length > 0 ? [someOf(changed.map(({ product, what }) => `  ~ ${product.sku}  ${product.title}: ${what.map(changeWords).join('; ')}`))] : []),
    ...(gone.length > 0 ? [someOf(gone.map((product) => `  - ${product.sku}  ${product.title}`))] : []),
  ].join('\n');
}

const NAMES: Readonly<Record<Change['field'], string>> = {
  price: 'harga', sale: 'harga promo', stock: 'stok', title: 'nama', category: 'kategori', weight: 'berat', description: 'deskripsi', aliases: 'sebutan lain', photo: 'foto', goes_with: 'pasangan',
  variant: 'varian', tags: 'tag', active: 'dijual',
};

function changeWords(change: Change): string {
  const name = NAMES[change.field];
  switch (change.field) {
    case 'price': return `${name} ${rupiah(change.from)} → ${rupiah(change.to)}`;
    case 'stock': return `${name} ${change.from ?? 'sesuai pesanan'} → ${change.to ?? 'sesuai pesanan'}`;
    case 'description': return `${name} diganti`;
    default: return `${name} ${change.from === '' ? '(kosong)' : change.from} → ${change.to === '' ? '(kosong)' : change.to}`;
  }
}
