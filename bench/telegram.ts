/**
 * How fast the Telegram channel receives and answers, side by side on the same stand-in for the Bot API (in a process of its own):
 * a raw HTTP client that does the least that can be done, this channel, and grammY's own `bot.start`.
 *
 *   npx tsx bench/telegram.ts
 */
import { fork, type ChildProcess } from 'node:child_process';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import type { OutgoingMessage } from '../src/channels/channel.ts';
import { systemClock } from '../src/channels/telegram/clock.ts';
import { createPassingMemory } from '../src/channels/telegram/memory.ts';
import { createTelegramChannel } from '../src/channels/telegram/telegram-channel.ts';
import { BotApi } from '../test/stand-ins/bot-api/bot-api.ts';
import { silence } from '../test/stand-ins/bot-api/faults.ts';

const CHATS = 200;
const AT_ONCE = 128;
const SILENT_CHAT = 1;

/* The stand-in's process. */

type Order = { readonly push: number } | { readonly stuck: boolean };

async function serveStandIn(latencyMs: number): Promise<void> {
  const api = await new BotApi({ latencyMs }).start();
  const people = Array.from({ length: CHATS }, (_, n) => api.person(n + 1, `P${n + 1}`));
  let message = 1;
  let lift: (() => void) | null = null;
  process.on('message', (order: Order) => {
    if ('stuck' in order) {
      lift?.();
      lift = order.stuck ? api.faults.add(silence, { method: 'sendMessage', chat: SILENT_CHAT }) : null;
    } else {
      api.done.length = 0;
      api.world.messages.clear();
      api.updates.pushAll(Array.from({ length: order.push }, (_, n) => {
        const from = people[n % CHATS];
        if (!from) throw new Error('nobody');
        message += 1;
        return { message: { message_id: message, date: 0, chat: from.chat, from: from.user, text: `pesan ${n}` } } as Omit<Update, 'update_id'>;
      }));
    }
    process.send?.('done');
  });
  process.send?.({ root: api.root, token: api.token });
}

interface StandIn {
  readonly root: string;
  readonly token: string;
  order(order: Order): Promise<void>;
  end(): void;
}

async function openStandIn(latencyMs: number): Promise<StandIn> {
  const child: ChildProcess = fork(fileURLToPath(import.meta.url), ['--stand-in', String(latencyMs)], { execArgv: process.execArgv });
  const next = () => new Promise<unknown>((resolve) => child.once('message', resolve));
  const { root, token } = (await next()) as { root: string; token: string };
  return {
    root, token,
    async order(order) {
      const done = next();
      child.send(order);
      await done;
    },
    end: () => void child.kill(),
  };
}

/* What is compared. Each answers every update once and says when `count` answers have gone out. */

interface Runner {
  /** Resolves when so many answers have gone out from now on. */
  answered(count: number): Promise<void>;
  stop(): Promise<void>;
}

/** Counts answers. */
function createTally() {
  let left = 0;
  let arrive: () => void = () => undefined;
  return {
    expect: (count: number) => new Promise<void>((resolve) => {
      left = count;
      arrive = resolve;
    }),
    one(): void {
      left -= 1;
      if (left === 0) arrive();
    },
  };
}

/** Sends at most so many at once, and one after the other within a chat, as the outbox does. */
function createPool(send: (chat: string, text: string) => Promise<void>) {
  const waiting = new Map<string, string[]>();
  const ready: string[] = [];
  let running = 0;
  function pump(): void {
    while (running < AT_ONCE) {
      const chat = ready.shift();
      if (chat === undefined) return;
      const text = waiting.get(chat)?.shift() ?? '';
      running += 1;
      void send(chat, text).finally(() => {
        running -= 1;
        if (waiting.get(chat)?.length) ready.push(chat);
        else waiting.delete(chat);
        pump();
      });
    }
  }
  return (chat: string, text: string): void => {
    const queue = waiting.get(chat);
    if (queue) {
      queue.push(text);
      return;
    }
    waiting.set(chat, [text]);
    ready.push(chat);
    pump();
  };
}

function startRaw(api: StandIn): Promise<Runner> {
  const agent = new Agent({ keepAlive: true });
  const tally = createTally();
  let running = true;
  const call = (method: string, payload: object) => new Promise<{ result: unknown }>((resolve, reject) => {
    const sent = request(`${api.root}/bot${api.token}/${method}`, { method: 'POST', agent, headers: { 'content-type': 'application/json' } });
    sent.on('error', reject).on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('end', () => resolve(JSON.parse(text) as { result: unknown }));
    });
    sent.end(JSON.stringify(payload));
  });
  const pool = createPool(async (chat, text) => {
    // The same bytes as the channel sends.
    await call('sendMessage', { chat_id: Number(chat), text, parse_mode: 'HTML', link_preview_options: { is_disabled: true } });
    tally.one();
  });
  let offset = 0;
  const looping = (async () => {
    while (running) {
      const { result } = await call('getUpdates', { offset, limit: 100, timeout: 1 });
      for (const update of result as Update[]) {
        offset = update.update_id + 1;
        if (update.message) pool(String(update.message.chat.id), update.message.text ?? '');
      }
    }
  })();
  return Promise.resolve({
    answered: tally.expect,
    async stop() {
      running = false;
      await looping;
      agent.destroy();
    },
  });
}

