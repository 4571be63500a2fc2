import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { catalogueRefused } from '../../errors.ts';
import { FileProblems } from './file-problems.ts';
import { EXAMPLES, FAQ, listAdvice, POLICY, QUICK_REPLIES, REPLIES, STAFF } from './list-schemas.ts';
import { makeCatalogue } from './make-catalogue.ts';
import { readProducts } from './read-products.ts';
import { SHIPPING, shippingAdvice } from './shipping-schema.ts';
import type { Catalogue, FileProblem, LoadOutcome, Product, ShippingSettings } from './snapshot.ts';
import { STORE, storeAdvice } from './store-schema.ts';
import { readSeparated, readWorkbook, type Table } from './table.ts';
import { check, readYaml, type Advice } from './yaml-file.ts';

export interface LoadChecks {
  /** Whether a place name of shipping.yaml is known to the map. */
  readonly knownPlace?: (name: string) => boolean;
  /** What is wrong with a wording of replies.yaml, in Indonesian; null when nothing is. */
  readonly checkReply?: (key: string, text: string) => string | null;
}

const PRODUCT_FILES = ['products.csv', 'products.tsv', 'products.xlsx', 'products.yaml', 'products.yml'];

/** The one checked path from an owner's folder to a snapshot. All mistakes are found, none stops the looking. */
export async function loadCatalogue(folder: string, checks: LoadChecks = {}): Promise<LoadOutcome> {
  const problems = new FileProblems();
  const yaml = async <T>(file: string, schema: z.ZodType<T>, advice: Advice): Promise<T | null> => {
    const read = await readYaml(join(folder, file), file, problems);
    // A file of nothing but comments says nothing.
    return read === null || read.value === null ? null : check(read, schema, advice, problems);
  };
  const products = await loadProducts(folder, problems);
  const store = await yaml('store.yaml', STORE, storeAdvice);
  const shipping = await loadShipping(folder, checks, problems);
  const rest = {
    faq: await yaml('faq.yaml', FAQ, listAdvice) ?? [],
    quickReplies: await yaml('quick_replies.yaml', QUICK_REPLIES, listAdvice) ?? [],
    staff: await yaml('staff.yaml', STAFF, listAdvice) ?? [],
    policy: await yaml('policy.yaml', POLICY, listAdvice) ?? { returns: null, warranty: null, refund: null, privacy: null },
    replies: await loadReplies(folder, checks, problems),
    examples: await yaml('examples.yaml', EXAMPLES, listAdvice) ?? {},
  };
  if (problems.errors.length > 0) return { kind: 'refused', problems: problems.all };
  const present = await readdir(folder);
  if (!present.includes('store.yaml')) problems.warn({ file: 'store.yaml', line: 1, column: 1 }, 'berkas ini belum ada; dipakai pengaturan bawaan', 'salin catalog/store.yaml contoh dan ubah isinya');
  if (!present.includes('shipping.yaml')) problems.warn({ file: 'shipping.yaml', line: 1, column: 1 }, 'berkas ini belum ada; ongkir bawaan dipakai', 'salin catalog/shipping.yaml contoh dan ubah tarifnya');
  const catalogue = makeCatalogue({
    ...rest, folder: resolve(folder), version: await versionOf(folder, present), products,
    store: store ?? STORE.parse({}), shipping: shipping ?? DEFAULT_SHIPPING,
  });
  return { kind: 'loaded', catalogue, warnings: problems.warnings };
}

/** @throws LadeniError CATALOGUE_REFUSED with every problem in it */
export async function loadCatalogueOrThrow(folder: string, checks: LoadChecks = {}): Promise<Catalogue> {
  const outcome = await loadCatalogue(folder, checks);
  if (outcome.kind === 'loaded') return outcome.catalogue;
  throw catalogueRefused(outcome.problems.map(problemLine));
}

/** `file:line:column: what is wrong; how it should look` */
export const problemLine = (problem: FileProblem): string => `${problem.file}:${problem.line}:${problem.column}: ${problem.what}; ${problem.should}`;

