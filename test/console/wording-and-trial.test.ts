import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ConsoleShop, noticeOf, type Browser } from './console-shop.ts';
import { formOf } from './forms.ts';

let at: ConsoleShop;
let owner: Browser;
const file = (name: string): string => readFileSync(join(at.catalogDir, name), 'utf8');
const stagedIn = (page: string): string => /name="staged" value="([^"]+)"/.exec(page)?.[1] ?? '';
const catalogue = () => at.shop.shop.world().premises.catalogue;

beforeEach(async () => {
  at = await ConsoleShop.open();
  owner = await at.join('ratna');
});

describe('what the assistant says', () => {
  const path = (key: string): string => `/konsol/pemilik/kata/pesan/${key}`;
  const send = async (key: string, text: string): Promise<{ status: number; page: string }> => {
    const answer = await owner.post(path(key), { ...formOf(await owner.page(path(key)), path(key)), [key]: text }, path(key));
    return { status: answer.status, page: await answer.text() };
  };

  it('is shown as a customer reads it, changed, and set back; the comments of the file stay', async () => {
    const before = file('replies.yaml');
    expect(await owner.page(path('cart.empty'))).toMatch(/id="pratinjau"[^>]*>[^<{]+</);
    const { page } = await send('cart.empty', 'Keranjangnya masih kosong {sapaan}. Mau lihat-lihat dulu?');
    await owner.do('/konsol/pemilik/ubah', { staged: stagedIn(page) });
    expect(file('replies.yaml')).toBe(`${before}cart.empty: "Keranjangnya masih kosong {sapaan}. Mau lihat-lihat dulu?"\n`);
    at.shop.hear('k1', 'lihat keranjang');
    expect(at.shop.receive().some(({ text }) => text.includes('Keranjangnya masih kosong Kak. Mau lihat-lihat dulu?'))).toBe(true);
    expect(await owner.page('/konsol/lainnya/kata?cari=cart.empty')).toContain('tulisan Anda');
    const back = await owner.do(`${path('cart.empty')}/bawaan`, {});
    await owner.do('/konsol/pemilik/ubah', { staged: stagedIn(back) });
    expect(file('replies.yaml')).toBe(before);
  });

  it('with a placeholder missing or misspelt is refused with the reason beside it, and what was typed stays', async () => {
    const before = file('replies.yaml');
    const key = 'order.track_link';
    const missing = await send(key, 'Lacak paketnya ya <i>');
    expect(missing.status).toBe(422);
    expect(missing.page).toMatch(/field-wrong[^>]*>\{tautan\} harus ada/);
    expect(missing.page).toContain('Lacak paketnya ya &lt;i&gt;');
    expect((await send(key, 'Lacak di {tautn} {tautan}')).page).toMatch(/field-wrong[^>]*>\{tautn\} tidak dikenal/);
    expect(file('replies.yaml')).toBe(before);
    expect((await owner.get(path('__proto__'))).status).toBe(404);
  });
});

describe('what was not understood', () => {
  const TEACH = '/konsol/pemilik/kata/ajari';

  it('is taught by one tap, and made a question with its answer', async () => {
    at.shop.shop.engine.transact(() => {
      at.shop.shop.tables.misunderstood.keep(1, 'zzblorp qwex <b>', at.shop.now);
      at.shop.shop.tables.misunderstood.keep(1, 'flumo grapti nanti', at.shop.now);
    });
    const page = await owner.page(TEACH);
    expect(page).toContain('zzblorp qwex &lt;b&gt;');
    expect(existsSync(join(at.catalogDir, 'examples.yaml'))).toBe(false);
    expect(noticeOf(await owner.do(TEACH, { kalimat: 'flumo grapti nanti', maksud: 'ask_hours' }))).toContain('Bertanya jam buka');
    await owner.do(TEACH, { kalimat: 'qwex flumo', maksud: 'ask_hours' });
    expect(file('examples.yaml')).toBe('ask_hours: [flumo grapti nanti, qwex flumo]\n');
    expect(await owner.page(TEACH)).not.toContain('flumo grapti nanti');
    at.shop.hear('k2', 'flumo grapti nanti');
    expect(at.shop.receive().some(({ text }) => /09\.00/.test(text))).toBe(true);
    expect(await owner.page('/konsol/pemilik/kata/faq?tanya=zzblorp%20qwex')).toMatch(/<textarea[^>]*name="\+\.questions"[^>]*>zzblorp qwex</);
  });

  it('is taught no intent that does not exist', async () => {
    await owner.do(TEACH, { kalimat: 'x', maksud: 'toString' });
    expect(existsSync(join(at.catalogDir, 'examples.yaml'))).toBe(false);
  });
});

describe('trying the assistant out', () => {
  const TRY = '/konsol/pemilik/coba';

  it('answers as customers are answered, and leaves nothing behind: no order, no stock, no chat, no report', async () => {
    const before = JSON.stringify(at.shop.outcome());
    const rows = () => ['SELECT count(*) AS n FROM chats', 'SELECT count(*) AS n FROM orders', 'SELECT count(*) AS n FROM stock_ledger', 'SELECT count(*) AS n FROM outbox',
      'SELECT count(*) AS n FROM inbox', 'SELECT count(*) AS n FROM events', 'SELECT count(*) AS n FROM misunderstood'].map((sql) => at.shop.db.prepare<[], { n: number }>(sql).get()!.n);
    const counted = rows();
    const page = await owner.do(TRY, { tulis: 'tambah 2 wajan teflon 28' });
    expect(page).toContain('Wajan Teflon Granit 28 cm');
    expect(page).toMatch(/bubble customer[^]*tambah 2 wajan teflon 28/);
    await owner.do(TRY, { tulis: 'zzblorp qwex' });
    await owner.do(TRY, { tulis: 'admin' });
    expect(rows()).toEqual(counted);
    expect(JSON.stringify(at.shop.outcome())).toBe(before);
    expect(await owner.do(`${TRY}/ulang`, {})).not.toContain('tambah 2 wajan teflon 28');
  });

  it('sells what is free at this moment, takes taps, and hears a changed file', async () => {
    at.shop.db.prepare(`UPDATE stock SET reserved = 7 WHERE sku = 'WTG-28'`).run();
    const answer = (page: string): string => page.slice(page.lastIndexOf('class="bubble bot"'), page.indexOf('trial-write'));
    expect(answer(await owner.do(TRY, { tulis: 'stok wajan teflon 28 ada berapa' }))).toMatch(/\b1\b/);
    expect(answer(await owner.do(TRY, { tulis: 'stok wajan teflon 28 ada berapa' }))).not.toMatch(/\b8\b(?! cm)/);
    const menu = await owner.do(TRY, { tulis: 'menu' });
    const choice = /name="ketuk" value="([^"]+)"/.exec(menu)?.[1];
    expect(choice).toBeDefined();
    const tapped = await owner.do(TRY, { ketuk: choice! });
    expect([...tapped.matchAll(/bubble customer/g)].length).toBe(4);
    expect([...(await owner.do(TRY, { ketuk: 'made-up' })).matchAll(/bubble customer/g)].length).toBe(4);
    writeFileSync(join(at.catalogDir, 'replies.yaml'), 'cart.empty: "Kosong melompong"\n');
    at.shop.renew((await at.reread())!);
    expect(await owner.do(TRY, { tulis: 'lihat keranjang' })).toContain('Kosong melompong');
  });

  it('is bounded: in length, in number, in time', async () => {
    let page = '';
    for (let i = 0; i < 101; i++) page = await owner.do(TRY, { tulis: `halo ${i}` });
    expect(noticeOf(page)).toContain('Mulai dari awal');
    at.shop.now += 31 * 60_000;
    expect(await owner.page(TRY)).not.toContain('bubble');
  });

  it('is the owner\'s alone', async () => {
    const siti = await at.join('siti');
    expect((await siti.get(TRY)).status).toBe(403);
  });
});

it('makes a backup when it is asked for, and says so', async () => {
  expect(noticeOf(await owner.do('/konsol/pemilik/cadangkan', {}))).toContain('Cadangan baru');
  expect(catalogue().store.name).toBe('Dapur Kita');
});
