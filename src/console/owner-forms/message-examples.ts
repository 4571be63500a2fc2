import type { Catalogue } from '../../shop/catalogue/snapshot.ts';
import { placeholdersOf } from '../../wording/messages.ts';

/** What stands in the places of a message when an owner looks how it reads; a customer gets the real thing. */
const EXAMPLES: Readonly<Record<string, string>> = {
  nomor: 'DK-1042', total: 'Rp174.123', harga: 'Rp165.000', ongkir: 'Rp9.000', jumlah: '2', layanan: 'JNE Reguler', tiba: 'Kam 26 – Jum 27 Nov', nama: 'Rina', panggilan: 'Rina',
  jam_buka: 'Senin 09.00 WIB', jam_tutup: '17.00 WIB', jam: '09.00–17.00 WIB', keadaan: 'sedang dikemas', tujuan: 'Kota Bandung', kg: '1', berat: '900 g', kode: '123', hari: 'Senin', lama: '1–2 hari',
  alamat: 'Jl. Melati No. 5, Bandung', bank: 'BCA', rekening: '1234567890', pemilik: 'Dapur Kita', batas: 'Sel 24 Nov 10.00 WIB', alasan: 'stok habis', sebab: 'stok habis', tautan: 'https://…', stok: '8',
  tempat: 'Bandung', hp: '0812-3456-7890', telepon: '+62 812-3456-7890', resi: 'JP1234567890', admin: 'Siti', menit: '10', contoh: 'wajan 28 cm', dicari: 'wajan', cara: 'transfer BCA', waktu: '09.12',
};

/** A value for every placeholder of a message, from this shop where it has one. */
export function examplesFor(text: string, catalogue: Catalogue): Readonly<Record<string, string>> {
  const { store, sellable, categories } = catalogue;
  const own: Readonly<Record<string, string | undefined>> = {
    sapaan: store.salutation, nama_toko: store.name, pelanggan: store.customerName ?? store.salutation, produk: sellable[0]?.title, kategori: categories[0], nomor: `${store.orders.prefix}-1042`,
    bank: store.payments.bankTransfer[0]?.bank, rekening: store.payments.bankTransfer[0]?.account, pemilik: store.payments.bankTransfer[0]?.holder, telepon: store.contact.phone ?? undefined,
  };
  return Object.fromEntries([...new Set(placeholdersOf(text))].map((name) => [name, own[name] ?? EXAMPLES[name] ?? `(${name.replaceAll('_', ' ')})`]));
}
