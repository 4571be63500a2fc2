import type { EntryKind } from './journal.ts';

/** What the sheets of the accounts say, in the language of whoever fetches them. */
export interface AccountWords {
  readonly sheets: { readonly days: string; readonly orders: string; readonly journal: string };
  readonly date: string;
  readonly time: string;
  readonly orders: string;
  readonly order: string;
  readonly netSales: string;
  readonly netCash: string;
  readonly sum: string;
  readonly kind: string;
  readonly note: string;
  readonly kinds: Readonly<Record<EntryKind, string>>;
  /** Notes of an entry that are ours; others are what somebody wrote. */
  readonly notes: Readonly<Record<string, string>>;
}

export const ACCOUNT_WORDS: Readonly<Record<'id' | 'en', AccountWords>> = {
  id: {
    sheets: { days: 'Per hari', orders: 'Per pesanan', journal: 'Jurnal' }, date: 'Tanggal', time: 'Jam', orders: 'Pesanan', order: 'Pesanan', netSales: 'Penjualan bersih', netCash: 'Uang bersih', sum: 'Jumlah',
    kind: 'Jenis', note: 'Keterangan',
    kinds: {
      goods: 'Barang', goods_discount: 'Potongan barang', shipping: 'Ongkir', shipping_discount: 'Potongan ongkir', unique_code: 'Kode unik',
      ended: 'Batal, lewat, retur', revived: 'Dibuka lagi', payment: 'Pembayaran', refund: 'Dikembalikan',
    },
    notes: { cancelled: 'dibatalkan', expired: 'lewat batas bayar', returned: 'diretur', bank_transfer: 'transfer bank', qris: 'QRIS', cod: 'bayar di tempat', online: 'bayar online' },
  },
  en: {
    sheets: { days: 'By day', orders: 'By order', journal: 'Journal' }, date: 'Date', time: 'Time', orders: 'Orders', order: 'Order', netSales: 'Net sales', netCash: 'Net cash', sum: 'Total',
    kind: 'Kind', note: 'Note',
    kinds: {
      goods: 'Goods', goods_discount: 'Goods discount', shipping: 'Shipping', shipping_discount: 'Shipping discount', unique_code: 'Unique code',
      ended: 'Cancelled, expired, returned', revived: 'Opened again', payment: 'Payment', refund: 'Refund',
    },
    notes: { cancelled: 'cancelled', expired: 'not paid in time', returned: 'returned', bank_transfer: 'bank transfer', qris: 'QRIS', cod: 'cash on delivery', online: 'paid online' },
  },
};
