import { describe, expect, it } from 'vitest';
import { sampleCatalogue, TestShop } from '../../test-shop.ts';

const catalogue = await sampleCatalogue();
const AT = '2026-11-23T10:00:00+07:00';
const FITS = { free: () => 10, inCart: () => false };

/** A customer of a fresh shop, and the shop's suggestions. */
function counter() {
  const shop = new TestShop({ catalogue, at: AT });
  shop.hear('c1', 'halo');
  const customer = shop.shop.tables.chats.get(shop.chatId('c1')).customer_id;
  const suggest = (sku: string) => shop.shop.business.suggestions.suggest(customer, catalogue.product(sku)!, catalogue, FITS, shop.now);
  return { shop, customer, suggest, suggestions: shop.shop.business.suggestions };
}

describe('relevant upsell only (design §1.8)', () => {
  it("the owner's goes_with comes first", () => {
    expect(counter().suggest('WTG-28')?.product.sku).toBe('SPT-SIL');
  });

  it('a companion that comes in sizes is offered in the size of what was taken', () => {
    const { shop, customer } = counter();
    const taken = { ...catalogue.product('WTG-28')!, goesWith: ['TTP-24'] };
    const suggestion = shop.shop.business.suggestions.suggest(customer, taken, catalogue, FITS, shop.now);
    expect(suggestion?.product.sku).toBe('TTP-28');
  });

  it('at most one for an order, whatever is taken next', () => {
    const { suggest } = counter();
    expect(suggest('WTG-28')).not.toBeNull();
    expect(suggest('WTG-24')).toBeNull();
  });

  it('who always says no is left in peace', () => {
    const { shop, customer, suggest, suggestions } = counter();
    for (let i = 0; i < 3; i++) {
      const made = suggest('WTG-28');
      expect(made).not.toBeNull();
      suggestions.settle(customer, made!.product.sku, 'refused');
      shop.db.prepare('DELETE FROM suggestions').run();
    }
    expect(suggest('WTG-28')).toBeNull();
  });

  it('nothing is offered that is sold out, in the cart already, or fits nothing', () => {
    const { shop, customer } = counter();
    const { suggestions } = shop.shop.business;
    const taken = catalogue.product('WTG-28')!;
    expect(suggestions.suggest(customer, taken, catalogue, { free: () => 0, inCart: () => false }, shop.now)).toBeNull();
    expect(suggestions.suggest(customer, taken, catalogue, { free: () => 5, inCart: () => true }, shop.now)).toBeNull();
    expect(suggestions.suggest(customer, { ...taken, goesWith: [] }, catalogue, FITS, shop.now)).toBeNull();
  });
});
