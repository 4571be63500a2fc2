import type { Child } from 'hono/jsx';
import { Page } from '../../web/page.tsx';
import { initial } from '../frame/frame.tsx';
import { consoleLook } from '../look.ts';
import { LEAST_CHARACTERS } from './passwords.ts';

function Door({ shop, title, children }: { readonly shop: string; readonly title: string; readonly children: Child }) {
  return (
    <Page title={`${title} · ${shop}`} kind="door" styles={[consoleLook.url('console.css')]}>
      <main class="door-card">
        <p class="mark" aria-hidden="true">{initial(shop)}</p>
        <h1>{title}</h1>
        {children}
      </main>
    </Page>
  );
}

const Problem = ({ text }: { readonly text: string | null }) => (text === null ? null : <p class="notice refused" role="alert">{text}</p>);

export const loginPage = (shop: string, problem: string | null, name = '') => (
  <Door shop={shop} title={`Masuk ke ${shop}`}>
    <Problem text={problem} />
    <form method="post" action="/konsol/masuk" class="stack">
      <label>Nama <input name="name" value={name} autocomplete="username" autocapitalize="none" spellcheck={false} required autofocus={name === ''} /></label>
      <label>Sandi <input name="password" type="password" autocomplete="current-password" required autofocus={name !== ''} /></label>
      <button class="main-action">Masuk</button>
    </form>
    <p class="quiet">Belum punya sandi, atau lupa? Minta tautan baru ke pemilik toko.</p>
  </Door>
);

/** Nobody has an account yet: where the first one comes from. */
export const nobodyYetPage = (shop: string) => (
  <Door shop={shop} title="Buka tautan pertama">
    <p>Belum ada yang punya sandi di sini. Tautan untuk pemilik tertulis di terminal tempat toko ini dijalankan, berlaku dua hari.</p>
    <p class="quiet">Sudah lewat? Jalankan ulang tokonya; tautan baru ditulis lagi.</p>
  </Door>
);

export const invitationPage = (shop: string, staff: { readonly id: string; readonly name: string }, problem: string | null) => (
  <Door shop={shop} title={`Halo ${staff.name}`}>
    <p>Buat sandi untuk masuk ke {shop}. Nama masuknya <strong>{staff.id}</strong>.</p>
    <Problem text={problem} />
    <form method="post" class="stack">
      <input type="hidden" name="username" value={staff.id} autocomplete="username" />
      <label>Sandi baru <input name="password" type="password" autocomplete="new-password" minlength={LEAST_CHARACTERS} required autofocus /></label>
      <label>Sekali lagi <input name="again" type="password" autocomplete="new-password" required /></label>
      <button class="main-action">Simpan dan masuk</button>
    </form>
    <p class="quiet">Paling sedikit {LEAST_CHARACTERS} huruf. Tiga kata yang tidak berhubungan lebih aman dan lebih mudah diingat.</p>
  </Door>
);

export const linkGonePage = (shop: string) => (
  <Door shop={shop} title="Tautan ini sudah tidak berlaku">
    <p>Tautan dipakai satu kali dan berlaku dua hari. Minta yang baru ke pemilik toko, atau masuk bila sandinya sudah dibuat.</p>
    <p><a class="main-action" href="/konsol/masuk">Masuk</a></p>
  </Door>
);
