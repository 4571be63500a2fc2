import { piecesByMark } from '../grouping.ts';
import type { SourceFormat } from '../source-format.ts';

const COMMON = { weightIn: 'g', machineNumbers: false, categoryPaths: true, hintRows: true } as const;

/** Shopee's mass-upload template: rows of one integration code are the variants of one product. */
export const SHOPEE_UPLOAD: SourceFormat = {
  ...COMMON,
  name: 'Shopee (unggah massal)',
  marks: [['nama_produk', 'kode_integrasi_variasi'], ['product_name', 'variation_integration_no'], ['ps_product_name', 'ps_price'], ['nama_produk', 'sku_induk', 'foto_sampul'], ['product_name', 'parent_sku', 'cover_image']],
  columns: {
    group: ['kode_integrasi_variasi', 'variation_integration_no', 'et_title_variation_integration_no'],
    name: ['nama_produk', 'product_name', 'ps_product_name'],
    description: ['deskripsi_produk', 'product_description', 'ps_product_description'],
    category: ['kategori', 'category', 'ps_category'],
    option_1: ['varian_untuk_variasi_1', 'opsi_untuk_variasi_1', 'option_for_variation_1', 'et_title_option_for_variation_1'],
    option_2: ['varian_untuk_variasi_2', 'opsi_untuk_variasi_2', 'option_for_variation_2', 'et_title_option_for_variation_2'],
    price: ['harga', 'price', 'ps_price'],
    stock: ['stok', 'stock', 'ps_stock'],
    // Without variants the parent's code is the product's own.
    sku: ['kode_variasi', 'sku', 'ps_sku_short', 'sku_induk', 'parent_sku', 'ps_sku_parent_short'],
    variant_image: ['foto_produk_per_varian', 'image_per_variation', 'et_title_image_per_variation'],
    image: ['foto_sampul', 'cover_image', 'ps_item_cover_image', /^(?:foto_produk|item_image|ps_item_image)_\d$/],
    weight: [/^(?:berat|weight|ps_weight)(?:_(?:g|gr|gram|kg))?$/],
    length: [/^(?:panjang|length|ps_length)(?:_cm)?$/], width: [/^(?:lebar|width|ps_width)(?:_cm)?$/], height: [/^(?:tinggi|height|ps_height)(?:_cm)?$/],
  },
  unused: /^(?:produk_berbahaya|dangerous_goods|ps_dangerous_goods|nama_variasi_\d|variation_name_?\d|et_title_variation_\d|panduan_ukuran.*|size_chart.*|ps_.*|et_title.*|channel_id_.*|jasa_kirim.*|reguler.*|regular.*|hemat.*|kargo.*|cargo.*|next_day.*|same_day.*|instant.*|ambil_di_tempat.*|dikirim_dalam_pre_order|pre_order.*|dts.*|gagal.*|alasan.*|fail_reason.*|gtin|merek|brand|kondisi|condition|min(?:imum)?_.*|max_.*|maks.*)$/,
  pieces: (rows) => piecesByMark(rows, 'group', 'name'),
};

/** Shopee's mass-update files ("Ubah Massal", informasi penjualan): what a shop that sells there can download. */
export const SHOPEE_UPDATE: SourceFormat = {
  ...COMMON,
  name: 'Shopee (ubah massal)',
  marks: [['kode_produk', 'nama_produk', 'sku_induk'], ['product_id', 'product_name', 'parent_sku'], ['et_title_product_id', 'et_title_product_name'], ['kode_produk', 'nama_produk', 'kode_variasi']],
  columns: {
    group: ['kode_produk', 'product_id', 'et_title_product_id'],
    name: ['nama_produk', 'product_name', 'et_title_product_name'],
    description: ['deskripsi_produk', 'product_description', 'et_title_product_description'],
    category: ['kategori', 'category', 'et_title_category'],
    option_1: ['nama_variasi', 'variation_name', 'et_title_variation_name'],
    sku: ['sku', 'et_title_variation_sku', 'sku_induk', 'parent_sku', 'et_title_parent_sku'],
    price: ['harga', 'price', 'et_title_variation_price'],
    stock: ['stok', 'stock', 'stok_penjual', 'seller_stock', 'et_title_variation_stock'],
    image: ['foto_sampul', 'cover_image', 'ps_item_cover_image'],
    weight: [/^(?:berat|weight|et_title_product_weight)(?:_(?:g|gr|gram|kg))?$/],
    length: [/^(?:panjang|length)(?:_cm)?$/], width: [/^(?:lebar|width)(?:_cm)?$/], height: [/^(?:tinggi|height)(?:_cm)?$/],
  },
  unused: /^(?:kode_variasi|variation_id|et_title.*|ps_.*|gtin|.*gagal.*|fail_reason|alasan.*|min_.*|minimum.*|mpq)$/,
  pieces: (rows) => piecesByMark(rows, 'group', 'name'),
};
