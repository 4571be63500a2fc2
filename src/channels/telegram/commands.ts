import type { BotCommand } from 'grammy/types';

/** The customers' menu button. Each reaches the engine as its plain text. */
export const CUSTOMER_COMMANDS: readonly BotCommand[] = [
  { command: 'menu', description: 'Lihat produk dan bantuan' },
  { command: 'keranjang', description: 'Isi keranjang dan totalnya' },
  { command: 'pesanan', description: 'Pesanan dan pengirimannya' },
  { command: 'admin', description: 'Bicara dengan admin' },
  { command: 'batal', description: 'Batalkan yang sedang berjalan' },
];

/** What staff may type in their group. */
export const STAFF_COMMANDS: readonly BotCommand[] = [
  { command: 'ambil', description: 'Ambil obrolan ini' },
  { command: 'selesai', description: 'Kembalikan ke bot: /selesai catatan' },
  { command: 'oper', description: 'Oper ke admin lain: /oper siti' },
  { command: 'setujui', description: 'Pembayaran benar: /setujui DK-1042' },
  { command: 'tolak', description: 'Pembayaran ditolak: /tolak DK-1042 alasan' },
  { command: 'kemas', description: 'Sudah dikemas: /kemas DK-1042' },
  { command: 'kirim', description: 'Sudah dikirim: /kirim DK-1042 resi' },
  { command: 'balas', description: 'Balasan cepat: /balas terima-kasih' },
  { command: 'kartu', description: 'Kartu pelanggan terbaru' },
];
