import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { decodePhoto, type PhotoRefusal } from '../../media/decode-photo.ts';
import { openProducts, type CellTexts, type EditableProducts } from '../../owner-files/products-edit.ts';
import type { Column } from '../../shop/catalogue/products/columns.ts';
import type { FileProblem, Product } from '../../shop/catalogue/snapshot.ts';
import type { ConsoleContext, ConsoleEnv } from '../console-env.ts';
import { problemWords } from '../frame/file-problem.tsx';
import type { Changing } from '../owner-forms/changing.tsx';
import { written, type Field, type FormPlan, type Posted } from '../owner-forms/fields.ts';
import { PlanPage, type Again } from '../owner-forms/form-view.tsx';
import { actOf, afterAct, newAct, notFoundPage, showPage, type Site } from '../site.tsx';
import { fieldsOf, fieldsOfNew } from './product-fields.ts';
import type { PlainText } from '../language/texts.ts';
import type { Translate } from '../language/translate.tsx';

/** Where photos of products are brought: a form that may be large. */
export const BRINGS_PHOTOS = /^\/konsol\/pemilik\/barang\/[^/]+\/foto$/;
const CATALOGUE = { url: '/konsol/katalog', label: 'Katalog' };
const NEW = '/konsol/pemilik/barang-baru';

const NO_PHOTO: Readonly<Record<PhotoRefusal, PlainText>> = {
  empty: 'Pilih fotonya dulu.', too_large: 'Fotonya lebih dari 10 MB. Kirim ulang dengan ukuran lebih kecil.', unsupported_format: 'Berkas itu bukan foto JPG, PNG, atau WebP.',
  too_many_pixels: 'Fotonya terlalu besar ukurannya (lebih dari 50 megapiksel).', damaged: 'Fotonya rusak atau belum selesai diunduh. Pilih yang lain.',
};

/** The products file as the pages change it; why not, where they cannot. */
export type OpenedProducts = { readonly kind: 'open'; readonly file: string; readonly version: string; readonly products: EditableProducts } | { readonly kind: 'closed'; readonly why: string };

export async function openProductsOf(site: Site, t: Translate): Promise<OpenedProducts> {
  const current = await site.parts.ownerFiles.current('products');
  if (!current) return { kind: 'closed', why: t('Berkas barang belum ada.') };
  const products = openProducts(current.name, current.bytes);
  if (products) return { kind: 'open', file: current.name, version: current.version, products };
  return { kind: 'closed', why: current.name.endsWith('.xlsx')
    ? t('Barang toko ini ditulis di products.xlsx. Mengubahnya dari sini bisa menghilangkan warna, rumus, atau lembar lain, jadi ubahlah di Excel lalu bawa berkasnya lewat Ganti berkas.')
    : t('{berkas} sedang tidak terbaca. Perbaiki di komputer toko, atau bawa yang baru lewat Ganti berkas.', { berkas: current.name }) };
}

