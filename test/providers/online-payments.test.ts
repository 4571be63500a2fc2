import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMidtrans } from '../../src/providers/midtrans.ts';
import { HOUR_MS, MINUTE_MS } from '../../src/shop/time/zone.ts';
import { MidtransService, notification } from '../stand-ins/midtrans/midtrans-service.ts';
import { OnlineShop, SERVER_KEY } from './online-shop.ts';

let service: MidtransService;
beforeAll(async () => { service = await MidtransService.open(); });
beforeEach(() => { service.mood = 'documented'; service.asked.length = 0; service.transactions.clear(); });
afterAll(() => service.close());

const settled = (shop: OnlineShop, more: Record<string, string> = {}) => notification(SERVER_KEY, shop.charge.reference, 'settlement', `${shop.charge.amount}.00`, more);

describe('an order that is paid online', () => {
  it('gets a link once, with the order\'s own amount and time, and says nothing of proofs', async () => {
    const rina = new OnlineShop(service);
    const said = await rina.orders();
    expect(said).toContain('Tautan pembayaran Rp');
    expect(said).toContain(rina.charge.link!);
    expect(said).not.toContain('bukti bayarnya');
    const [opened, ...more] = service.asked;
    expect(more).toEqual([]);
    expect(JSON.parse(opened!.body)).toMatchObject({ transaction_details: { order_id: rina.charge.reference, gross_amount: rina.order.total }, expiry: { unit: 'minutes', duration: 24 * 60 } });
    // Nobody's name, phone or address is needed to pay.
    expect(opened!.body).not.toMatch(/rina|0812|merpati/i);
    expect(await rina.hears('norek mana kak')).toContain(rina.charge.link!);
  });

  it('is paid by a signed notification, with the gateway as witness and no admin', async () => {
    const rina = new OnlineShop(service);
    await rina.orders();
    expect(await rina.notified(settled(rina))).toBe(200);
    expect(rina.order.state).toBe('paid');
    expect(rina.told()).toContain('sudah kami terima');
    expect(rina.shop.shop.business.orders.history(1).at(-1)).toMatchObject({ state: 'paid', who: 'midtrans', why: 'bank_transfer' });
  });

  it('is paid without any notification as well: the gateway is asked', async () => {
    const rina = new OnlineShop(service);
    await rina.orders();
    service.transactions.get(rina.charge.reference)!.status = 'settlement';
    await rina.pass(rina.shop.now + 2 * MINUTE_MS);
    expect(rina.order.state).toBe('paid');
    expect(rina.shop.shop.business.orders.history(1).at(-1)).toMatchObject({ who: 'midtrans', why: 'qris' });
  });

  it('is looked for at once when she says that she has paid; no proof is entered', async () => {
    const rina = new OnlineShop(service);
    await rina.orders();
    await rina.pass(rina.shop.now + 3 * HOUR_MS);
    rina.told();
    service.transactions.get(rina.charge.reference)!.status = 'settlement';
    expect(await rina.hears('udah bayar ya kak')).toContain('saya cek pembayaran');
    rina.shop.shop.sweep();
    await rina.work();
    expect(rina.order.state).toBe('paid');
    expect(rina.shop.shop.business.proofs.ofOrder(1)).toEqual([]);
  });

  it('has its promise counted from the payment', async () => {
    const rina = new OnlineShop(service);
    await rina.orders();
    const before = rina.order.arrives_to;
    rina.shop.now += 20 * HOUR_MS;
    await rina.notified(settled(rina));
    expect(rina.order.arrives_to > before).toBe(true);
  });

  it('asks rarely as time goes on, and no more when all is said', async () => {
    const rina = new OnlineShop(service);
    await rina.orders();
    const from = service.asked.length;
    for (let hour = 0; hour < 26; hour++) await rina.pass(rina.shop.now + HOUR_MS);
    expect(rina.order.state).toBe('expired');
    const asked = service.asked.length - from;
    expect(asked).toBeGreaterThan(10);
    expect(asked).toBeLessThan(110);
    await rina.pass(rina.shop.now + 48 * HOUR_MS);
    const after = service.asked.length;
    await rina.pass(rina.shop.now + 48 * HOUR_MS);
    expect(service.asked).toHaveLength(after);
  });
});

