import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../../src/shop/time/zone.ts';
import { PACE } from '../../../src/channels/whatsapp/pace.ts';
import type { Processes } from '../../../src/channels/whatsapp/process-tree.ts';
import { Bench } from './fake-client.ts';
import { reply, settle } from './surroundings.ts';

const MIB = 1024 * 1024;
const STEP_MS = HOUR_MS;
const DAYS = 45;
const DAYS_OF_TALK = 6;

describe('a month of WhatsApp', () => {
  let bench: Bench;
  /** What the browser holds; a new one starts small. */
  let held = 0;
  const processes: Processes = {
    tree: (pid) => [pid], memory: () => held, alive: () => false, commandLine: () => '', kill: () => undefined,
  };
  beforeEach(() => {
    held = 250 * MIB;
    // A look every ten minutes is enough for a month.
    bench = new Bench({ processes, supervision: { beatMs: 600_000 } });
    bench.onRun = (run) => {
      run.onStart = async () => {
        held = 250 * MIB;
        run.tell({ kind: 'launched', browserPid: 4_000_000 + bench.runs.length });
        run.tell({ kind: 'ready', me: '6281000000000@c.us' });
      };
    };
  });
  afterEach(() => bench.close());

  it('renews the browser before it has eaten the machine, and never during a send', async () => {
    await bench.start();
    held = 1_600 * MIB;
    const chat = await bench.hear('628111@c.us');
    let finish: () => void = () => undefined;
    bench.run.onSend = async (message) => {
      await new Promise<void>((resolve) => { finish = resolve; });
      return { id: message.id, ack: 1 };
    };
    const outcome = bench.channel.send(reply(chat, 'sebentar'));
    await bench.clock.pass(1_800_000);
    expect(bench.runs).toHaveLength(1);
    finish();
    expect(await outcome).toMatchObject({ kind: 'sent' });
    await bench.clock.pass(1_800_000);
    expect(bench.runs).toHaveLength(2);
    expect(bench.state()).toBe('on');
  });

  it('stays below the limit, is renewed by night, and never writes to who has not written in a month (F26)', async () => {
    await bench.start();
    const wroteAt = new Map<string, number>();
    const chats: string[] = [];
    const cold: string[] = [];
    let most = 0;
    let refused = 0;
    for (let hour = 0; hour < DAYS * 24; hour += 1) {
      const address = `628100000${hour % 40}@c.us`;
      // After the first days nobody writes any more.
      if (hour % 3 === 0 && hour < DAYS_OF_TALK * 24) {
        const chat = await bench.hear(address, `pesan ${hour}`);
        wroteAt.set(chat, bench.clock.now());
        if (!chats.includes(chat)) chats.push(chat);
      }
      // The shop would write to anybody at any time; the channel must not.
      const chat = chats[hour % chats.length] ?? '';
      const sending = bench.channel.send(reply(chat, `jawaban ${hour}`));
      held += 8 * MIB;
      most = Math.max(most, held);
      await bench.clock.pass(STEP_MS);
      const outcome = await sending;
      if (outcome.kind === 'sent' && bench.clock.now() - STEP_MS - (wroteAt.get(chat) ?? 0) > PACE.replyWithinMs) cold.push(`${chat} at hour ${hour}`);
      if (outcome.kind === 'refused') refused += 1;
      await settle();
    }
    expect(cold).toEqual([]);
    expect(refused).toBeGreaterThan(100);
    expect(bench.runs.flatMap(({ sent }) => sent).length).toBeGreaterThan(100);
    expect(bench.runs.length).toBeGreaterThanOrEqual(DAYS - 1);
    expect(most).toBeLessThan(1_500 * MIB);
    expect(bench.codes.filter((code) => code !== 'daily_cap')).toEqual([]);
  });
});
