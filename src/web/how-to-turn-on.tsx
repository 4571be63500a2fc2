import type { ChannelName } from '../channels/channel.ts';

/** The steps to turn a channel on, for an owner; null where there is nothing to do. */
export function howToTurnOn(channel: ChannelName) {
  switch (channel) {
    case 'telegram': return (
      <ol>
        <li>Di Telegram, buka <b>@BotFather</b>, kirim <code>/newbot</code>, dan ikuti sampai mendapat token.</li>
        <li>Di folder Ladeni, jalankan <code>npm run setup telegram</code> dan tempelkan tokennya di sana.</li>
        <li>Hentikan toko dengan Ctrl+C, lalu jalankan lagi: <code>npm start</code></li>
      </ol>
    );
    case 'whatsapp': return (
      <ol>
        <li>Siapkan nomor khusus toko. Sambungan ini memakai WhatsApp Web dan bukan layanan resmi; baca risikonya di README dulu.</li>
        <li>Tulis di berkas <code>.env</code>: <code>WHATSAPP=on</code></li>
        <li>Hentikan toko dengan Ctrl+C, lalu jalankan lagi: <code>npm start</code></li>
        <li>Di ponsel toko, buka WhatsApp, Perangkat tertaut, Tautkan perangkat, lalu pindai kode yang muncul.</li>
      </ol>
    );
    default: return null;
  }
}
