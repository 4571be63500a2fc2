import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { PictureFetch } from '../../media/fetch-picture.ts';
import { FileProblems, problemLine } from '../../shop/catalogue/file-problems.ts';
import { loadCatalogue, type LoadChecks } from '../../shop/catalogue/load.ts';
import { makeCatalogue } from '../../shop/catalogue/make-catalogue.ts';
import type { Catalogue } from '../../shop/catalogue/snapshot.ts';
import { skuKey } from '../../shop/catalogue/values/sku-text.ts';
import { changesBetween, type Changes } from '../changes.ts';
import type { OwnerFiles, Staged } from '../desk.ts';
import { readProductSheet, skuOf, type ProductSheet } from '../product-sheet.ts';
import { separatedText } from '../separated-writing.ts';
import { askColumns, type Ask } from './ask-columns.ts';
import { merge } from './merge.ts';
import { bringPhotos, planPhotos, type PhotoPlan } from './photos.ts';
import { MOST_SOURCE_BYTES, readSource } from './read-source.ts';
import { recognise, type Recognised, type SaidColumns } from './recognise.ts';
import { missingFields, notThere, NAMES, readColumns, samplesBelow } from './said-columns.ts';
import { understand, type ReadyDraft, type Understood } from './understand.ts';
import { changesWords, problemWords, recognisedWords, someOf, understoodWords } from './words.ts';

export interface ImportParts {
  readonly catalogDir: string;
  readonly checks: LoadChecks;
  readonly files: Pick<OwnerFiles, 'stage' | 'apply'>;
  readonly say: (text: string) => void;
  /** Null where nobody is there to answer. */
  readonly ask: Ask | null;
  readonly progress: (what: string, done: number, total: number) => void;
  readonly fetchPicture: (link: string) => Promise<PictureFetch>;
  /** In the shop's zone, `YYYY-MM-DD`. */
  readonly today: string;
}

export interface ImportWishes {
  readonly file: string;
  /** As on the command line: "Nama Barang=name". */
  readonly columns?: readonly string[];
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  /** Import what is sound and leave rows with mistakes. */
  readonly skipBad?: boolean;
  readonly others?: 'keep' | 'drop';
  readonly photos?: string;
  readonly noPhotos?: boolean;
}

export type ImportOutcome =
  | { readonly kind: 'written'; readonly changes: Changes }
  | { readonly kind: 'same' | 'looked' | 'declined' }
  /** Why was said. */
  | { readonly kind: 'refused' };

const REFUSED: ImportOutcome = { kind: 'refused' };

/** Brings products from another program's file into the owner's products file: understood, checked, shown, agreed to, written whole or not at all. */
export async function importProducts(parts: ImportParts, wishes: ImportWishes): Promise<ImportOutcome> {
  const recognised = await recogniseFile(parts, wishes);
  if (!recognised) return REFUSED;
  parts.say(recognisedWords(recognised));
  const before = await readProductSheet(parts.catalogDir);
  const now = await loadCatalogue(parts.catalogDir, parts.checks);
  const understood = understand(recognised, {
    today: parts.today, progress: (done, total) => parts.progress('Memeriksa barang', done, total),
    skuOfTitle: titlesOf(now.kind === 'loaded' ? now.catalogue : null),
  });
  parts.say(understoodWords(understood));
  if (understood.ready.length === 0) {
    parts.say('Tidak ada yang bisa diimpor. Tidak ada yang diubah.');
    return REFUSED;
  }
  const skip = await mayLeaveOut(understood, parts, wishes);
  if (!skip) return REFUSED;
  const others = await whatOfOthers(before, understood, parts, wishes);
  const plan: PhotoPlan = wishes.noPhotos === true ? { nameOf: new Map(), wanted: [], missing: [] }
    : await planPhotos(understood.ready, { catalogDir: parts.catalogDir, folder: wishes.photos ?? null });
  const write = (photoOf: (draft: ReadyDraft) => string | null): Buffer => bytesOf(merge({ before, drafts: understood.ready, said: understood.said, others, photoOf }));

  parts.progress('Membandingkan', 0, 1);
  const photoOf = (draft: ReadyDraft): string | null => plan.nameOf.get(draft.sku) ?? null;
  const staging = await parts.files.stage('products.csv', write(photoOf));
  parts.progress('Membandingkan', 1, 1);
  if (staging.kind !== 'staged') return saidWhyNot(staging, parts);
  // Photos are not there yet, so what they would change is told as a count.
  const changes = withoutPhotos(changesBetween(now.kind === 'loaded' ? now.catalogue : nothingYet(staging.staged.after), staging.staged.after));
  parts.say(changesWords(changes));
  if (plan.wanted.length > 0) parts.say(`${plan.wanted.length} foto diambil ${photoSources(plan)}; yang sudah ada tidak diambil lagi.`);
  if (plan.missing.length > 0) parts.say(`${plan.missing.length} foto tidak ditemukan:\n${someOf(plan.missing.map((cell) => `  ${recognised.table.file}:${cell.line}:${cell.column}: ${cell.text}`))}\nTaruh di satu folder, lalu tambahkan --photos FOLDER.`);
  if (wishes.dryRun === true) {
    parts.say('Ini baru melihat-lihat (--dry-run). Tidak ada yang diubah.');
    return { kind: 'looked' };
  }
  if (changes.added.length + changes.changed.length + changes.gone.length === 0 && plan.wanted.length === 0) {
    parts.say('Tidak ada yang perlu diubah.');
    return { kind: 'same' };
  }
  if (!await agreed(parts, wishes)) return { kind: 'declined' };
  if (plan.wanted.length === 0) return applied(parts, staging.staged, changes);
  return put(parts, recognised, plan, write, changes);
}

