import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDelivery, type Delivery } from '../../../src/engine/deliver.ts';
import { enterLateOutcome } from '../../../src/engine/late-outcomes.ts';
import { followOwnerPhone } from '../../../src/open-whatsapp.ts';
import { sampleCatalogue, TestShop } from '../../test-shop.ts';
import { Rig, chromium } from './real-browser.ts';

const RINA = '6281234567890@c.us';
const LID = '9988776655@lid';

/** The whole shop, its engine and its outbox, on the real whatsapp-web.js in a real browser. */
describe.skipIf(chromium === null)('a customer buys from the whole shop on WhatsApp', () => {
  let rig: Rig;
  let shop: TestShop;
  let delivery: Delivery;

  /** What she reads on her phone, whichever of her addresses it came to. */
  const read = (): readonly string[] =>
    rig.standIn.world.sent.filter(({ chat }) => chat === RINA || chat === LID).map(({ body, caption }) => caption || body);
  async function write(text: string, from = RINA): Promise<string> {
    const before = read().length;
    rig.standIn.write(from, text);
    await rig.until(() => read().length > before, `"${text}" is answered`);
    return read().slice(before).join('\n');
  }
  const chat = () => shop.shop.tables.chats.find('whatsapp', rig.inbox.messages[0]!.chat)!;

  beforeAll(async () => {
    shop = new TestShop({ catalogue: await sampleCatalogue(), at: '2026-11-23T10:00:00+07:00' });
    const { engine, tables } = shop.shop;
    rig = await Rig.open({
      onOwnerPhoneMessage: (message) => followOwnerPhone(shop.shop, message),
      onLateOutcome: (late) => engine.transact(() => enterLateOutcome(tables, late, shop.now)),
    });
    delivery = createDelivery({
      ...tables, channels: new Map([['whatsapp', rig.channel]]), transact: (act) => engine.transact(act), now: () => shop.now,
      picture: (reference) => Promise.resolve(reference), wake: () => undefined, failed: (error) => shop.failures.push(String(error)),
    });
    rig.inbox.onFresh = (message) => {
      engine.accept(message);
      void delivery.deliver();
    };
    await rig.pair();
  });
  afterAll(() => rig.close());

  it('from the first word to the proof of payment, also under her other address, by numbers for choices', async () => {
    rig.standIn.tieLid(LID, RINA);
    expect(await write('ambil spatula silikon 2')).toContain('2 × Spatula Silikon');
    expect(await write('checkout', LID)).toContain('Dikirim ke kota');
    expect(await write('bandung')).toContain('1. ');
    await write('1', LID);
    expect(await write('Rina, 081234567890, Jl. Merpati 5 RT 2 RW 3, Coblong')).toContain('Total Rp79.000');
    expect(await write('transfer')).toContain('Pesanan DK-1');
    rig.standIn.writePhoto(RINA, Buffer.from('the receipt of her bank'), 'sudah transfer kak');
    await rig.until(() => read().at(-1)?.includes('bukti bayar DK-1') ?? false, 'the proof is acknowledged');
    expect(shop.shop.business.orders.byNumber('DK-1')).toMatchObject({ state: 'awaiting_payment', total: expect.any(Number) });
    expect(new Set(rig.inbox.messages.map((message) => message.chat)).size).toBe(1);
  });

  it('the owner takes the chat from the phone, the bot is silent, and #selesai brings it back', async () => {
    rig.standIn.writeFromPhone(RINA, 'Halo Kak Rina, ini Ratna');
    await rig.until(() => chat().mode === 'human', 'the chat is with a human');
    const before = read().length;
    await rig.hearFrom(RINA, 'bisa kirim hari ini?');
    await delivery.deliver();
    expect(read()).toHaveLength(before);
    rig.standIn.writeFromPhone(RINA, '#selesai');
    await rig.until(() => chat().mode === 'bot', 'the chat is with the bot again');
    await delivery.deliver();
    expect(read().at(-1)).toContain('Bagaimana pelayanan kami');
    expect(await write('wajan 28 ada?')).toContain('Wajan');
  });

  it('a reply that WhatsApp marks as failed is not called sent', async () => {
    rig.standIn.world.sending = { how: 'normal', acks: [-1], afterMs: 0 };
    await write('ongkir ke bandung berapa?');
    await rig.until(() => shop.shop.tables.outbox.lastOf(chat().id, 1)[0]?.state === 'unknown', 'the failure is entered');
    expect(shop.failures).toEqual([]);
  });
});
