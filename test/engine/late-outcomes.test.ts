import { describe, expect, it } from 'vitest';
import { enterLateOutcome, type LateOutcome } from '../../src/engine/late-outcomes.ts';
import { sampleCatalogue, TestShop } from '../test-shop.ts';

const catalogue = await sampleCatalogue();

/** A shop that has answered one customer, and what it knows of that answer. */
function shopWithReply() {
  const shop = new TestShop({ catalogue, at: '2026-11-24T10:00:00+07:00' });
  shop.hear('rina', 'wajan 28 ada?');
  const { tables, engine } = shop.shop;
  const { id } = tables.outbox.open()[0]!;
  shop.events();
  return {
    shop, id, outbox: tables.outbox,
    row: () => tables.outbox.get(id)!,
    late: (late: LateOutcome) => engine.transact(() => enterLateOutcome(tables, late, shop.now)),
  };
}

describe('late news of a reply (F22)', () => {
  it('makes an uncertain one sent, so that nobody writes it again', () => {
    const { id, outbox, row, late, shop } = shopWithReply();
    outbox.unknown(id, 'belum ada tanda terkirim', shop.now);
    late({ kind: 'sent', message: id, providerId: 'ABC' });
    expect(row()).toMatchObject({ state: 'sent', provider_id: 'ABC', failure: null, sent_at: shop.now });
    expect(shop.events()).toEqual([]);
  });

  it.each(['sent', 'unknown'] as const)('makes a failed one that counted as %s dead, and staff hear of it', (state) => {
    const { id, outbox, row, late, shop } = shopWithReply();
    if (state === 'sent') outbox.sent(id, 'ABC', shop.now);
    else outbox.unknown(id, 'belum ada tanda terkirim', shop.now);
    late({ kind: 'failed', message: id });
    expect(row()).toMatchObject({ state: 'dead' });
    expect(shop.events()).toMatchObject([{ kind: 'staff.alert', chat: 'rina', data: { reason: 'message_undeliverable' } }]);
  });

  it('leaves alone what is still being tried, what was withdrawn, and what is not there', () => {
    const { id, outbox, row, late } = shopWithReply();
    late({ kind: 'sent', message: id, providerId: 'ABC' });
    expect(row().state).toBe('ready');
    outbox.cancel(id);
    late({ kind: 'failed', message: id });
    expect(row().state).toBe('cancelled');
    late({ kind: 'failed', message: 999_999 });
  });
});
