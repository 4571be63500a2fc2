import { COURIERS } from '../../shop/parcels/couriers.ts';
import type { ParcelStatus } from '../../shop/parcels/parcel-news.ts';
import type { OrderState } from '../../shop/ordering/order-states.ts';
import type { PaymentMethod } from '../../shop/payment/payment-methods.ts';
import type { Column } from '../queries/order-board.ts';
import type { PlainText } from '../language/texts.ts';
import type { Translate } from '../language/translate.tsx';

export const STATES: Readonly<Record<OrderState, PlainText>> = {
  awaiting_payment: 'menunggu bayar', confirmed: 'bayar di tempat', paid: 'lunas', packed: 'dikemas', shipped: 'dikirim',
  delivered: 'diterima', cancelled: 'dibatalkan', expired: 'lewat waktu bayar', returned: 'dikembalikan',
};

export const COLUMN_NAMES: Readonly<Record<Column, PlainText>> = {
  bukti: 'Cek bayar', kemas: 'Kemas', kirim: 'Siap kirim', jalan: 'Di jalan', bayar: 'Belum bayar', uang: 'Uang kembali', selesai: 'Selesai',
};

export const COLUMN_EMPTY: Readonly<Record<Column, PlainText>> = {
  bukti: 'Tidak ada bukti bayar yang menunggu. Bukti muncul di sini begitu pelanggan mengirim fotonya.',
  kemas: 'Tidak ada yang perlu dikemas. Pesanan lunas dan bayar di tempat muncul di sini.',
  kirim: 'Tidak ada paket yang menunggu kurir. Paket muncul di sini sesudah dikemas.',
  jalan: 'Tidak ada paket di jalan.',
  bayar: 'Tidak ada pesanan yang belum dibayar.',
  uang: 'Tidak ada uang yang harus dikembalikan. Pesanan lunas yang dibatalkan atau diretur muncul di sini.',
  selesai: 'Belum ada pesanan yang selesai.',
};

export const PAYMENTS: Readonly<Record<PaymentMethod, PlainText>> = { bank_transfer: 'transfer bank', qris: 'QRIS', cod: 'bayar di tempat', online: 'bayar online' };

export const PROOF_FLAGS: Readonly<Record<string, PlainText>> = {
  amount_differs: 'Jumlah di bukti berbeda dari total pesanan.',
  seen_before: 'Gambar ini sama atau sangat mirip dengan bukti pesanan lain.',
  late: 'Bukti datang sesudah batas waktu bayar.',
};

export const PARCEL_STATES: Readonly<Record<ParcelStatus, PlainText>> = {
  moving: 'dalam perjalanan', delivered: 'sudah sampai', returning: 'kembali ke pengirim', held: 'tertahan di kurir',
};

/** Why the shop moved an order on by itself, as its history keeps it. */
export const REASONS_OF_SHOP: Readonly<Record<string, PlainText>> = {
  'not paid in time': 'tidak dibayar sampai batas waktu', 'no word after the promised day': 'tidak ada kabar sesudah hari tiba', 'changed by the customer': 'diganti pesanan baru',
};

/** Who moved an order on, from the word its history keeps: "staff:siti", "customer:7", "courier:jne", "shop". */
export function whoDidIt(t: Translate, word: string, nameOf: (id: string) => string): string {
  const [kind, id = ''] = word.split(':') as [string, string?];
  switch (kind) {
    case 'staff': return nameOf(id);
    case 'customer': return t('Pelanggan');
    case 'shop': return t('Toko (otomatis)');
    case 'courier': return COURIERS.find((courier) => courier.id === id)?.name ?? t('Kurir');
    default: return word;
  }
}
