import { basename } from 'node:path';
import { usualPriceOf } from '../shop/catalogue/promotions-fit.ts';
import { rupiah } from '../shop/payment/rupiah.ts';
import type { Catalogue, Product } from '../shop/catalogue/snapshot.ts';

/** What another version of the owner's files would change, as an owner would tell it. */
export interface Changes {
  readonly added: readonly Product[];
  readonly gone: readonly Product[];
  readonly changed: readonly { readonly product: Product; readonly what: readonly Change[] }[];
  /** Products that stay exactly as they are. */
  readonly same: number;
}

/** `from` and `to` as words; prices are rupiah, for the page to write out. */
export type Change =
  | { readonly field: 'price'; readonly from: number; readonly to: number }
  | { readonly field: 'stock'; readonly from: number | null; readonly to: number | null }
  | { readonly field: Exclude<Field, 'price' | 'stock'>; readonly from: string; readonly to: string };

type Field = 'price' | 'stock' | 'sale' | 'title' | 'category' | 'weight' | 'description' | 'aliases' | 'photo' | 'goes_with' | 'variant' | 'tags' | 'active';

/** The products of two versions compared by SKU, in the order of the new one. */
export function changesBetween(before: Catalogue, after: Catalogue): Changes {
  const old = new Map(before.products.map((product) => [product.sku, product]));
  const now = new Set(after.products.map((product) => product.sku));
  const compared = after.products.flatMap((product) => {
    const was = old.get(product.sku);
    return was ? [{ product, what: differences(was, product) }] : [];
  });
  return {
    added: after.products.filter((product) => !old.has(product.sku)),
    gone: before.products.filter((product) => !now.has(product.sku)),
    changed: compared.filter(({ what }) => what.length > 0),
    same: compared.filter(({ what }) => what.length === 0).length,
  };
}

function differences(was: Product, is: Product): readonly Change[] {
  const words = (field: Exclude<Field, 'price' | 'stock'>, from: string, to: string): readonly Change[] => (from === to ? [] : [{ field, from, to }]);
  return [
    ...(usualPriceOf(was) === usualPriceOf(is) ? [] : [{ field: 'price' as const, from: usualPriceOf(was), to: usualPriceOf(is) }]),
    ...(was.stock === is.stock ? [] : [{ field: 'stock' as const, from: was.stock, to: is.stock }]),
    ...words('sale', saleWords(was), saleWords(is)),
    ...words('title', was.title, is.title),
    ...words('category', was.category, is.category),
    ...words('weight', `${was.weightG} gram`, `${is.weightG} gram`),
    ...words('description', was.description, is.description),
    ...words('aliases', was.aliases.join(', '), is.aliases.join(', ')),
    ...words('photo', photoName(was), photoName(is)),
    ...words('goes_with', was.goesWith.join(', '), is.goesWith.join(', ')),
    ...words('variant', was.variant ?? '', is.variant ?? ''),
    ...words('tags', was.tags.join(', '), is.tags.join(', ')),
    ...words('active', was.active ? 'dijual' : 'tidak dijual', is.active ? 'dijual' : 'tidak dijual'),
  ];
}

function saleWords({ sale }: Product): string {
  if (sale === null) return '';
  return [rupiah(sale.price), ...(sale.from === null ? [] : [`mulai ${sale.from}`]), ...(sale.until === null ? [] : [`sampai ${sale.until}`])].join(' ');
}

const photoName = (product: Product): string => (product.photo === null ? '' : basename(product.photo));
