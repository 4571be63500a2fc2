/**
 * Columns of the products file, each with the headings under which owners, spreadsheets and the Meta product feed know
 * it. Our own name comes first; where a file has two headings of one column, the one that is earlier here counts.
 */
export const COLUMNS = {
  sku: ['sku', 'kode', 'kode_barang', 'kode_produk', 'kode_sku', 'item_code', 'product_code', 'id', 'id_produk', 'id_barang'],
  name: ['name', 'title', 'nama', 'nama_produk', 'nama_barang', 'product_name', 'item_name', 'judul', 'produk', 'barang'],
  category: ['category', 'kategori', 'product_type', 'jenis', 'kelompok', 'google_product_category', 'fb_product_category'],
  price: ['price', 'harga', 'harga_jual', 'harga_rp', 'harga_satuan', 'price_idr'],
  sale_price: ['sale_price', 'harga_promo', 'harga_diskon', 'harga_sale'],
  sale_from: ['sale_from', 'promo_mulai', 'mulai_promo', 'promo_dari', 'sale_start'],
  sale_until: ['sale_until', 'promo_sampai', 'akhir_promo', 'promo_akhir', 'sale_end'],
  sale_price_effective_date: ['sale_price_effective_date', 'masa_promo', 'periode_promo'],
  stock: ['stock', 'stok', 'jumlah_stok', 'sisa_stok', 'stok_barang', 'inventory', 'quantity', 'qty', 'quantity_to_sell_on_facebook', 'jumlah'],
  weight_g: ['weight_g', 'berat_g', 'berat_gram', 'berat_gr', 'weight_gram', 'weight_grams', 'weight', 'berat', 'shipping_weight'],
  weight_kg: ['weight_kg', 'berat_kg'],
  size_cm: ['size_cm', 'ukuran_cm', 'ukuran_paket', 'dimensi', 'dimensi_cm', 'dimensions', 'p_x_l_x_t', 'pxlxt'],
  description: ['description', 'deskripsi', 'keterangan', 'deskripsi_produk', 'spesifikasi'],
  aliases: ['aliases', 'alias', 'nama_lain', 'sebutan', 'kata_kunci', 'keywords'],
  photo: ['photo', 'foto', 'gambar', 'image', 'image_link', 'foto_produk', 'nama_foto'],
  goes_with: ['goes_with', 'cocok_dengan', 'pasangan', 'pelengkap', 'dipakai_dengan'],
  variant_of: ['variant_of', 'varian_dari', 'item_group_id', 'induk', 'grup', 'group'],
  variant: ['variant', 'varian', 'variasi', 'nama_varian'],
  size: ['size', 'ukuran'],
  color: ['color', 'colour', 'warna'],
  pattern: ['pattern', 'motif'],
  tags: ['tags', 'tag', 'label'],
  active: ['active', 'aktif', 'dijual', 'status', 'visibility', 'tampil'],
  availability: ['availability', 'ketersediaan'],
} as const;

export type Column = keyof typeof COLUMNS;

export const ALL_COLUMNS = Object.keys(COLUMNS) as readonly Column[];

/** Columns of product feeds that a shop assistant has no use for; they are passed over without a word. */
const PASSED_OVER = new Set([
  'link', 'url', 'condition', 'kondisi', 'brand', 'merek', 'merk', 'gtin', 'mpn', 'additional_image_link', 'gender', 'age_group', 'material', 'bahan',
  'shipping', 'tax', 'video_link', 'rich_text_description', 'internal_label', 'origin_country', 'product_tags_0', 'product_tags_1',
  'custom_label_0', 'custom_label_1', 'custom_label_2', 'custom_label_3', 'custom_label_4', 'no', 'nomor', 'catatan', 'notes',
]);

/** The headings shown to an owner who wrote another. */
export const OWN_HEADINGS: readonly Column[] = ALL_COLUMNS.filter((column) => !['weight_kg', 'size', 'color', 'pattern', 'availability', 'sale_price_effective_date'].includes(column));
export const ALL_HEADINGS: readonly string[] = Object.values(COLUMNS).flat();

const BY_HEADING = new Map<string, { column: Column; rank: number }>(
  (Object.entries(COLUMNS) as [Column, readonly string[]][]).flatMap(([column, headings]) => headings.map((heading, rank) => [heading, { column, rank }] as const)),
);

/** "Harga (Rp)*" and "harga_rp" are one heading. */
export const headingKey = (heading: string): string => heading.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/g, '');

/** The column a heading stands for, and how well (0 is our own name for it); null for any other text. */
export const columnOf = (heading: string): { readonly column: Column; readonly rank: number } | null => BY_HEADING.get(headingKey(heading)) ?? null;

export const isHeading = (text: string): boolean => text.length <= 40 && BY_HEADING.has(headingKey(text));
export const isPassedOver = (heading: string): boolean => PASSED_OVER.has(headingKey(heading));
