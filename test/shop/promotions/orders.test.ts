import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCatalogue } from '../../../src/shop/catalogue/make-catalogue.ts';
import type { Catalogue, Promotions, Voucher } from '../../../src/shop/catalogue/snapshot.ts';
import { sampleCatalogue, TestShop } from '../../test-shop.ts';
import { lastOrder, orderCount, says } from '../ordering/buying.ts';
import { products, promotions, quantities, SKUS } from './owners-rules.ts';

const START = '2026-11-23T10:00:00+07:00';
const bening = await sampleCatalogue(join(import.meta.dirname, '../../shops/bening'));
const TEKO = bening.promotions.vouchers.find((voucher) => voucher.code === 'TEKO15')!;

function withRules(change: Partial<Promotions>, from: Catalogue = bening): Catalogue {
  return makeCatalogue({ ...from, promotions: { ...from.promotions, ...change }, version: JSON.stringify(change) });
}
const withVoucher = (change: Partial<Voucher>): Catalogue => withRules({ vouchers: [{ ...TEKO, ...change }] });

const form = (goods: string, phone = '081234567890'): string => `Order: ${goods}\nNama: Rina\nHP: ${phone}\nAlamat: Jl. Merpati 5 RT 2 RW 3, Coblong, Bandung\nKurir: JNE Reguler`;
const phoneOf = (i: number): string => `0812${String(34_500_000 + i)}`;
const uses = (shop: TestShop): number => shop.db.prepare(`SELECT count(*) FROM order_discounts WHERE code = 'TEKO15' AND given_back_at IS NULL`).pluck().get() as number;

function buysWith(shop: TestShop, chat: string, code: string, phone: string): void {
  says(shop, chat, form('teko 1', phone));
  says(shop, chat, `kode ${code}`);
  says(shop, chat, 'transfer');
}

describe('the limits of a voucher', () => {
  it.each([1, 3])('%i uses and forty who hold it: so many orders have it and not one more', (limit) => {
    const shop = new TestShop({ catalogue: makeCatalogue({ ...withVoucher({ uses: limit }), products: bening.products.map((product) => ({ ...product, stock: 1_000 })) }), at: START });
    const chats = Array.from({ length: 40 }, (_, i) => `c${i}`);
    chats.forEach((chat, i) => { shop.hear(chat, form('teko 1', phoneOf(i))); shop.hear(chat, 'kode TEKO15'); });
    expect(shop.receive().filter((message) => message.text.includes('Diskon teko  -Rp15.000')).length).toBeGreaterThanOrEqual(40);
    for (const chat of chats) shop.hear(chat, 'transfer');
    const told = shop.receive();
    expect(uses(shop)).toBe(limit);
    expect(orderCount(shop)).toBe(limit);
    // Everyone else is told why, and asked again at the higher total.
    expect(told.filter((message) => message.text.includes('kuotanya sudah habis') && message.text.includes('Mau bayar')).length).toBe(40 - limit);
    for (const chat of chats) shop.hear(chat, 'transfer');
    shop.receive();
    expect(uses(shop)).toBe(limit);
    expect(shop.brokenInvariants()).toEqual([]);
    expect(shop.failures).toEqual([]);
  });

  it('one use a person: neither again nor from another chat with the same phone', () => {
    const shop = new TestShop({ catalogue: withVoucher({ perCustomer: 1, uses: null }), at: START });
    buysWith(shop, 'c1', 'TEKO15', phoneOf(1));
    expect(uses(shop)).toBe(1);
    expect(says(shop, 'c1', 'kode TEKO15')[0]!.text).toContain('sudah pernah dipakai');
    buysWith(shop, 'c2', 'TEKO15', phoneOf(1));
    expect(uses(shop)).toBe(1);
    buysWith(shop, 'c3', 'TEKO15', phoneOf(3));
    expect(uses(shop)).toBe(2);
  });

  it('is given back once when the order lapses, and taken again when a late payment revives it', () => {
    const shop = new TestShop({ catalogue: bening, at: START });
    buysWith(shop, 'c1', 'TEKO15', phoneOf(1));
    expect(uses(shop)).toBe(1);
    shop.pass('2026-11-24T11:00:00+07:00');
    expect([lastOrder(shop)!.state, uses(shop)]).toEqual(['expired', 0]);
    expect(shop.brokenInvariants()).toEqual([]);
    expect(shop.shop.desk.approvePayment({ by: 'siti', id: 'late' }, 'TB-1').kind).toBe('done');
    expect([lastOrder(shop)!.state, uses(shop)]).toEqual(['paid', 1]);
    expect(shop.shop.desk.cancel({ by: 'siti', id: 'off' }, 'TB-1', 'rusak').kind).toBe('done');
    expect(uses(shop)).toBe(0);
    // What she paid, not what it would have cost without the voucher, is what goes back.
    expect(shop.shop.business.refunds.of(lastOrder(shop)!.id)!.owed).toBe(lastOrder(shop)!.total);
    expect(shop.brokenInvariants()).toEqual([]);
  });

  it('an order that is changed keeps its own use of a voucher whose uses are all taken', () => {
    const shop = new TestShop({ catalogue: bening, at: START });
    buysWith(shop, 'c1', 'TEKO15', phoneOf(1));
    says(shop, 'c1', 'ubah pesanan TB-1');
    says(shop, 'c1', 'tambah mug 1');
    says(shop, 'c1', 'lanjut checkout');
    says(shop, 'c1', 'transfer');
    const order = lastOrder(shop)!;
    expect([order.number, order.goods, order.discount, uses(shop)]).toEqual(['TB-2', 120_000, 15_000, 1]);
    expect(shop.brokenInvariants()).toEqual([]);
  });
});