/** One product's price, words and photo, changed from a phone; and one more product. Owners only, as all below /pemilik/. */
export function createProductFormRoutes(site: Site, changing: Changing): Hono<ConsoleEnv> {
  const { parts } = site;
  const pageOf = (sku: string): string => `/konsol/katalog/${encodeURIComponent(sku)}`;
  const formOf = (sku: string): string => `/konsol/pemilik/barang/${encodeURIComponent(sku)}`;

  const closed = (c: ConsoleContext, why: string, back: string) => showPage(site, c, { title: c.get('t')('Belum bisa diubah di sini'), tab: 'katalog' },
    <section class="empty"><h1>{c.get('t')('Belum bisa diubah di sini')}</h1><p>{why}</p><p><a class="main-action" href="/konsol/pemilik/berkas">{c.get('t')('Ganti berkas')}</a> <a class="plain-action" href={back}>{c.get('t')('Kembali')}</a></p></section>);

  const planOf = (title: string, fields: readonly Field[], intro?: string): FormPlan => ({ title, file: 'products', ...(intro !== undefined && { intro }), parts: [{ kind: 'fields', title: '', fields }] });

  function show(c: ConsoleContext, plan: FormPlan, to: string, back: { url: string; label: string }, version: string, again?: Again) {
    return showPage(site, c, { title: c.get('t').of(plan.title), tab: 'katalog', ...(again && { status: 422 }) },
      <PlanPage plan={plan} to={to} back={back} version={version} visitor={c.get('visitor')} act={newAct(site)} again={again} />);
  }

  /** The form of a product, and what it says of the file; a page instead where there is none. */
  async function formFor(c: ConsoleContext) {
    const product = parts.premises().catalogue.product(c.req.param('sku') ?? '');
    if (!product) return { kind: 'page' as const, page: notFoundPage(site, c, 'katalog', 'Barang ini tidak ada') };
    const opened = await openProductsOf(site, c.get('t'));
    if (opened.kind === 'closed') return { kind: 'page' as const, page: closed(c, opened.why, pageOf(product.sku)) };
    const cells = opened.products.cells(product.sku);
    if (!cells) return { kind: 'page' as const, page: closed(c, c.get('t')('{barang} belum ada di {berkas} yang sekarang.', { barang: product.sku, berkas: opened.file }), pageOf(product.sku)) };
    return { kind: 'form' as const, product, opened, plan: planOf(c.get('t')('Ubah {barang}', { barang: product.title }), fieldsOf(product, cells, opened.products.writable)) };
  }

  async function take(c: ConsoleContext, plan: FormPlan, opened: Extract<OpenedProducts, { kind: 'open' }>, posted: Posted, to: string, back: { url: string; label: string },
    bytesOf: (cells: CellTexts) => Uint8Array | null): Promise<Response> {
    const again = (above: readonly string[], wrong: ReadonlyMap<string, string> = new Map()) => show(c, plan, to, back, opened.version, { posted, above, wrong });
    if (posted.versi !== opened.version) return again([c.get('t')('{berkas} berubah sejak halaman ini dibuka. Lihat lagi isiannya, lalu simpan.', { berkas: opened.file })]);
    const wish = written(plan, posted);
    if (wish.edits.length === 0) return afterAct(site, c, { kind: 'done', note: null }, c.get('t')('Tidak ada yang berubah.'), back.url);
    const cells = Object.fromEntries(wish.edits.flatMap((edit) => (edit.do === 'set' ? [[edit.path[0], edit.value === true ? 'yes' : edit.value === false ? 'no' : String(edit.value as string)] as const] : []))) as CellTexts;
    const bytes = bytesOf(cells);
    if (!bytes) return again([c.get('t')('{berkas} ditulis dengan cara yang tidak bisa diubah dari sini. Ubah di komputer toko, atau bawa yang baru lewat Ganti berkas.', { berkas: opened.file })]);
    const offered = await changing.offer(c, { file: opened.file, bytes, told: wish.told, tab: 'katalog', back: back.url });
    if (offered.kind === 'asked') return offered.answer;
    const { above, wrong } = beside(c.get('t'), offered.problems, opened.file, bytes);
    return again(above, wrong);
  }

  return new Hono<ConsoleEnv>()
    .get('/pemilik/barang-baru', async (c) => {
      const opened = await openProductsOf(site, c.get('t'));
      return opened.kind === 'closed' ? closed(c, opened.why, CATALOGUE.url) : show(c, planOf('Tambah barang', fieldsOfNew(opened.products.writable)), NEW, CATALOGUE, opened.version);
    })
    .post('/pemilik/barang-baru', async (c) => {
      const opened = await openProductsOf(site, c.get('t'));
      if (opened.kind === 'closed') return closed(c, opened.why, CATALOGUE.url);
      return take(c, planOf('Tambah barang', fieldsOfNew(opened.products.writable)), opened, await c.req.parseBody(), NEW, CATALOGUE, (cells) => opened.products.withProduct(cells));
    })
    .get('/pemilik/barang/:sku', async (c) => {
      const form = await formFor(c);
      return form.kind === 'page' ? form.page : show(c, form.plan, formOf(form.product.sku), { url: pageOf(form.product.sku), label: form.product.title }, form.opened.version);
    })
    .post('/pemilik/barang/:sku', async (c) => {
      const form = await formFor(c);
      if (form.kind === 'page') return form.page;
      const { product, opened, plan } = form;
      return take(c, plan, opened, await c.req.parseBody(), formOf(product.sku), { url: pageOf(product.sku), label: product.title }, (cells) => opened.products.withCells(new Map([[product.sku, cells]])));
    })
    .post('/pemilik/barang/:sku/foto', async (c) => {
      const form = await formFor(c);
      if (form.kind === 'page') return form.page;
      const { product, opened } = form;
      const posted = await c.req.parseBody();
      const refused = (reason: string) => afterAct(site, c, { kind: 'refused', reason }, '', pageOf(product.sku));
      const picture = await decodePhoto(posted.foto instanceof File ? new Uint8Array(await posted.foto.arrayBuffer()) : new Uint8Array());
      if (picture.kind === 'refused') return refused(c.get('t')(NO_PHOTO[picture.reason]));
      const jpeg = await picture.jpeg();
      const name = photoNameOf(product, jpeg);
      await parts.ownerFiles.addPhoto(name, jpeg);
      const bytes = opened.products.withCells(new Map([[product.sku, { photo: name }]]));
      const made = bytes && await changing.make(actOf(c, posted), { file: opened.file, bytes, told: [{ label: `${product.title}: Foto`, from: '', to: name }], tab: 'katalog', back: pageOf(product.sku) });
      if (made?.kind !== 'made') return refused(made?.why ? c.get('t').of(made.why) : c.get('t')('Berkas barang sedang bermasalah, jadi fotonya belum dipakai. Lihat halaman Katalog.'));
      return afterAct(site, c, { kind: 'done', note: null }, c.get('t')('Foto baru dipakai.'), pageOf(product.sku));
    });
}

/** A name of our own (S9): what the visitor's device called the file is never looked at. */
function photoNameOf(product: Product, jpeg: Uint8Array): string {
  const slug = product.sku.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'foto';
  return `${slug}-${createHash('sha256').update(jpeg).digest('hex').slice(0, 10)}.jpg`;
}

function beside(t: Translate, problems: readonly FileProblem[], file: string, bytes: Uint8Array): { readonly above: readonly string[]; readonly wrong: ReadonlyMap<string, string> } {
  const products = openProducts(file, bytes);
  const wrong = new Map<string, string>();
  const above: string[] = [];
  for (const problem of problems) {
    const column: Column | null = problem.file.toLowerCase() === file ? products?.columnAt(problem.line, problem.column) ?? null : null;
    const words = problemWords(t, problem);
    if (column === null || wrong.has(column)) above.push(column === null ? `${t('{berkas} baris {baris}', { berkas: problem.file, baris: problem.line })}: ${words}` : words);
    else wrong.set(column, words);
  }
  return { above, wrong };
}
