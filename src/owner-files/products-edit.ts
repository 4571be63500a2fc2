import { ALL_COLUMNS, COLUMNS, columnOf, type Column } from '../shop/catalogue/products/columns.ts';
import { skuKey } from '../shop/catalogue/values/sku-text.ts';
import { openSeparatedProducts, type CellTexts, type SeparatedProducts } from './separated-edit.ts';
import { editYaml, NotEditable, yamlValue, type Plain, type Step, type YamlEdit } from './yaml-edit.ts';
import type { YamlContent } from './yaml-words.ts';

export type { CellTexts };
/** A products file that a form can change, one cell at a time. */
export type EditableProducts = SeparatedProducts;

/**
 * Opens the owner's products file for changes of single cells. Null for a workbook (.xlsx): what writes it anew would lose colours,
 * formulas and other sheets, so such a file is changed in Excel and brought whole.
 */
export function openProducts(file: string, bytes: Uint8Array): EditableProducts | null {
  if (/\.(?:csv|tsv)$/.test(file)) return openSeparatedProducts(file, bytes);
  if (!/\.ya?ml$/.test(file)) return null;
  try {
    return openListedProducts(Buffer.from(bytes).toString('utf8'));
  } catch (error) {
    if (error instanceof NotEditable) return null;
    throw error;
  }
}

function openListedProducts(text: string): EditableProducts | null {
  const whole = yamlValue(text);
  const under: readonly Step[] = whole !== null && typeof whole === 'object' && 'products' in whole ? ['products'] : [];
  const items = (under.length > 0 ? (whole as { readonly products: Plain }).products : whole) as readonly Readonly<Record<string, Plain>>[];
  if (!Array.isArray(items)) return null;
  const keyFor = (item: Readonly<Record<string, Plain>>, column: Column): string | undefined => Object.keys(item).find((key) => columnOf(key)?.column === column);
  const indexOf = (sku: string): number => items.findIndex((item) => skuKey(String(item[keyFor(item, 'sku') ?? ''] ?? '')) === skuKey(sku));
  const saved = (edits: readonly YamlEdit[]): Uint8Array | null => {
    try {
      return Buffer.from(editYaml(text, edits), 'utf8');
    } catch (error) {
      if (error instanceof NotEditable) return null;
      throw error;
    }
  };
  const cellOf = (value: Plain | undefined): string => (Array.isArray(value) ? value.join('|') : String(value ?? ''));

  return {
    columns: ALL_COLUMNS,
    writable: ALL_COLUMNS,
    cells(sku) {
      const item = items[indexOf(sku)];
      return item ? Object.fromEntries(Object.entries<Plain>(item).flatMap(([key, value]) => {
        const column = columnOf(key)?.column;
        return column === undefined ? [] : [[column, cellOf(value)]];
      })) : null;
    },
    columnAt: () => null,
    withCells(changes) {
      const edits: YamlEdit[] = [];
      for (const [sku, cells] of changes) {
        const at = indexOf(sku);
        const item = items[at];
        if (!item) return null;
        for (const [column, value] of Object.entries(cells) as [Column, string][]) {
          const key = keyFor(item, column);
          if (key === undefined && value === '') continue;
          const was = key === undefined ? undefined : item[key];
          if (cellOf(was) !== value) edits.push({ do: 'set', path: [...under, at, key ?? COLUMNS[column][0]], value: Array.isArray(was) ? value.split('|') : contentOf(value) });
        }
      }
      return saved(edits);
    },
    withProduct: (cells) => saved([{ do: 'set', path: [...under, items.length], value: Object.fromEntries((Object.entries(cells) as [Column, string][]).filter(([, value]) => value !== '').map(([column, value]) => [COLUMNS[column][0], contentOf(value)])) }]),
  };
}

/** Counts and prices are written bare; "007" is a code. */
const contentOf = (value: string): YamlContent => (/^(?:0|[1-9]\d{0,14})$/.test(value) ? Number(value) : value);
