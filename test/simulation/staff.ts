import type { StaffAct } from '../../src/channels/staff-desk.ts';
import type { TestShop } from '../test-shop.ts';
import type { Dice } from './dice.ts';

const NAMES = ['siti', 'budi'] as const;

/** Two admins who claim and forget, are late and go home; what they do is refused or done, never half. */
export class Staff {
  private readonly shop: TestShop;
  private readonly dice: Dice;
  private acts = 0;

  constructor(shop: TestShop, dice: Dice) {
    this.shop = shop;
    this.dice = dice;
  }

  private act(): StaffAct { return { by: this.dice.pick(NAMES), id: `sim-${this.acts++}` }; }

  /** A look at the queue and the orders, as people do now and then. */
  work(): void {
    const { desk, business } = this.shop.shop;
    const { dice } = this;
    const waiting = business.handoffs.queue().slice(0, 4);
    for (const handoff of waiting) if (dice.chance(0.6)) desk.claim(this.act(), handoff.chat_id);
    const held = this.shop.db.prepare(`SELECT id FROM chats WHERE mode = 'human' ORDER BY id LIMIT 6`).all() as { id: number }[];
    for (const { id } of held) {
      if (dice.chance(0.4)) desk.reply(this.act(), id, dice.pick(['Siap Kak, kami cek ya', 'Baik bapak', 'Sebentar ya Kak']), dice.chance(0.1));
      if (dice.chance(0.35)) desk.release(this.act(), id, dice.chance(0.5) ? 'dikirim ulang' : '');
    }
    const orders = this.shop.db.prepare(`SELECT number, state FROM orders WHERE state IN ('awaiting_payment', 'confirmed', 'paid', 'packed', 'shipped', 'expired', 'cancelled', 'returned') ORDER BY id DESC LIMIT 12`).all() as { number: string; state: string }[];
    for (const { number } of orders) {
      switch (dice.below(10)) {
        case 0: desk.approvePayment(this.act(), number); break;
        case 1: desk.rejectPayment(this.act(), number, 'jumlahnya kurang'); break;
        case 2: desk.pack(this.act(), number); break;
        case 3: desk.ship(this.act(), number, 'JP0123456789'); break;
        case 4: desk.deliver(this.act(), number); break;
        case 5: if (dice.chance(0.2)) desk.cancel(this.act(), number, 'stok rusak'); break;
        case 6: if (dice.chance(0.2)) desk.takeBack(this.act(), number, dice.chance(0.5)); break;
        case 7: desk.refund(this.act(), number, null, ''); break;
        default: break;
      }
    }
  }
}
