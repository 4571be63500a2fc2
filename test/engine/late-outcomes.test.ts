import { describe, expect, it } from 'vitest';
import { enterLateWord } from '../../src/engine/late-outcomes.ts';
import { sampleCatalogue, TestShop } from '../test-shop.ts';

const catalogue = await sampleCatalogue();

function replied() {
  const shop = new TestShop({ catalogue, at: '2026-11-23T10:00:00+07:00' });
  shop.hear('c1', 'halo kak');
  const { outbox } = shop.shop.tables;
  const reply = outbox.open()[0]!;
  return {
    shop, outbox, reply,
    state: () => outbox.get(reply.id)!.state,
    late: (kind: 'sent' | 'failed') => enterLateWord(shop.shop.tables, { message: reply.id, kind }, shop.now),
    alerts: () => shop.events().filter((event) => event.kind === 'staff.alert').map((event) => event.data.reason),
  };
}

describe('what becomes known of a reply late', () => {
  it('one that did arrive after all is not sent again', () => {
    const { outbox, reply, shop, state, late } = replied();
    outbox.later(reply.id, shop.now + 60_000, 'unknown: no answer');
    late('sent');
    expect(state()).toBe('sent');
    shop.now += 120_000;
    expect(shop.receive()).toEqual([]);
  });

  it('one that failed after all is told to staff, once', () => {
    const { outbox, reply, shop, state, late, alerts } = replied();
    outbox.sent(reply.id, 'p1', shop.now);
    late('failed');
    late('failed');
    expect(state()).toBe('dead');
    expect(alerts()).toEqual(['message_undeliverable']);
  });

  it('leaves alone what was cancelled, or has not been tried', () => {
    const { outbox, reply, state, late } = replied();
    late('sent');
    expect(state()).toBe('ready');
    outbox.cancel(reply.id);
    late('failed');
    expect(state()).toBe('cancelled');
  });
});
