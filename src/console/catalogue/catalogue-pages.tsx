import type { Product } from '../../shop/catalogue/snapshot.ts';
import type { StockRow } from '../../shop/ordering/stock.ts';
import { rupiah } from '../../shop/payment/rupiah.ts';
import type { Visitor } from '../console-env.ts';
import { Form } from '../frame/form.tsx';
import type { Moments } from '../frame/moments.ts';
import type { LedgerRow } from '../queries/stock-view.ts';

export interface Piece {
  readonly product: Product;
  /** Null for made to order. */
  readonly stock: Pick<StockRow, 'on_hand' | 'reserved'> | null;
}

/** What customers can buy, what is wrong in the files, what runs out, and what they looked for in vain. */
export function CataloguePage({ pieces, query, problems, wished, missed, lowStock, moments, owner }: {
  /** Owners may change the files from here. */
  readonly owner: boolean;
  readonly pieces: readonly Piece[]; readonly query: string; readonly problems: readonly string[]; readonly lowStock: number;
  readonly wished: readonly { readonly product: Product; readonly people: number }[];
  readonly missed: readonly { readonly at: number; readonly chat_id: number; readonly text: string }[]; readonly moments: Moments;
}) {
  const low = pieces.filter(({ product, stock }) => product.active && stock !== null && stock.on_hand - stock.reserved <= lowStock);
  return (
    <div class="page">
      <h1>Katalog</h1>
      <div id="katalog-perlu" data-live="">
        {problems.length > 0 && (
          <section class="urgent late" aria-label="Masalah di berkas">
            <h2>{problems.length} hal di berkas katalog perlu diperbaiki</h2>
            <p>Versi sebelumnya tetap dipakai; tidak ada yang hilang. Perbaiki, simpan, dan daftar ini kosong sendiri.</p>
            <ul class="problems">{problems.map((problem) => <li><Problem text={problem} /></li>)}</ul>
          </section>
        )}
        {wished.length > 0 && (
          <section class="urgent waits" aria-label="Ditunggu pelanggan">
            <h2>Habis, dan ada yang menunggu</h2>
            <ul>{wished.map(({ product, people }) => <li><a href={`/konsol/katalog/${encodeURIComponent(product.sku)}`}><strong>{people} orang</strong> menunggu {product.title}</a></li>)}</ul>
          </section>
        )}
        {low.length > 0 && (
          <details class="disclosure" id="menipis" data-keep="">
            <summary>{low.length} barang habis atau menipis</summary>
            <ul class="plain">{low.map(({ product, stock }) => <li><a href={`/konsol/katalog/${encodeURIComponent(product.sku)}`}>{product.title}: {free(stock)}</a></li>)}</ul>
          </details>
        )}
        {missed.length > 0 && (
          <details class="disclosure" id="tak-paham" data-keep="">
            <summary>{missed.length} pertanyaan terakhir yang belum terjawab asisten</summary>
            <ul class="plain">{missed.map((row) => <li><a href={`/konsol/chat/${row.chat_id}`}>{row.text.slice(0, 160)}</a> <span class="quiet">{moments.stamp(row.at)}</span></li>)}</ul>
            {owner && <p><a class="plain-action" href="/konsol/pemilik/kata/ajari">Ajari asisten</a></p>}
          </details>
        )}
      </div>
      <div class="actions">
        <a class="plain-action" href="/konsol/hitung-stok">Hitung stok</a>
        {owner && <><a class="plain-action" href="/konsol/pemilik/barang-baru">Tambah barang</a><a class="plain-action" href="/konsol/pemilik/berkas">Ganti berkas…</a></>}
      </div>
      <form class="search" action="/konsol/katalog" role="search">
        <input type="search" name="cari" value={query} placeholder="Cari nama, SKU, kategori" aria-label="Cari barang" data-key="/" />
      </form>
      {pieces.length === 0 ? <p class="empty-line">Tidak ada barang yang cocok dengan "{query}".</p> : (
        <ul class="products" id="barang" data-live="">{pieces.map((piece) => <ProductRow piece={piece} lowStock={lowStock} />)}</ul>
      )}
    </div>
  );
}

/** "products.csv:12:4: what; how" with its place made easy to see. */
function Problem({ text }: { readonly text: string }) {
  const parts = /^([^:]+):(\d+):(\d+): ([^]*)$/.exec(text);
  return parts ? <><strong>{parts[1]} baris {parts[2]}, kolom {parts[3]}</strong>: {parts[4]}</> : <>{text}</>;
}

