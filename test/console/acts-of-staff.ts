import type { ConsoleShop } from './console-shop.ts';

interface Act {
  /** What the audit calls it. */
  readonly recorded: string;
  readonly before?: (at: ConsoleShop) => void | Promise<void>;
  readonly how: (at: ConsoleShop) => { readonly path: string; readonly fields: Readonly<Record<string, string>> };
}

const chat = (at: ConsoleShop, address: string): string => `/konsol/chat/${at.shop.chatId(address)}`;
const taken = (at: ConsoleShop): void => void at.shop.shop.desk.claim({ by: 'ratna', id: 'ambil lagi' }, at.shop.chatId('c16'));
const onChat = (recorded: string, what: string, fields: Readonly<Record<string, string>> = {}, before: (at: ConsoleShop) => void = () => undefined): Act =>
  ({ recorded, before, how: (at) => ({ path: `${chat(at, 'c16')}/${what}`, fields }) });
const onOrder = (recorded: string, number: string, what: string, fields: Readonly<Record<string, string>> = {}, before: (at: ConsoleShop) => void = () => undefined): Act =>
  ({ recorded, before, how: () => ({ path: `/konsol/pesanan/${number}/${what}`, fields }) });
const plain = (recorded: string, path: string, fields: Readonly<Record<string, string>> = {}): Act => ({ recorded, how: () => ({ path, fields }) });

const PREVIEW = { unrecorded: 'shows what would change; /pemilik/ubah or /pemilik/berkas/pakai makes it, and records it' } as const;
const PHOTO = { unrecorded: 'comes as a file: products-by-phone.test.ts and owner-files.test.ts bring one' } as const;

