import { piecesByMark } from '../grouping.ts';
import type { SourceFormat } from '../source-format.ts';

const COMMON = { weightIn: 'g', machineNumbers: false, categoryPaths: true, hintRows: true } as const;

/** Tokopedia's own mass sheets ("Tambah/Ubah Produk Sekaligus"), as sellers still keep them. Variants are rows of one name. */
export const TOKOPEDIA: SourceFormat = {
  ...COMMON,
  name: 'Tokopedia',
  marks: [['nama_produk', 'kategori_kode'], ['nama_produk', 'kode_kategori'], ['nama_produk', 'nomor_etalase'], ['nama_produk', 'minimum_pemesanan'], ['nama_produk', 'sku_name'], ['nama_produk', 'url_video_produk_1']],
  columns: {
    id: ['product_id', 'id_produk', 'kode_produk'],
    name: ['nama_produk'],
    description: ['deskripsi_produk', 'deskripsi'],
    category: ['kategori', 'nama_kategori', 'kategori_kode', 'kode_kategori'],
    weight: ['berat_gram', 'berat', 'berat_g'],
    active: ['status'],
    stock: ['jumlah_stok', 'stok'],
    price: ['harga_rp', 'harga'],
    sku: ['sku_name', 'sku', 'sku_varian', 'nama_sku'],
    option_1: ['nilai_varian_1', 'pilihan_varian_1', 'varian_1', 'opsi_varian_1'], option_2: ['nilai_varian_2', 'pilihan_varian_2', 'varian_2', 'opsi_varian_2'],
    image: ['gambar_1', /^gambar_\d$/], variant_image: ['gambar_varian'],
    length: ['panjang', 'panjang_cm'], width: ['lebar', 'lebar_cm'], height: ['tinggi', 'tinggi_cm'],
  },
  unused: /^(?:error_message|pesan_error|minimum_pemesanan|nomor_etalase|etalase|waktu_(?:proses_)?preorder|kondisi|url_video_produk_\d|kurir.*|asuransi.*|(?:nama|tipe)_varian_\d|url_produk|merek|garansi.*)$/,
  pieces: (rows) => piecesByMark(rows, 'name', 'name'),
};

/** The sheet of the joint seller centre of Tokopedia and TikTok Shop: machine names first, headings for people below. */
export const TOKOPEDIA_TIKTOK: SourceFormat = {
  ...COMMON,
  name: 'Tokopedia & TikTok Shop',
  marks: [['product_name', 'seller_sku', 'parcel_weight'], ['product_name', 'property_value_1', 'price'], ['nama_produk', 'sku_penjual', 'gambar_utama'], ['nama_produk', 'sku_penjual', 'kuantitas']],
  columns: {
    id: ['product_id', 'id_produk', 'sku_id'],
    name: ['product_name', 'nama_produk'],
    description: ['product_description', 'deskripsi_produk'],
    category: ['category', 'kategori'],
    weight: [/^(?:parcel_weight|berat_paket|berat)(?:_(?:g|gr|gram|kg))?$/],
    length: [/^(?:parcel_length|panjang_paket)(?:_cm)?$/], width: [/^(?:parcel_width|lebar_paket)(?:_cm)?$/], height: [/^(?:parcel_height|tinggi_paket)(?:_cm)?$/],
    price: ['price', 'harga', 'harga_ritel', 'harga_ritel_mata_uang_lokal'],
    stock: ['quantity', 'kuantitas', 'stok', /^(?:quantity|kuantitas)_/],
    sku: ['seller_sku', 'sku_penjual'],
    option_1: ['property_value_1', 'nilai_variasi_1', 'nilai_variasi_utama'], option_2: ['property_value_2', 'nilai_variasi_2', 'nilai_variasi_sekunder'],
    image: ['main_image', 'gambar_utama', /^(?:image|gambar)_\d$/], variant_image: ['property_1_image', 'gambar_variasi_1', 'gambar_variasi_utama'],
    active: ['status'],
  },
  unused: /^(?:brand|merek|property_name_\d|nama_variasi_.*|gtin.*|kode_pengenal.*|delivery|opsi_pengiriman|minimum_order_quantity|jumlah_pesanan_minimum|size_chart|panduan_ukuran|product_property.*|qualification.*|aimed_.*|pre_order.*|cod)$/,
  pieces: (rows) => piecesByMark(rows, 'name', 'name'),
};
