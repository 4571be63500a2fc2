import ExcelJS from 'exceljs';

/** The mass sheets of the marketplaces as sellers download them: instructions first, titles and hints around the headings, lists in hidden sheets. */
type Rows = readonly (readonly (string | number)[])[];

async function workbook(sheets: readonly { readonly name: string; readonly rows: Rows; readonly hidden?: boolean }[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  for (const { name, rows, hidden } of sheets) {
    const sheet = book.addWorksheet(name, { state: hidden ? 'hidden' : 'visible' });
    rows.forEach((row) => sheet.addRow([...row]));
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

const SHOPEE_KEYS = ['ps_category|0|0', 'ps_product_name|1|0', 'ps_product_description|1|0', 'ps_sku_parent_short|0|0', 'et_title_variation_integration_no|0|0', 'et_title_variation_1|0|0', 'et_title_option_for_variation_1|0|0', 'et_title_image_per_variation|0|3', 'ps_price|1|1', 'ps_stock|0|1', 'ps_sku_short|0|0', 'ps_item_cover_image|0|3', 'ps_item_image_1|0|3', 'ps_weight|1|1', 'ps_length|0|1', 'ps_width|0|1', 'ps_height|0|1', 'channel_id_8003|0|0'];
const SHOPEE_HEADINGS = ['Kategori', 'Nama Produk', 'Deskripsi Produk', 'SKU Induk', 'Kode Integrasi Variasi', 'Nama Variasi 1', 'Varian untuk Variasi 1', 'Foto Produk per Varian', 'Harga', 'Stok', 'Kode Variasi', 'Foto Sampul', 'Foto Produk 1', 'Berat', 'Panjang', 'Lebar', 'Tinggi', 'Reguler (Cashless)'];
const SHOPEE_NEED = ['Wajib', 'Wajib', 'Wajib', 'Opsional', 'Wajib Bersyarat', 'Wajib Bersyarat', 'Wajib Bersyarat', 'Opsional', 'Wajib', 'Wajib', 'Opsional', 'Wajib', 'Opsional', 'Wajib', 'Opsional', 'Opsional', 'Opsional', 'Wajib Bersyarat'];
const SHOPEE_HINTS = ['Pilih kategori', 'Masukkan nama produk, 5-255 karakter', 'Masukkan deskripsi', 'Kode unik', 'Kode yang sama untuk variasi dari produk yang sama', 'Contoh: Warna', 'Contoh: Merah', 'Tautan foto', 'Masukkan harga produk tanpa titik', 'Masukkan jumlah stok', 'Kode unik varian', 'Tautan foto', 'Tautan foto', 'Berat dalam gram', 'cm', 'cm', 'cm', 'Nyala/Mati'];

/** Shopee, "Unggah Massal". `rows` below the hints, under SHOPEE_HEADINGS. */
export const shopeeUpload = (rows: Rows = [
  ['100636 - Perlengkapan Rumah/Dapur/Panci', 'Panci Susu Enamel', 'Bibir tuang di dua sisi.\nBisa kompor induksi.', 'PSU', 'A1', 'Ukuran', '14 cm', 'https://cf.shopee.co.id/file/abc123', 65000, 12, 'PSU-14', 'https://cf.shopee.co.id/file/sampul', '', 400, 20, 15, 10, 'Nyala'],
  ['100636 - Perlengkapan Rumah/Dapur/Panci', 'Panci Susu Enamel', 'Bibir tuang di dua sisi.\nBisa kompor induksi.', 'PSU', 'A1', 'Ukuran', '16 cm', '', 79000, 0, 'PSU-16', 'https://cf.shopee.co.id/file/sampul', '', 480, 22, 17, 11, 'Nyala'],
  ['100637', 'Sutil Kayu', 'Kayu mahoni.', 'STL-KYU', '', '', '', '', '18.000', 40, '', 'sutil.jpg', '', 90, '', '', '', 'Nyala'],
]): Promise<Buffer> => workbook([
  { name: 'Petunjuk', rows: [['Petunjuk Unggah Massal'], ['Isi lembar Template. Jangan mengubah judul kolom.']] },
  { name: 'Template', rows: [SHOPEE_KEYS, ['Informasi Dasar', '', '', '', 'Informasi Penjualan'], SHOPEE_HEADINGS, SHOPEE_NEED, SHOPEE_HINTS, ...rows] },
  { name: 'HiddenAttr', hidden: true, rows: [['Nama Produk', 'Harga', 'Stok', 'SKU', 'Berat', 'Kategori'], ['Bukan barang', 1, 1, 'X', 1, 'Y']] },
]);

/** Shopee, "Ubah Massal" (informasi penjualan). */
export const shopeeUpdate = (): Promise<Buffer> => workbook([{ name: 'Sheet1', rows: [
  ['et_title_product_id', 'et_title_product_name', 'et_title_variation_id', 'et_title_variation_name', 'et_title_parent_sku', 'et_title_variation_sku', 'et_title_variation_price', 'et_title_variation_stock', 'et_title_reason'],
  ['sales_info', '220614', '', '', '', '', '', '', ''],
  ['Kode Produk', 'Nama Produk', 'Kode Variasi', 'Nama Variasi', 'SKU Induk', 'SKU', 'Harga', 'Stok', 'Alasan Gagal'],
  ['', '', '', '', '', '', 'Wajib', 'Wajib', ''],
  ['Tidak bisa diubah', 'Tidak bisa diubah', 'Tidak bisa diubah', 'Tidak bisa diubah', 'Opsional', 'Opsional', 'Masukkan harga', 'Masukkan stok', ''],
  ['17283940', 'Celemek Kanvas', '99881', 'Hitam', 'CLM', 'CLM-HTM', '75000', '9'],
  ['17283940', 'Celemek Kanvas', '99882', 'Krem', 'CLM', '', '75000', '3'],
  ['17283999', 'Talenan Kayu', '0', '', 'TLN-30', '', '55000', '14'],
] }]);

/** Tokopedia, "Tambah Sekaligus": headings in the first row, hints in the two below. */
export const tokopedia = (): Promise<Buffer> => workbook([
  { name: 'Panduan', rows: [['Panduan mengisi template']] },
  { name: 'ISI Template Impor Produk', rows: [
    ['Error Message?', 'Nama Produk*', 'Deskripsi Produk', 'Kategori Kode*', 'Berat* (Gram)', 'Minimum Pemesanan*', 'Nomor Etalase', 'Waktu Proses Preorder', 'Kondisi*', 'Gambar 1*', 'Gambar 2', 'URL Video Produk 1', 'SKU Name', 'Status*', 'Jumlah Stok*', 'Harga (Rp)*', 'Asuransi Pengiriman'],
    ['', 'Wajib diisi', 'Opsional', 'Wajib diisi', 'Wajib diisi', 'Wajib diisi', 'Opsional', 'Opsional', 'Wajib diisi', 'Wajib diisi', 'Opsional', 'Opsional', 'Opsional', 'Wajib diisi', 'Wajib diisi', 'Wajib diisi', 'Opsional'],
    ['', 'Maks. 70 karakter. Contoh: Sepatu Pria', 'Maks. 2000 karakter', 'Lihat kode kategori', 'Angka tanpa titik', 'Min. 1', 'Lihat etalase', '', 'Baru/Bekas', 'Tautan gambar', '', '', 'Maks. 50 karakter', 'Aktif/Nonaktif', 'Angka saja', 'Angka tanpa titik', 'Ya/Opsional'],
    ['', 'Rantang Susun 3', 'Baja nirkarat 201.', '2781', 1100, 1, '', '', 'Baru', 'https://images.tokopedia.net/img/rantang.jpg', '', '', 'RTG-3', 'Aktif', 15, 149000, 'Opsional'],
    ['', 'Tudung Saji Rotan', 'Dianyam tangan.', '2781', 700, 1, '', '', 'Baru', '', '', '', '', 'Nonaktif', 4, '89.000', 'Opsional'],
  ] },
]);

/** The joint seller centre of Tokopedia and TikTok Shop. */
export const tokopediaTikTok = (): Promise<Buffer> => workbook([{ name: 'Template', rows: [
  ['category', 'brand', 'product_name', 'product_description', 'main_image', 'image_2', 'property_name_1', 'property_value_1', 'property_1_image', 'parcel_weight', 'parcel_length', 'parcel_width', 'parcel_height', 'delivery', 'price', 'quantity', 'seller_sku'],
  ['V3', 'metric', '', '', '', '', '', '', '', '', '', '', '', '', '', '', ''],
  ['Kategori', 'Merek', 'Nama produk', 'Deskripsi produk', 'Gambar utama', 'Gambar 2', 'Nama variasi utama (tema)', 'Nilai variasi utama (pilihan)', 'Gambar variasi', 'Berat paket(g)', 'Panjang paket(cm)', 'Lebar paket(cm)', 'Tinggi paket(cm)', 'Opsi pengiriman', 'Harga ritel (mata uang lokal)', 'Kuantitas', 'SKU penjual'],
  ['Wajib', 'Opsional', 'Wajib', 'Wajib', 'Wajib', 'Opsional', 'Opsional', 'Opsional', 'Opsional', 'Wajib', 'Wajib', 'Wajib', 'Wajib', 'Opsional', 'Wajib', 'Wajib', 'Opsional'],
  ['Peralatan Dapur/Peralatan Minum/Botol', '', 'Tumbler Bambu 450 ml', '<p>Tahan panas <b>12 jam</b>.</p>', 'https://p16.tiktokcdn.com/tumbler.jpg', '', 'Warna', 'Hijau', '', 320, 25, 8, 8, '', 89000, 11, 'TMB-HJ'],
  ['Peralatan Dapur/Peralatan Minum/Botol', '', 'Tumbler Bambu 450 ml', '<p>Tahan panas <b>12 jam</b>.</p>', 'https://p16.tiktokcdn.com/tumbler.jpg', '', 'Warna', 'Hitam', '', 320, 25, 8, 8, '', 89000, 6, 'TMB-HT'],
] }]);
