import type { Column } from '../../shop/catalogue/products/columns.ts';
import { parseRupiah } from '../../shop/catalogue/money-text.ts';
import { listOf, skuKey } from '../../shop/catalogue/values/sku-text.ts';
import { headingsOf, PRODUCT_HEADINGS, skuOf, type ProductSheet, type SheetRow } from '../product-sheet.ts';
import type { ReadyDraft } from './understand.ts';

export interface MergeParts {
  readonly before: ProductSheet | null;
  readonly drafts: readonly ReadyDraft[];
  readonly said: ReadonlySet<Column>;
  /** What becomes of products that the import does not name. */
  readonly others: 'keep' | 'drop';
  /** The name in `photos/` of a draft's picture; null where it has none. */
  readonly photoOf: (draft: ReadyDraft) => string | null;
}

/** A cell that says nothing leaves what was there, but for these: an empty stock is made to order, and a sale may be over. */
const EMPTY_MEANS_EMPTY: ReadonlySet<Column> = new Set(['stock', 'sale_price', 'sale_from', 'sale_until']);
const NOT_ALWAYS: readonly Column[] = ['sale_price', 'sale_from', 'sale_until', 'size_cm'];
/** Columns that only hold a part of what another says: the whole takes their place. */
const PARTS_OF: Readonly<Partial<Record<Column, readonly Column[]>>> = { sale_price: ['sale_price_effective_date'], stock: ['availability'], weight_g: ['weight_kg'], variant: ['size', 'color', 'pattern'] };

/**
 * The owner's file with the imported products in it. Products are known by SKU. What the source does not speak of (aliases,
 * companions, columns of her own) stays as she wrote it; her order and headings stay too, new products come after.
 */
export function merge({ before, drafts, said, others, photoOf }: MergeParts): { readonly headings: readonly string[]; readonly rows: readonly SheetRow[] } {
  const old = before?.headings ?? [];
  const headingOf = headingsOf(old);
  const wanted = [...PRODUCT_HEADINGS, ...NOT_ALWAYS.filter((column) => drafts.some((draft) => (draft.cells[column]?.text ?? '') !== ''))];
  const headings = [...old, ...wanted.map(headingOf).filter((heading) => !old.includes(heading))];
  const imported = new Map(drafts.map((draft) => [skuKey(draft.sku), draft]));

  const rows: SheetRow[] = [];
  for (const row of before?.rows ?? []) {
    const sku = skuOf(before!, row);
    const draft = imported.get(sku);
    if (!draft) {
      if (others === 'keep') rows.push(row);
      continue;
    }
    imported.delete(sku);
    rows.push(changed(row, draft));
  }
  for (const draft of imported.values()) rows.push(changed(new Map([[headingOf('active'), 'yes']]), draft));
  return { headings, rows: withKnownCompanions(rows) };

  function changed(row: SheetRow, draft: ReadyDraft): SheetRow {
    const now = new Map(row);
    now.set(headingOf('sku'), draft.sku);
    for (const column of said) {
      if (column === 'sku' || column === 'photo') continue;
      const text = draft.cells[column]?.text ?? '';
      if (text === '' && !EMPTY_MEANS_EMPTY.has(column)) continue;
      now.set(headingOf(column), text);
      for (const part of PARTS_OF[column] ?? []) if (now.has(headingOf(part))) now.set(headingOf(part), '');
    }
    const photo = photoOf(draft);
    if (photo !== null) now.set(headingOf('photo'), photo);
    // A sale of her own that the new price has undercut is none any more.
    const [price, sale] = [parseRupiah(now.get(headingOf('price')) ?? ''), parseRupiah(now.get(headingOf('sale_price')) ?? '')];
    if (price.kind === 'money' && sale.kind === 'money' && sale.amount >= price.amount) {
      for (const column of ['sale_price', 'sale_from', 'sale_until', 'sale_price_effective_date'] as const) if (now.has(headingOf(column))) now.set(headingOf(column), '');
    }
    return now;
  }

  function withKnownCompanions(all: readonly SheetRow[]): readonly SheetRow[] {
    const heading = headingOf('goes_with');
    const known = new Set(all.map((row) => skuKey(row.get(headingOf('sku')) ?? '')));
    return all.map((row) => {
      const written = row.get(heading) ?? '';
      const kept = listOf(written).filter((sku) => known.has(skuKey(sku)));
      return written.trim() === '' || kept.length === listOf(written).length ? row : new Map([...row, [heading, kept.join('|')]]);
    });
  }
}
