import type { Visitor } from '../console-env.ts';
import { Form } from '../frame/form.tsx';
import { useT } from '../language/translate.tsx';

/** One thing to set, as the page shows it. */
export interface Item {
  readonly key: string;
  readonly title: string;
  readonly question: string;
  /** Null where nothing is set. */
  readonly now: string | null;
  readonly sample: boolean;
  /** By its photo, by a page of its own, or by a line of text. */
  readonly by: { readonly kind: 'text' } | { readonly kind: 'photo' } | { readonly kind: 'page'; readonly url: string };
}

/** The whole shop at one look: what is set, what is still the sample's, and a place to change each. */
export function FirstRunPage({ items, open, problem, products, visitor, newAct }: {
  readonly items: readonly Item[];
  /** The one whose answer was not understood, and why. */
  readonly open: string | null; readonly problem: string | null;
  readonly products: string; readonly visitor: Visitor; readonly newAct: () => string;
}) {
  const t = useT();
  const samples = items.filter((item) => item.sample).length;
  return (
    <div class="page first-run">
      <p><a class="back-link" href="/konsol/lainnya">{t('‹ Lainnya')}</a></p>
      <h1>{t('Menyiapkan toko')}</h1>
      <p>{samples === 0 ? t('Tidak ada lagi yang masih contoh. Toko siap menerima pelanggan.') : t('{jumlah} hal masih contoh dan bukan milik Anda: ganti sebelum menerima pelanggan. Setiap jawaban diperiksa dan ditunjukkan dulu.', { jumlah: samples })}</p>
      {items.map((item) => (
        <details id={item.key} class="item" open={item.key === open}>
          <summary>
            <span class="what"><strong>{t.said(item.title)}</strong> <span class={item.now === null ? 'quiet' : ''}>{item.now === null ? t('belum diisi') : t.of(item.now)}</span>{item.sample && <span><em class="waits">{t('masih contoh')}</em></span>}</span>
          </summary>
          {item.key === open && problem !== null && <p class="late" role="alert">{problem}</p>}
          <Answering item={item} visitor={visitor} newAct={newAct} />
        </details>
      ))}
      <section>
        <h2>{t('Barang')}</h2>
        <p>{products}</p>
        <p><a class="plain-action" href="/konsol/pemilik/berkas">{t('Bawa daftar barang…')}</a></p>
      </section>
      <p class="quiet">{t('Telegram dan WhatsApp disambungkan di komputer toko: npm run setup.')}</p>
    </div>
  );
}

function Answering({ item, visitor, newAct }: { readonly item: Item; readonly visitor: Visitor; readonly newAct: () => string }) {
  const t = useT();
  switch (item.by.kind) {
    case 'page': return <p><a class="plain-action" href={item.by.url}>{t('Ubah')}</a></p>;
    case 'photo': return (
      <form method="post" action={`/konsol/pemilik/mulai/${item.key}`} enctype="multipart/form-data" class="bring">
        <input type="hidden" name="csrf" value={visitor.session.csrf} />
        <label>{t('Foto kode QRIS statis toko')} <input type="file" name="foto" required accept="image/jpeg,image/png,image/webp" /></label>
        <button class="main-action">{t('Baca kodenya')}</button>
      </form>
    );
    case 'text': return (
      <Form to={`/konsol/pemilik/mulai/${item.key}`} visitor={visitor} act={newAct()} kind="bring" fullPage>
        <label>{t.said(item.question)} <input name="jawaban" required maxlength={500} autocomplete="off" /></label>
        <button class="main-action">{t('Periksa')}</button>
      </Form>
    );
  }
}
