import type { Offer, Said } from '../../src/flow/said.ts';
import type { Talk } from '../../src/flow/talk.ts';
import type { Product } from '../../src/shop/catalogue/snapshot.ts';
import type { CartOutcome } from '../../src/shop/ordering/cart.ts';
import { alternatives } from '../product.ts';

const LARGE_ORDER = 50;

/** Quantities that are no quantity get a polite question; nothing changes. */
export function outcomeWord(talk: Talk, outcome: CartOutcome): Said | null {
  const { say } = talk;
  switch (outcome.kind) {
    case 'changed':
    case 'removed': return null;
    case 'not_in_cart': return { text: say('cart.not_in_cart', { produk: outcome.product.title }) };
    case 'bad_quantity': return { text: say('cart.bad_quantity', { produk: outcome.product.title }), shows: [outcome.product.sku] };
    case 'not_enough': {
      const said = shortage(talk, outcome.product, outcome.free);
      // So many at once is a matter for a person: wholesale, a date, another supplier.
      return outcome.wanted < LARGE_ORDER ? said
        : { ...said, text: `${said.text} ${say('stock.large')}`, offers: [...(said.offers ?? []), { label: say('menu.human'), does: { kind: 'wish', intent: 'talk_to_human' } }] };
    }
  }
}

/** Less is there than was wanted: what there is, what is like it, or a word when it is back (conversation 8). */
export function shortage(talk: Talk, product: Product, free: number): Said {
  const { say } = talk;
  const others = alternatives(talk, product);
  const named = others.map((other) => `${other.title} (${say('product.in_stock', { jumlah: String(talk.shop.free(other)) })})`);
  return {
    text: [
      free > 0 ? say('stock.only', { produk: product.title, jumlah: String(free) }) : say('stock.none', { produk: product.title }),
      ...(named.length > 0 ? [say('stock.others', { lain: named.join(', ') })] : []),
      say('stock.what_now'),
    ].join(' '),
    offers: [
      ...(free > 0 ? [{ label: say('stock.take', { jumlah: String(free) }), does: { kind: 'do', module: 'set_quantity', sku: product.sku, quantity: free } } as Offer] : []),
      ...others.slice(0, 2).map((other): Offer => ({
        label: other.title, does: { kind: 'do', module: 'swap', sku: product.sku, text: other.sku },
      })),
      { label: say('product.tell_me'), does: { kind: 'do', module: 'tell_me_when_back', sku: product.sku } },
    ],
    shows: [product.sku],
  };
}