async function recogniseFile(parts: ImportParts, wishes: ImportWishes): Promise<Recognised | null> {
  const columns = readColumns(wishes.columns ?? []);
  const refuse = (text: string): null => {
    parts.say(text);
    return null;
  };
  if (columns.kind === 'wrong') return refuse(columns.what);
  const bytes = await contentOf(wishes.file);
  if (typeof bytes === 'string') return refuse(bytes);
  const problems = new FileProblems();
  parts.progress('Membaca berkas', 0, 1);
  const tables = await readSource(wishes.file, bytes, problems);
  parts.progress('Membaca berkas', 1, 1);
  for (const problem of problems.all) parts.say(problemLine(problem));
  const first = tables && recognise(tables, columns.said);
  if (!first) return tables ? refuse(`${basename(wishes.file)}:1:1: berkas ini kosong; ekspor atau simpan sekali lagi`) : null;
  const wrong = notThere(wishes.columns ?? [], first);
  if (wrong !== null) return refuse(wrong);
  const asked: SaidColumns = parts.ask ? await askColumns(first, columns.said, parts.ask, parts.say) : columns.said;
  const recognised = asked === columns.said ? first : recognise(tables!, asked)!;
  const missing = missingFields(recognised);
  if (missing.length === 0) return recognised;
  const { header, table } = recognised;
  return refuse([
    `${table.file}:${header[0]!.line}:1: kolom ${missing.map((field) => (field === 'name' ? 'nama barang (name)' : 'harga (price)')).join(' dan ')} tidak ditemukan. Kolom yang belum dikenal:`,
    someOf(recognised.unplaced.map((cell) => `  "${cell.text.trim()}" di kolom ${cell.column} (${samplesBelow(cell, recognised)})`), 40),
    `Katakan artinya, misalnya: npm run import -- ${table.file} --column "${recognised.unplaced[0]?.text.trim() ?? 'Judul'}=${missing[0]}". Yang dikenal: ${NAMES}.`,
  ].join('\n'));
}

/** The bytes of a file, or why they cannot be had. */
async function contentOf(file: string): Promise<Buffer | string> {
  try {
    const found = await stat(file);
    if (!found.isFile()) return `${file} bukan berkas.`;
    return found.size > MOST_SOURCE_BYTES ? `${file} ${Math.round(found.size / 1_000_000)} MB; paling besar 40 MB. Bagi menjadi beberapa berkas.` : await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? `Berkas ${file} tidak ada. Periksa nama dan foldernya.` : `Berkas ${file} tidak bisa dibuka (${code ?? 'gagal'}). Tutup dulu di program lain.`;
  }
}

function titlesOf(catalogue: Catalogue | null): (title: string) => string | undefined {
  const known = new Map((catalogue?.products ?? []).map((product) => [product.title.toLowerCase(), product.sku]));
  return (title) => known.get(title);
}

async function mayLeaveOut({ leftOut, problems }: Understood, { ask, say }: ImportParts, { skipBad, dryRun }: ImportWishes): Promise<boolean> {
  if (problems.length === 0 || skipBad === true || dryRun === true) return true;
  if (ask && /^(?:ya|y|yes)$/i.test((await ask(`Impor sisanya tanpa ${leftOut.length} baris itu? (ya/tidak)`)).trim())) return true;
  say('Tidak ada yang diubah. Perbaiki baris di atas di berkas sumbernya, atau tambahkan --skip-bad untuk mengimpor sisanya.');
  return false;
}

