import { suggestion } from '../../shop/catalogue/nearest.ts';
import { keyOf, type Recognised, type SaidColumns } from './recognise.ts';
import { fieldNamed, NAMEABLE, type SourceField } from './source-field.ts';

export type ReadColumns = { readonly kind: 'read'; readonly said: SaidColumns } | { readonly kind: 'wrong'; readonly what: string };

export const NAMES = Object.keys(NAMEABLE).join(', ');

/** What the owner says on the command line: "Nama Barang=name", or "Merek=" for a column to leave. */
export function readColumns(written: readonly string[]): ReadColumns {
  const said = new Map<string, SourceField | null>();
  for (const one of written) {
    const mark = one.lastIndexOf('=');
    if (mark <= 0) return { kind: 'wrong', what: `--column "${one}" tidak terbaca; tulis judul kolom, lalu =, lalu isinya, misalnya --column "Nama Barang=name"` };
    const name = one.slice(mark + 1).trim().toLowerCase();
    const field = name === '' || name === '-' ? null : fieldNamed(name);
    if (field === undefined) return { kind: 'wrong', what: `--column "${one}": "${name}" tidak dikenal; ${suggestion(name, Object.keys(NAMEABLE))}` };
    said.set(keyOf(one.slice(0, mark)), field);
  }
  return { kind: 'read', said };
}

/** A heading that the owner names and the file has not. */
export const notThere = (written: readonly string[], { header }: Recognised): string | null => {
  const keys = header.map((cell) => keyOf(cell.text));
  const missing = written.find((one) => !keys.includes(keyOf(one.slice(0, one.lastIndexOf('=')))));
  return missing === undefined ? null : `--column "${missing}": kolom itu tidak ada; yang ada: ${header.map((cell) => cell.text.trim()).filter(Boolean).join(', ')}`;
};

/** Fields without which nothing can be sold; a SKU can be made. */
export const missingFields = ({ placing }: Recognised): readonly ('name' | 'price')[] => (['name', 'price'] as const).filter((field) => !placing.has(field));

/** A few of the cells below a heading, so that the owner knows which column is meant. */
export function samplesBelow(heading: { readonly column: number }, { header, body }: Recognised): string {
  const index = header.findIndex((cell) => cell.column === heading.column);
  const texts = body.flatMap((row) => row[index]?.text.trim().replace(/\s+/g, ' ').slice(0, 40) || []);
  return [...new Set(texts)].slice(0, 3).join(' · ');
}
