import type { Product, WholesaleRule } from '../../shop/catalogue/snapshot.ts';
import type { StockRow } from '../../shop/ordering/stock.ts';
import { rupiah } from '../../shop/payment/rupiah.ts';
import type { Visitor } from '../console-env.ts';
import { Problem } from '../frame/file-problem.tsx';
import { Form } from '../frame/form.tsx';
import type { Moments } from '../frame/moments.ts';
import type { LedgerRow, Wanted } from '../queries/stock-view.ts';
import type { PlainText } from '../language/texts.ts';
import { useT, type Translate } from '../language/translate.tsx';

export interface Piece {
  readonly product: Product;
  /** Null for made to order. */
  readonly stock: Pick<StockRow, 'on_hand' | 'reserved'> | null;
}

/** What customers can buy, what is wrong in the files, what runs out, and what they looked for in vain. */
export function CataloguePage({ pieces, query, problems, wished, sought, missed, lowStock, moments, owner }: {
  /** Owners may change the files from here. */
  readonly owner: boolean;
  readonly pieces: readonly Piece[]; readonly query: string; readonly problems: readonly string[]; readonly lowStock: number;
  readonly wished: readonly { readonly product: Product; readonly people: number }[];
  /** Asked for and not sold here. */
  readonly sought: readonly Wanted[];
  readonly missed: readonly { readonly at: number; readonly chat_id: number; readonly text: string }[]; readonly moments: Moments;
}) {
  const t = useT();
  const low = pieces.filter(({ product, stock }) => product.active && stock !== null && stock.on_hand - stock.reserved <= lowStock);
  return (
    <div class="page">
      <h1>{t('Katalog')}</h1>
      <div id="katalog-perlu" data-live="">
        {problems.length > 0 && (
          <section class="urgent late" aria-label={t('Masalah di berkas')}>
            <h2>{t('{jumlah} hal di berkas katalog perlu diperbaiki', { jumlah: problems.length })}</h2>
            <p>{t('Versi sebelumnya tetap dipakai; tidak ada yang hilang. Perbaiki, simpan, dan daftar ini kosong sendiri.')}</p>
            <ul class="problems">{problems.map((problem) => <li><Problem text={problem} /></li>)}</ul>
          </section>
        )}
        {wished.length > 0 && (
          <section class="urgent waits" aria-label={t('Ditunggu pelanggan')}>
            <h2>{t('Habis, dan ada yang menunggu')}</h2>
            <ul>{wished.map(({ product, people }) => <li><a href={`/konsol/katalog/${encodeURIComponent(product.sku)}`}>{t.rich('{orang} menunggu {barang}', { orang: <strong>{t('{jumlah} orang', { jumlah: people })}</strong>, barang: product.title })}</a></li>)}</ul>
          </section>
        )}
        {low.length > 0 && (
          <details class="disclosure" id="menipis" data-keep="">
            <summary>{t('{jumlah} barang habis atau menipis', { jumlah: low.length })}</summary>
            <ul class="plain">{low.map(({ product, stock }) => <li><a href={`/konsol/katalog/${encodeURIComponent(product.sku)}`}>{product.title}: {free(t, stock)}</a></li>)}</ul>
          </details>
        )}
        {sought.length > 0 && (
          <details class="disclosure" id="dicari" data-keep="">
            <summary>{t('{jumlah} hal dicari pelanggan dan belum dijual', { jumlah: sought.length })}</summary>
            <ul class="plain">{sought.map((one) => <li><a href={`/konsol/chat/${one.chat}`}>{one.phrase}</a> <span class="quiet">{t('{jumlah} orang', { jumlah: one.people })} · {moments.stamp(one.last)}</span></li>)}</ul>
          </details>
        )}
        {missed.length > 0 && (
          <details class="disclosure" id="tak-paham" data-keep="">
            <summary>{t('{jumlah} pertanyaan terakhir yang belum terjawab asisten', { jumlah: missed.length })}</summary>
            <ul class="plain">{missed.map((row) => <li><a href={`/konsol/chat/${row.chat_id}`}>{row.text.slice(0, 160)}</a> <span class="quiet">{moments.stamp(row.at)}</span></li>)}</ul>
            {owner && <p><a class="plain-action" href="/konsol/pemilik/kata/ajari">{t('Ajari asisten')}</a></p>}
          </details>
        )}
      </div>
      <div class="actions">
        <a class="plain-action" href="/konsol/hitung-stok">{t('Hitung stok')}</a>
        {owner && <><a class="plain-action" href="/konsol/pemilik/barang-baru">{t('Tambah barang')}</a><a class="plain-action" href="/konsol/pemilik/berkas">{t('Ganti berkas…')}</a></>}
      </div>
      <form class="search" action="/konsol/katalog" role="search">
        <input type="search" name="cari" value={query} placeholder={t('Cari nama, SKU, kategori')} aria-label={t('Cari barang')} data-key="/" />
      </form>
      {pieces.length === 0 ? <p class="empty-line">{t('Tidak ada barang yang cocok dengan "{dicari}".', { dicari: query })}</p> : (
        <ul class="products" id="barang" data-live="">{pieces.map((piece) => <ProductRow piece={piece} lowStock={lowStock} />)}</ul>
      )}
    </div>
  );
}

