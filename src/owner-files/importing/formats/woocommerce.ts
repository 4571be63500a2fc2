import type { Cell } from '../../../shop/catalogue/files/table.ts';
import { identityOf } from '../grouping.ts';
import type { PassOver, Piece, SourceFormat } from '../source-format.ts';
import type { SourceRow } from '../source-row.ts';

/** WooCommerce's own product export (Products → Export). A variable product's row is no piece: its variations are. */
export const WOOCOMMERCE: SourceFormat = {
  name: 'WooCommerce',
  marks: [['id', 'type', 'sku', 'regular_price'], ['type', 'name', 'regular_price'], ['id', 'tipe', 'sku', 'nama'], ['id', 'jenis', 'sku', 'nama']],
  columns: {
    id: ['id'],
    type: ['type', 'tipe', 'jenis'],
    sku: ['sku'],
    name: ['name', 'nama'],
    published: ['published', 'dipublikasikan', 'diterbitkan', 'dipublikasi'],
    short_description: ['short_description', 'deskripsi_singkat'],
    description: ['description', 'deskripsi'],
    sale_from: ['date_sale_price_starts', 'tanggal_harga_obral_mulai', 'tanggal_mulai_harga_obral', 'tanggal_mulai_harga_diskon'],
    sale_until: ['date_sale_price_ends', 'tanggal_harga_obral_berakhir', 'tanggal_berakhir_harga_obral', 'tanggal_berakhir_harga_diskon'],
    availability: ['in_stock', 'tersedia', 'stok_tersedia', 'ada_stok'],
    stock: ['stock', 'stok', 'persediaan'],
    oversell: ['backorders_allowed', 'backorder_diizinkan', 'pesanan_tertunda_diizinkan'],
    weight: [/^(?:weight|berat)(?:_(?:kg|g|lbs|oz))?$/],
    length: [/^(?:length|panjang)(?:_cm)?$/], width: [/^(?:width|lebar)(?:_cm)?$/], height: [/^(?:height|tinggi)(?:_cm)?$/],
    sale_price: ['sale_price', 'harga_obral', 'harga_diskon'],
    price: ['regular_price', 'harga_normal', 'harga_reguler'],
    category: ['categories', 'kategori'],
    tags: ['tags', 'tag', 'label'],
    image: ['images', 'gambar'],
    parent: ['parent', 'induk'],
    goes_with: ['cross_sells', 'penjualan_silang'],
    option_1: ['attribute_1_value_s', 'atribut_1_nilai'], option_2: ['attribute_2_value_s', 'atribut_2_nilai'], option_3: ['attribute_3_value_s', 'atribut_3_nilai'],
  },
  unused: /^(?:gtin.*|is_featured|visibility_in_catalog|tax_.*|low_stock_amount|sold_individually|allow_customer_reviews|purchase_note|shipping_class|download_.*|grouped_products|upsells|external_url|button_text|position|swatches_attributes|brands|attribute_\d+_.*|atribut_\d+_.*|meta_.*|apakah_.*|visibilitas.*|status_pajak|kelas_.*|jumlah_stok_rendah|dijual_.*|izinkan_.*|catatan_.*|produk_.*|upsell|url_.*|teks_.*|posisi)$/,
  weightIn: 'kg', machineNumbers: true, categoryPaths: false, hintRows: false,
  pieces(rows, passOver) {
    const byId = new Map<string, SourceRow>(rows.flatMap((row) => (row.text('id') === '' ? [] : [[`id:${row.text('id')}`, row] as const])));
    const bySku = new Map(rows.flatMap((row) => (row.text('sku') === '' ? [] : [[row.text('sku'), row] as const])));
    return rows.flatMap((row) => pieceOf(row, (mark) => byId.get(mark) ?? bySku.get(mark) ?? null, passOver));
  },
};

function pieceOf(row: SourceRow, parentOf: (mark: string) => SourceRow | null, passOver: PassOver): readonly Piece[] {
  const type = row.text('type').toLowerCase();
  if (/^variable|^variabel/.test(type)) return [];
  if (/grouped|external|dikelompokkan|eksternal/.test(type)) {
    passOver(row, 'grouped', (count) => `${count} produk gabungan atau produk toko lain (grouped, external) tidak diimpor`, 'tulis barangnya sendiri sebagai produk biasa');
    return [];
  }
  if (!/variation|variasi/.test(type)) return [{ row, parent: null, group: null, options: [], identity: identityOf(row.text('id') || row.text('name'), []) }];
  const parent = parentOf(row.text('parent'));
  const options = (['option_1', 'option_2', 'option_3'] as const).flatMap((field) => row.cell(field) ?? []);
  return [{
    row, parent, name: parent?.cell('name') ?? null, group: parent?.cell('name') ?? row.cell('name'), options: options.length > 0 ? options : ownName(row, parent),
    identity: identityOf(row.text('id') || row.text('parent'), options),
  }];
}

/** "Kaos Polos - Merah, L" under "Kaos Polos": what is left of the name is the variant. */
function ownName(row: SourceRow, parent: SourceRow | null): readonly Cell[] {
  const cell = row.cell('name');
  const shared = parent?.text('name') ?? '';
  if (!cell || shared === '' || !cell.text.startsWith(shared)) return [];
  const rest = cell.text.slice(shared.length).replace(/^[\s–-]+/, '').trim();
  return rest === '' ? [] : [{ ...cell, text: rest }];
}