async function loadProducts(folder: string, problems: FileProblems): Promise<Product[]> {
  const present = await readdir(folder).catch(() => null);
  if (present === null) {
    problems.error({ file: folder, line: 1, column: 1 }, 'folder katalog ini tidak ada', 'tulis folder yang berisi products.csv, misalnya --catalog catalog');
    return [];
  }
  const found = PRODUCT_FILES.filter((file) => present.includes(file));
  if (found.length === 0) {
    problems.error({ file: 'products.csv', line: 1, column: 1 }, 'berkas barang tidak ada', `buat salah satu: ${PRODUCT_FILES.slice(0, 4).join(', ')}`);
    return [];
  }
  const file = found[0]!;
  if (found.length > 1) problems.warn({ file: found[1]!, line: 1, column: 1 }, `ada ${found.length} berkas barang; yang dibaca ${file}`, 'hapus atau pindahkan yang lain');
  const path = join(folder, file);
  const table = file.endsWith('.xlsx') ? await readWorkbook(path, file, problems)
    : /\.ya?ml$/.test(file) ? await readYamlTable(path, file, problems)
      : await readSeparated(path, file, problems);
  return table ? readProducts(table, folder, problems) : [];
}

/** A YAML list of products as a table, so that one path reads all kinds of files. */
async function readYamlTable(path: string, file: string, problems: FileProblems): Promise<Table | null> {
  const yaml = await readYaml(path, file, problems);
  if (yaml === null) return null;
  if (!Array.isArray(yaml.value)) {
    problems.error({ file, line: 1, column: 1 }, 'isinya bukan daftar barang', 'tulis setiap barang sebagai butir: - { sku: WTG-28, name: Wajan, price: 165000 }');
    return null;
  }
  const items = yaml.value as readonly Record<string, unknown>[];
  const headings = [...new Set(items.flatMap((item) => (typeof item === 'object' && item !== null ? Object.keys(item) : [])))];
  const text = (value: unknown): string => (value == null ? '' : Array.isArray(value) ? value.join('|') : typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value));
  return {
    file,
    rows: [
      headings.map((heading) => {
        const { line, column } = yaml.at([items.findIndex((item) => heading in item), heading]);
        return { text: heading, line, column };
      }),
      ...items.map((item, i) => headings.map((heading) => {
        const { line, column } = yaml.at([i, heading]);
        return { text: text(item?.[heading]).normalize('NFC').trim(), line, column };
      })),
    ],
  };
}

async function loadShipping(folder: string, checks: LoadChecks, problems: FileProblems): Promise<ShippingSettings | null> {
  const read = await readYaml(join(folder, 'shipping.yaml'), 'shipping.yaml', problems);
  const shipping = read && read.value !== null ? check(read, SHIPPING, shippingAdvice, problems) : null;
  if (!read || !shipping || !checks.knownPlace) return shipping;
  shipping.services.forEach((service, s) => service.zones.forEach((zone, z) => zone.to.forEach((name, n) => {
    if (name === '*' || checks.knownPlace!(name)) return;
    problems.error(read.at(['services', s, 'zones', z, 'to', n]), `tempat "${name}" tidak dikenal`, 'tulis nama resminya, misalnya Kota Bandung, Kabupaten Bandung, Jawa Barat, atau "*"');
  })));
  return shipping;
}

async function loadReplies(folder: string, checks: LoadChecks, problems: FileProblems): Promise<Readonly<Record<string, string>>> {
  const read = await readYaml(join(folder, 'replies.yaml'), 'replies.yaml', problems);
  const replies = read && read.value !== null ? check(read, REPLIES, () => 'nama.pesan: "teksnya dengan {sapaan}"', problems) : null;
  if (!read || !replies) return {};
  for (const [key, text] of Object.entries(replies)) {
    const wrong = checks.checkReply?.(key, text);
    if (wrong) problems.error(read.at([key]), wrong, 'lihat daftar pesan di docs/wording.md');
  }
  return replies;
}

/** A hash over every file that a snapshot is made of. */
async function versionOf(folder: string, present: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [...present].sort()) {
    if (!/\.(?:csv|tsv|xlsx|ya?ml)$/.test(file)) continue;
    hash.update(file).update(await readFile(join(folder, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** What is quoted until the owner has written tariffs: one service everywhere, at a price nobody loses by. */
const DEFAULT_SHIPPING: ShippingSettings = SHIPPING.parse({
  services: [{ id: 'reguler', name: 'Reguler', works: 'mon-sat', zones: [{ to: ['*'], per_kg: 40_000, days: '3-7' }] }],
});