async function startChannel(api: StandIn): Promise<Runner> {
  const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  const tally = createTally();
  const seen = new Set<string>();
  const channel = createTelegramChannel({
    token: api.token, apiRoot: api.root, clock: systemClock, log: quiet, memory: createPassingMemory(),
    photos: { store: () => Promise.resolve({ kind: 'refused', reason: '' }) }, limits: { pollWaitS: 1 },
  });
  let id = 0;
  const pool = createPool(async (chat, text) => {
    id += 1;
    const message: OutgoingMessage = { id, chat, text, choices: [], photo: null, from: 'bot', maybeDuplicate: false };
    const outcome = await channel.send(message);
    if (outcome.kind === 'sent') tally.one();
  });
  await channel.start({
    accept(message) {
      if (seen.has(message.id)) return { fresh: false };
      seen.add(message.id);
      pool(message.chat, message.content.kind === 'text' ? message.content.text : '');
      return { fresh: true };
    },
  });
  return { answered: tally.expect, stop: () => channel.stop() };
}

function startGrammy(api: StandIn): Promise<Runner> {
  const tally = createTally();
  const bot = new Bot(api.token, { client: { apiRoot: api.root } });
  bot.on('message', async (context) => {
    await context.reply(context.message.text ?? '');
    tally.one();
  });
  const running = bot.start({ timeout: 1 });
  return Promise.resolve({
    answered: tally.expect,
    async stop() {
      await bot.stop();
      await running;
    },
  });
}

/* Measuring. */

const STARTS = { raw: startRaw, channel: startChannel, 'bot.start': startGrammy };
type Name = keyof typeof STARTS;

/** Updates answered per second. */
async function rate(name: Name, api: StandIn, count: number, warmUp: number): Promise<number> {
  const runner = await STARTS[name](api);
  for (const some of [warmUp, count]) {
    const all = runner.answered(some);
    const begin = process.hrtime.bigint();
    await api.order({ push: some });
    await all;
    const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
    if (some !== count) continue;
    await runner.stop();
    return count / seconds;
  }
  throw new Error('unreachable');
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Takes turns, so that a busy machine is busy for both. */
async function compare(api: StandIn, names: readonly Name[], rounds: number, count: Readonly<Record<string, number>>) {
  const rates = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      const each = count[name] ?? 0;
      rates.get(name)?.push(await rate(name, api, each, Math.min(each, CHATS * 2)));
    }
  }
  return new Map([...rates].map(([name, all]) => [name, median(all)]));
}

/** How much longer the other chats take while one chat's send is never answered. */
async function stuckChat(api: StandIn, rounds: number, count: number): Promise<{ free: number; stuck: number }> {
  const times: Record<'free' | 'stuck', number[]> = { free: [], stuck: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const stuck of round % 2 === 0 ? [false, true] : [true, false]) {
      const runner = await startChannel(api);
      const warm = runner.answered(CHATS * 2);
      await api.order({ push: CHATS * 2 });
      await warm;
      if (stuck) await api.order({ stuck: true });
      // One chat in CHATS is stuck: all others must be done. Its own answers are not waited for, nor counted when free.
      const others = runner.answered(count - count / CHATS);
      const begin = process.hrtime.bigint();
      await api.order({ push: count });
      await others;
      times[stuck ? 'stuck' : 'free'].push(Number(process.hrtime.bigint() - begin) / 1e6);
      if (stuck) await api.order({ stuck: false });
      await Promise.race([runner.stop(), systemClock.sleep(500)]);
    }
  }
  return { free: median(times.free), stuck: median(times.stuck) };
}

async function main(): Promise<void> {
  const fast = await openStandIn(0);
  const near = await compare(fast, ['raw', 'channel'], 7, { raw: 6_000, channel: 6_000 });
  const [raw = 0, channel = 0] = [near.get('raw'), near.get('channel')];
  console.log(`no latency:  raw HTTP ${raw.toFixed(0)}/s, channel ${channel.toFixed(0)}/s, ratio ${(channel / raw).toFixed(2)} (aim >= 0.75)`);
  const { free, stuck } = await stuckChat(fast, 7, 4_000);
  console.log(`stuck chat:  others ${free.toFixed(0)} ms free, ${stuck.toFixed(0)} ms stuck, ${((stuck / free - 1) * 100).toFixed(1)} % slower (aim <= 10 %)`);
  fast.end();

  const far = await openStandIn(50);
  const apart = await compare(far, ['channel', 'bot.start'], 3, { channel: 4_000, 'bot.start': 100 });
  const [quick = 0, slow = 0] = [apart.get('channel'), apart.get('bot.start')];
  console.log(`50 ms:       bot.start ${slow.toFixed(1)}/s, channel ${quick.toFixed(0)}/s, ${(quick / slow).toFixed(0)} times (aim >= 40)`);
  far.end();
}

const latency = process.argv[process.argv.indexOf('--stand-in') + 1];
if (process.argv.includes('--stand-in')) await serveStandIn(Number(latency));
else {
  await main();
  process.exit(0);
}
