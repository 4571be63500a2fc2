import { describe, expect, it } from 'vitest';
import { sampleCatalogue, TestShop } from '../test-shop.ts';

const catalogue = await sampleCatalogue();
const MORNING = '2026-11-23T10:00:00+07:00';

function talk(pauseMs = 0) {
  const shop = new TestShop({ catalogue, at: MORNING, pauseMs });
  let edits = 0;
  return {
    shop,
    says: (text: string): string => { shop.now += 1000; return shop.hear('c1', text); },
    edits: (id: string, text: string): string => { shop.now += 1000; return shop.hear('c1', text, { id: `${id}:e${++edits}`, edits: id }); },
    cart: () => (shop.outcome() as { carts: { sku: string; quantity: number }[] }).carts.map(({ sku, quantity }) => `${quantity} ${sku}`),
  };
}

describe('a customer who edits her message', () => {
  it('has what the message says now in the cart, and not what it said before as well', () => {
    const rina = talk();
    const said = rina.says('ambil wajan granit 28 2 ya');
    rina.edits(said, 'ambil wajan granit 28 3 ya');
    expect(rina.cart()).toEqual(['3 WTG-28']);
  });

  it('may edit it again', () => {
    const rina = talk();
    const said = rina.says('ambil wajan granit 28 2 ya');
    rina.edits(said, 'ambil wajan granit 28 3 ya');
    rina.edits(said, 'ambil wajan granit 24 1 ya');
    expect(rina.cart()).toEqual(['1 WTG-24']);
  });

  it('keeps what other messages put into the cart', () => {
    const rina = talk();
    rina.says('ambil spatula silikon 1');
    const said = rina.says('tambah wajan granit 28 2');
    rina.edits(said, 'tambah wajan granit 28 1');
    expect(rina.cart()).toEqual(['1 SPT-SIL', '1 WTG-28']);
  });

  it('who edits a message that others have followed changes nothing that they did', () => {
    const rina = talk();
    const said = rina.says('ambil wajan granit 28 2 ya');
    rina.says('tambah spatula silikon 1');
    rina.edits(said, 'halo kak');
    expect(rina.cart()).toEqual(['1 SPT-SIL', '2 WTG-28']);
  });

  it('is heard once when the same edit comes again', () => {
    const rina = talk();
    const said = rina.says('ambil wajan granit 28 2 ya');
    rina.edits(said, 'ambil wajan granit 28 3 ya');
    rina.shop.hear('c1', 'ambil wajan granit 28 3 ya', { id: `${said}:e1`, edits: said });
    expect(rina.cart()).toEqual(['3 WTG-28']);
  });

  it('within the pause of a burst is answered once, to what it says now', () => {
    const rina = talk(3000);
    const said = rina.says('ongkir ke bandug');
    rina.edits(said, 'ongkir ke bandung');
    rina.shop.pass(rina.shop.now + 10_000);
    const received = rina.shop.receive();
    expect(received).toHaveLength(1);
    expect(received[0]!.text).toContain('Kota Bandung');
  });
});
