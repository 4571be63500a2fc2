import { join } from 'node:path';
import type { Chat } from 'grammy/types';
import { afterEach, describe, expect, it } from 'vitest';
import { chatNotFound, cutAfter, internalError, migratedTo, tooManyRequests } from '../../stand-ins/bot-api/faults.ts';
import { createPassingMemory } from '../../../src/channels/telegram/memory.ts';
import type { Kept } from '../../stand-ins/bot-api/world.ts';
import { settle, until } from './manual-clock.ts';
import { createTestShops, type ShopOnTelegram } from './shop-on-telegram.ts';
import { TestDesk } from './test-desk.ts';

const shops = createTestShops(afterEach);
const GROUP = -100900;

interface Office {
  readonly shop: ShopOnTelegram;
  readonly desk: TestDesk;
  readonly group: Chat;
  /** What stands in the group, oldest first. */
  texts(): string[];
  thread(): number;
  /** The bubble that holds these words. */
  bubble(words: string): Kept;
  shows(words: string): Promise<Kept>;
}

async function openOffice(options: { forum?: boolean; pathOf?: (photo: string) => string | null } = {}): Promise<Office> {
  const api = await shops.api();
  const group = api.world.group(GROUP, { forum: options.forum ?? true });
  const desk = new TestDesk();
  const shop = await shops.make(api, { staff: { group: GROUP, desk, ...(options.pathOf && { pathOf: options.pathOf }) } }).start();
  await until('it is well', () => shop.channel.status().state === 'on');
  const bubble = (words: string): Kept => {
    const found = api.bubbles(GROUP).find((one) => one.seen.includes(words));
    if (!found) throw new Error(`nobody said "${words}" in the group, but: ${api.texts(GROUP).join(' | ')}`);
    return found;
  };
  return {
    shop, desk, group, bubble,
    texts: () => api.texts(GROUP),
    thread: () => [...api.world.find(GROUP).topics.keys()].at(-1) ?? 0,
    async shows(words) {
      await until(`the group shows "${words}"`, () => api.texts(GROUP).some((text) => text.includes(words)));
      return bubble(words);
    },
  };
}

const labels = (bubble: Kept): string[] => (bubble.reply_markup?.inline_keyboard ?? []).flat().map((one) => one.text);

