import type { Dice } from './dice.ts';
import type { ON_ORDER, StaffDeed, Step } from './step.ts';
import type { World } from './world.ts';

const NAMES = ['siti', 'budi', 'ratna'] as const;
const LINES = ['Siap Kak, kami cek ya', 'Sebentar ya Kak', 'Barangnya ada Kak, mau berapa?'];
/** How often each act is tried; what an order does not allow is refused, and that is tried too. */
const ACTS: readonly (keyof typeof ON_ORDER)[] = ['approve_payment', 'approve_payment', 'approve_payment', 'reject_payment', 'pack', 'pack', 'ship', 'ship', 'deliver', 'cancel', 'return', 'refund'];

/** Three people who claim and forget, are late and go home; what they do is refused or done, never half. */
export class Staff {
  private readonly world: World;
  private readonly dice: Dice;
  private acts = 0;
  private readonly queue;
  private readonly held;
  private readonly orders;

  constructor(world: World, dice: Dice) {
    this.world = world;
    this.dice = dice;
    this.queue = world.db.prepare<[], { address: string }>(`SELECT address FROM chats WHERE mode = 'waiting' ORDER BY id LIMIT 5`);
    this.held = world.db.prepare<[], { address: string; holder: string }>(`SELECT address, holder FROM chats WHERE mode = 'human' ORDER BY id LIMIT 5`);
    this.orders = world.db.prepare<[], { address: string; nth: number }>(
      `SELECT c.address, (SELECT count(*) FROM orders l WHERE l.chat_id = o.chat_id AND l.id > o.id) AS nth
       FROM orders o JOIN chats c ON c.id = o.chat_id ORDER BY o.id DESC LIMIT 14`);
  }

  /** A look at the queue and at the orders, as people do now and then. */
  *work(): Generator<Step> {
    const { dice } = this;
    for (const { address } of this.queue.all()) if (dice.chance(0.6)) yield this.step(dice.pick(NAMES), { do: 'claim', chat: address });
    for (const { address, holder } of this.held.all()) {
      if (dice.chance(0.4)) yield this.step(dice.chance(0.9) ? holder : dice.pick(NAMES), { do: 'reply', chat: address, text: dice.pick(LINES) });
      if (dice.chance(0.1)) yield this.step(holder, { do: 'transfer', chat: address, to: dice.pick(NAMES) });
      if (dice.chance(0.35)) yield this.step(holder, { do: 'release', chat: address, text: dice.chance(0.5) ? 'dikirim ulang' : '' });
    }
    for (const { address, nth } of this.orders.all()) if (dice.chance(0.25)) yield this.step(dice.pick(NAMES), { do: dice.pick(ACTS), order: { chat: address, nth } });
  }

  /** Somebody takes a chat that nobody asked them to take, while the bot may be answering. */
  interrupt(chat: string): Step { return this.step(this.dice.pick(NAMES), { do: this.dice.chance(0.5) ? 'claim' : 'reply', chat, text: LINES[0]! }); }

  private step(by: string, deed: StaffDeed): Step { return { do: 'staff', by, id: `act-${this.acts++}-${this.world.steps}`, deed }; }
}
