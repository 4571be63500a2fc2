import type { FileProblem, Product } from '../../shop/catalogue/snapshot.ts';
import { FileProblems } from '../../shop/catalogue/file-problems.ts';
import type { Cell, Table } from '../../shop/catalogue/files/table.ts';
import { ALL_COLUMNS, type Column } from '../../shop/catalogue/products/columns.ts';
import { readProducts } from '../../shop/catalogue/products/read-products.ts';
import { createTally } from '../../shop/catalogue/products/tally.ts';
import { listOf, skuKey } from '../../shop/catalogue/values/sku-text.ts';
import { columnsSaid, draftOf, type Draft } from './draft.ts';
import { generateSku } from './generated-sku.ts';
import type { Recognised } from './recognise.ts';
import { sourceRow } from './source-row.ts';

/** A product of the source that passed every check of our own file. */
export interface ReadyDraft extends Draft {
  readonly sku: string;
  /** True where the source had none and it was made. */
  readonly madeSku: boolean;
}

export interface Understood {
  readonly ready: readonly ReadyDraft[];
  /** Rows of the source that cannot be taken as they are; `problems` says why. */
  readonly leftOut: readonly number[];
  /** Mistakes, each at its own row and column of the source file. */
  readonly problems: readonly FileProblem[];
  readonly warnings: readonly FileProblem[];
  /** Columns of our own file that the source says something about. */
  readonly said: ReadonlySet<Column>;
}

export interface UnderstandParts {
  readonly today: string;
  /** SKUs the owner's file has for a product's title (lower case): a product that came without a SKU is known by it. */
  readonly skuOfTitle?: (title: string) => string | undefined;
  /** Told after every few hundred rows. */
  readonly progress?: (done: number, total: number) => void;
}

const TELL_EVERY = 250;
/** Written by us, and so not worth a word to the owner. */
const OUR_COLUMNS = ALL_COLUMNS.filter((column) => !['weight_kg', 'size', 'color', 'pattern', 'availability', 'sale_price_effective_date'].includes(column));

/** Reads the rows of a recognised file into products of our own, by the same checks as the shop's start. */
export function understand(recognised: Recognised, parts: UnderstandParts): Understood {
  const { table, format, placing, body } = recognised;
  const problems = new FileProblems();
  const tally = createTally(problems);
  const rows = body.map((cells) => sourceRow(cells, placing));
  const pieces = format.pieces(rows, (row, kind, what, should) => tally.note(kind, { file: table.file, line: row.line, column: 1 }, what, should));
  const drafts = pieces.map((piece, i) => {
    if (i % TELL_EVERY === 0) parts.progress?.(i, pieces.length);
    return draftOf(piece, { recognised, tally, today: parts.today });
  });
  const named = withSkus(drafts, parts.skuOfTitle ?? (() => undefined));
  const made = named.find((draft) => draft.madeSku);
  if (made) {
    const count = named.filter((draft) => draft.madeSku).length;
    problems.warn({ file: table.file, line: made.line, column: (placing.get('sku')?.[0] ?? 0) + 1 }, `${count} barang tidak punya kode barang (SKU), jadi dibuatkan, misalnya ${made.sku}`, 'kodenya tetap sama bila diimpor lagi');
  }
  const checked = check(named, table, problems);
  tally.tell();
  parts.progress?.(pieces.length, pieces.length);
  const distinct = withoutRepeats(problems.all);
  return {
    ...checked, said: columnsSaid(recognised),
    problems: distinct.filter((problem) => problem.severity === 'error'), warnings: distinct.filter((problem) => problem.severity === 'warning'),
  };
}

function withSkus(drafts: readonly Draft[], skuOfTitle: (title: string) => string | undefined): readonly ReadyDraft[] {
  const written = new Set(drafts.flatMap((draft) => (draft.cells.sku ? [skuKey(draft.cells.sku.text)] : [])));
  const identities = new Map<string, string>();
  // Two products share a made SKU only where nothing tells them apart; the check then says so.
  const taken = (identity: string) => (key: string): boolean => written.has(key) || (identities.has(key) && identities.get(key) !== identity);
  return drafts.map((draft) => {
    if (draft.cells.sku) return { ...draft, sku: draft.cells.sku.text, madeSku: false };
    const known = skuOfTitle(draft.title.toLowerCase());
    const theOwners = known !== undefined && !written.has(skuKey(known));
    const sku = theOwners ? known : generateSku(draft.title, draft.identity, taken(draft.identity));
    identities.set(skuKey(sku), draft.identity);
    return { ...draft, sku, madeSku: !theOwners };
  });
}

/** Runs our own file's checks over the drafts, whose cells still know their place in the source. */
function check(drafts: readonly ReadyDraft[], source: Table, problems: FileProblems): Pick<Understood, 'ready' | 'leftOut'> {
  if (drafts.length === 0) {
    problems.error({ file: source.file, line: source.rows.at(-1)?.[0]?.line ?? 1, column: 1 }, 'tidak ada barang di bawah judul kolom', 'tulis satu barang setiap baris');
    return { ready: [], leftOut: [] };
  }
  const known = new Set(drafts.map((draft) => skuKey(draft.sku)));
  const header = OUR_COLUMNS.map((column): Cell => ({ text: column, line: source.rows[0]![0]!.line, column: 1 }));
  const body = drafts.map((draft) => OUR_COLUMNS.map((column): Cell => {
    const cell = draft.cells[column] ?? { text: '', line: draft.line, column: 1 };
    if (column === 'sku') return { ...cell, text: draft.sku };
    if (column === 'goes_with') return { ...cell, text: listOf(cell.text).filter((sku) => known.has(skuKey(sku))).join('|') };
    return cell;
  }));
  const products = readProducts({ file: source.file, kind: source.kind, rows: [header, ...body] }, { path: '', photos: [] }, problems);
  return sorted(drafts, products);
}

/** A row counts once, and a SKU where it first stands. */
function sorted(drafts: readonly ReadyDraft[], products: readonly Product[]): Pick<Understood, 'ready' | 'leftOut'> {
  const passed = new Set(products.map((product) => product.source.line));
  const seen = new Set<string>();
  const ready: ReadyDraft[] = [];
  const leftOut: number[] = [];
  for (const draft of drafts) {
    const key = skuKey(draft.sku);
    if (passed.has(draft.cells.sku?.line ?? draft.line) && !seen.has(key)) {
      seen.add(key);
      ready.push(draft);
    } else leftOut.push(draft.line);
  }
  return { ready, leftOut };
}

/** A cell that several variants share is wrong once. */
function withoutRepeats(problems: readonly FileProblem[]): readonly FileProblem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = `${problem.line}:${problem.column}:${problem.what}`;
    return !seen.has(key) && seen.add(key);
  });
}