describe('a notification', () => {
  it('with another\'s signature, without one, or that is none, is not believed', async () => {
    const rina = new OnlineShop(service);
    await rina.orders();
    const real = settled(rina);
    const wrong = [
      notification('SB-Mid-server-kunci-lain', rina.charge.reference, 'settlement', `${rina.charge.amount}.00`),
      { ...real, gross_amount: '1.00' }, { ...real, order_id: 'DK-2' }, { ...real, status_code: '201' }, { ...real, signature_key: real.signature_key!.slice(1) }, { ...real, signature_key: '' },
    ];
    for (const one of wrong) expect(await rina.notified(one)).toBe(401);
    expect(await rina.notified({ ...real, signature_key: undefined })).toBe(401);
    for (const nothing of ['', 'x', '[]', 'null', '7']) expect(await rina.notified(nothing)).toBeGreaterThanOrEqual(400);
    expect(await rina.notified(`{"a":"${'x'.repeat(70_000)}"}`)).toBe(400);
    expect(rina.order.state).toBe('awaiting_payment');
  });

  it('of another amount is told to staff once, and pays nothing', async () => {
    const rina = new OnlineShop(service);
    await rina.orders();
    rina.alerts();
    for (const gross of ['1000.00', `${rina.charge.amount + 1}.00`, `${rina.charge.amount}.50`]) {
      expect(await rina.notified(notification(SERVER_KEY, rina.charge.reference, 'settlement', gross))).toBe(200);
    }
    expect(rina.order.state).toBe('awaiting_payment');
    expect(rina.alerts()).toEqual(['online_mismatch']);
  });

  it('that fraud detection has not accepted pays nothing', async () => {
    const rina = new OnlineShop(service);
    await rina.orders();
    await rina.notified(settled(rina, { transaction_status: 'capture', fraud_status: 'challenge' }));
    await rina.notified(settled(rina, { fraud_status: 'deny' }));
    expect(rina.order.state).toBe('awaiting_payment');
  });

  it('of money for no order of this shop is told to staff; the dashboard\'s test button is not', async () => {
    const rina = new OnlineShop(service);
    await rina.notified(notification(SERVER_KEY, 'payment_notif_test_G1_x', 'settlement', '1000.00'));
    expect(rina.alerts()).toEqual([]);
    await rina.notified(notification(SERVER_KEY, 'DK-77-abc', 'settlement', '1000.00'));
    expect(rina.alerts()).toEqual(['online_unknown']);
  });

  it('leads to the same order in whatever order, and however often, they come', async () => {
    const world = new OnlineShop(service);
    await world.orders();
    const { reference, amount } = world.charge;
    const say = (status: string, gross = `${amount}.00`, more = {}) => notification(SERVER_KEY, reference, status, gross, more);
    const kinds = [say('pending'), say('settlement'), say('expire'), say('cancel'), say('deny'), say('refund'), say('settlement', '5.00'), say('capture', `${amount}.00`, { fraud_status: 'challenge' })];
    await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.nat(kinds.length - 1), { minLength: 1 }), fc.array(fc.nat(20), { maxLength: 4 }), async (chosen, again) => {
      const said = [...chosen, ...again.map((i) => chosen[i % chosen.length]!)];
      world.shop.db.exec('SAVEPOINT story');
      for (const i of said) {
        const word = world.gateway.read(kinds[i]!)!;
        expect(world.shop.shop.payments.hear(word, world.shop.now)).toBe(true);
      }
      const paid = chosen.includes(1);
      expect(world.order.state).toBe(paid ? 'paid' : 'awaiting_payment');
      expect(world.shop.shop.business.orders.history(1).filter(({ state }) => state === 'paid')).toHaveLength(paid ? 1 : 0);
      const told = world.shop.db.prepare(`SELECT count(*) AS n FROM outbox WHERE text LIKE '%sudah kami terima%'`).get();
      expect(told).toEqual({ n: paid ? 1 : 0 });
      world.shop.db.exec('ROLLBACK TO story; RELEASE story');
    }), { numRuns: 150 });
  });
});