describe('staff in their forum group', () => {
  it('a chat that waits for a human becomes a topic with its card, photos and buttons', async () => {
    const { shop, desk, shows } = await openOffice();
    const photo = shop.api.world.addFile(Buffer.from('penyok'));
    desk.waits(12, 'Rina <3', {
      orders: [{ number: 'DK-1042', state: 'menunggu pembayaran', total: 348_000, steps: ['check_payment'] }],
      cart: [{ title: 'Spatula Silikon', quantity: 2, amount: 70_000 }], photos: [`telegram:${photo}`],
    });
    const card = await shows('#c12');
    expect(card.seen.split('\n')).toEqual([
      '#c12 Rina <3 · WhatsApp', '+6281234567890', '🟡 Menunggu admin', 'Ditanyakan: komplain',
      '', 'Pesanan', 'DK-1042 menunggu pembayaran, Rp348.000',
      '', 'Keranjang', '2 × Spatula Silikon  Rp70.000',
      '', 'Percakapan terakhir', 'Pelanggan: pancinya penyok kak',
    ]);
    expect(labels(card)).toEqual(['Ambil', 'Setujui bayar', 'Tolak']);
    const [topic] = [...shop.api.world.find(GROUP).topics.values()];
    expect(topic).toMatchObject({ name: 'Rina <3 · komplain', open: true });
    expect(card.message_thread_id).toBe(topic?.thread);
    await until('the photo is there', () => shop.api.calls('sendPhoto').length === 1);
  });

  it('an urgent one says so', async () => {
    const { desk, shows } = await openOffice();
    desk.waits(12, 'Rina', {}, true);
    expect((await shows('#c12')).seen).toContain('🔴 Mendesak, menunggu admin');
  });

  it('what a customer writes is mirrored into the topic, photos too', async () => {
    const { shop, desk, shows, thread } = await openOffice();
    desk.waits(12, 'Rina');
    desk.happen({ kind: 'customer_line', chat: 12, text: 'halo <b>?</b>', photo: null });
    const line = await shows('halo <b>?</b>');
    expect([line.seen, line.message_thread_id]).toEqual(['Rina\nhalo <b>?</b>', thread()]);
    const photo = shop.api.world.addFile(Buffer.from('penyok'));
    desk.happen({ kind: 'customer_line', chat: 12, text: 'ini fotonya', photo: `telegram:${photo}` });
    expect((await shows('ini fotonya')).photo).toBeDefined();
  });

  it('a photo that came over another channel is shown from where it is stored', async () => {
    const { shop, desk, shows } = await openOffice({ pathOf: (photo) => (photo === 'photos/bukti.png' ? join(import.meta.dirname, '../../../catalog/photos/wajan-enamel.png') : null) });
    desk.waits(12, 'Rina');
    desk.happen({ kind: 'customer_line', chat: 12, text: 'ini buktinya', photo: 'photos/bukti.png' });
    expect((await shows('ini buktinya')).photo).toBeDefined();
    expect(shop.api.texts(GROUP).join()).not.toContain('tidak bisa ditampilkan');
  });

  it('what an admin writes in the topic goes to the customer as the admin, photos too, each once', async () => {
    const { shop, desk, group, shows, thread } = await openOffice();
    const siti = shop.api.person(501, 'Siti');
    desk.waits(12, 'Rina');
    await shows('#c12');
    const said = siti.says('Halo Kak, dengan Siti', { in: group, thread: thread() });
    await until('it is done', () => desk.acts.length === 1);
    await until('it waits', () => shop.api.updates.polled);
    shop.api.updates.hold({ ...said, update_id: said.update_id + 100 });
    shop.api.updates.jumpTo(said.update_id + 200);
    siti.sendsPhoto(Buffer.from('brosur'), { in: group, thread: thread(), caption: 'ini ya Kak' });
    await until('the photo is done', () => desk.acts.length === 2);
    expect(desk.acts[0]).toBe('siti reply 12 Halo Kak, dengan Siti');
    expect(desk.acts[1]).toMatch(/^siti photo 12 telegram:FILE\w+ ini ya Kak$/);
    expect(shop.inbox.accepted).toEqual([]);
  });

  it('what staff say by the console is shown, what they wrote here is not repeated', async () => {
    const { shop, desk, group, texts, shows, thread } = await openOffice();
    desk.waits(12, 'Rina');
    await shows('#c12');
    shop.api.person(501, 'Siti').says('dari Telegram', { in: group, thread: thread() });
    await until('it is done', () => desk.acts.length === 1);
    desk.happen({ kind: 'staff_line', chat: 12, by: 'budi', act: 'console:7', text: 'dari konsol', photo: null });
    expect((await shows('dari konsol')).seen).toBe('Budi (admin)\ndari konsol');
    expect(texts().some((text) => text.includes('dari Telegram'))).toBe(false);
  });

  it('Ambil, then Selesai with a note: the card follows, the topic closes and opens again', async () => {
    const { shop, desk, group, shows, bubble, thread } = await openOffice();
    const siti = shop.api.person(501, 'Siti');
    desk.waits(12, 'Rina');
    siti.taps(await shows('#c12'), 'Ambil');
    await shows('Siti mengambil obrolan ini');
    await until('the card follows', () => labels(bubble('#c12')).includes('Selesai'));
    expect(bubble('#c12').seen).toContain('Dilayani Siti');
    expect(labels(bubble('#c12'))).toEqual(['Selesai', 'Oper ke…', 'Balasan cepat']);

    siti.taps(bubble('#c12'), 'Selesai');
    const question = await shows('Apa yang disepakati?');
    siti.says('diganti baru, kirim besok', { in: group, thread: thread(), replyTo: question });
    await until('it is released', () => desk.acts.includes('siti release 12 diganti baru, kirim besok'));
    await until('the topic closes', () => shop.api.world.find(GROUP).topics.get(thread())?.open === false);

    desk.waits(12, 'Rina');
    await until('it opens again', () => shop.api.world.find(GROUP).topics.get(thread())?.open === true);
    expect(shop.api.world.find(GROUP).topics.size).toBe(1);
  });

  it('payment, packing and shipping by buttons: a rejection asks why, shipping asks for the tracking number', async () => {
    const { shop, desk, group, shows } = await openOffice();
    const budi = shop.api.person(502, 'Budi');
    desk.orders.set('DK-7', { number: 'DK-7', state: 'bukti diterima', total: 100_000, steps: ['check_payment', 'pack', 'ship'] });
    desk.happen({ kind: 'order_news', chat: null, order: desk.orders.get('DK-7')!, text: 'Bukti bayar masuk', photo: null });
    const news = await shows('Bukti bayar masuk');
    expect(labels(news)).toEqual(['Setujui bayar', 'Tolak', 'Kemas', 'Kirim + resi']);
    for (const label of ['Setujui bayar', 'Kemas', 'Tolak', 'Kirim + resi']) budi.taps(news, label);
    budi.says('nominal kurang', { in: group, replyTo: await shows('#tolak DK-7') });
    budi.says('JNE0123', { in: group, replyTo: await shows('#resi DK-7') });
    await until('all is done', () => desk.acts.length === 4);
    expect(desk.acts).toEqual(['budi approve DK-7', 'budi pack DK-7', 'budi reject DK-7 nominal kurang', 'budi ship DK-7 JNE0123']);
  });

  it('commands do the same, and take the only order that fits', async () => {
    const { shop, desk, group, shows, thread } = await openOffice();
    const siti = shop.api.person(501, 'Siti');
    desk.waits(12, 'Rina', {
      orders: [{ number: 'DK-7', state: 'dikemas', total: 1, steps: ['ship'] }, { number: 'DK-8', state: 'x', total: 1, steps: ['check_payment'] },
        { number: 'DK-9', state: 'x', total: 1, steps: ['check_payment'] }],
    });
    await shows('#c12');
    const here = { in: group, thread: thread() };
    for (const line of ['/ambil', '/kirim JNE01 23', '/kemas dk-7', '/tolak DK-8 kurang 500', '/oper budi', '/balas terima-kasih', '/selesai beres']) {
      siti.says(line, here);
    }
    siti.says('/setujui', here);
    siti.says('/terbang', here);
    await shows('Pesanan yang mana: DK-8, DK-9?');
    await shows('/terbang tidak dikenal');
    expect(desk.acts).toEqual([
      'siti claim 12', 'siti ship DK-7 JNE01 23', 'siti pack DK-7', 'siti reject DK-8 kurang 500', 'siti transfer 12 budi',
      'siti reply 12 Terima kasih Kak, ditunggu pesanan berikutnya ya', 'siti release 12 beres',
    ]);
  });

  it('Oper ke… and quick replies offer what there is', async () => {
    const { shop, desk, shows } = await openOffice();
    const siti = shop.api.person(501, 'Siti');
    desk.waits(12, 'Rina', { mode: 'human', holder: 'siti' });
    const card = await shows('#c12');
    siti.taps(card, 'Oper ke…');
    siti.taps(await shows('Oper ke siapa?'), 'Budi');
    siti.taps(card, 'Balasan cepat');
    const choice = await shows('Kirim yang mana?');
    siti.taps(choice, labels(choice)[0] ?? '');
    await until('all is done', () => desk.acts.length === 2);
    expect(desk.acts).toEqual(['siti transfer 12 budi', 'siti reply 12 Terima kasih Kak, ditunggu pesanan berikutnya ya']);
  });

  it('a draft that needs a second look is sent only by a tap of its writer', async () => {
    const { shop, desk, group, shows, thread } = await openOffice();
    desk.outcomes.set('reply', { kind: 'check', reason: 'Di sini ada "bapak". Toko menyapa semua orang Kak.' });
    desk.waits(12, 'Rina');
    await shows('#c12');
    shop.api.person(501, 'Siti').says('baik bapak', { in: group, thread: thread() });
    const question = await shows('Di sini ada "bapak"');
    expect(labels(question)).toEqual(['Kirim apa adanya', 'Batal']);
    shop.api.person(502, 'Budi').taps(question, 'Kirim apa adanya');
    await until('it is answered', () => shop.api.calls('answerCallbackQuery').length === 1);
    expect(desk.acts).toEqual([]);
    shop.api.person(501, 'Siti').taps(question, 'Kirim apa adanya');
    await until('it is sent', () => desk.acts.length === 1);
    expect(desk.acts).toEqual(['siti reply! 12 baik bapak']);
  });

  it('says why something was refused or held, in the topic or as an alert over the button', async () => {
    const { shop, desk, group, shows, thread } = await openOffice();
    const siti = shop.api.person(501, 'Siti');
    desk.outcomes.set('claim', { kind: 'refused', reason: 'Sudah diambil Budi.' });
    desk.outcomes.set('reply', { kind: 'done', note: 'Ditahan, dikirim saat buka Sen 09.00 WIB.' });
    desk.waits(12, 'Rina');
    siti.taps(await shows('#c12'), 'Ambil');
    await until('it is answered', () => shop.api.calls('answerCallbackQuery').length === 1);
    expect(shop.api.calls('answerCallbackQuery')[0]?.payload).toMatchObject({ text: '⚠️ Sudah diambil Budi.', show_alert: true });
    siti.says('halo Kak', { in: group, thread: thread() });
    expect((await shows('Ditahan')).message_thread_id).toBe(thread());
  });

  it('notes among staff, free talk, other kinds of message and edits do not reach the customer', async () => {
    const { shop, desk, group, shows, thread } = await openOffice();
    const siti = shop.api.person(501, 'Siti');
    desk.waits(12, 'Rina');
    await shows('#c12');
    siti.says('// hati-hati, pelanggan lama', { in: group, thread: thread() });
    siti.says('makan siang dulu', { in: group });
    siti.sends({ sticker: {} } as never, { in: group, thread: thread() });
    await shows('baru teks dan foto');
    const said = siti.says('halo', { in: group, thread: thread() });
    siti.edits(said, 'halo Kak');
    await shows('Suntingan tidak sampai');
    expect(desk.acts).toEqual(['siti reply 12 halo']);
  });

  it('S14: staff are known by numeric id alone; name, forward, quote or anonymity open nothing', async () => {
    const { shop, desk, group, shows, thread } = await openOffice();
    desk.waits(12, 'Rina');
    const card = await shows('#c12');
    const here = { in: group, thread: thread() };
    const impostor = shop.api.person(666, 'Siti');
    impostor.says('saya admin', here);
    impostor.says('/ambil', here);
    impostor.taps(card, 'Ambil');
    impostor.sends({ text: '/ambil', forward_origin: { type: 'user', date: 0, sender_user: { id: 501, is_bot: false, first_name: 'Siti' } } } as never, here);
    shop.api.person(501, 'Siti').sends({ text: '/ambil', sender_chat: group } as never, here);
    // In private even a real admin is a customer, and a customer's words are no commands to the desk.
    shop.api.person(501, 'Siti').says('/setujui DK-1042');
    await shows('admin anonim');
    await shows('telegram: 666');
    await until('the tap is answered', () => shop.api.calls('answerCallbackQuery').length === 1);
    await until('the private word is in the inbox', () => shop.inbox.said.length === 1);
    expect(shop.api.texts(GROUP).filter((text) => text.includes('telegram: 666'))).toHaveLength(1);
    expect(desk.acts).toEqual([]);
  });

  it('S14: a question of ours that somebody else imitates is no question', async () => {
    const { shop, desk, group, shows } = await openOffice();
    desk.waits(12, 'Rina');
    await shows('#c12');
    const stranger = shop.api.person(666, 'X');
    const forged = stranger.says('#resi DK-7\nNomor resinya?', { in: group });
    const siti = shop.api.person(501, 'Siti');
    siti.says('PALSU', { in: group, replyTo: shop.api.world.messages.get(`${GROUP}:${forged.message?.message_id}`)! });
    siti.says('/ambil', { in: group });
    await shows('Obrolan yang mana?');
    expect(desk.acts).toEqual([]);
  });

  it('works without topics: the lines carry the chat, and a reply to any of them goes to it', async () => {
    const { shop, desk, group, shows } = await openOffice({ forum: false });
    const siti = shop.api.person(501, 'Siti');
    desk.waits(12, 'Rina');
    desk.waits(13, 'Dewi');
    desk.happen({ kind: 'customer_line', chat: 12, text: 'halo #c13', photo: null });
    siti.says('ini Siti', { in: group, replyTo: await shows('halo #c13') });
    siti.says('/ambil', { in: group, replyTo: await shows('#c13 Dewi') });
    await until('both are done', () => desk.acts.length === 2);
    expect(desk.acts).toEqual(['siti reply 12 ini Siti', 'siti claim 13']);
    expect(shop.api.heard.filter((name) => name === 'createForumTopic')).toHaveLength(1);
  });

  it('the owner gets alerts and the daily summary in private, the group where the owner cannot be reached', async () => {
    const { shop, desk, shows } = await openOffice();
    shop.api.person(502, 'Budi');
    desk.happen({ kind: 'alert', text: 'Disk tinggal 500 MB' });
    desk.happen({ kind: 'daily_summary', text: '12 pesanan, Rp4.100.000' });
    await until('the owner has both', () => shop.api.texts(502).length === 2);
    expect(shop.api.texts(502)).toEqual(['⚠️ Disk tinggal 500 MB', '12 pesanan, Rp4.100.000']);
    shop.api.faults.add(chatNotFound, { chat: 502 });
    desk.happen({ kind: 'alert', text: 'WhatsApp terputus' });
    await shows('WhatsApp terputus');
  });

  it('keeps to 20 calls a minute in the group, whoever waits', async () => {
    const { shop, desk, texts } = await openOffice();
    const times: number[] = [];
    const calls = () => shop.api.done.filter((call) => call.payload.chat_id === GROUP).length;
    for (let chat = 1; chat <= 30; chat += 1) desk.waits(chat, `P${chat}`);
    await shop.clock.passUntil('all are shown', () => {
      while (times.length < calls()) times.push(shop.clock.now());
      return texts().length === 30;
    });
    times.forEach((at, n) => expect(times.filter((other) => other >= at && other < at + 60_000).length, `from call ${n}`).toBeLessThanOrEqual(20));
  });

  it('an answer to staff does not wait behind what is only shown', async () => {
    const { shop, desk, group, texts } = await openOffice();
    for (let chat = 1; chat <= 30; chat += 1) desk.waits(chat, `P${chat}`);
    await until('the group waits for its minute', () => shop.clock.sleeping > 0);
    shop.api.person(501, 'Siti').says('/ambil', { in: group });
    await until('it is heard', () => shop.api.updates.unconfirmed().length === 0);
    await shop.clock.passUntil('it is answered', () => texts().some((text) => text.includes('Obrolan yang mana?')));
    expect(texts().length).toBeLessThan(15);
  });

  it('joins what customers wrote while the group was full, and shows all of it in order', async () => {
    const { shop, desk, texts } = await openOffice();
    for (let chat = 1; chat <= 3; chat += 1) desk.waits(chat, `P${chat}`);
    for (let n = 0; n < 150; n += 1) desk.happen({ kind: 'customer_line', chat: (n % 3) + 1, text: `baris ${n}.`, photo: null });
    const numbersOf = (chat: number) => texts().filter((text) => text.startsWith(`P${chat}\n`))
      .flatMap((text) => [...text.matchAll(/baris (\d+)/g)].map((match) => Number(match[1])));
    await shop.clock.passUntil('all is shown', () => [1, 2, 3].flatMap(numbersOf).length === 150);
    for (let chat = 1; chat <= 3; chat += 1) {
      expect(numbersOf(chat)).toEqual(Array.from({ length: 50 }, (_, n) => 3 * n + chat - 1));
    }
    expect(texts().length).toBeLessThan(20);
  });

  it('F10: a limit on the group is waited out in the group alone; customers go on', async () => {
    const { shop, desk, texts } = await openOffice();
    shop.api.person(77, 'Rina');
    shop.api.faults.add(tooManyRequests(3600), { chat: GROUP, times: 1 });
    desk.waits(12, 'Rina');
    await until('the group waits', () => shop.clock.slept.includes(3_600_000));
    expect((await shop.channel.send(shop.message(77, 'halo'))).kind).toBe('sent');
    shop.clock.pass(3_599_999);
    await settle();
    expect(texts()).toEqual([]);
    shop.clock.pass(1);
    await until('it is shown', () => texts().length === 1);
  });

  it('F13: when the group becomes a supergroup, what was to be shown is shown there, also after a restart', async () => {
    const { shop, desk } = await openOffice();
    const now = -100901;
    shop.api.world.group(now, { forum: true });
    shop.api.faults.add(migratedTo(now), { chat: GROUP });
    desk.waits(12, 'Rina');
    await shop.clock.passUntil('it is shown there', () => shop.api.texts(now).some((text) => text.includes('#c12')));
    shop.api.person(501, 'Siti').says('/ambil', { in: shop.api.world.find(now).chat, thread: [...shop.api.world.find(now).topics.keys()][0] ?? 0 });
    await until('it is claimed', () => desk.acts.length === 1);
    await shop.channel.stop();
    await shop.rise();
    desk.happen({ kind: 'customer_line', chat: 12, text: 'masih di sini', photo: null });
    await until('it is shown there again', () => shop.api.texts(now).some((text) => text.includes('masih di sini')));
  });

  it('after a restart it goes on where it was: nothing shown twice, nothing left out', async () => {
    const { shop, desk, texts, shows } = await openOffice();
    desk.waits(12, 'Rina');
    desk.happen({ kind: 'customer_line', chat: 12, text: 'sebelum', photo: null });
    await shows('sebelum');
    await settle();
    await shop.channel.stop();
    desk.happen({ kind: 'customer_line', chat: 12, text: 'sementara', photo: null });
    await shop.rise();
    desk.happen({ kind: 'customer_line', chat: 12, text: 'sesudah', photo: null });
    await shows('sesudah');
    const talk = texts().filter((text) => text.startsWith('Rina\n')).join('\n');
    expect(talk.match(/sebelum|sementara|sesudah/g)).toEqual(['sebelum', 'sementara', 'sesudah']);
  });

  it('a topic that somebody closed or deleted is opened again or made anew', async () => {
    const { shop, desk, shows, thread } = await openOffice();
    desk.waits(12, 'Rina');
    await shows('#c12');
    const { topics } = shop.api.world.find(GROUP);
    const first = topics.get(thread());
    if (!first) throw new Error('no topic');
    first.open = false;
    desk.happen({ kind: 'customer_line', chat: 12, text: 'halo?', photo: null });
    await shows('halo?');
    expect(first.open).toBe(true);
    topics.delete(first.thread);
    desk.happen({ kind: 'customer_line', chat: 12, text: 'masih ada?', photo: null });
    expect((await shows('masih ada?')).message_thread_id).toBe(thread());
    expect(thread()).not.toBe(first.thread);
  });

  it.each([['a 500', internalError], ['a lost answer', cutAfter]])('%s delays the group, and loses nothing', async (_name, fault) => {
    const { shop, desk, texts } = await openOffice();
    desk.waits(12, 'Rina');
    await until('the card is there', () => texts().length === 1);
    shop.api.faults.add(fault, { method: 'sendMessage', chat: GROUP, times: 1 });
    desk.happen({ kind: 'customer_line', chat: 12, text: 'halo', photo: null });
    desk.happen({ kind: 'alert', text: 'berita penting' });
    await shop.clock.passUntil('it is shown', () => texts().some((text) => text.includes('berita penting')));
    expect(texts().some((text) => text.includes('halo'))).toBe(true);
  });

  it('a group that threw the bot out is an alarm, and its return the end of it', async () => {
    const { shop, desk, texts } = await openOffice();
    const lift = shop.api.faults.add({ kind: 'error', code: 403, description: 'Forbidden: bot was kicked from the supergroup chat' }, { chat: GROUP });
    desk.waits(12, 'Rina');
    desk.waits(13, 'Dewi');
    await until('the owner hears of it', () => shop.alarms.length > 0);
    await until('the feed rests', () => shop.clock.sleeping > 0);
    expect(shop.alarms).toEqual(['staff_group']);
    lift();
    desk.waits(14, 'Tari');
    await until('it is shown', () => texts().some((text) => text.includes('Tari')));
    await until('the owner hears of that too', () => shop.recovered.includes('staff_group'));
  });

  it('a memory that cannot be written for a while stops the feed for as long, not for good', async () => {
    const memory = createPassingMemory();
    const api = await shops.api();
    api.world.group(GROUP, { forum: true });
    const desk = new TestDesk();
    let full = true;
    await shops.make(api, {
      staff: { group: GROUP, desk },
      memory: { ...memory, set: (key, value) => {
        if (full) throw new Error('SQLITE_FULL');
        memory.set(key, value);
      } },
    }).start().then(async (shop) => {
      await until('the feed waits', () => shop.clock.slept.includes(5_000));
      full = false;
      desk.waits(12, 'Rina');
      await shop.clock.passUntil('it begins behind the newest', () => memory.get('telegram.staff.seen') !== null);
      desk.waits(13, 'Dewi');
      await shop.clock.passUntil('it is shown', () => api.texts(GROUP).some((text) => text.includes('Dewi')));
    });
  });

  it('F31: an act that keeps failing is set aside after three tries, is said so, and holds no customer', async () => {
    const { shop, desk, group, shows, thread } = await openOffice();
    desk.waits(12, 'Rina');
    await shows('#c12');
    desk.broken = true;
    shop.api.person(501, 'Siti').says('halo Kak', { in: group, thread: thread() });
    shop.api.person(77, 'Dewi').says('kak?');
    await shop.clock.passUntil('the customer is heard', () => shop.inbox.said.includes('kak?'));
    await shows('gagal diproses');
  });
});
