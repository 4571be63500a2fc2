import { identityOf, optionsOf, rowsByMark } from '../grouping.ts';
import type { Piece, SourceFormat } from '../source-format.ts';

/**
 * Shopify's product export, as it was until 2024 and as it is since. One product is the rows of one handle: the first
 * says what all share, those with a price or an option are variants, those with only an image are more pictures.
 */
export const SHOPIFY: SourceFormat = {
  name: 'Shopify',
  marks: [['handle', 'variant_price'], ['handle', 'title', 'option1_value'], ['url_handle', 'title']],
  columns: {
    group: ['handle', 'url_handle'],
    name: ['title'],
    description: ['body_html', 'description'],
    category: ['type', 'product_category'],
    tags: ['tags'],
    published: ['published', 'published_on_online_store'],
    active: ['status'],
    option_1: ['option1_value'], option_2: ['option2_value'], option_3: ['option3_value'],
    sku: ['variant_sku', 'sku'],
    weight: ['variant_grams', 'weight_value_grams'],
    tracked: ['variant_inventory_tracker', 'inventory_tracker'],
    stock: ['variant_inventory_qty', 'inventory_quantity'],
    oversell: ['variant_inventory_policy', 'continue_selling_when_out_of_stock'],
    price: ['variant_price', 'price'],
    was_price: ['variant_compare_at_price', 'compare_at_price'],
    image: ['image_src', 'product_image_url'],
    variant_image: ['variant_image', 'variant_image_url'],
  },
  unused: /^(?:vendor|option\d_(?:name|linked_to)|variant_(?:fulfillment_service|requires_shipping|taxable|barcode|weight_unit|tax_code)|image_(?:position|alt_text)|gift_card|seo_.*|google_shopping_.*|cost_per_item|included_.*|price_.*|compare_at_price_.*|barcode|charge_tax|tax_code|unit_price_.*|weight_unit_for_display|requires_shipping|fulfillment_service|.*_product_metafields_.*)$/,
  weightIn: 'g', machineNumbers: true, categoryPaths: false, hintRows: false,
  pieces: (rows) => rowsByMark(rows, (row) => row.text('group')).flatMap((group) => {
    const first = group[0]!;
    const variants = group.filter((row) => row === first || row.cell('price') !== null || row.cell('option_1') !== null);
    return variants.map((row): Piece => {
      const options = optionsOf(row).filter((option) => option.text.trim() !== 'Default Title');
      const grouped = variants.length > 1 || options.length > 0;
      return {
        row, parent: row === first ? null : first, group: grouped ? first.cell('name') : null, options,
        identity: identityOf(first.text('group') || first.text('name'), options),
      };
    });
  }),
};