function ProductRow({ piece: { product, stock }, lowStock }: { readonly piece: Piece; readonly lowStock: number }) {
  const left = stock === null ? null : stock.on_hand - stock.reserved;
  return (
    <li>
      <a href={`/konsol/katalog/${encodeURIComponent(product.sku)}`} class={product.active ? '' : 'inactive'}>
        <span class="thumb">{product.photo !== null && <img src={`/konsol/foto/produk/${encodeURIComponent(product.sku)}`} alt="" loading="lazy" width="56" height="56" />}</span>
        <span class="who">{product.title}</span>
        <span class="amount">{rupiah(product.price)}</span>
        <span class="quiet">{product.sku} · {product.category}{!product.active && ' · tidak dijual'}</span>
        <span class={left !== null && left <= lowStock ? (left === 0 ? 'late' : 'waits') : 'quiet'}>{free(stock)}{stock !== null && stock.reserved > 0 && `, ${stock.reserved} dipesan`}</span>
      </a>
    </li>
  );
}

const free = (stock: Piece['stock']): string => {
  if (stock === null) return 'dibuat saat dipesan';
  const left = stock.on_hand - stock.reserved;
  return left === 0 ? 'habis' : `sisa ${left}`;
};

const MOVES: Readonly<Record<LedgerRow['kind'], string>> = {
  stock_take: 'hitung stok', reserve: 'dipesan', release: 'batal dipesan', consume: 'dikirim', return: 'dikembalikan',
};

/** One product as customers see it, and where each of its pieces went. */
export function ProductPage({ piece, ledger, related, visitor, act, moments, nameOf }: {
  readonly piece: Piece; readonly ledger: readonly LedgerRow[]; readonly related: readonly Product[]; readonly visitor: Visitor;
  readonly act: string; readonly moments: Moments; readonly nameOf: (id: string) => string;
}) {
  const { product, stock } = piece;
  const who = (text: string): string => (text.startsWith('staff:') ? nameOf(text.slice(6)) : { owner: 'berkas katalog', order: '', shop: 'toko' }[text] ?? text);
  return (
    <div class="page">
      <p><a class="back-link" href="/konsol/katalog">‹ Katalog</a></p>
      <h1>{product.title}</h1>
      <div class="two">
        <section class="seen">
          {product.photo !== null && <img src={`/konsol/foto/produk/${encodeURIComponent(product.sku)}`} alt={`Foto ${product.title}`} width="320" height="320" />}
          <p class="price">{rupiah(product.price)}</p>
          <p>{product.description}</p>
          <p class="quiet">{product.sku} · {product.category} · {product.weightG.toLocaleString('id-ID')} g · {product.source.file} baris {product.source.line}</p>
          {visitor.staff.role === 'owner' && (
            <>
              <p><a class="plain-action" href={`/konsol/pemilik/barang/${encodeURIComponent(product.sku)}`}>Ubah harga, nama, keterangan…</a></p>
              <details class="disclosure" id="ganti-foto" data-keep=""><summary>Ganti foto</summary>
              <form method="post" action={`/konsol/pemilik/barang/${encodeURIComponent(product.sku)}/foto`} enctype="multipart/form-data" class="bring">
                <input type="hidden" name="csrf" value={visitor.session.csrf} /><input type="hidden" name="act" value={`${act}f`} />
                <label>Foto baru <input type="file" name="foto" required accept="image/jpeg,image/png,image/webp" /></label>
                <button class="plain-action">Pakai foto ini</button>
              </form>
              </details>
            </>
          )}
          {related.length > 0 && <p class="quiet">Ditawarkan bersama: {related.map((other) => other.title).join(', ')}</p>}
        </section>
        <section id="stok" data-live="">
          <h2>Stok</h2>
          {stock === null ? <p>Dibuat saat dipesan, jadi tidak dihitung.</p> : (
            <>
              <table class="sums"><tbody>
                <tr><td>Ada di toko</td><td>{stock.on_hand}</td></tr>
                <tr><td>Sudah dipesan</td><td>{stock.reserved}</td></tr>
                <tr class="sum"><td>Bisa dijual</td><td>{stock.on_hand - stock.reserved}</td></tr>
              </tbody></table>
              <Form to={`/konsol/katalog/${encodeURIComponent(product.sku)}/hitung`} visitor={visitor} act={act} kind="count-form">
                <label>Hitungan di rak sekarang <input name="counted" inputmode="numeric" pattern="[0-9]{1,5}" required size={6} /></label>
                <button class="main-action">Catat</button>
              </Form>
              <p class="quiet">Hitung semua yang ada di toko, termasuk yang sudah dipesan.</p>
            </>
          )}
          {ledger.length > 0 && (
            <>
              <h2>Ke mana saja</h2>
              <div class="scroll-x" tabindex={0} role="region" aria-label="Buku stok">
                <table class="ledger"><thead><tr><th scope="col">Waktu</th><th scope="col">Apa</th><th scope="col">Di toko</th><th scope="col">Dipesan</th></tr></thead><tbody>
                  {ledger.map((row) => (
                    <tr><td>{moments.stamp(row.at)}</td><td>{MOVES[row.kind]} {row.number !== null && <a href={`/konsol/pesanan/${row.number}`}>{row.number}</a>} <span class="quiet">{who(row.who)}</span></td>
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
