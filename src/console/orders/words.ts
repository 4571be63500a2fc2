import type { OrderState } from '../../shop/ordering/order-states.ts';
import type { PaymentMethod } from '../../shop/payment/payment-methods.ts';
import type { Column } from '../queries/order-board.ts';

export const STATES: Readonly<Record<OrderState, string>> = {
  awaiting_payment: 'menunggu bayar', confirmed: 'bayar di tempat', paid: 'lunas', packed: 'dikemas', shipped: 'dikirim',
  delivered: 'diterima', cancelled: 'dibatalkan', expired: 'lewat waktu bayar', returned: 'dikembalikan',
};

export const COLUMN_NAMES: Readonly<Record<Column, string>> = {
  bukti: 'Cek bayar', kemas: 'Kemas', kirim: 'Kirim', jalan: 'Di jalan', bayar: 'Belum bayar', uang: 'Uang kembali', selesai: 'Selesai',
};

export const COLUMN_EMPTY: Readonly<Record<Column, string>> = {
  bukti: 'Tidak ada bukti bayar yang menunggu. Bukti muncul di sini begitu pelanggan mengirim fotonya.',
  kemas: 'Tidak ada yang perlu dikemas. Pesanan lunas dan bayar di tempat muncul di sini.',
  kirim: 'Tidak ada paket yang menunggu kurir. Paket muncul di sini sesudah dikemas.',
  jalan: 'Tidak ada paket di jalan.',
  bayar: 'Tidak ada pesanan yang belum dibayar.',
  uang: 'Tidak ada uang yang harus dikembalikan. Pesanan lunas yang dibatalkan atau diretur muncul di sini.',
  selesai: 'Belum ada pesanan yang selesai.',
};

export const PAYMENTS: Readonly<Record<PaymentMethod, string>> = { bank_transfer: 'transfer bank', qris: 'QRIS', cod: 'bayar di tempat', online: 'bayar online' };

export const PROOF_FLAGS: Readonly<Record<string, string>> = {
  amount_differs: 'Jumlah di bukti berbeda dari total pesanan.',
  seen_before: 'Gambar ini sama atau sangat mirip dengan bukti pesanan lain.',
  late: 'Bukti datang sesudah batas waktu bayar.',
};