describe('what is shown is what is ordered', () => {
  const small = { ...bening, products: bening.products.slice(0, 0) };
  const given = fc.record({ products, promotions, quantities, codes: fc.subarray(['SATU1', 'DUA2', 'TIGA3', 'EMPAT4']), pays: fc.constantFrom('transfer', 'cod') });

  it('to the rupiah, whatever the owner wrote and whichever codes she has', () => {
    let ordered = 0;
    let lowered = 0;
    fc.assert(fc.property(given, (one) => {
      const shop = new TestShop({ catalogue: makeCatalogue({ ...small, products: one.products, promotions: one.promotions, version: 'any' }), at: START });
      shop.hear('c1', 'halo');
      shop.receive();
      const customer = shop.shop.tables.chats.get(shop.chatId('c1')).customer_id;
      shop.shop.engine.transact(() => {
        one.quantities.forEach((count, i) => { if (count > 0) shop.shop.business.carts.set(customer, shop.shop.world().premises.catalogue.product(SKUS[i]!)!, count, 500); });
      });
      for (const code of one.codes) says(shop, 'c1', `kode ${code}`);
      says(shop, 'c1', 'checkout');
      says(shop, 'c1', 'kirim ke Coblong Bandung');
      const [summary] = says(shop, 'c1', 'Rina, 081234567890, Jl. Merpati 5 RT 2 RW 3');
      const shown = Number(/^Total Rp([\d.]+)$/m.exec(summary!.text)![1]!.replaceAll('.', ''));
      const [confirmed] = says(shop, 'c1', one.pays);
      const order = lastOrder(shop)!;
      expect(order.total - (order.unique_code ?? 0)).toBe(shown);
      expect(order.total).toBeGreaterThanOrEqual(0);
      // Each line taken off stands in the summary and in the confirmation, under its name and with its amount.
      for (const { name, amount } of shop.shop.business.orders.discounts(order.id)) {
        const line = `${name}  -Rp${String(amount).replace(/\B(?=(?:\d{3})+$)/g, '.')}`;
        expect(summary!.text).toContain(line);
        expect(confirmed!.text).toContain(line);
      }
      expect(shop.brokenInvariants()).toEqual([]);
      expect(shop.failures).toEqual([]);
      ordered++;
      if (order.discount > 0) lowered++;
    }), { numRuns: 40, seed: 11 });
    expect([ordered, lowered > 15]).toEqual([40, true]);
  });
});
