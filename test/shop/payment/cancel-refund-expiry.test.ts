import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpen } from '../../../src/shop/ordering/order-states.ts';
import type { Order } from '../../../src/shop/ordering/orders.ts';
import { sampleCatalogue, TestShop } from '../../test-shop.ts';
import { buys, says } from '../ordering/buying.ts';

const catalogue = await sampleCatalogue();
/** Many runs share one shop, so there is plenty of it. */
const SKU = 'SPT-SIL';

const ACTS = ['proof', 'cancels', 'lapses', 'approve', 'reject', 'refund', 'part_refund', 'cancel', 'pack', 'ship', 'deliver', 'return'] as const;
type Act = (typeof ACTS)[number];

/** One order, and everything that can happen to it in any order, from both sides and by the clock. */
class Fate {
  readonly order: Order;
  readonly shop: TestShop;
  readonly chat: string;
  private acts = 0;

  constructor(shop: TestShop, number: number) {
    this.shop = shop;
    this.chat = `c${number}`;
    this.order = buys(shop, this.chat, 'spatula silikon 2');
  }

  get now(): Order { return this.shop.shop.business.orders.get(this.order.id); }
  get refund() { return this.shop.shop.business.refunds.of(this.order.id); }
  get held(): number { return this.shop.shop.business.stock.heldBy(this.order.id, SKU); }

  do(act: Act): void {
    const { desk, business } = this.shop.shop;
    const { number, total } = this.order;
    const by = { by: 'siti', id: `${this.chat}-${this.acts++}` };
    switch (act) {
      case 'proof': this.shop.hear(this.chat, { kind: 'photo', file: `bukti-${this.chat}-${this.acts}.jpg`, caption: number }); break;
      case 'cancels': says(this.shop, this.chat, `batal ${number}`); says(this.shop, this.chat, 'ya, batalkan'); break;
      case 'lapses':
        if (this.now.state === 'awaiting_payment' && this.now.expires_at !== null) this.shop.shop.engine.transact(() => business.orders.startClock(this.now, this.shop.now));
        this.shop.shop.sweep();
        break;
      case 'approve': desk.approvePayment(by, number); break;
      case 'reject': desk.rejectPayment(by, number, 'tidak ada di mutasi'); break;
      case 'refund': desk.refund(by, number, null, ''); break;
      case 'part_refund': desk.refund(by, number, total - 1, 'ongkir'); break;
      case 'cancel': desk.cancel(by, number, 'rusak'); break;
      case 'pack': desk.pack(by, number); break;
      case 'ship': desk.ship(by, number, 'JP0123456789'); break;
      case 'deliver': desk.deliver(by, number); break;
      case 'return': desk.takeBack(by, number); break;
    }
    this.shop.receive();
  }

  broken(): string[] {
    const { state, paid_at, total } = this.now;
    const { refund, held } = this;
    const ships = state === 'shipped' || state === 'delivered' || state === 'returned';
    return [
      ...(held !== (isOpen(state) && !ships ? 2 : 0) ? [`${state} holds ${held}`] : []),
      ...(paid_at !== null && (state === 'cancelled' || state === 'returned') && !refund ? [`${state} after it was paid, and nothing is owed`] : []),
      ...(refund && (isOpen(state) || state === 'delivered') ? [`${state}, and its money goes back`] : []),
      ...(refund && (refund.owed !== total || (refund.paid_back ?? 0) > total) ? [`owes ${refund.owed}, gave ${String(refund.paid_back)} of ${total}`] : []),
    ];
  }
}

describe('cancelling, refunds and expiry in any order', () => {
  it('let stock go once, keep no money of an order that has ended, and give none back twice', () => {
    const shop = new TestShop({ catalogue, at: '2026-11-23T10:00:00+07:00' });
    shop.shop.engine.transact(() => shop.shop.business.stock.count(SKU, 100_000, shop.now, 'owner'));
    let runs = 0;
    fc.assert(fc.property(fc.array(fc.constantFrom(...ACTS), { minLength: 6, maxLength: 14 }), (acts) => {
      const fate = new Fate(shop, runs++);
      let back = 0;
      for (const act of acts) {
        const before = fate.refund?.settled_at ?? null;
        fate.do(act);
        expect(fate.broken(), `after ${act} of ${acts.join(' → ')}`).toEqual([]);
        if (before === null && (fate.refund?.settled_at ?? null) !== null) back++;
      }
      expect(back).toBeLessThanOrEqual(1);
    }), { numRuns: 1000, seed: 4 });
    expect(shop.brokenInvariants()).toEqual([]);
    expect(shop.failures).toEqual([]);
    const kinds = shop.db.prepare(`SELECT DISTINCT state FROM orders ORDER BY state`).pluck().all();
    expect(kinds).toEqual(['awaiting_payment', 'cancelled', 'delivered', 'expired', 'packed', 'paid', 'returned', 'shipped']);
    expect(shop.db.prepare('SELECT count(*) FROM refunds WHERE settled_at IS NOT NULL').pluck().get()).toBeGreaterThan(100);
  });
});
