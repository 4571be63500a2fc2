import type { Receipt } from '../../../src/shop/payment/receipt.ts';

export const SAMPLE_RECEIPT: Receipt = {
  shop: 'Dapur Kita',
  contact: ['+62 812-3456-7890', 'Jl. Contoh No. 1, Bandung'],
  number: 'DK-1042',
  date: 'Sen 23 Nov 10.04 WIB',
  recipient: 'Rina',
  lines: [
    { title: 'Wajan Teflon Granit 28 cm', quantity: 2, unitPrice: 165_000 },
    { title: 'Set Panci Stainless Tiga Lapis dengan Tutup Kaca Tahan Panas 24 cm', quantity: 1, unitPrice: 499_000 },
  ],
  goods: 829_000,
  shipping: { service: 'JNE Reguler', cost: 27_000 },
  discounts: [{ name: 'Voucher HEMAT10', amount: 10_000 }],
  uniqueCode: 123,
  total: 846_123,
  payment: 'Transfer BCA',
  paid: 'Sen 23 Nov 11.20 WIB',
  language: 'id',
};
