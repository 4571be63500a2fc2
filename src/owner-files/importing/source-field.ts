import { columnOf } from '../../shop/catalogue/products/columns.ts';

/** What a column of another program's product file can hold, whatever it is called there. */
export const SOURCE_FIELDS = [
  'id', 'group', 'parent', 'type', 'sku', 'name', 'description', 'short_description', 'category', 'price', 'was_price', 'sale_price', 'sale_from', 'sale_until', 'sale_dates',
  'stock', 'tracked', 'oversell', 'availability', 'weight', 'size_cm', 'length', 'width', 'height', 'image', 'variant_image',
  'option_1', 'option_2', 'option_3', 'tags', 'active', 'published', 'aliases', 'goes_with',
] as const;

export type SourceField = (typeof SOURCE_FIELDS)[number];

/** The fields an owner may name for a column that was not recognised, under the names of our own products file. */
export const NAMEABLE: Readonly<Record<string, SourceField>> = {
  sku: 'sku', name: 'name', category: 'category', price: 'price', sale_price: 'sale_price', stock: 'stock', weight_g: 'weight', description: 'description', photo: 'image',
  variant_of: 'group', variant: 'option_1', aliases: 'aliases', goes_with: 'goes_with', tags: 'tags', active: 'active', size_cm: 'size_cm',
};

/** The field an owner names, in our words or in her own ("harga", "stok"); undefined for any other. */
export const fieldNamed = (name: string): SourceField | undefined => (Object.hasOwn(NAMEABLE, name) ? NAMEABLE[name] : NAMEABLE[columnOf(name)?.column ?? '']);
