import { describe, expect, it } from 'vitest';
import type { Channel, ChannelName, OutgoingMessage, SendOutcome } from '../../src/channels/channel.ts';
import { createDelivery } from '../../src/engine/deliver.ts';
import { createTaskRunner } from '../../src/engine/run-tasks.ts';
import { sampleCatalogue, TestShop } from '../test-shop.ts';

const catalogue = await sampleCatalogue();
const HOUR = 3_600_000;

/** A shop whose messages meet these outcomes, one after the other, and then arrive. */
function shopThatSends(...outcomes: SendOutcome[]) {
  const shop = new TestShop({ catalogue, at: '2026-11-23T10:00:00+07:00' });
  const sent: OutgoingMessage[] = [];
  const channel: Channel = {
    name: 'terminal', start: () => Promise.resolve(), stop: () => Promise.resolve(), typing: () => Promise.resolve(), status: () => ({ state: 'on', detail: '' }),
    send: (message) => {
      sent.push(message);
      return Promise.resolve(outcomes.shift() ?? { kind: 'sent', providerId: `p${message.id}` });
    },
  };
  const { outbox, chats, events } = shop.shop.tables;
  const delivery = createDelivery({
    outbox, chats, events, channels: new Map<ChannelName, Channel>([['terminal', channel]]), transact: (act) => shop.shop.engine.transact(act), now: () => shop.now,
    picture: () => Promise.resolve(null), wake: () => {}, failed: (error) => { throw error; },
  });
  return { shop, sent, delivery };
}

describe('a reply that is not settled yet', () => {
  it('stays marked as perhaps arrived when the next try is put off (F11)', async () => {
    const { shop, sent, delivery } = shopThatSends({ kind: 'unknown', reason: 'no answer', retry: true }, { kind: 'later', afterMs: 1_000, scope: 'chat', reason: '429' });
    shop.hear('c1', 'halo');
    for (let i = 0; i < 4; i++) {
      await delivery.deliver();
      shop.now += 60_000;
    }
    expect(sent.map((message) => message.maybeDuplicate)).toEqual([false, true, true]);
  });

  it.each(['chat', 'channel'] as const)('is not put off for a day by a clock that was set ahead and right again (F28; %s)', async (scope) => {
    const { shop, sent, delivery } = shopThatSends({ kind: 'later', afterMs: 1_000, scope, reason: '429' });
    shop.now += 24 * HOUR;
    shop.hear('c1', 'halo');
    await delivery.deliver();
    shop.now -= 24 * HOUR;
    await delivery.deliver();
    expect(sent).toHaveLength(2);
  });

  it('waits an hour at most, and that hour', async () => {
    const { shop, sent, delivery } = shopThatSends({ kind: 'later', afterMs: 3 * HOUR, scope: 'chat', reason: '429' });
    shop.hear('c1', 'halo');
    for (const [after, times] of [[0, 1], [HOUR - 1, 1], [1, 2]] as const) {
      shop.now += after;
      await delivery.deliver();
      expect(sent).toHaveLength(times);
    }
  });
});

describe('a task whose outcome cannot be entered', () => {
  it('stays due, is told of, and ends neither the process nor the round (F33)', async () => {
    const shop = new TestShop({ catalogue, at: '2026-11-23T10:00:00+07:00' });
    const { tasks } = shop.shop.tables;
    const failed: unknown[] = [];
    let full = true;
    let done = 0;
    const runner = createTaskRunner({
      tasks, now: () => shop.now, failed: (_task, error) => failed.push(error), handlers: { count: () => Promise.resolve(() => { done++; }) },
      transact: (act) => {
        if (full) throw new Error('database or disk is full');
        return shop.shop.engine.transact(act);
      },
    });
    tasks.add('count', null, {}, shop.now);
    await runner.runDue();
    expect(failed).toHaveLength(2);
    full = false;
    await runner.runDue();
    expect(done).toBe(1);
    expect(tasks.due(shop.now, 8)).toEqual([]);
  });
});
