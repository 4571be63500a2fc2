import { Hono } from 'hono';
import type { Product } from '../../shop/catalogue/snapshot.ts';
import { createStaffActs } from '../../shop/service/staff-acts.ts';
import type { ConsoleContext, ConsoleEnv } from '../console-env.ts';
import { Form } from '../frame/form.tsx';
import type { Changing } from '../owner-forms/changing.tsx';
import { actOf, afterAct, newAct, notFoundPage, showPage, type Site } from '../site.tsx';
import { openProductsOf } from './product-form-routes.tsx';

/** More than anyone counts at once; a page of them all would not be found through. */
const MOST_SHOWN = 300;
const COUNT = /^\d{1,5}$/;

export interface Counted { readonly product: Product; readonly counted: number; /** What the books said when the page was shown. */ readonly seen: number }

/** Pieces counted on the shelf: into the ledger, and by an owner into the products file too. */
export function createStockTakeRoutes(site: Site, changing: Changing): Hono<ConsoleEnv> {
  const { parts } = site;
  const acts = createStaffActs(parts.db);
  const onHand = (product: Product): number => parts.business.stock.row(product.sku)?.on_hand ?? product.stock ?? 0;

  /** Enters the counts. The file first, then the books in the same turn: a crash between leaves a file that is read as the same count. */
  async function enter(c: ConsoleContext, form: Readonly<Record<string, unknown>>, counts: readonly Counted[]): Promise<{ readonly missing: number; readonly note: string }> {
    const by = actOf(c, form);
    if (acts.done(by.id)) return { missing: 0, note: '' };
    const owner = c.get('visitor').staff.role === 'owner';
    const opened = owner ? await openProductsOf(site, c.get('t')) : null;
    const writable = opened?.kind === 'open' && opened.products.columns.includes('stock') ? opened : null;
    const bytes = writable?.products.withCells(new Map(counts.map(({ product, counted }) => [product.sku, { stock: String(counted) }]))) ?? null;
    let missing = 0;
    function book(inFile: boolean): void {
      parts.transact(() => {
        const at = parts.now();
        if (acts.done(by.id)) return;
        for (const { product, counted, seen } of counts) {
          const { stock } = parts.business;
          const take = inFile ? stock.countAndWritten(product.sku, counted, seen, at, `staff:${by.by}`) : stock.count(product.sku, counted, at, `staff:${by.by}`);
          missing += take.missing;
          if (take.missing > 0) parts.business.events.record(at, 'staff.alert', {}, { reason: 'stock_missing', sku: product.sku, detail: `${product.title}: kurang ${take.missing} dari yang sudah dipesan` });
        }
        acts.record({ id: by.id, at, staff: by.by, act: 'stock_take', outOfHours: !parts.premises().hours.isOpen(at), detail: counts.map(({ product, counted, seen }) => `${product.sku}: ${seen} → ${counted}`).join('; ').slice(0, 500) });
      });
    }
    const made = writable && bytes ? await changing.make({ by: by.by, id: `${by.id}:berkas` }, {
      file: writable.file, bytes, tab: 'katalog', back: '/konsol/hitung-stok',
      told: counts.map(({ product, counted, seen }) => ({ label: `${product.title}: Stok`, from: String(seen), to: String(counted) })),
      // A feed's "out of stock" says more than a count beside it: then the count stays in the books alone.
      refuses: (after) => (counts.every(({ product, counted }) => after.product(product.sku)?.stock === counted) ? null : 'kolom lain menentukan stoknya'),
    }, () => book(true)) : null;
    if (made?.kind === 'made') return { missing, note: '' };
    book(false);
    return { missing, note: owner ? ` ${c.get('t')('Berkas barang tidak ikut ditulis.')}` : '' };
  }

  const answer = (c: ConsoleContext, done: { readonly missing: number; readonly note: string }, words: string, to: string) => afterAct(site, c, done.missing > 0
    ? { kind: 'refused', reason: c.get('t')('Dicatat, tetapi {jumlah} yang sudah dipesan tidak ada barangnya. Hubungi pelanggannya.', { jumlah: done.missing }) }
    : { kind: 'done', note: null }, `${words}${done.note}`, to);

  function page(c: ConsoleContext, posted: Readonly<Record<string, unknown>> = {}, wrong: ReadonlyMap<string, string> = new Map()) {
    const t = c.get('t');
    const query = String(posted.cari ?? c.req.query('cari') ?? '').trim().slice(0, 100);
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    const products = parts.premises().catalogue.products.filter((product) => product.stock !== null && product.active
      && words.every((word) => `${product.title} ${product.sku} ${product.category}`.toLowerCase().includes(word)));
    return showPage(site, c, { title: t('Hitung stok'), tab: 'katalog', ...(wrong.size > 0 && { status: 422 }) },
      <div class="page">
        <p><a class="back-link" href="/konsol/katalog">{t('‹ Katalog')}</a></p>
        <h1>{t('Hitung stok')}</h1>
        <p>{t('Isi hanya yang Anda hitung; yang kosong tidak berubah. Hitung semua yang ada di toko, termasuk yang sudah dipesan.')}</p>
        {wrong.size > 0 && <section class="urgent late" role="alert"><h2>{t('Belum dicatat')}</h2><p>{t('{jumlah} isian perlu dilihat lagi, ditandai di bawah. Yang Anda ketik masih ada.', { jumlah: wrong.size })}</p></section>}
        <form class="search" action="/konsol/hitung-stok" role="search"><input type="search" name="cari" value={query} placeholder={t('Cari barang')} aria-label={t('Cari barang')} /></form>
        {products.length === 0 ? <p class="empty-line">{t('Tidak ada barang berstok yang cocok.')}</p> : (
          <Form to="/konsol/hitung-stok" visitor={c.get('visitor')} act={newAct(site)} kind="owner-form" fullPage>
            <input type="hidden" name="cari" value={query} />
            <ul class="counts">{products.slice(0, MOST_SHOWN).map((product) => {
              const row = parts.business.stock.row(product.sku);
              const fault = wrong.get(product.sku);
              return (
                <li>
                  <label><span><strong>{product.title}</strong><br /><span class="quiet">{product.sku} · {t('tercatat {jumlah}', { jumlah: onHand(product) })}{row !== undefined && row.reserved > 0 && `, ${t('{jumlah} dipesan', { jumlah: row.reserved })}`}</span></span>
                    <input name={`n.${product.sku}`} inputmode="numeric" autocomplete="off" value={String(posted[`n.${product.sku}`] ?? '')} aria-invalid={fault === undefined ? undefined : 'true'} /></label>
                  <input type="hidden" name={`s.${product.sku}`} value={String(onHand(product))} />
                  {fault !== undefined && <span class="field-wrong">{fault}</span>}
                </li>
              );
            })}</ul>
            {products.length > MOST_SHOWN && <p class="quiet">{t('… dan {jumlah} lagi: cari untuk melihatnya.', { jumlah: products.length - MOST_SHOWN })}</p>}
            <div class="save-bar"><button class="main-action">{t('Catat hitungan')}</button></div>
          </Form>
        )}
      </div>);
  }

  return new Hono<ConsoleEnv>()
    .get('/hitung-stok', (c) => page(c))
    .post('/hitung-stok', async (c) => {
      const t = c.get('t');
      const form = await c.req.parseBody();
      const { catalogue } = parts.premises();
      const wrong = new Map<string, string>();
      const counts: Counted[] = [];
      for (const [name, value] of Object.entries(form)) {
        const product = name.startsWith('n.') ? catalogue.product(name.slice(2)) : undefined;
        const text = typeof value === 'string' ? value.trim() : '';
        if (!product || product.stock === null || text === '') continue;
        const seen = Number(form[`s.${product.sku}`]);
        if (!COUNT.test(text)) wrong.set(product.sku, t('Tulis dengan angka, misalnya 12.'));
        // What left or came since the page was opened may or may not have been on the shelf when it was counted.
        else if (seen !== onHand(product)) wrong.set(product.sku, t('Berubah dari {tadi} menjadi {kini} sejak halaman ini dibuka (terkirim, kembali, atau dihitung orang lain). Hitung sekali lagi.', { tadi: seen, kini: onHand(product) }));
        else if (Number(text) !== seen) counts.push({ product, counted: Number(text), seen });
      }
      if (wrong.size > 0) return page(c, form, wrong);
      const to = `/konsol/hitung-stok${form.cari === '' || form.cari === undefined ? '' : `?cari=${encodeURIComponent(String(form.cari as string))}`}`;
      if (counts.length === 0) return afterAct(site, c, { kind: 'done', note: null }, t('Tidak ada yang berubah.'), to);
      return answer(c, await enter(c, form, counts), t('{jumlah} hitungan dicatat.', { jumlah: counts.length }), to);
    })
    .post('/katalog/:sku/hitung', async (c) => {
      const product = parts.premises().catalogue.product(c.req.param('sku'));
      if (!product || product.stock === null) return notFoundPage(site, c, 'katalog', 'Barang ini tidak ada');
      const form = await c.req.parseBody();
      const to = `/konsol/katalog/${encodeURIComponent(product.sku)}`;
      const given = String(form.counted ?? '').trim();
      if (!COUNT.test(given)) return afterAct(site, c, { kind: 'refused', reason: c.get('t')('Tulis hitungannya dengan angka, misalnya 12.') }, '', to);
      return answer(c, await enter(c, form, [{ product, counted: Number(given), seen: onHand(product) }]), c.get('t')('Stok {barang} dicatat {hitungan}.', { barang: product.title, hitungan: given }), to);
    });
}