describe('money that comes too late', () => {
  it('for an order that has lapsed is a person\'s to decide: revived where there is stock', async () => {
    const rina = new OnlineShop(service);
    await rina.orders();
    await rina.pass(rina.shop.now + 25 * HOUR_MS);
    expect(rina.order.state).toBe('expired');
    rina.told();
    rina.alerts();
    for (let again = 0; again < 3; again++) await rina.notified(settled(rina));
    expect(rina.order.state).toBe('expired');
    expect(rina.charge.state).toBe('late');
    expect(rina.told().match(/setelah pesanannya berakhir/g)).toHaveLength(1);
    expect(rina.alerts()).toEqual(['online_late']);
    expect(rina.shop.shop.business.handoffs.openOf(rina.shop.chatId('c1'))).toBeDefined();
    expect(rina.shop.shop.desk.approvePayment(rina.act(), 'DK-1')).toMatchObject({ kind: 'done' });
    expect(rina.order.state).toBe('paid');
    expect(rina.shop.brokenInvariants()).toEqual([]);
  });

  it('while a person has the chat is that person\'s to tell, and the bot\'s when nobody did', async () => {
    const rina = new OnlineShop(service);
    await rina.orders();
    await rina.pass(rina.shop.now + 25 * HOUR_MS);
    const chat = rina.shop.chatId('c1');
    const { desk } = rina.shop.shop;
    expect(desk.claim(rina.act(), chat)).toMatchObject({ kind: 'done' });
    rina.told();
    await rina.notified(settled(rina));
    expect(rina.told()).not.toContain('setelah pesanannya berakhir');
    expect(desk.untold(chat)).toEqual([{ order: 'DK-1', text: expect.stringContaining('setelah pesanannya berakhir') as string }]);
    desk.release(rina.act(), chat, '');
    expect(rina.told().match(/setelah pesanannya berakhir/g)).toHaveLength(1);
    expect(rina.shop.brokenInvariants()).toEqual([]);
  });

  it('for an order that she cancelled goes back, and is owed until then', async () => {
    const rina = new OnlineShop(service);
    await rina.orders();
    await rina.hears('batal DK-1');
    await rina.hears('ya');
    expect(rina.order.state).toBe('cancelled');
    await rina.notified(settled(rina));
    expect(rina.shop.shop.desk.refund(rina.act(), 'DK-1', null, 'Midtrans 24 Nov')).toMatchObject({ kind: 'done' });
    expect(rina.shop.shop.business.refunds.of(1)).toMatchObject({ owed: rina.order.total, paid_back: rina.order.total });
    expect(rina.shop.brokenInvariants()).toEqual([]);
  });

  it('in the last second is still in time', async () => {
    const rina = new OnlineShop(service);
    await rina.orders();
    const due = rina.order.expires_at!;
    await rina.pass(due + MINUTE_MS);
    expect(rina.order.state).toBe('awaiting_payment');
    service.transactions.get(rina.charge.reference)!.status = 'settlement';
    await rina.pass(due + 9 * MINUTE_MS);
    expect(rina.order.state).toBe('paid');
  });
});

