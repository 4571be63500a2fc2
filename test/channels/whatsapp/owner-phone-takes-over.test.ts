import { describe, expect, it } from 'vitest';
import { followOwnerPhone } from '../../../src/open-whatsapp.ts';
import { sampleCatalogue, TestShop } from '../../test-shop.ts';

const catalogue = await sampleCatalogue();
const AT = Date.parse('2026-11-24T10:00:00+07:00');
const CHAT = 'wa-1';

/** A shop with one customer on WhatsApp, who has just asked something. */
function shopWithCustomer() {
  const shop = new TestShop({ catalogue, at: AT });
  let id = 0;
  const hear = (text: string) => void shop.shop.engine.accept({
    channel: 'whatsapp', id: `wa${++id}`, chat: CHAT, name: 'Rina', quoted: null, phone: null, content: { kind: 'text', text },
  });
  const phone = (act: 'claim' | 'release', text: string) => {
    followOwnerPhone(shop.shop, { act, chat: CHAT, id: `own${++id}`, text, at: shop.now });
  };
  const chat = () => shop.shop.tables.chats.find('whatsapp', CHAT)!;
  hear('wajan 28 ada?');
  return { shop, hear, phone, chat };
}

describe("the shop's own phone as an admin's desk (F41)", () => {
  it('takes the chat with the first word typed there, and what the bot had not sent is void', () => {
    const { shop, hear, phone, chat } = shopWithCustomer();
    phone('claim', 'Halo Kak, ini Ratna');
    expect(chat()).toMatchObject({ mode: 'human', holder: 'ratna' });
    hear('halo?');
    expect(shop.receive()).toEqual([]);
  });

  it('keeps what was typed there among the talk, for the other desks to see', () => {
    const { shop, phone } = shopWithCustomer();
    phone('claim', 'Halo Kak, ini Ratna');
    expect(shop.shop.desk.events(0, 100)).toContainEqual(expect.objectContaining({ kind: 'staff_line', by: 'ratna', text: 'Halo Kak, ini Ratna' }));
  });

  it('gives the chat back with the release word, and the bot answers again', () => {
    const { shop, hear, phone, chat } = shopWithCustomer();
    phone('claim', 'Halo Kak');
    phone('release', '#selesai');
    expect(chat().mode).toBe('bot');
    shop.receive();
    hear('jam buka?');
    expect(shop.receive().at(-1)?.text).toMatch(/buka/);
  });

  it('lets the bot return by itself only after the idle time since the last word typed there', () => {
    const { shop, phone, chat } = shopWithCustomer();
    const idle = catalogue.store.handoff.idleMinutes * 60_000;
    phone('claim', 'Halo Kak');
    shop.now += idle - 60_000;
    phone('claim', 'Sebentar ya Kak');
    shop.now += idle - 60_000;
    shop.shop.sweep();
    expect(chat().mode).toBe('human');
    shop.now += 120_000;
    shop.shop.sweep();
    expect(chat().mode).toBe('bot');
  });
});
