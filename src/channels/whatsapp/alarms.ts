/** What the owner must hear of by another way than WhatsApp. */
export type AlarmCode =
  | 'no_browser' | 'needs_pairing' | 'logged_out' | 'conflict' | 'blocked' | 'keeps_failing' | 'inbox'
  | 'ambiguous_person' | 'same_person' | 'daily_cap' | 'send_failed';

export interface Alarm {
  readonly code: AlarmCode;
  /** Indonesian, one line. */
  readonly detail: string;
  /** The chat it is about, where it is about one. */
  readonly chat: string | null;
}

const DETAILS: Readonly<Record<AlarmCode, string>> = {
  no_browser: 'WhatsApp belum bisa dijalankan: Chromium belum ada.',
  needs_pairing: 'WhatsApp perlu ditautkan lagi: buka halaman WhatsApp di konsol dan pindai QR-nya dengan HP toko.',
  logged_out: 'WhatsApp dilepas dari HP toko. Pesanan lewat jalur lain tetap jalan; pindai QR di konsol untuk menautkan lagi.',
  conflict: 'WhatsApp toko dibuka di tempat lain dan sambungan ini diputus. Dicoba lagi terus.',
  blocked: 'WhatsApp menolak nomor atau versi ini. Periksa WhatsApp di HP toko; dicoba lagi tiap setengah jam.',
  keeps_failing: 'WhatsApp gagal berkali-kali. Dicoba lagi terus; balas pelanggan dari HP toko dulu bila mendesak.',
  inbox: 'Pesan WhatsApp yang masuk belum bisa disimpan (disk penuh?). Pesannya tidak hilang dan dicoba lagi.',
  ambiguous_person: 'Satu pelanggan WhatsApp muncul dengan dua nomor berbeda; nomornya tidak dipakai. Tanyakan nomor yang benar.',
  same_person: 'Dua percakapan WhatsApp ternyata orang yang sama. Periksa keranjang dan pesanannya di keduanya.',
  daily_cap: 'Batas pesan WhatsApp hari ini tercapai, demi keamanan nomor toko. Sisanya dikirim besok; yang mendesak dari HP toko.',
  send_failed: 'Satu balasan WhatsApp yang sudah dihitung terkirim ternyata ditolak. Periksa percakapannya.',
};

export const alarm = (code: AlarmCode, chat: string | null = null, detail: string = DETAILS[code]): Alarm => ({ code, detail, chat });
