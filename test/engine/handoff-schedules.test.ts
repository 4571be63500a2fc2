import { describe, expect, it } from 'vitest';
import { Dice } from '../simulation/dice.ts';
import { sampleCatalogue, TestShop } from '../test-shop.ts';

const catalogue = await sampleCatalogue();
const SCHEDULES = 10_000;
const ACTS = 5;
const STAFF = ['siti', 'budi', 'ratna'] as const;
const WORDS = ['halo kak', 'admin', 'makasih kak', 'iya'] as const;

/** One customer's chat under random acts of customer, bot and staff; what was delivered while who held it. */
function playSchedule(shop: TestShop, chat: string, dice: Dice): string[] {
  const broken: string[] = [];
  const { desk } = shop.shop;
  const id = () => shop.chatId(chat);
  const act = (what: string, i: number) => ({ by: dice.pick(STAFF), id: `${chat}-${what}-${i}` });
  shop.hear(chat, dice.pick(WORDS));
  for (let i = 0; i < ACTS; i++) {
    shop.now += 1_000 + dice.below(120_000);
    switch (dice.below(7)) {
      case 0:
      case 1: shop.hear(chat, dice.pick(WORDS)); break;
      case 2: desk.claim(act('claim', i), id()); break;
      case 3: {
        const by = act('reply', i);
        const before = shop.shop.tables.chats.get(id());
        const outcome = desk.reply(by, id(), 'Siap Kak', { asWritten: true, now: true });
        // Two people never answer one customer: who does not hold the chat is refused.
        if (before.mode === 'human' && before.holder !== by.by && outcome.kind === 'done') broken.push(`${chat}: ${by.by} answered a chat of ${String(before.holder)}`);
        break;
      }
      case 4: desk.release(act('release', i), id(), ''); break;
      case 5: desk.transfer(act('transfer', i), id(), dice.pick(STAFF)); break;
      default: break;
    }
    // The sender is late at random: replies wait while the chat changes hands.
    if (dice.chance(0.6)) deliver(shop, broken);
  }
  deliver(shop, broken);
  return broken;
}

function deliver(shop: TestShop, broken: string[]): void {
  for (const message of shop.receive()) {
    const { mode, holder } = shop.shop.tables.chats.get(shop.chatId(message.chat));
    if (message.from === 'bot' && mode === 'human') broken.push(`${message.chat}: the bot wrote while ${String(holder)} held the chat`);
  }
}

describe('who speaks to a customer', () => {
  it(`${SCHEDULES} random schedules: no bot message falls into a human's chat, no two staff answer one customer (F41)`, () => {
    const dice = new Dice(41);
    const broken: string[] = [];
    // A fresh shop now and then keeps each one small.
    for (let shopNumber = 0; shopNumber < SCHEDULES / 500; shopNumber++) {
      const shop = new TestShop({ catalogue, at: '2026-11-23T10:00:00+07:00' });
      for (let i = 0; i < 500; i++) {
        broken.push(...playSchedule(shop, `c${i}`, dice));
        if (shop.now > Date.parse('2026-11-23T11:30:00+07:00')) shop.now = Date.parse('2026-11-23T10:00:00+07:00');
      }
      broken.push(...shop.failures, ...shop.brokenInvariants());
      shop.db.close();
    }
    expect(broken.slice(0, 5)).toEqual([]);
  }, 300_000);
});
