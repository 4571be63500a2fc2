import type { FileProblems } from './file-problems.ts';
import type { YamlFile } from './files/yaml-file.ts';
import { suggestion } from './nearest.ts';
import type { ForGoods, Product, Promotions, ShippingSettings } from './snapshot.ts';
import { quoted } from './values/reading.ts';
import { skuKey } from './values/sku-text.ts';

/** What promotions.yaml says of the other files: goods, categories and services that exist, wholesale prices that are lower. */
export function checkPromotions(
  promotions: Promotions, yaml: YamlFile, shop: { readonly products: readonly Product[]; readonly shipping: ShippingSettings }, problems: FileProblems,
): void {
  const skus = new Map(shop.products.map((product) => [skuKey(product.sku), product]));
  const categories = [...new Set(shop.products.map((product) => product.category))];
  const services = shop.shipping.services.map((service) => service.id);

  const refuseUnknown = (written: readonly string[], known: (text: string) => boolean, all: readonly string[], what: string, path: readonly PropertyKey[]) => {
    written.forEach((text, i) => {
      if (known(text)) return;
      const at = yaml.at([...path, i]);
      problems.error(at, `${what} ${quoted(text)} tidak ada`, suggestion(text, all.length > 12 ? all.filter((one) => one[0]?.toLowerCase() === text[0]?.toLowerCase()).slice(0, 12) : all));
    });
  };
  const refuseUnknownGoods = (goods: ForGoods, path: readonly PropertyKey[]) => {
    refuseUnknown(goods.products, (sku) => skus.has(skuKey(sku)), shop.products.map((product) => product.sku), 'kode barang', [...path, 'products']);
    refuseUnknown(goods.categories, (name) => categories.some((one) => one.toLowerCase() === name.toLowerCase()), categories, 'kategori', [...path, 'categories']);
  };
  promotions.vouchers.forEach((voucher, i) => refuseUnknownGoods(voucher, ['vouchers', i]));
  promotions.shipping.forEach((rule, i) => refuseUnknown(rule.services, (id) => services.includes(id), services, 'jasa kirim', ['shipping', i, 'services']));
  promotions.wholesale.forEach((rule, i) => {
    refuseUnknownGoods(rule, ['wholesale', i]);
    rule.steps.forEach((step, s) => {
      const dearer = step.price === null ? undefined : shop.products.find((product) => isFor(rule, product) && usualPriceOf(product) <= step.price!);
      if (dearer) problems.error(yaml.at(['wholesale', i, 'steps', s, 'price']), `harga grosir ${step.price} tidak lebih murah dari harga ${dearer.title} (${usualPriceOf(dearer)})`, 'tulis harga yang lebih murah, atau batasi barangnya dengan products');
    });
  });
}

/** Whether a promotion is for a product. Without products and categories it is for all. */
export function isFor(goods: ForGoods, product: Product): boolean {
  if (goods.products.length === 0 && goods.categories.length === 0) return true;
  return goods.products.some((sku) => skuKey(sku) === skuKey(product.sku)) || goods.categories.some((name) => name.toLowerCase() === product.category.toLowerCase());
}

/** What it costs when no sale runs. */
export const usualPriceOf = (product: Product): number => product.sale?.usualPrice ?? product.price;
