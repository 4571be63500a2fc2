import { beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../../../src/shop/ordering/orders.ts';
import { sampleCatalogue, TestShop } from '../../test-shop.ts';
import { buys } from '../ordering/buying.ts';

const catalogue = await sampleCatalogue();
let shop: TestShop;
let order: Order;

const now = () => shop.shop.business.orders.get(order.id);
const free = () => shop.shop.business.stock.free(catalogue.product('SPT-SIL')!);
const act = (id: string) => ({ by: 'siti', id });
function proofAt(at: number): string {
  shop.now = at;
  shop.hear('c1', { kind: 'photo', file: 'bukti.jpg', caption: '' });
  return shop.receive().map((message) => message.text).join('\n');
}

beforeEach(() => {
  shop = new TestShop({ catalogue, at: '2026-11-23T10:00:00+07:00' });
  order = buys(shop, 'c1', 'spatula silikon 1');
});

describe('a proof around the end of the time to pay (F39)', () => {
  it('a millisecond before stops the clock for good', () => {
    expect(proofAt(order.expires_at! - 1)).toContain('bukti bayar DK-1');
    shop.now = order.expires_at! + 86_400_000;
    shop.shop.sweep();
    expect(now().state).toBe('awaiting_payment');
    expect(shop.shop.desk.approvePayment(act('1'), order.number).kind).toBe('done');
    expect(now().state).toBe('paid');
  });

  it.each([0, 1])('%i ms after the end, with the sweep yet to come, is in time: only the sweep lapses orders', (late) => {
    expect(proofAt(order.expires_at! + late)).toContain('bukti bayar DK-1');
    shop.shop.sweep();
    expect(now().state).toBe('awaiting_payment');
  });

  it.each([0, 1])('%i ms after the end, with the sweep before it, goes to a person; with stock left the order lives again', (late) => {
    const before = free();
    shop.now = order.expires_at! + late;
    shop.shop.sweep();
    expect(now().state).toBe('expired');
    expect(free()).toBe(before + 1);
    expect(proofAt(shop.now + 1)).toContain('Uangnya tidak akan hilang');
    expect(shop.shop.desk.approvePayment(act('1'), order.number).kind).toBe('done');
    expect(now().state).toBe('paid');
    expect(free()).toBe(before);
    expect(shop.brokenInvariants()).toEqual([]);
  });

  it('is never expired a millisecond early', () => {
    shop.now = order.expires_at! - 1;
    shop.shop.sweep();
    expect(now().state).toBe('awaiting_payment');
    shop.now += 1;
    shop.shop.sweep();
    expect(now().state).toBe('expired');
  });

  it('that comes when the piece is sold to another is not approved, and its money goes back', () => {
    shop.now = order.expires_at!;
    shop.shop.sweep();
    proofAt(shop.now + 1);
    shop.shop.engine.transact(() => shop.shop.business.stock.count('SPT-SIL', 0, shop.now, 'owner'));
    const refused = shop.shop.desk.approvePayment(act('1'), order.number);
    expect(refused).toMatchObject({ kind: 'refused', reason: expect.stringContaining('kembalikan uangnya') });
    expect(now().state).toBe('expired');
    expect(shop.shop.desk.refund(act('2'), order.number, null, 'BCA').kind).toBe('done');
    expect(shop.shop.business.refunds.of(order.id)).toMatchObject({ owed: order.total, paid_back: order.total });
    expect(shop.shop.desk.approvePayment(act('3'), order.number).kind).toBe('refused');
    expect(shop.brokenInvariants()).toEqual([]);
  });
});
