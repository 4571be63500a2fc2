import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import type { ChannelState } from '../channels/channel.ts';
import type { WebEnv } from './env.ts';
import { howToTurnOn } from './how-to-turn-on.tsx';
import { frontLook } from './look.ts';
import type { ShopOverview } from './overview.ts';
import { Page } from './page.tsx';
import { pictureResponse } from './picture-response.ts';
import { isAtThisMachine } from './requester.ts';
import type { Mount } from './server.ts';

export interface FrontPageParts {
  readonly overview: () => ShopOverview;
  /** Absolute path of a product photo by the name the catalogue gives it; null for any other name. */
  readonly cataloguePhoto: (name: string) => string | null;
}

const PHOTO_KEPT_S = 24 * 3600;

/** The page at "/": for the owner at this machine, how the shop is and what comes next; for a visitor, where to chat. */
export function createFrontPage({ overview, cataloguePhoto }: FrontPageParts): Mount {
  const routes = new Hono<WebEnv>();
  routes.get('/', (c) => c.html(<FrontPage shop={overview()} forOwner={isAtThisMachine(c)} />));
  routes.get('/catalogue/photos/:name', async (c) => {
    const path = cataloguePhoto(c.req.param('name'));
    return (path === null ? null : await pictureResponse(path, PHOTO_KEPT_S)) ?? c.notFound();
  });
  routes.route('/assets', frontLook.routes);
  return { at: '/', routes };
}

const NAMES: Readonly<Record<string, string>> = { webchat: 'Chat web', telegram: 'Telegram', whatsapp: 'WhatsApp' };
const STATES: Readonly<Record<ChannelState, readonly [word: string, tone: string]>> = {
  on: ['Hidup', 'well'], off: ['Mati', 'off'], starting: ['Sedang dinyalakan', 'waits'], needs_pairing: ['Menunggu dipasangkan', 'waits'],
  offline: ['Terputus', 'wrong'], failed: ['Bermasalah', 'wrong'],
};

function FrontPage({ shop, forOwner }: { shop: ShopOverview; forOwner: boolean }) {
  return (
    <Page title={shop.shop} kind="front" styles={[frontLook.url('front.css')]}>
      <header class="counter">
        <div class="inside">
          <p class="house">Ladeni, asisten toko</p>
          <h1>{shop.shop} {forOwner ? 'siap melayani' : ''}</h1>
          <p class="facts">{shop.products} produk siap dijual. {shop.hoursLine}.</p>
          <p class="actions">
            <a class="main-action" href="/chat">{forOwner ? 'Coba chat sebagai pelanggan' : 'Chat dengan toko'}</a>
            {forOwner && shop.consolePath !== null && <a class="other-action" href={shop.consolePath}>Buka konsol admin</a>}
          </p>
        </div>
      </header>
      <main class="inside">
        {forOwner && shop.problems.length > 0 && <Problems problems={shop.problems} />}
        {shop.showcase.length > 0 && <Showcase products={shop.showcase} />}
        <div class="sections">
          <Channels channels={shop.channels} forOwner={forOwner} />
          {forOwner && <Files />}
        </div>
      </main>
    </Page>
  );
}

function Problems({ problems }: { problems: readonly string[] }) {
  return (
    <section class="problems" aria-labelledby="problems">
      <h2 id="problems">Perlu diperbaiki</h2>
      <ul>{problems.map((problem) => <li>{problem}</li>)}</ul>
      <p>Selama itu, isi toko yang terakhir benar tetap dipakai.</p>
    </section>
  );
}

function Showcase({ products }: { products: ShopOverview['showcase'] }) {
  return (
    <section class="showcase" aria-label="Sebagian produk" tabindex={0}>
      {products.map(({ title, price, photo }) => (
        <figure>
          <img src={`/catalogue/photos/${encodeURIComponent(photo)}`} alt="" width="800" height="800" />
          <figcaption>{title}<b>{price}</b></figcaption>
        </figure>
      ))}
    </section>
  );
}

function Channels({ channels, forOwner }: { channels: ShopOverview['channels']; forOwner: boolean }) {
  const shown = channels.filter(({ name, status }) => name in NAMES && (forOwner || status.state === 'on'));
  return (
    <section aria-labelledby="channels">
      <h2 id="channels">{forOwner ? 'Di mana toko menjawab' : 'Di mana Kakak bisa menghubungi kami'}</h2>
      <ul class="channels">
        {shown.map(({ name, status }) => {
          const [word, tone] = STATES[status.state];
          const steps = forOwner && status.state === 'off' ? howToTurnOn(name) : null;
          return (
            <li>
              <p class="channel"><b>{NAMES[name]}</b> <span class={`state ${tone}`}>{word}</span></p>
              {forOwner && <p class="detail">{status.detail}</p>}
              {steps !== null && <details><summary>Cara menyalakan</summary>{steps}</details>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const FILES: readonly (readonly [file: string, what: string])[] = [
  ['products.csv', 'barang, harga, stok, foto'], ['store.yaml', 'nama, jam buka, rekening, QRIS'], ['shipping.yaml', 'ongkir dan lama kirim'],
  ['faq.yaml', 'jawaban pertanyaan umum'], ['replies.yaml', 'kata-kata toko'], ['staff.yaml', 'siapa yang melayani'],
];

function Files() {
  return (
    <section aria-labelledby="files">
      <h2 id="files">Mengubah isi toko</h2>
      <p>Semua ada di folder <code>catalog</code>. Buka dengan Excel atau penyunting teks, ubah, simpan. Toko membaca ulang sendiri.</p>
      <dl class="files">{FILES.map(([file, what]) => <Row name={<code>{file}</code>} what={what} />)}</dl>
      <p>Ingin memeriksa dulu? Jalankan <code>npm run check</code>.</p>
    </section>
  );
}

const Row = ({ name, what }: { name: Child; what: string }) => <div><dt>{name}</dt><dd>{what}</dd></div>;
