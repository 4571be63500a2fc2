import { Page } from '../../web/page.tsx';
import type { ShopFace } from './parts.ts';

/** The frame of the talk; the script fills it. */
export function ChatPage({ shop, style, script }: { shop: ShopFace; style: string; script: string }) {
  return (
    <Page title={`Chat ${shop.name}`} kind="chat" styles={[style]} scripts={[script]}>
      <header class="shop-bar">
        <span class="monogram" aria-hidden="true">{initials(shop.name)}</span>
        <div>
          <h1>{shop.name}</h1>
          <p class={shop.open ? 'hours open' : 'hours'}>{shop.hoursLine}</p>
        </div>
      </header>
      <main class="talk" data-zone={shop.timezone} data-links={shop.linkHosts.join(' ')}>
        <div class="log" id="log" role="log" aria-label="Percakapan" aria-live="off" tabindex={0}>
          <button class="older quiet" id="older" type="button" hidden>Lihat pesan sebelumnya</button>
          <section class="welcome" id="welcome" hidden>
            <h2>Mau cari apa hari ini, Kak?</h2>
            <p>Tulis seperti biasa. Asisten otomatis menjawab langsung, siang malam: harga, stok, ongkir, sampai pesan. Admin bisa dipanggil kapan saja.</p>
            <ul class="starters">
              {shop.starters.map((starter) => <li><button class="choice" type="button" data-starter>{starter}</button></li>)}
            </ul>
          </section>
        </div>
        <noscript><p class="needs-script">Chat ini membutuhkan JavaScript. Nyalakan di browser Kakak, lalu muat ulang.</p></noscript>
        <div class="typing" id="typing" aria-hidden="true" hidden><i></i><i></i><i></i></div>
        <button class="newest" id="newest" type="button" hidden>Pesan terbaru ↓</button>
      </main>
      <footer>
        <p class="notice" id="notice" role="status"></p>
        <div class="chosen-photo" id="chosen-photo" hidden>
          <img id="photo-preview" alt="Foto yang akan dikirim" />
          <span id="photo-name"></span>
          <button class="quiet" id="drop-photo" type="button">Buang foto</button>
        </div>
        <form class="composer" id="composer" autocomplete="off">
          <input class="visually-hidden" id="photo" type="file" accept="image/jpeg,image/png,image/webp,image/*" tabindex={-1} aria-label="Pilih foto" />
          <button class="attach" id="attach" type="button">Foto</button>
          <label class="visually-hidden" for="text">Tulis pesan</label>
          <textarea id="text" rows={1} placeholder="Tulis pesan…" enterkeyhint="send"></textarea>
          <button class="send" type="submit">Kirim</button>
        </form>
      </footer>
    </Page>
  );
}

/** "DK" for Dapur Kita. */
function initials(name: string): string {
  return name.split(/\s+/).filter(Boolean).slice(0, 2).map((word) => [...word][0]!.toUpperCase()).join('');
}
