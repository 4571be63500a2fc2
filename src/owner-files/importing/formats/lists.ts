import { COLUMNS, type Column } from '../../../shop/catalogue/products/columns.ts';
import { piecesByMark } from '../grouping.ts';
import type { SourceField } from '../source-field.ts';
import type { SourceFormat } from '../source-format.ts';

const FIELD_OF: Readonly<Partial<Record<Column, SourceField>>> = {
  sku: 'sku', name: 'name', category: 'category', price: 'price', sale_price: 'sale_price', sale_from: 'sale_from', sale_until: 'sale_until', sale_price_effective_date: 'sale_dates', stock: 'stock', weight_g: 'weight', weight_kg: 'weight', size_cm: 'size_cm',
  description: 'description', aliases: 'aliases', photo: 'image', goes_with: 'goes_with', variant_of: 'group', variant: 'option_1', size: 'option_1', color: 'option_2',
  pattern: 'option_3', tags: 'tags', active: 'active', availability: 'availability',
};

/** The headings our own products file knows, by field. */
const OURS: SourceFormat['columns'] = (Object.keys(FIELD_OF) as Column[]).reduce<Partial<Record<SourceField, readonly string[]>>>((columns, column) => {
  const field = FIELD_OF[column]!;
  return { ...columns, [field]: [...columns[field] ?? [], ...COLUMNS[column]] };
}, {});

/** The Meta product feed, as the WhatsApp and Facebook catalogue take and give it; its template has two rows of hints above the headings. */
export const META: SourceFormat = {
  name: 'feed produk Meta',
  marks: [['id', 'title', 'availability', 'price'], ['id', 'title', 'image_link', 'price']],
  columns: { ...OURS, image: ['image_link'] },
  unused: /^(?:link|url|condition|brand|gtin|mpn|google_product_category|fb_product_category|additional_.*|gender|age_group|material|shipping|tax|video.*|rich_text_description|internal_label.*|origin_country|product_tags.*|custom_label_\d|custom_number_\d|visibility|applink.*|style.*)$/,
  weightIn: 'g', machineNumbers: true, categoryPaths: false, hintRows: false,
  pieces: (rows) => piecesByMark(rows, 'group', 'group', false),
};

/** Any other list of products: the headings of our own file, or those the owner says. */
export const PLAIN_LIST: SourceFormat = {
  name: 'daftar barang',
  marks: [],
  columns: { ...OURS, name: [...COLUMNS.name, 'item'], length: ['length', 'panjang', 'panjang_cm'], width: ['width', 'lebar', 'lebar_cm'], height: ['height', 'tinggi', 'tinggi_cm'] },
  weightIn: 'g', machineNumbers: false, categoryPaths: false, hintRows: false,
  pieces: (rows) => piecesByMark(rows, 'group', 'group', false),
};
