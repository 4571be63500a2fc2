/** Columns of the products file, and every heading under which owners and marketplaces know them. */
export const COLUMNS = {
  sku: ['sku', 'id', 'kode', 'kode barang', 'kode produk'],
  name: ['name', 'title', 'nama', 'nama produk', 'nama barang', 'judul'],
  category: ['category', 'product_type', 'kategori', 'jenis', 'google_product_category'],
  price: ['price', 'harga', 'harga jual'],
  salePrice: ['sale_price', 'harga promo', 'harga diskon'],
  stock: ['stock', 'stok', 'qty', 'quantity_to_sell_on_facebook', 'inventory', 'jumlah stok'],
  weight: ['weight_g', 'weight', 'berat', 'berat_g', 'berat (gram)', 'shipping_weight'],
  size: ['size_cm', 'ukuran_cm', 'dimensi'],
  description: ['description', 'deskripsi', 'keterangan'],
  aliases: ['aliases', 'alias', 'nama lain', 'sebutan'],
  photo: ['photo', 'foto', 'gambar', 'image_link', 'image'],
  goesWith: ['goes_with', 'cocok dengan', 'pasangan'],
  variantOf: ['variant_of', 'item_group_id', 'varian dari', 'induk'],
  variant: ['variant', 'varian', 'size', 'ukuran', 'warna', 'color'],
  tags: ['tags', 'tag', 'label'],
  active: ['active', 'aktif', 'status', 'dijual'],
  availability: ['availability', 'ketersediaan'],
} as const;

export type Column = keyof typeof COLUMNS;

/** Headings of feeds that say nothing a shop assistant needs. */
export const PASSED_OVER = new Set(['link', 'condition', 'brand', 'gtin', 'mpn', 'additional_image_link', 'gender', 'age_group', 'material', 'pattern', 'sale_price_effective_date', 'visibility', 'fb_product_category', 'merek', 'kondisi']);

const BY_HEADING = new Map<string, Column>(
  (Object.entries(COLUMNS) as [Column, readonly string[]][]).flatMap(([column, names]) => names.map((name): [string, Column] => [name, column])));

export const columnOf = (heading: string): Column | null => BY_HEADING.get(heading.toLowerCase().replace(/\s+/g, ' ').trim()) ?? null;

export const allHeadings = (): readonly string[] => Object.values(COLUMNS).map((names) => names[0]);
