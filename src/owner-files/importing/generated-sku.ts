import { createHash } from 'node:crypto';
import { skuKey } from '../../shop/catalogue/values/sku-text.ts';

const LONGEST_WORDS = 28;
const MARK_LETTERS = 4;

/**
 * A SKU for a product that came without one: words of its name that people can read, and four letters made from its
 * identity. The same product gives the same SKU at every import, wherever its row stands; `taken` (SKU keys) makes it longer
 * only where another product has it already.
 */
export function generateSku(title: string, identity: string, taken: (key: string) => boolean): string {
  const words = title.normalize('NFKD').toUpperCase().replace(/[^A-Z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, LONGEST_WORDS).replace(/-+$/, '');
  const digest = BigInt(`0x${createHash('sha256').update(`${title}\u0001${identity}`).digest('hex')}`).toString(36).toUpperCase().padStart(50, '0');
  for (let letters = MARK_LETTERS; ; letters += 4) {
    const sku = [words, digest.slice(-letters)].filter(Boolean).join('-');
    if (!taken(skuKey(sku)) || letters >= 24) return sku;
  }
}