/** How each route of the console that changes something is used, one after the other on one day, and what it leaves in the audit; one that leaves nothing says why. */
export const ACTS: Readonly<Record<string, Act | { readonly unrecorded: string }>> = {
  '/konsol/chat/:id{[0-9]+}/ambil': onChat('claim', 'ambil'),
  '/konsol/chat/:id{[0-9]+}/balas': onChat('reply', 'balas', { text: 'Halo Kak' }),
  '/konsol/chat/:id{[0-9]+}/catatan': onChat('note', 'catatan', { note: 'suka wajan' }),
  '/konsol/chat/:id{[0-9]+}/selesai': onChat('release', 'selesai', { note: 'beres' }),
  '/konsol/chat/:id{[0-9]+}/oper': onChat('transfer', 'oper', { to: 'budi' }, taken),
  '/konsol/pesanan/kirim': plain('ship', '/konsol/pesanan/kirim', { 'resi:DK-4': 'JX1' }),
  '/konsol/pesanan/:number/lunas': onOrder('approve_payment', 'DK-1', 'lunas', { seen: 'ya' }),
  '/konsol/pesanan/:number/tolak': onOrder('reject_payment', 'DK-5', 'tolak', { reason: 'kurang' }),
  '/konsol/pesanan/:number/kemas': onOrder('pack', 'DK-2', 'kemas'),
  '/konsol/pesanan/:number/kirim': onOrder('ship', 'DK-1', 'kirim', { tracking: 'JX2' }, (at) => void at.shop.shop.desk.pack({ by: 'siti', id: 'kemas dulu' }, 'DK-1')),
  '/konsol/pesanan/:number/resi': onOrder('correct_tracking', 'DK-3', 'resi', { tracking: '012345678901234' }),
  '/konsol/chat/:id{[0-9]+}/kabar': {
    recorded: 'told',
    before: (at) => {
      at.shop.shop.desk.claim({ by: 'ratna', id: 'ambil Wati' }, at.shop.chatId('c13'));
      at.shop.shop.desk.correctTracking({ by: 'siti', id: 'resi lagi' }, 'DK-3', '012345678904321');
    },
    how: (at) => ({ path: `${chat(at, 'c13')}/kabar`, fields: { order: 'DK-3', how: 'told' } }),
  },
  '/konsol/pesanan/:number/terima': onOrder('deliver', 'DK-3', 'terima'),
  '/konsol/pesanan/:number/batal': onOrder('cancel', 'DK-2', 'batal', { reason: 'stok rusak' }),
  '/konsol/pesanan/:number/uang': onOrder('refund', 'DK-2', 'uang', { amount: '1000', reference: 'sebagian' }),
  '/konsol/pesanan/:number/kembali': onOrder('return', 'DK-3', 'kembali'),
  '/konsol/katalog/:sku/hitung': plain('stock_take', '/konsol/katalog/WTG-28/hitung', { counted: '31' }),
  '/konsol/hitung-stok': {
    recorded: 'stock_take',
    how: (at) => ({ path: '/konsol/hitung-stok', fields: { 'n.WTG-20': '31', 's.WTG-20': String(at.shop.shop.business.stock.row('WTG-20')?.on_hand ?? at.shop.shop.world().premises.catalogue.product('WTG-20')!.stock) } }),
  },
  '/konsol/pemilik/kinerja/:month/tutup': plain('close_month', '/konsol/pemilik/kinerja/2026-10/tutup'),
  '/konsol/pemilik/staf/:id/tautan': plain('invite', '/konsol/pemilik/staf/budi/tautan'),
  '/konsol/pemilik/staf/:id/cabut': plain('revoke', '/konsol/pemilik/staf/budi/cabut'),
  '/konsol/pemilik/whatsapp/kode': plain('pair_by_code', '/konsol/pemilik/whatsapp/kode', { nomor: '0812-3456-7890' }),
  '/konsol/pemilik/cadangkan': plain('backup', '/konsol/pemilik/cadangkan'),
  '/konsol/pemilik/kata/ajari': plain('owner_file', '/konsol/pemilik/kata/ajari', { kalimat: 'panci presto bagus mana', maksud: 'search_product' }),
  '/konsol/pemilik/coba': { unrecorded: 'a trial that touches nothing' },
  '/konsol/pemilik/coba/ulang': { unrecorded: 'a trial that touches nothing' },
  '/konsol/pemilik/kata/pesan/:key': PREVIEW, '/konsol/pemilik/kata/pesan/:key/bawaan': PREVIEW, '/konsol/pemilik/toko/promo': PREVIEW,
  '/konsol/keluar': { unrecorded: 'ends one\'s own session' },
  '/konsol/lainnya/bahasa': { unrecorded: 'changes what one person reads' },
  '/konsol/pemilik/ubah': { unrecorded: 'needs a change that was offered: owner-forms.test.ts sees it recorded' },
  '/konsol/pemilik/berkas/pakai': { unrecorded: 'needs a file that was staged: owner-files.test.ts sees it recorded' },
  '/konsol/pemilik/berkas': PREVIEW, '/konsol/pemilik/berkas/riwayat': PREVIEW, '/konsol/pemilik/barang-baru': PREVIEW, '/konsol/pemilik/barang/:sku': PREVIEW, '/konsol/pemilik/barang/:sku/grosir': PREVIEW,
  '/konsol/pemilik/mulai/:step': PREVIEW, '/konsol/pemilik/mulai/qris': PREVIEW, '/konsol/pemilik/staf/ubah': PREVIEW,
  '/konsol/pemilik/kata/faq': PREVIEW, '/konsol/pemilik/kata/balasan-cepat': PREVIEW, '/konsol/pemilik/kata/kebijakan': PREVIEW,
  '/konsol/pemilik/toko/profil': PREVIEW, '/konsol/pemilik/toko/jam': PREVIEW, '/konsol/pemilik/toko/bayar': PREVIEW, '/konsol/pemilik/toko/aturan': PREVIEW,
  '/konsol/pemilik/toko/bonus': PREVIEW, '/konsol/pemilik/toko/ongkir': PREVIEW, '/konsol/pemilik/toko/ongkir/:service': PREVIEW,
  '/konsol/pemilik/barang/:sku/foto': PHOTO,
};
