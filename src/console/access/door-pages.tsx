import type { Child } from 'hono/jsx';
import { Page } from '../../web/page.tsx';
import { initial } from '../frame/frame.tsx';
import { Speaking, useT, type Translate } from '../language/translate.tsx';
import { consoleLook } from '../look.ts';
import { LEAST_CHARACTERS } from './passwords.ts';

/** Whose door it is, and in which language it speaks. */
export interface DoorSign {
  readonly shop: string;
  readonly t: Translate;
}

function Door({ sign: { shop, t }, title, children }: { readonly sign: DoorSign; readonly title: string; readonly children: Child }) {
  return (
    <Speaking t={t}>
      <Page title={`${title} · ${shop}`} kind="door" language={t.language} styles={[consoleLook.url('console.css')]}>
        <main class="door-card">
          <p class="mark" aria-hidden="true">{initial(shop)}</p>
          <h1>{title}</h1>
          {children}
          <OtherLanguage />
        </main>
      </Page>
    </Speaking>
  );
}

/** Named in itself, as whoever looks for it would look for it. */
function OtherLanguage() {
  return useT().language === 'id'
    ? <p><a class="back-link" href="?bahasa=en" lang="en" hreflang="en">English</a></p>
    : <p><a class="back-link" href="?bahasa=id" lang="id" hreflang="id">Bahasa Indonesia</a></p>;
}

const Problem = ({ text }: { readonly text: string | null }) => (text === null ? null : <p class="notice refused" role="alert">{text}</p>);

export function loginPage(sign: DoorSign, problem: string | null, name = '') {
  const { shop, t } = sign;
  return (
    <Door sign={sign} title={t('Masuk ke {toko}', { toko: shop })}>
      <Problem text={problem} />
      <form method="post" action={`/konsol/masuk?bahasa=${t.language}`} class="stack">
        <label>{t('Nama')} <input name="name" value={name} autocomplete="username" autocapitalize="none" spellcheck={false} required autofocus={name === ''} /></label>
        <label>{t('Sandi')} <input name="password" type="password" autocomplete="current-password" required autofocus={name !== ''} /></label>
        <button class="main-action">{t('Masuk')}</button>
      </form>
      <p class="quiet">{t('Belum punya sandi, atau lupa? Minta tautan baru ke pemilik toko.')}</p>
    </Door>
  );
}

/** Nobody has an account yet: where the first one comes from. */
export function nobodyYetPage(sign: DoorSign) {
  const { t } = sign;
  return (
    <Door sign={sign} title={t('Buka tautan pertama')}>
      <p>{t('Belum ada yang punya sandi di sini. Tautan untuk pemilik tertulis di terminal tempat toko ini dijalankan, berlaku dua hari.')}</p>
      <p class="quiet">{t('Sudah lewat? Jalankan ulang tokonya; tautan baru ditulis lagi.')}</p>
    </Door>
  );
}

export function invitationPage(sign: DoorSign, staff: { readonly id: string; readonly name: string }, problem: string | null) {
  const { shop, t } = sign;
  return (
    <Door sign={sign} title={t('Halo {nama}', { nama: staff.name })}>
      <p>{t.rich('Buat sandi untuk masuk ke {toko}. Nama masuknya {nama}.', { toko: shop, nama: <strong>{staff.id}</strong> })}</p>
      <Problem text={problem} />
      <form method="post" class="stack">
        <input type="hidden" name="username" value={staff.id} autocomplete="username" />
        <label>{t('Sandi baru')} <input name="password" type="password" autocomplete="new-password" minlength={LEAST_CHARACTERS} required autofocus /></label>
        <label>{t('Sekali lagi')} <input name="again" type="password" autocomplete="new-password" required /></label>
        <button class="main-action">{t('Simpan dan masuk')}</button>
      </form>
      <p class="quiet">{t('Paling sedikit {panjang} huruf. Tiga kata yang tidak berhubungan lebih aman dan lebih mudah diingat.', { panjang: LEAST_CHARACTERS })}</p>
    </Door>
  );
}

export function linkGonePage(sign: DoorSign) {
  const { t } = sign;
  return (
    <Door sign={sign} title={t('Tautan ini sudah tidak berlaku')}>
      <p>{t('Tautan dipakai satu kali dan berlaku dua hari. Minta yang baru ke pemilik toko, atau masuk bila sandinya sudah dibuat.')}</p>
      <p><a class="main-action" href="/konsol/masuk">{t('Masuk')}</a></p>
    </Door>
  );
}