async function whatOfOthers(before: ProductSheet | null, { ready }: Understood, { ask, say }: ImportParts, wishes: ImportWishes): Promise<'keep' | 'drop'> {
  if (wishes.others !== undefined || !before) return wishes.others ?? 'keep';
  const imported = new Set(ready.map((draft) => skuKey(draft.sku)));
  const others = before.rows.filter((row) => !imported.has(skuOf(before, row))).length;
  if (others === 0) return 'keep';
  if (ask) return /^(?:buang|b|drop)$/i.test((await ask(`${others} barang lain di ${before.file} tidak ada di berkas ini. Enter = tetap dijual, "buang" = dibuang:`)).trim()) ? 'drop' : 'keep';
  say(`${others} barang lain di ${before.file} tidak ada di berkas ini dan tetap dijual (--others drop untuk membuangnya).`);
  return 'keep';
}

async function agreed({ ask, say }: ImportParts, { yes }: ImportWishes): Promise<boolean> {
  if (yes === true) return true;
  if (ask && /^(?:ya|y|yes)$/i.test((await ask('Tulis ke products.csv? (ya/tidak)')).trim())) return true;
  say(ask ? 'Tidak ada yang diubah.' : 'Tidak ada yang diubah. Tambahkan --yes untuk menulisnya.');
  return false;
}

/** Photos first: a product never names one that did not come. */
async function put(parts: ImportParts, { table }: Recognised, plan: PhotoPlan, write: (photoOf: (draft: ReadyDraft) => string | null) => Buffer, changes: Changes): Promise<ImportOutcome> {
  const { brought, failures } = await bringPhotos(plan, { catalogDir: parts.catalogDir, fetch: parts.fetchPicture, progress: (done, total) => parts.progress('Mengambil foto', done, total) });
  const failed = new Set(failures.map((failure) => failure.name));
  if (plan.wanted.length > 0) parts.say(`${brought} foto diambil.`);
  if (failures.length > 0) parts.say(`${failures.length} foto tidak didapat, barangnya tetap dijual tanpa foto baru:\n${someOf(failures.map(({ at, name, reason }) => `  ${at ? `${table.file}:${at.line}:${at.column}: ` : ''}${at?.text ?? name}: ${reason}`))}`);
  const bytes = write((draft) => {
    const name = plan.nameOf.get(draft.sku);
    return name === undefined || failed.has(name) ? null : name;
  });
  const staging = await parts.files.stage('products.csv', bytes);
  if (staging.kind !== 'staged') return saidWhyNot(staging, parts);
  return applied(parts, staging.staged, changes);
}

async function applied(parts: ImportParts, staged: Staged, changes: Changes): Promise<ImportOutcome> {
  const outcome = await parts.files.apply(staged.id);
  if (outcome.kind !== 'applied') {
    parts.say('Berkas barang berubah selagi impor berjalan. Tidak ada yang diubah; jalankan sekali lagi.');
    return REFUSED;
  }
  parts.say(`Selesai: ${staged.after.sellable.length} barang dijual. Berkas sebelumnya disimpan; kembalikan dari konsol (Katalog, Ganti berkas) bila perlu.`);
  return { kind: 'written', changes };
}

function saidWhyNot(staging: Exclude<Awaited<ReturnType<OwnerFiles['stage']>>, { kind: 'staged' }>, { say }: ImportParts): ImportOutcome {
  say(staging.kind === 'refused'
    ? `Berkas toko sesudah impor akan bermasalah, jadi tidak ada yang diubah:\n${problemWords(staging.problems.filter((problem) => problem.severity === 'error'))}`
    : 'products.csv tidak bisa ditulis.');
  return REFUSED;
}

const bytesOf = ({ headings, rows }: ReturnType<typeof merge>): Buffer =>
  Buffer.from(separatedText([headings, ...rows.map((row) => headings.map((heading) => row.get(heading) ?? ''))], { mark: true }));

const withoutPhotos = (changes: Changes): Changes => {
  const changed = changes.changed.map(({ product, what }) => ({ product, what: what.filter((change) => change.field !== 'photo') }));
  return { ...changes, changed: changed.filter(({ what }) => what.length > 0), same: changes.same + changed.filter(({ what }) => what.length === 0).length };
};

/** Where the files could not be read before, everything is new. */
const nothingYet = (after: Catalogue): Catalogue => makeCatalogue({ ...after, products: [] });

function photoSources(plan: PhotoPlan): string {
  const hosts = new Set(plan.wanted.flatMap(({ from }) => (from.kind === 'link' && URL.canParse(from.link) ? new URL(from.link).hostname : [])));
  return hosts.size === 0 ? 'dari folder foto' : `dari ${[...hosts].slice(0, 3).join(', ')}`;
}
