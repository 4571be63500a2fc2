import type { z } from 'zod';
import { catalogueRefused } from '../../errors.ts';
import { adviseOnShipping, adviseOnStore } from './advice.ts';
import { FileProblems, problemLine } from './file-problems.ts';
import { openOwnerFolder, type OwnerFolder } from './files/owner-folder.ts';
import { warnOfLookalikes } from './files/lookalikes.ts';
import { readSeparatedFile } from './files/separated-file.ts';
import { readWorkbook } from './files/workbook.ts';
import { readYaml, type YamlFile } from './files/yaml-file.ts';
import type { LoadChecks } from './load-checks.ts';
import { makeCatalogue } from './make-catalogue.ts';
import { checkPromotions } from './promotions-fit.ts';
import { isHeading } from './products/columns.ts';
import { tableOfList } from './products/listed-products.ts';
import { readProducts } from './products/read-products.ts';
import { checkYaml } from './schema/check-yaml.ts';
import { examplesSchema } from './schema/examples.ts';
import { faqSchema } from './schema/faq.ts';
import { POLICY } from './schema/policy.ts';
import { NO_PROMOTIONS, PROMOTIONS } from './schema/promotions.ts';
import { quickRepliesSchema } from './schema/quick-replies.ts';
import { repliesSchema } from './schema/replies.ts';
import { shippingSchema, shippingUntilWritten } from './schema/shipping.ts';
import { STAFF } from './schema/staff.ts';
import { STORE, storeUntilWritten } from './schema/store.ts';
import type { Catalogue, LoadOutcome, Product } from './snapshot.ts';

export { problemLine };
export type { LoadChecks };

const PRODUCT_FILES = ['products.csv', 'products.tsv', 'products.xlsx', 'products.yaml', 'products.yml'] as const;

/**
 * The one checked path from an owner's folder to a snapshot. All mistakes are found, none stops the looking; one that
 * matters refuses the whole, so that no shop is half new and half old. Only the products file must be there.
 */
export async function loadCatalogue(path: string, checks: LoadChecks = {}): Promise<LoadOutcome> {
  const problems = new FileProblems();
  const folder = await openOwnerFolder(path, problems);
  if (!folder) return { kind: 'refused', problems: problems.all };

  const products = await loadProducts(folder, problems);
  const file = createFileLoader(folder, problems);
  const store = await file('store', STORE, storeUntilWritten);
  const shipping = await file('shipping', shippingSchema(checks), shippingUntilWritten);
  const faq = await file('faq', faqSchema(checks), none);
  const quickReplies = await file('quick_replies', quickRepliesSchema(checks), none);
  const staff = await file('staff', STAFF, none);
  const policy = await file('policy', POLICY, () => POLICY.parse({}));
  const promotions = await file('promotions', PROMOTIONS, () => NO_PROMOTIONS);
  const replies = await file('replies', repliesSchema(checks), () => ({}));
  const examples = await file('examples', examplesSchema(checks), () => ({}));
  if (store?.yaml) adviseOnStore(store.yaml, problems);
  else if (store) problems.warn(top('store.yaml'), 'berkas ini belum ada, jadi dipakai pengaturan bawaan', 'salin store.yaml dari toko contoh dan ubah isinya, misalnya name: Dapur Kita');
  if (shipping?.yaml) adviseOnShipping(shipping.value, shipping.yaml, store?.value.payments.cod ?? false, problems);
  else if (shipping) problems.warn(top('shipping.yaml'), 'berkas ini belum ada, jadi dipakai satu jasa kirim bawaan Rp40.000 per kg', 'salin shipping.yaml dari toko contoh dan ubah tarifnya');
  // Where rows are wrong, what is said of them is not judged.
  if (promotions?.yaml && shipping && !problems.refused) checkPromotions(promotions.value, promotions.yaml, { products, shipping: shipping.value }, problems);
  warnOfLookalikes(folder.names, problems);

  if (problems.refused || !store || !shipping || !faq || !quickReplies || !staff || !policy || !promotions || !replies || !examples) {
    return { kind: 'refused', problems: problems.all };
  }
  const catalogue = makeCatalogue({
    version: folder.version(), folder: folder.path, products, store: store.value, shipping: shipping.value, faq: faq.value,
    quickReplies: quickReplies.value, staff: staff.value, policy: policy.value, promotions: promotions.value, replies: replies.value, examples: examples.value,
  });
  return { kind: 'loaded', catalogue, warnings: problems.warnings };
}

/** @throws LadeniError CATALOGUE_REFUSED with every mistake in it */
export async function loadCatalogueOrThrow(folder: string, checks: LoadChecks = {}): Promise<Catalogue> {
  const outcome = await loadCatalogue(folder, checks);
  if (outcome.kind === 'loaded') return outcome.catalogue;
  throw catalogueRefused(outcome.problems.filter((problem) => problem.severity === 'error').map(problemLine));
}

interface Loaded<T> {
  readonly value: T;
  /** Null where the owner has written nothing. */
  readonly yaml: YamlFile | null;
}

/** Loads `name.yaml` (or .yml) by its schema; null where it has mistakes (then said in `problems`). */
function createFileLoader(folder: OwnerFolder, problems: FileProblems): <T>(name: string, schema: z.ZodType<T>, unwritten: () => T) => Promise<Loaded<T> | null> {
  return async (name, schema, unwritten) => {
    const found = folder.find(`${name}.yaml`, `${name}.yml`);
    if (found === null) return { value: unwritten(), yaml: null };
    const bytes = await folder.read(found);
    const yaml = bytes && readYaml(found, bytes, problems);
    if (!yaml) return null;
    if (yaml.value === null) return { value: unwritten(), yaml: null };
    const value = checkYaml(yaml, schema, problems);
    return value === null ? null : { value, yaml };
  };
}

const none = () => [];

async function loadProducts(folder: OwnerFolder, problems: FileProblems): Promise<readonly Product[]> {
  const found = PRODUCT_FILES.flatMap((name) => folder.find(name) ?? []);
  const [file, second] = found;
  if (file === undefined) {
    problems.error(top('products.csv'), 'berkas barang tidak ada', `buat salah satu: ${PRODUCT_FILES.slice(0, 4).join(', ')}`);
    return [];
  }
  if (second !== undefined) problems.error(top(second), `ada dua berkas barang: ${file} dan ${second}`, 'simpan satu saja, pindahkan yang lain dari folder ini');
  const bytes = await folder.read(file);
  if (!bytes) return [];
  const table = await tableOf(file, bytes, problems);
  return table ? readProducts(table, folder, problems) : [];
}

async function tableOf(file: string, bytes: Buffer, problems: FileProblems) {
  if (/\.xlsx$/i.test(file)) return readWorkbook(file, bytes, isHeading, problems);
  if (/\.(?:csv|tsv)$/i.test(file)) return readSeparatedFile(file, bytes, isHeading, problems);
  const yaml = readYaml(file, bytes, problems);
  return yaml && tableOfList(yaml, problems);
}

const top = (file: string) => ({ file, line: 1, column: 1 });
