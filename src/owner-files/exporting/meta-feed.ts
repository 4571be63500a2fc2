import { relative } from 'node:path';
import type { Catalogue, Product } from '../../shop/catalogue/snapshot.ts';
import { usualPriceOf } from '../../shop/catalogue/promotions-fit.ts';
import { findZone, HOUR_MS } from '../../shop/time/zone.ts';
import type { LocalDate } from '../../shop/units.ts';
import { separatedText } from '../separated-writing.ts';

/** Columns of the Meta product feed ("Catalogue data feed"), as the WhatsApp and Facebook catalogue take them. */
const HEADINGS = [
  'id', 'title', 'description', 'availability', 'condition', 'price', 'sale_price', 'sale_price_effective_date', 'link', 'image_link', 'brand', 'item_group_id', 'size', 'color', 'pattern', 'product_type',
  'quantity_to_sell_on_facebook', 'shipping_weight',
] as const;

export interface FeedParts {
  readonly catalogue: Catalogue;
  /** In the shop's zone: a sale that is over is none. */
  readonly today: LocalDate;
  /** Where the photos of `photos/` lie on the web: "https://foto.example.com/dapur/". */
  readonly photosAt: string;
  /** The page of a product; null where the shop has neither a page nor a number. */
  readonly linkOf: (product: Product) => string | null;
  /** Pieces that can be sold now; Infinity where made to order. */
  readonly free: (product: Product) => number;
}

export interface Feed {
  readonly text: string;
  readonly products: number;
  /** Products that Meta will not show: it wants a picture and a link of each. */
  readonly withoutPhoto: readonly string[];
}

const LONGEST_TITLE = 200;
/** A sale without a last day. */
const FAR_AWAY = '2099-12-31';
const SIZE = /\d|^(?:xs|s|m|l|xl|xxl|xxxl|kecil|sedang|besar|jumbo)$/i;
const COLOUR = /\b(?:hitam|putih|merah|biru|hijau|kuning|abu|abu-abu|cokelat|coklat|ungu|pink|jingga|oranye|krem|emas|perak|navy|maroon|tosca|black|white|red|blue|green)\b/i;

/** The products on sale as a Meta feed, from the same file the shop sells from. Prices are those charged; text that looks like a formula is guarded (S7). */
export function metaFeed(parts: FeedParts): Feed {
  const withoutPhoto: string[] = [];
  const rows = parts.catalogue.sellable.map((product) => {
    const image = imageLink(product, parts);
    if (image === '') withoutPhoto.push(product.sku);
    const free = parts.free(product);
    const cells: Record<(typeof HEADINGS)[number], string> = {
      id: product.sku, title: product.title.slice(0, LONGEST_TITLE), description: product.description || product.title,
      availability: free === Infinity ? 'available for order' : free > 0 ? 'in stock' : 'out of stock', condition: 'new',
      price: money(usualPriceOf(product)), ...saleCells(product, parts),
      link: parts.linkOf(product) ?? '', image_link: image, brand: parts.catalogue.store.name,
      item_group_id: product.variantOf ?? '', ...variantCells(product), product_type: product.category,
      quantity_to_sell_on_facebook: Number.isFinite(free) ? String(Math.max(0, free)) : '', shipping_weight: `${product.weightG} g`,
    };
    return HEADINGS.map((heading) => cells[heading]);
  });
  return { text: separatedText([[...HEADINGS], ...rows], { mark: false }), products: rows.length, withoutPhoto };
}

const money = (rupiah: number): string => `${rupiah}.00 IDR`;

/** A picture's address below the owner's web folder, each part of its path escaped. */
function imageLink({ photo }: Product, { catalogue, photosAt }: FeedParts): string {
  if (photo === null) return '';
  const path = relative(`${catalogue.folder}/photos`, photo).split(/[/\\]/).map(encodeURIComponent).join('/');
  return new URL(path, photosAt.endsWith('/') ? photosAt : `${photosAt}/`).href;
}

/** Meta wants to know in what the members of a group differ. */
function variantCells({ variant }: Product): { size: string; color: string; pattern: string } {
  const text = variant ?? '';
  const kind = text === '' ? null : COLOUR.test(text) && !SIZE.test(text) ? 'color' : SIZE.test(text) ? 'size' : 'pattern';
  return { size: kind === 'size' ? text : '', color: kind === 'color' ? text : '', pattern: kind === 'pattern' ? text : '' };
}

/** A sale that runs or will run, with its days; Meta wants both ends of them or neither. */
function saleCells({ sale }: Product, { catalogue, today }: FeedParts): { sale_price: string; sale_price_effective_date: string } {
  if (sale === null || (sale.until !== null && sale.until < today)) return { sale_price: '', sale_price_effective_date: '' };
  if (sale.from === null && sale.until === null) return { sale_price: money(sale.price), sale_price_effective_date: '' };
  const offset = `+0${(findZone(catalogue.store.timezone)?.offsetMs ?? 7 * HOUR_MS) / HOUR_MS}:00`;
  return { sale_price: money(sale.price), sale_price_effective_date: `${sale.from ?? today}T00:00${offset}/${sale.until ?? FAR_AWAY}T23:59${offset}` };
}
