import type { z } from 'zod';
import { catalogueRefused } from '../../errors.ts';
import { adviseOnShipping, adviseOnStore } from './advice.ts';
import { FileProblems, problemLine } from './file-problems.ts';
import { openOwnerFolder, type OwnerFolder } from './files/owner-folder.ts';
import { warnOfLookalikes } from './files/lookalikes.ts';
import { readSeparatedFile } from './files/separated-file.ts';
import { readWorkbook } from './files/workbook.ts';
import { readYaml, type YamlFile } from './files/yaml-file.ts';
import { asItIs, NOTHING_KEPT, type KeptChecks, type KeptForm } from './kept-checks.ts';
import type { LoadChecks } from './load-checks.ts';
import { makeCatalogue, type CatalogueParts } from './make-catalogue.ts';
import { checkPromotions } from './promotions-fit.ts';
import { PRODUCTS_AS_COLUMNS } from './products/as-columns.ts';
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
import type { Catalogue, FileProblem, LoadOutcome, Product } from './snapshot.ts';

export { problemLine };
export type { LoadChecks };

const PRODUCT_FILES = ['products.csv', 'products.tsv', 'products.xlsx', 'products.yaml', 'products.yml'] as const;
/** Each as .yaml or .yml. */
const SETTINGS_FILES = ['store', 'shipping', 'faq', 'quick_replies', 'staff', 'policy', 'promotions', 'replies', 'examples'] as const;

/**
 * The one checked path from an owner's folder to a snapshot. All mistakes are found, none stops the looking; one that
 * matters refuses the whole, so that no shop is half new and half old. Only the products file must be there.
 * Where checks are kept, files that are as they were need not be checked again.
 */
export async function loadCatalogue(path: string, checks: LoadChecks = {}, kept: KeptChecks = NOTHING_KEPT): Promise<LoadOutcome> {
  const problems = new FileProblems();
  const folder = await openOwnerFolder(path, problems);
  if (!folder) return { kind: 'refused', problems: problems.all };

  const { productFiles, settingsFiles } = filesOf(folder);
  const products = await checkedOnce(kept, 'products', await folder.markOf(productFiles), problems, () => loadProducts(folder, problems), PRODUCTS_AS_COLUMNS);
  // Promotions are checked against the products, and the folder is looked through for names that are not read.
  const settingsMark = await folder.markOf([...productFiles, ...settingsFiles]);
  const settings = await checkedOnce(kept, 'settings', settingsMark && `${settingsMark}${JSON.stringify(folder.names)}`, problems, () => loadSettings(folder, products, checks, problems), asItIs());
  if (problems.refused || settings === null) return { kind: 'refused', problems: problems.all };
  return { kind: 'loaded', catalogue: makeCatalogue({ version: folder.version(), folder: folder.path, products, ...settings }), warnings: problems.warnings };
}

/** What an earlier check made of the same, with all it warned of; or else what `check` makes of it now, kept where nothing is wrong. */
async function checkedOnce<T>(kept: KeptChecks, name: string, mark: string | null, problems: FileProblems, check: () => Promise<T>, form: KeptForm<T>): Promise<T> {
  const place = mark === null ? null : kept(name, mark);
  const before = place?.find() as { readonly value: unknown; readonly warnings: readonly FileProblem[] } | undefined;
  if (before !== undefined) {
    problems.foundBefore(before.warnings);
    return form.back(before.value);
  }
  const { count } = problems;
  const value = await check();
  if (!problems.refused) place?.put({ value: form.kept(value), warnings: problems.since(count) });
  return value;
}

/** All but the products; null where there are mistakes (then said in `problems`). */
async function loadSettings(folder: OwnerFolder, products: readonly Product[], checks: LoadChecks, problems: FileProblems): Promise<Settings | null> {
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
  if (!store || !shipping || !faq || !quickReplies || !staff || !policy || !promotions || !replies || !examples) return null;
  return {
    store: store.value, shipping: shipping.value, faq: faq.value, quickReplies: quickReplies.value, staff: staff.value, policy: policy.value,
    promotions: promotions.value, replies: replies.value, examples: examples.value,
  };
}

type Settings = Omit<CatalogueParts, 'version' | 'folder' | 'products'>;

/** What `version` a snapshot of the files as they lie there would have. Null where one of them cannot be read. */
export async function catalogueVersion(path: string): Promise<string | null> {
  const folder = await openOwnerFolder(path, new FileProblems());
  if (!folder) return null;
  const { productFiles, settingsFiles } = filesOf(folder);
  return await folder.markOf([...productFiles, ...settingsFiles]) === null ? null : folder.version();
}

/** The files that are read, as they are spelt in the folder. A second one of products is a mistake, which is said when they are loaded. */
const filesOf = (folder: OwnerFolder) => ({
  productFiles: PRODUCT_FILES.flatMap((name) => folder.find(name) ?? []), settingsFiles: SETTINGS_FILES.flatMap((name) => settingsFile(folder, name) ?? []),
});

/** @throws LadeniError CATALOGUE_REFUSED with every mistake in it */
export async function loadCatalogueOrThrow(folder: string, checks: LoadChecks = {}, kept: KeptChecks = NOTHING_KEPT): Promise<Catalogue> {
  const outcome = await loadCatalogue(folder, checks, kept);
  if (outcome.kind === 'loaded') return outcome.catalogue;
  throw catalogueRefused(outcome.problems.filter((problem) => problem.severity === 'error').map(problemLine));
}

interface Loaded<T> {
  readonly value: T;
  /** Null where the owner has written nothing. */
  readonly yaml: YamlFile | null;
}

/** Loads `name.yaml` (or .yml) by its schema; null where it has mistakes (then said in `problems`). */
function createFileLoader(folder: OwnerFolder, problems: FileProblems): <T>(name: typeof SETTINGS_FILES[number], schema: z.ZodType<T>, unwritten: () => T) => Promise<Loaded<T> | null> {
  return async (name, schema, unwritten) => {
    const found = settingsFile(folder, name);
    if (found === null) return { value: unwritten(), yaml: null };
    const bytes = await folder.read(found);
    const yaml = bytes && readYaml(found, bytes, problems);
    if (!yaml) return null;
    if (yaml.value === null) return { value: unwritten(), yaml: null };
    const value = checkYaml(yaml, schema, problems);
    return value === null ? null : { value, yaml };
  };
}

const settingsFile = (folder: OwnerFolder, name: typeof SETTINGS_FILES[number]) => folder.find(`${name}.yaml`, `${name}.yml`);
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