describe('an order that ends', () => {
  it('takes its link with it', async () => {
    const rina = new OnlineShop(service);
    await rina.orders();
    service.transactions.get(rina.charge.reference)!.status = 'pending';
    await rina.hears('batal DK-1');
    await rina.hears('ya');
    await rina.pass(rina.shop.now + MINUTE_MS);
    expect(service.transactions.get(rina.charge.reference)).toMatchObject({ status: 'cancel', cancelled: true });
    expect(rina.charge.state).toBe('closed');
  });

  it('is not opened by a link that comes after its end', async () => {
    const rina = new OnlineShop(service);
    service.mood = 'down';
    await rina.orders();
    await rina.hears('batal DK-1');
    await rina.hears('ya');
    rina.shop.shop.sweep();
    rina.shop.shop.engine.transact(() => rina.shop.shop.business.charges.open(1, { link: 'https://app.midtrans.com/x', token: 'x' }, rina.shop.now));
    expect(rina.charge).toMatchObject({ state: 'closing', link: null });
  });

  it('does not forget what was paid while it ended', async () => {
    const rina = new OnlineShop(service);
    await rina.orders();
    service.transactions.get(rina.charge.reference)!.status = 'settlement';
    await rina.hears('batal DK-1');
    await rina.hears('ya');
    await rina.pass(rina.shop.now + MINUTE_MS);
    expect(rina.charge.state).toBe('late');
    expect(rina.shop.shop.business.proofs.waitingOf(1)).toHaveLength(1);
  });

  it('nor what is paid on a page that would not close', async () => {
    const rina = new OnlineShop(service);
    await rina.orders();
    await rina.hears('batal DK-1');
    await rina.hears('ya');
    await rina.pass(rina.shop.now + MINUTE_MS);
    expect(rina.charge.state).toBe('closed');
    service.transactions.get(rina.charge.reference)!.status = 'settlement';
    await rina.pass(rina.charge.expires_at + HOUR_MS);
    expect(rina.charge.state).toBe('late');
  });

  it('because staff saw the money elsewhere cannot be paid twice in silence', async () => {
    const rina = new OnlineShop(service);
    await rina.orders();
    expect(rina.shop.shop.desk.approvePayment(rina.act(), 'DK-1')).toMatchObject({ kind: 'done' });
    rina.alerts();
    await rina.notified(settled(rina));
    await rina.notified(settled(rina));
    expect(rina.alerts()).toEqual(['online_twice']);
    expect(rina.order.state).toBe('paid');
  });
});

describe('a gateway that fails', () => {
  it('for a moment is asked again with the same reference: one charge, one link', async () => {
    const rina = new OnlineShop(service);
    service.mood = 'lost_answer';
    expect(await rina.orders()).toContain('segera saya kirim');
    service.mood = 'documented';
    await rina.pass(rina.shop.now + MINUTE_MS);
    expect(rina.told()).toContain(rina.charge.link!);
    const references = service.asked.filter(({ path }) => path === '/snap/v1/transactions').map(({ body }) => (JSON.parse(body) as { transaction_details: { order_id: string } }).transaction_details.order_id);
    expect(references).toEqual([rina.charge.reference, rina.charge.reference]);
  });

  it.each(['down', 'garbage', 'refused', 'taken'] as const)('with "%s" leaves nobody waiting: she is told how to go on, staff are told why', async (mood) => {
    const rina = new OnlineShop(service);
    service.mood = mood;
    await rina.orders();
    for (let minute = 0; minute < 4; minute++) await rina.pass(rina.shop.now + MINUTE_MS);
    expect(rina.charge.state).toBe('failed');
    expect(rina.shop.db.prepare(`SELECT count(*) AS n FROM outbox WHERE text LIKE '%ubah pesanan DK-1%'`).get()).toEqual({ n: 1 });
    expect(rina.alerts()).toContain('online_failed');
    service.mood = 'documented';
    await rina.hears('ubah pesanan DK-1');
    expect(await rina.hears('transfer bca')).toContain('DK-2');
    expect(rina.order.state).toBe('cancelled');
  });

  it('never has its key told', async () => {
    service.mood = 'refused';
    const error: unknown = await createMidtrans(SERVER_KEY, service.roots).status('x').catch((thrown: unknown) => thrown);
    expect(`${String(error)}${JSON.stringify(error)}`).not.toMatch(new RegExp(`${SERVER_KEY}|${Buffer.from(`${SERVER_KEY}:`).toString('base64')}`));
    expect(service.asked[0]!.authorization).toBe(`Basic ${Buffer.from(`${SERVER_KEY}:`).toString('base64')}`);
  });
});
