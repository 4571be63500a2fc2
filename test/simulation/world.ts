import { createHash, type Hash } from 'node:crypto';
import { setImmediate as everythingElse } from 'node:timers/promises';
import type { IncomingContent, IncomingMessage } from '../../src/channels/channel.ts';
import { openDatabase, type Database } from '../../src/database/open.ts';
import type { Catalogue } from '../../src/shop/catalogue/snapshot.ts';
import type { UtcMs } from '../../src/shop/units.ts';
import { ownerFiles } from './common-ground.ts';
import { Heard } from './heard.ts';
import { Died, DiskFault, Life } from './life.ts';
import type { Mutant } from './mutants.ts';
import { Post } from './post.ts';
import { ShopDatabase } from './shop-database.ts';
import { ON_ORDER, type Content, type Message, type StaffDeed, type Step } from './step.ts';
import { Broken, Watch } from './watch.ts';

const START = Date.parse('2026-11-23T08:00:00+07:00');
const TICK_MS = 240_000;
const GAP_MS = 30 * 60_000;

/** A shop, the people around it and the watch over its books. Everything that happens to it is a step; the same steps leave the same world. */
export class World {
  readonly db: Database;
  readonly post = new Post();
  readonly heard = new Heard();
  /** What the machine's clock says. */
  now: UtcMs = START;
  /** How long the machine has run, ms: nobody can set that. */
  uptime = 0;
  life: Life;
  steps = 0;
  deaths = 0;
  messages = 0;
  private readonly watch: Watch;
  private readonly pauseMs: number;
  private readonly mutant: Mutant | null;
  private readonly forShop: ShopDatabase;
  private readonly said: Hash = createHash('sha256');
  private readonly taken = new Set<string>();
  private catalogue: Catalogue;
  private erased = 0;
  private dies: number[] = [];
  private broken: Broken | null = null;
  private readonly asks;

  constructor(options: { readonly pauseMs: number; readonly mutant: Mutant | null }) {
    this.pauseMs = options.pauseMs;
    this.mutant = options.mutant;
    this.db = openDatabase(':memory:');
    options.mutant?.schema?.(this.db);
    this.forShop = new ShopDatabase(this.db, options.mutant);
    const [first] = ownerFiles;
    if (first?.kind !== 'loaded') throw new Error(`the sample shop does not load: ${JSON.stringify(first)}`);
    this.catalogue = first.catalogue;
    this.life = this.open();
    this.watch = new Watch(this.db, { nextOpening: (at) => this.life.shop.world().premises.hours.nextOpening(at), uptime: () => this.uptime, clockIsRight: () => this.now === START + this.uptime });
    this.asks = {
      chat: this.db.prepare<[string], { id: number; customer_id: number }>(`SELECT id, customer_id FROM chats WHERE channel = 'terminal' AND address = ?`),
      orderOf: this.db.prepare<[string, number], { number: string }>('SELECT o.number FROM orders o JOIN chats c ON c.id = o.chat_id WHERE c.address = ? ORDER BY o.id DESC LIMIT 1 OFFSET ?'),
      lines: this.db.prepare<[string], { n: number }>(`SELECT count(*) AS n FROM events WHERE kind = 'chat.staff_line' AND json_extract(data, '$.act') = ?`),
      erased: this.db.prepare<[], { n: number }>('SELECT count(*) AS n FROM customers WHERE erased_at IS NOT NULL'),
      cart: this.db.prepare<[number], { sku: string; quantity: number }>('SELECT sku, quantity FROM cart_lines WHERE customer_id = ? ORDER BY sku'),
      orders: this.db.prepare<[number], { n: number }>('SELECT count(*) AS n FROM orders WHERE customer_id = ?'),
      used: this.db.prepare<[string, string], { token: string }>('SELECT token FROM used_choices WHERE token = ? OR token GLOB ?'),
    };
  }

