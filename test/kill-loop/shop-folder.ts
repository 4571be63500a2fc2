import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { parse } from 'csv-parse/sync';

const CATALOG = path.resolve(import.meta.dirname, '../../catalog');
/** So many that no customer of a long run finds the shelf empty. */
const PIECES = 100_000;

/** A folder for one bot: the sample shop with full shelves. Returns what can be wished for. */
export async function makeShopFolder(folder: string): Promise<string[]> {
  await mkdir(path.join(folder, 'data'), { recursive: true });
  await cp(CATALOG, path.join(folder, 'catalog'), { recursive: true });
  const file = path.join(folder, 'catalog/products.csv');
  const text = await readFile(file, 'utf8');
  const [header = [], ...rows] = parse(text) as string[][];
  const stock = header.indexOf('stock');
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const full = rows.map((row) => row.map((cell, at) => (at === stock ? String(PIECES) : cell)));
  await writeFile(file, [header, ...full].map((row) => row.map(quoted).join(',')).join('\n') + '\n');
  const field = (row: string[], name: string): string => row[header.indexOf(name)] ?? '';
  // A number in a name could be taken for a number of pieces, a package for a parcel; that is not what is tried here.
  return rows.filter((row) => field(row, 'active') === 'yes' && field(row, 'variant_of') === '').map((row) => field(row, 'name')).filter((name) => !/\d|^Paket/.test(name));
}

/** A port that was free just now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
