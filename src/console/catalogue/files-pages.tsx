import type { Change, Changes } from '../../owner-files/changes.ts';
import type { KeptFile, Staged } from '../../owner-files/desk.ts';
import { problemLine } from '../../shop/catalogue/load.ts';
import { rupiah } from '../../shop/payment/rupiah.ts';
import type { Visitor } from '../console-env.ts';
import { Problem } from '../frame/file-problem.tsx';
import { Form } from '../frame/form.tsx';
import type { Moments } from '../frame/moments.ts';
import type { PlainText } from '../language/texts.ts';
import { useT } from '../language/translate.tsx';

const MOST_SHOWN = 200;

/** Bringing a file, and those that were replaced. */
export function FilesPage({ kept, problems, file, visitor, newAct, moments }: {
  readonly kept: readonly KeptFile[]; readonly problems: readonly string[]; readonly file: string;
  readonly visitor: Visitor; readonly newAct: () => string; readonly moments: Moments;
}) {
  const t = useT();
  return (
    <div class="page">
      <p><a class="back-link" href="/konsol/katalog">{t('‹ Katalog')}</a></p>
      <h1>{t('Ganti berkas')}</h1>
      {problems.length > 0 && (
        <section class="urgent late" role="alert">
          <h2>{file === '' ? t('Belum bisa dipakai') : t('{berkas} tidak dikenal', { berkas: file })}</h2>
          <p>{t('Tidak ada yang berubah. Perbaiki berkasnya, lalu pilih lagi.')}</p>
          <ul class="problems">{problems.slice(0, MOST_SHOWN).map((problem) => <li><Problem text={problem} /></li>)}</ul>
        </section>
      )}
      <p>{t('Pilih products.csv yang baru, ekspor barang dari Shopify, WooCommerce, Tokopedia, Shopee, atau Meta, atau berkas toko lain. Semuanya diperiksa dan ditunjukkan dulu; baru berubah setelah Anda setuju.')}</p>
      <form method="post" action="/konsol/pemilik/berkas" enctype="multipart/form-data" class="bring">
        <input type="hidden" name="csrf" value={visitor.session.csrf} />
        <label>{t('Berkas')} <input type="file" name="berkas" required accept=".csv,.tsv,.xlsx,.yaml,.yml,text/csv" /></label>
        <label class="choice"><input type="checkbox" name="lewati" value="ya" /> {t('Lewati baris ekspor yang bermasalah')}</label>
        <button class="main-action">{t('Periksa')}</button>
      </form>
      <section>
        <h2>{t('Riwayat')}</h2>
        {kept.length === 0 ? <p class="quiet">{t('Belum ada berkas yang diganti dari sini.')}</p> : (
          <ul class="plain">{kept.map((one) => (
            <li class="kept"><span>{t.rich('{berkas} sebelum {kapan}', { berkas: <strong>{one.file}</strong>, kapan: moments.stamp(one.at) })}</span>
              <Form to="/konsol/pemilik/berkas/riwayat" visitor={visitor} act={newAct()} fullPage><input type="hidden" name="name" value={one.name} /><button class="plain-action">{t('Kembalikan…')}</button></Form></li>
          ))}</ul>
        )}
      </section>
    </div>
  );
}

/** What the shop would be, before it is. */
export function PreviewPage({ staged, changes, notes, visitor, act }: {
  readonly staged: Staged; readonly changes: Changes; readonly notes: readonly string[]; readonly visitor: Visitor; readonly act: string;
}) {
  const t = useT();
  const { added, gone, changed, same } = changes;
  const products = staged.file.startsWith('products.');
  return (
    <div class="page">
      <p><a class="back-link" href="/konsol/pemilik/berkas">{t('‹ Ganti berkas')}</a></p>
      <h1>{t('Periksa {berkas}', { berkas: staged.file })}</h1>
      {products ? <p>{t('{baru} barang baru, {berubah} berubah, {hilang} hilang, {tetap} tetap.', { baru: added.length, berubah: changed.length, hilang: gone.length, tetap: same })}</p>
        : <p>{t('Berkasnya benar dan bisa dipakai.')} {changed.length + added.length + gone.length === 0 && t('Barangnya tidak berubah.')}</p>}
      {notes.length > 0 && <ul class="problems">{notes.slice(0, MOST_SHOWN).map((note) => <li>{note}</li>)}</ul>}
      {staged.warnings.length > 0 && (
        <section class="urgent waits"><h2>{t('Perlu dilihat')}</h2><ul class="problems">{staged.warnings.map((warning) => <li><Problem text={problemLine(warning)} /></li>)}</ul></section>
      )}
      {gone.length > 0 && (
        <section class="urgent late"><h2>{t('Tidak dijual lagi')}</h2><ul class="plain">{gone.slice(0, MOST_SHOWN).map((product) => <li>{product.title} <span class="quiet">{product.sku}</span></li>)}</ul><Rest of={gone.length} /></section>
      )}
      {changed.length > 0 && (
        <section><h2>{t('Berubah')}</h2>
          <ul class="changes">{changed.slice(0, MOST_SHOWN).map(({ product, what }) => (
            <li><strong>{product.title}</strong> <span class="quiet">{product.sku}</span><dl>{what.map((change) => <ChangeLine change={change} />)}</dl></li>
          ))}</ul><Rest of={changed.length} /></section>
      )}
      {added.length > 0 && (
        <section><h2>{t('Baru')}</h2>
          <ul class="plain">{added.slice(0, MOST_SHOWN).map((product) => (
            <li>{product.title} <span class="quiet">{product.sku}</span> {rupiah(product.price)}, {product.stock === null ? t('dibuat saat dipesan') : t('stok {jumlah}', { jumlah: product.stock })}</li>
          ))}</ul><Rest of={added.length} /></section>
      )}
      <div class="actions">
        <Form to="/konsol/pemilik/berkas/pakai" visitor={visitor} act={act} fullPage><input type="hidden" name="staged" value={staged.id} /><button class="main-action">{t('Pakai berkas ini')}</button></Form>
        <a class="plain-action" href="/konsol/pemilik/berkas">{t('Batal')}</a>
      </div>
    </div>
  );
}

function Rest({ of }: { readonly of: number }) {
  const t = useT();
  return of > MOST_SHOWN ? <p class="quiet">{t('… dan {jumlah} lagi.', { jumlah: of - MOST_SHOWN })}</p> : null;
}

const FIELDS: Readonly<Record<Change['field'], PlainText>> = {
  price: 'Harga', sale: 'Harga promo', stock: 'Stok', title: 'Nama', category: 'Kategori', weight: 'Berat', description: 'Keterangan', aliases: 'Sebutan lain', photo: 'Foto',
  goes_with: 'Cocok dengan', variant: 'Varian', tags: 'Label', active: 'Dijual',
};

function ChangeLine({ change }: { readonly change: Change }) {
  const t = useT();
  const told = (value: string | number | null): string => {
    if (change.field === 'price') return rupiah(Number(value));
    if (change.field === 'stock') return value === null ? t('dibuat saat dipesan') : String(value);
    return value === '' ? t('kosong') : String(value);
  };
  return <div><dt>{t(FIELDS[change.field])}</dt><dd><del>{told(change.from)}</del> <span aria-hidden="true">→</span> <ins>{told(change.to)}</ins></dd></div>;
}
