import type { FileProblems } from '../file-problems.ts';
import type { Cell, Table } from '../files/table.ts';
import type { YamlFile, YamlValue } from '../files/yaml-file.ts';

const EXAMPLE = 'tulis setiap barang sebagai butir: - { sku: WTG-28, name: Wajan Teflon 28 cm, price: 165000 }';

/** products.yaml as a table, so that one path reads all kinds of files: a list of products, bare or under `products:`. */
export function tableOfList(yaml: YamlFile, problems: FileProblems): Table | null {
  const { file } = yaml;
  const under = isMap(yaml.value) && 'products' in yaml.value ? ['products'] : [];
  const items = under.length > 0 ? (yaml.value as Readonly<Record<string, YamlValue>>).products : yaml.value;
  if (!Array.isArray(items) || items.length === 0) {
    problems.error(yaml.at(under), items === null || Array.isArray(items) ? 'belum ada barang di berkas ini' : 'isinya bukan daftar barang', EXAMPLE);
    return null;
  }
  const headings = new Map<string, Cell>();
  items.forEach((item: YamlValue, i) => {
    if (isMap(item)) for (const key of Object.keys(item)) if (!headings.has(key)) headings.set(key, { text: key, ...yaml.at([...under, i, key], 'key') });
  });
  const rows = items.flatMap((item: YamlValue, i): Cell[][] => {
    const start = yaml.at([...under, i]);
    if (!isMap(item)) {
      problems.error(start, 'butir ini bukan barang', EXAMPLE);
      return [];
    }
    return [[...headings.keys()].map((key): Cell => {
      if (!(key in item)) return { text: '', line: start.line, column: start.column };
      const { line, column } = yaml.at([...under, i, key]);
      return { line, column, ...contentOf(item[key]!) };
    })];
  });
  return { file, kind: 'list', rows: [[...headings.values()], ...rows] };
}

function contentOf(value: YamlValue): Pick<Cell, 'text' | 'damage'> {
  if (value === null) return { text: '' };
  if (typeof value === 'string') return { text: value };
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return { text: value.join('|') };
  return { text: '', damage: { what: 'di sini hanya boleh satu nilai atau daftar kata', should: 'tulis seperti aliases: [wajan teplon, teflon]' } };
}

const isMap = (value: YamlValue): value is { readonly [key: string]: YamlValue } => typeof value === 'object' && value !== null && !Array.isArray(value);