function ProductRow({ piece: { product, stock }, lowStock }: { readonly piece: Piece; readonly lowStock: number }) {
  const t = useT();
  const left = stock === null ? null : stock.on_hand - stock.reserved;
  return (
    <li>
      <a href={`/konsol/katalog/${encodeURIComponent(product.sku)}`} class={product.active ? '' : 'inactive'}>
        <span class="thumb">{product.photo !== null && <img src={`/konsol/foto/produk/${encodeURIComponent(product.sku)}`} alt="" loading="lazy" width="56" height="56" />}</span>
        <span class="who">{product.title}</span>
        <span class="amount">{rupiah(product.price)}</span>
        <span class="quiet">{product.sku} · {product.category}{!product.active && ` · ${t('tidak dijual')}`}</span>
        <span class={left !== null && left <= lowStock ? (left === 0 ? 'late' : 'waits') : 'quiet'}>{free(t, stock)}{stock !== null && stock.reserved > 0 && `, ${t('{jumlah} dipesan', { jumlah: stock.reserved })}`}</span>
      </a>
    </li>
  );
}

const free = (t: Translate, stock: Piece['stock']): string => {
  if (stock === null) return t('dibuat saat dipesan');
  const left = stock.on_hand - stock.reserved;
  return left === 0 ? t('habis') : t('sisa {jumlah}', { jumlah: left });
};

const MOVES: Readonly<Record<LedgerRow['kind'], PlainText>> = {
  stock_take: 'hitung stok', reserve: 'dipesan', release: 'batal dipesan', consume: 'dikirim', return: 'dikembalikan',
};

