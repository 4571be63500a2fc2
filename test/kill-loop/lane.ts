import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { BotApi } from '../stand-ins/bot-api/bot-api.ts';
import type { Kept } from '../stand-ins/bot-api/world.ts';
import { Dice } from '../simulation/dice.ts';
import { BotProcess, type BotPlace } from './bot-process.ts';
import { Buyer } from './buyer.ts';
import { drawMoment, type Moment, type Phase } from './moments.ts';
import { freePort, makeShopFolder } from './shop-folder.ts';

/** Customers who buy at the same time. */
const AT_ONCE = 4;
/** How long Telegram takes to answer, ms: time in which a process can die. */
const LATENCY_MS = 4;
const TICK_MS = 10;
const AFTERGLOW_MS = LATENCY_MS + 2 * TICK_MS;
/** A life whose moment does not come ends so long after it began. */
const LONGEST_LIFE_MS = 4_000;
/** Nothing more is on its way once nobody has said anything for so long, ms. */
const QUIET_MS = 2_000;
const LONGEST_END_MS = 60_000;

/** A bubble that reached a customer, and in which life of the bot. */
export interface Arrived {
  readonly chat: number;
  readonly text: string;
  readonly life: number;
}

/** What a lane leaves behind to be judged. */
export interface LaneRecords {
  readonly folder: string;
  readonly buyers: readonly Buyer[];
  readonly arrived: readonly Arrived[];
  readonly kills: Readonly<Record<Phase, number>>;
  readonly lives: number;
}

/** One bot that is killed again and again while its customers buy, with a Telegram of its own. */
export class Lane {
  private readonly dice: Dice;
  private readonly folder: string;
  private readonly command: readonly string[];
  private readonly buyers: Buyer[] = [];
  private readonly arrived: Arrived[] = [];
  private readonly kills: Record<Phase, number> = { starting: 0, serving: 0, update: 0, sending: 0, closing: 0 };
  private wishes: readonly string[] = [];
  private api = new BotApi();
  private seen = 0;
  private life = 0;
  private lastSent = 0;
  private heard: (method: string) => void = () => {};
  private openForMore = true;
  /** How long a start takes, as of late: until the first question for updates. */
  private startMs = 1_000;

  constructor(options: { readonly folder: string; readonly command: readonly string[]; readonly seed: number }) {
    this.dice = new Dice(options.seed);
    this.folder = options.folder;
    this.command = options.command;
  }

  /** Lets purchases run and kills the bot until it has died `kills` times; then lets all purchases end. */
  async run(kills: number, killed: () => void): Promise<LaneRecords> {
    this.wishes = await makeShopFolder(this.folder);
    this.api = await new BotApi({ latencyMs: LATENCY_MS, onCall: (method) => this.heard(method) }).start();
    const place = { command: this.command, folder: this.folder, port: await freePort(), token: this.api.token, apiRoot: this.api.root };
    const customers = setInterval(() => this.tick(), TICK_MS);
    try {
      for (let done = 0; done < kills;) {
        const moment = drawMoment(this.dice);
        if (!(await this.live(place, moment))) continue;
        this.kills[moment.phase]++;
        done++;
        killed();
      }
      this.openForMore = false;
      await this.lastLife(place);
    } finally {
      clearInterval(customers);
      await this.api.stop();
    }
    return { folder: path.resolve(this.folder), buyers: this.buyers, arrived: this.arrived, kills: this.kills, lives: this.life };
  }

  /** One life. Returns whether it ended by the kill. */
  private async live(place: BotPlace, moment: Moment): Promise<boolean> {
    this.life++;
    const bot = new BotProcess(place);
    await Promise.race([moment.phase === 'starting' ? after(moment.share * this.startMs) : this.comes(moment), bot.ended, after(LONGEST_LIFE_MS)]);
    if (moment.phase === 'closing') bot.close();
    if (moment.phase !== 'starting') await Promise.race([bot.ended, after(moment.afterMs)]);
    bot.kill();
    const killed = await bot.ended;
    this.heard = () => {};
    // What it had sent off still takes effect, and belongs to this life.
    await after(AFTERGLOW_MS);
    return killed;
  }

  private comes({ method, calls }: Exclude<Moment, { phase: 'starting' }>): Promise<void> {
    const began = performance.now();
    let left = calls;
    let serving = false;
    return new Promise((resolve) => {
      this.heard = (heard) => {
        if (heard === 'getUpdates' && !serving) {
          serving = true;
          this.startMs = (this.startMs + performance.now() - began) / 2;
        }
        if (heard === method && --left === 0) resolve();
      };
    });
  }

  private async lastLife(place: BotPlace): Promise<void> {
    this.life++;
    const bot = new BotProcess(place);
    const latest = performance.now() + LONGEST_END_MS;
    while (!this.settled() && performance.now() < latest) await after(TICK_MS);
    bot.close();
    const stuck = setTimeout(() => bot.kill(), LONGEST_END_MS);
    if (await bot.ended) throw new Error('the bot did not close');
    clearTimeout(stuck);
  }

  private settled(): boolean {
    return this.buyers.every((buyer) => buyer.done) && this.api.updates.unconfirmed().length === 0 && performance.now() - this.lastSent > QUIET_MS;
  }

  private tick(): void {
    const now = performance.now();
    for (; this.seen < this.api.done.length; this.seen++) {
      const { method, payload, result } = this.api.done[this.seen]!;
      if (method !== 'sendMessage' && method !== 'sendPhoto') continue;
      const bubble = result as Kept;
      const chat = Number(payload.chat_id);
      this.arrived.push({ chat, text: bubble.seen, life: this.life });
      this.lastSent = now;
      this.buyers.find((buyer) => buyer.chat === chat)?.sees(bubble, now);
    }
    const buying = this.buyers.filter((buyer) => !buyer.done);
    for (const buyer of buying) buyer.act(now);
    for (let more = AT_ONCE - buying.length; this.openForMore && more > 0; more--) this.welcome(now);
  }

  private welcome(now: number): void {
    const number = this.buyers.length + 1;
    const wish = { title: this.dice.pick(this.wishes), pieces: 1 + this.dice.below(3) };
    this.buyers.push(new Buyer(this.api.person(10_000 + number, 'Pembeli', String(number)), wish, this.dice, now));
  }
}