  /** Lets one step happen, whoever dies on the way. @throws Broken */
  async apply(step: Step): Promise<void> {
    this.steps++;
    this.dies = [...(step.dies ?? [])];
    this.life.faults = step.fails ?? 0;
    const heard = new Map<string, number>();
    let left: (() => void | Promise<void>) | null = this.beginning(step, heard);
    for (;;) {
      try {
        await left?.();
        left = null;
        await this.settle();
      } catch (error) {
        if (!(error instanceof Died)) throw error;
      }
      if (this.broken) throw this.broken;
      if (!this.life.dead) break;
      this.restart();
    }
    this.life.faults = 0;
    if (step.do === 'pass' || step.do === 'clock') this.forgetTheErased();
    this.watch.afterStep(this.pauseMs === 0 ? heard : null);
    if (this.broken) throw this.broken;
  }

  /** Looks through everything there is. @throws Broken */
  checkAll(): void { this.watch.wholeBooks(); }

  /** Lets everything come to rest, and looks whether anything was left undone. @throws Broken */
  async end(): Promise<void> {
    for (let i = 0; i < 30; i++) await this.apply({ do: 'pass', ms: 600_000 });
    this.watch.nothingLeft(this.now);
    this.checkAll();
  }

  /** Of everything said and of every row of every table: the same seed and the same sources leave the same. */
  digest(): string {
    const hash = this.said.copy();
    for (const table of this.db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).pluck().all() as string[]) {
      // Names come from the schema, not from anyone's hands.
      for (const row of this.db.prepare('SELECT * FROM '.concat(table)).raw().iterate()) hash.update(JSON.stringify(row));
    }
    return hash.digest('hex');
  }

  /** What a message says to the shop as things stand. */
  contentOf(chat: string, content: Content): IncomingContent {
    if (content.kind !== 'tap') return content;
    const bubble = this.post.screen(chat).filter(({ choices }) => choices.length > 0)[content.back];
    const choice = bubble?.choices.find(({ label }) => label === content.label);
    return choice ? { kind: 'tap', choice: choice.id } : { kind: 'text', text: content.label };
  }

  orderNumber(of: { readonly chat: string; readonly nth: number }): string | null { return this.asks.orderOf.get(of.chat, of.nth)?.number ?? null; }

  orders(): number { return this.db.prepare('SELECT count(*) FROM orders').pluck().get() as number; }

  private open(): Life {
    return this.forShop.starts(() => new Life({
      db: this.forShop.db, catalogue: this.catalogue, pauseMs: this.pauseMs, now: () => this.now, uptime: () => this.uptime, post: this.post, mutant: this.mutant,
      diesHere: () => this.dies.length > 0 && --this.dies[0]! === 0 && this.dies.shift() !== undefined,
      leaving: (message, before) => {
        this.said.update(`${message.chat} ${message.text}\n`);
        try {
          this.watch.leaving(message, before);
        } catch (error) {
          // Thrown here it would be taken for a fault of the channel.
          this.broken ??= error as Broken;
        }
      },
      failed: (what, error) => {
        if (error instanceof Died || error instanceof DiskFault || /ended the process/.test(String(error))) return;
        this.broken ??= error instanceof Broken ? error : new Broken('nothing fails', `${what}: ${String(error instanceof Error ? error.stack : error)}`);
      },
      live: (catalogue) => { this.catalogue = catalogue; },
    }));
  }

  /** A new process over what the old one had committed. It may die as well. */
  private restart(): void {
    this.deaths++;
    if (this.db.inTransaction) this.db.exec('ROLLBACK');
    this.post.hangUp();
    this.life.dead = true;
    try {
      this.life = this.open();
      this.life.shop.engine.recover();
    } catch (error) {
      if (!(error instanceof Died)) throw error;
      this.life.dead = true;
    }
  }

  private async settle(): Promise<void> {
    if (this.life.dead) return;
    void this.life.delivery.deliver();
    void this.life.tasks.runDue();
    await everythingElse();
  }

  /** What the world does in a step, and does again when the shop dies before it has taken it. */
  private beginning(step: Step, heard: Map<string, number>): () => void | Promise<void> {
    const due = this.uptime + (step.do === 'pass' ? step.ms : 0);
    switch (step.do) {
      case 'hear': {
        const messages = step.messages.map((message) => this.incoming(message));
        for (const { chat } of messages) heard.set(chat, (heard.get(chat) ?? 0) + 1);
        return () => {
          this.hear(messages);
        };
      }
      case 'again': {
        const message = this.heard.back(step.chat, step.back);
        return () => {
          if (message && this.life.shop.engine.accept(message).fresh) throw new Broken('a redelivery is seen', `${message.id} was taken twice`);
        };
      }
      case 'pass':
        this.post.answer();
        // One sweep after another, the last few close together: the shop believes no clock right after a gap.
        return () => this.sweepsUntil(due);
      case 'clock':
        this.now += step.ms;
        // What came in under a clock at 1970 is tidied away as very old once the clock is right.
        this.heard.keepOnly(() => false);
        this.taken.clear();
        return () => this.life.shop.sweep();
      case 'fates':
        this.post.decide(step.chat, step.fates);
        return () => {};
      case 'staff': return () => this.staff(step.by, step.id, step.deed);
      case 'owner': {
        const outcome = ownerFiles[step.version % ownerFiles.length]!;
        return async () => {
          const before = this.catalogue;
          await this.life.look(outcome);
          const live = this.life.shop.world().premises.catalogue;
          const meant = outcome.kind === 'loaded' ? outcome.catalogue : before;
          if (!this.life.dead && live.version !== meant.version) throw new Broken('the last good files', `version ${live.version} is live instead of ${meant.version}`);
        };
      }
    }
  }

  private sweepsUntil(due: number): void {
    while (this.uptime < due) {
      const left = due - this.uptime;
      const ms = left > GAP_MS ? left - 3 * TICK_MS : Math.min(left, TICK_MS);
      this.uptime += ms;
      this.now += ms;
      this.life.shop.sweep();
    }
  }

  /** Who was erased is nobody the shop knows: what she had sent would be a stranger's. */
  private forgetTheErased(): void {
    const erased = this.asks.erased.get()!.n;
    if (erased === this.erased) return;
    this.erased = erased;
    this.heard.keepOnly((chat) => this.asks.chat.get(chat) !== undefined);
  }

  private incoming({ chat, id, content }: Message): IncomingMessage {
    return { channel: 'terminal', id, chat, name: null, quoted: null, phone: null, content: this.contentOf(chat, content) };
  }

  private hear(messages: readonly IncomingMessage[]): void {
    const again = messages.length === 1 ? this.takenBefore(messages[0]!) : null;
    this.life.shop.engine.acceptAll(messages);
    again?.();
    for (const message of messages) {
      this.messages++;
      this.heard.add(message);
      if (message.content.kind === 'tap' && this.asks.used.get(message.content.choice, `${message.content.choice}#*`)) this.taken.add(message.content.choice);
    }
  }

  /** For a tap on a choice that has been taken: looks that it does nothing again. */
  private takenBefore({ chat, content }: IncomingMessage): (() => void) | null {
    const known = this.asks.chat.get(chat);
    if (content.kind !== 'tap' || !this.taken.has(content.choice) || this.pauseMs > 0 || !known) return null;
    const { customer_id } = known;
    const state = () => JSON.stringify([this.asks.cart.all(customer_id), this.asks.orders.get(customer_id)]);
    const before = state();
    return () => {
      if (state() !== before) throw new Broken('a choice counts once', `${chat} tapped ${content.choice} again and it did something: ${before} → ${state()}`);
    };
  }

  private staff(by: string, id: string, deed: StaffDeed): void {
    const { desk } = this.life.shop;
    const act = { by, id };
    if ('order' in deed) {
      const number = this.orderNumber(deed.order);
      if (number !== null) ON_ORDER[deed.do](desk, act, number);
      return;
    }
    const chat = this.asks.chat.get(deed.chat);
    if (!chat) return;
    switch (deed.do) {
      case 'claim': desk.claim(act, chat.id); return;
      case 'release': desk.release(act, chat.id, deed.text ?? ''); return;
      case 'reply':
        desk.reply(act, chat.id, deed.text ?? '', true);
        if (this.asks.lines.get(id)!.n > 1) throw new Broken('an act counts once', `${by} said "${deed.text}" once, and it was entered twice`);
        return;
      case 'transfer': desk.transfer(act, chat.id, deed.to); return;
    }
  }
}