/** One product as customers see it, and where each of its pieces went. */
export function ProductPage({ piece, ledger, wholesale, related, visitor, act, moments, nameOf }: {
  readonly piece: Piece; readonly ledger: readonly LedgerRow[]; readonly wholesale: readonly WholesaleRule[]; readonly related: readonly Product[]; readonly visitor: Visitor;
  readonly act: string; readonly moments: Moments; readonly nameOf: (id: string) => string;
}) {
  const t = useT();
  const { product, stock } = piece;
  const who = (text: string): string => (text.startsWith('staff:') ? nameOf(text.slice(6)) : { owner: t('berkas katalog'), order: '', shop: t('toko') }[text] ?? text);
  return (
    <div class="page">
      <p><a class="back-link" href="/konsol/katalog">{t('‹ Katalog')}</a></p>
      <h1>{product.title}</h1>
      <div class="two">
        <section class="seen">
          {product.photo !== null && <img src={`/konsol/foto/produk/${encodeURIComponent(product.sku)}`} alt={t('Foto {barang}', { barang: product.title })} width="320" height="320" />}
          <p class="price">{rupiah(product.price)}</p>
          {wholesale.map((rule) => <p>{rule.name}: {rule.steps.map((step) => t('mulai {jumlah} buah {harga}', { jumlah: step.min, harga: step.price === null ? `−${step.percent}%` : rupiah(step.price) })).join(' · ')}</p>)}
          <p>{product.description}</p>
          <p class="quiet">{product.sku} · {product.category} · {product.weightG.toLocaleString(t.language === 'en' ? 'en' : 'id-ID')} g · {t('{berkas} baris {baris}', { berkas: product.source.file, baris: product.source.line })}</p>
          {visitor.staff.role === 'owner' && (
            <>
              <p class="actions"><a class="plain-action" href={`/konsol/pemilik/barang/${encodeURIComponent(product.sku)}`}>{t('Ubah harga, nama, keterangan…')}</a>
                <a class="plain-action" href={`/konsol/pemilik/barang/${encodeURIComponent(product.sku)}/grosir`}>{t('Ubah harga grosir…')}</a></p>
              <details class="disclosure" id="ganti-foto" data-keep=""><summary>{t('Ganti foto')}</summary>
              <form method="post" action={`/konsol/pemilik/barang/${encodeURIComponent(product.sku)}/foto`} enctype="multipart/form-data" class="bring">
                <input type="hidden" name="csrf" value={visitor.session.csrf} /><input type="hidden" name="act" value={`${act}f`} />
                <label>{t('Foto baru')} <input type="file" name="foto" required accept="image/jpeg,image/png,image/webp" /></label>
                <button class="plain-action">{t('Pakai foto ini')}</button>
              </form>
              </details>
            </>
          )}
          {related.length > 0 && <p class="quiet">{t('Ditawarkan bersama: {barang}', { barang: related.map((other) => other.title).join(', ') })}</p>}
        </section>
        <section id="stok" data-live="">
          <h2>{t('Stok')}</h2>
          {stock === null ? <p>{t('Dibuat saat dipesan, jadi tidak dihitung.')}</p> : (
            <>
              <table class="sums"><tbody>
                <tr><td>{t('Ada di toko')}</td><td>{stock.on_hand}</td></tr>
                <tr><td>{t('Sudah dipesan')}</td><td>{stock.reserved}</td></tr>
                <tr class="sum"><td>{t('Bisa dijual')}</td><td>{stock.on_hand - stock.reserved}</td></tr>
              </tbody></table>
              <Form to={`/konsol/katalog/${encodeURIComponent(product.sku)}/hitung`} visitor={visitor} act={act} kind="count-form">
                <label>{t('Hitungan di rak sekarang')} <input name="counted" inputmode="numeric" pattern="[0-9]{1,5}" required size={6} /></label>
                <button class="main-action">{t('Catat')}</button>
              </Form>
              <p class="quiet">{t('Hitung semua yang ada di toko, termasuk yang sudah dipesan.')}</p>
            </>
          )}
          {ledger.length > 0 && (
            <>
              <h2>{t('Ke mana saja')}</h2>
              <div class="scroll-x" tabindex={0} role="region" aria-label={t('Buku stok')}>
                <table class="ledger"><thead><tr><th scope="col">{t('Waktu')}</th><th scope="col">{t('Apa')}</th><th scope="col">{t('Di toko')}</th><th scope="col">{t('Dipesan')}</th></tr></thead><tbody>
                  {ledger.map((row) => (
                    <tr><td>{moments.stamp(row.at)}</td><td>{t(MOVES[row.kind])} {row.number !== null && <a href={`/konsol/pesanan/${row.number}`}>{row.number}</a>} <span class="quiet">{who(row.who)}</span></td>
                      <td>{signed(row.on_hand_change)}</td><td>{signed(row.reserved_change)}</td></tr>
                  ))}
                </tbody></table>
              </div>
            </>
          )}
        </section>
      </div>
    </div>
  );
}

const signed = (change: number): string => (change === 0 ? '' : change > 0 ? `+${change}` : `−${-change}`);
