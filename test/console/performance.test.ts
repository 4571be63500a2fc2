import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bonusLines, bonusOf, type Measures } from '../../src/console/performance/bonus.ts';
import { csvOf } from '../../src/shop/reports/csv.ts';
import { monthAfter } from '../../src/console/performance/month.ts';
import type { BonusRule } from '../../src/shop/catalogue/snapshot.ts';
import { ConsoleShop, noticeOf } from './console-shop.ts';

const none: Measures = {
  orders_helped: { value: 0, count: 0 }, sales_helped: { value: 0, count: 0 }, rating_average: { value: 0, count: 0 },
  first_reply_on_time: { value: 0, count: 0 }, out_of_hours_replies: { value: 0, count: 0 }, chats_handled: { value: 0, count: 0 },
};

describe('the bonus', () => {
  const rules: readonly BonusRule[] = [
    { metric: 'orders_helped', per: 1, amount: 2000 }, { metric: 'sales_helped', percent: 1 },
    { metric: 'rating_average', atLeast: 4.5, minCount: 10, amount: 150000 }, { metric: 'first_reply_on_time', atLeast: 0.9, minCount: 20, amount: 100000 },
    { metric: 'out_of_hours_replies', per: 1, amount: -10000 },
  ];

  it('is the sum an owner would work out by hand', () => {
    const lines = bonusLines(rules, {
      ...none, orders_helped: { value: 31, count: 31 }, sales_helped: { value: 4_321_050, count: 31 }, rating_average: { value: 4.6, count: 12 },
      first_reply_on_time: { value: 0.95, count: 19 }, out_of_hours_replies: { value: 2, count: 2 },
    });
    expect(lines.map((line) => line.amount)).toEqual([62_000, 43_210, 150_000, 0, -20_000]);
    expect(bonusOf(lines)).toBe(235_210);
    expect(lines[3]!.reached).toBe(false);
  });

  it('of a month without anything is nothing', () => {
    expect(bonusOf(bonusLines(rules, none))).toBe(0);
  });

  it('is whole rupiah, and a mark is worth all or nothing', () => {
    fc.assert(fc.property(fc.integer({ min: -50, max: 5_000 }), fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 40 }), (value, count, per) => {
      for (const rule of [{ metric: 'orders_helped', per, amount: 700 }, { metric: 'orders_helped', percent: 2.5 }, { metric: 'orders_helped', atLeast: 10, minCount: 5, amount: 9_999 }] as const) {
        const amount = bonusOf(bonusLines([rule], { ...none, orders_helped: { value, count } }));
        expect(Number.isInteger(amount)).toBe(true);
        if ('atLeast' in rule) expect(amount).toBe(value >= 10 && count >= 5 ? 9_999 : 0);
      }
    }));
  });
});

describe('a CSV file', () => {
  it.each(['=HYPERLINK("http://x")', '+62812', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '\0=1', ' =1'])('gives a spreadsheet no formula in %j (S7)', (text) => {
    const cell = csvOf([[text]]).slice(1, -2);
    expect(cell.startsWith('"\'')).toBe(true);
  });

  it('keeps quotes, semicolons and line ends inside their cell', () => {
    expect(csvOf([['a"b;c\nd', 5]])).toBe('\uFEFF"a""b;c\nd";5\r\n');
  });
});

it('months follow each other over the year', () => {
  expect(monthAfter('2026-12', 1)).toBe('2027-01');
  expect(monthAfter('2026-01', -1)).toBe('2025-12');
});

describe('a month of service', () => {
  async function shopWithAnOrderHelpedBySiti() {
    const at = await ConsoleShop.open();
    const { shop } = at;
    shop.hear('c1', 'admin', { name: 'Rina' });
    shop.now += 4 * 60_000;
    shop.shop.desk.claim({ by: 'siti', id: 'a1' }, shop.chatId('c1'));
    shop.shop.desk.reply({ by: 'siti', id: 'a2' }, shop.chatId('c1'), 'Halo Kak');
    shop.shop.desk.release({ by: 'siti', id: 'a3' }, shop.chatId('c1'), '');
    for (const text of ['5', 'ambil spatula silikon 2', 'checkout', 'bandung', '1', 'Rina, 081234567890, Jl. Merpati 5, Coblong', 'transfer']) {
      shop.hear('c1', text);
      shop.now += 30_000;
      shop.receive();
    }
    const order = shop.shop.business.orders.ofCustomer(1, 1)[0]!;
    return { at, order };
  }

  it('counts what was helped once it is paid, and takes it back when it is cancelled', async () => {
    const { at, order } = await shopWithAnOrderHelpedBySiti();
    const siti = await at.join('siti');
    const helped = async () => /Pesanan yang dibantu<\/a><\/td><td class="number">([^<]*)/.exec(await siti.page('/konsol/kinerja/siti'))?.[1];
    expect(await helped()).toBe('0');
    at.shop.shop.desk.approvePayment({ by: 'siti', id: 'b1' }, order.number);
    expect(await helped()).toBe('1');
    const page = await siti.page('/konsol/kinerja/siti');
    expect(page).toContain(`/konsol/pesanan/${order.number}`);
    expect(page).toContain('balasan pertama 4 mnt');
    expect(page).toMatch(/class="bonus-total">Rp2\.700</);
    at.shop.shop.desk.cancel({ by: 'siti', id: 'b2' }, order.number, 'stok rusak');
    expect(await helped()).toBe('0');
  });

  it('shows the owner on which day most was sold: by the shop\'s own days, without what did not stand', async () => {
    const { at, order } = await shopWithAnOrderHelpedBySiti();
    at.shop.shop.desk.approvePayment({ by: 'siti', id: 'b1' }, order.number);
    const ratna = await at.join('ratna');
    const chart = async (bulan = '') => /aria-label="(Paling laku [^"]*)">((?:<rect[^>]*>(?:<\/rect>)?)*)/.exec(await ratna.page(`/konsol/kinerja${bulan}`));
    const [, answer, bars] = (await chart())!;
    expect(answer).toBe('Paling laku Sen 23 Nov: Rp70.000');
    const heights = [...bars!.matchAll(/height="([^"]*)"/g)].map(([, height]) => Number(height));
    expect(heights).toHaveLength(30);
    expect(heights.flatMap((height, day) => (height > 0 ? [day + 1] : []))).toEqual([23]);
    expect([...bars!.matchAll(/class="(?:night)?"/g)].flatMap(([one], day) => (one.includes('night') ? [day + 1] : []))).toEqual([1, 8, 15, 22, 29]);
    expect(await chart('?bulan=2026-10')).toBeNull();
    at.shop.shop.desk.cancel({ by: 'siti', id: 'b2' }, order.number, 'stok rusak');
    expect(await chart()).toBeNull();
  });

  it('is seen by its person and the owner, and by no colleague (S19)', async () => {
    const { at } = await shopWithAnOrderHelpedBySiti();
    const ratna = await at.join('ratna');
    const budi = await at.join('budi');
    for (const path of ['/konsol/kinerja/siti', '/konsol/kinerja/siti/slip', '/konsol/kinerja/siti/catatan.csv']) {
      expect((await budi.get(path)).status, path).toBe(403);
      expect((await ratna.get(path)).status, path).toBe(200);
    }
    expect((await budi.get('/konsol/kinerja')).headers.get('location')).toContain('/konsol/kinerja/budi');
  });

  it('once closed never changes; what is returned later goes to the next month', async () => {
    const { at, order } = await shopWithAnOrderHelpedBySiti();
    at.shop.shop.desk.approvePayment({ by: 'siti', id: 'b1' }, order.number);
    const ratna = await at.join('ratna');
    expect(noticeOf(await ratna.do('/konsol/pemilik/kinerja/2026-11/tutup', {}))).toContain('belum selesai');
    at.shop.now = Date.parse('2026-12-02T10:00:00+07:00');
    const owner = await at.enter('ratna');
    expect(noticeOf(await owner.do('/konsol/pemilik/kinerja/2026-11/tutup', {}))).toContain('ditutup');
    expect(JSON.stringify(at.shop.db.prepare('SELECT figures FROM closed_months').all())).not.toContain('Rina');
    const total = async (month: string) => /bonus-total">([^<]*)/.exec(await owner.page(`/konsol/kinerja/siti?bulan=${month}`))![1];
    expect(await total('2026-11')).toBe('Rp2.700');
    at.shop.shop.desk.cancel({ by: 'siti', id: 'b2' }, order.number, 'batal');
    const catalogue = at.shop.shop.world().premises.catalogue;
    at.shop.renew({ ...catalogue, store: { ...catalogue.store, bonus: [{ metric: 'orders_helped', per: 1, amount: 5000 }] } });
    expect(await total('2026-11')).toBe('Rp2.700');
    // By the rules of November, whatever the owner pays in December.
    expect(await total('2026-12')).toBe('-Rp2.700');
    expect(await owner.page('/konsol/kinerja/siti?bulan=2026-12')).toMatch(/Koreksi November 2026<\/a><\/td><td class="number">1 ditarik kembali/);
    expect(await owner.page('/konsol/kinerja/siti/slip?bulan=2026-12')).toContain(`1 ditarik kembali<br/>${order.number}`);
    expect(await (await owner.get('/konsol/pemilik/kinerja/2026-12/bonus.csv')).text()).toContain('"Koreksi November 2026";"1 ditarik kembali";"menurut aturan bulan itu";-2700');
  });

  it('is closed in its turn: one that is left out would settle nothing', async () => {
    const { at } = await shopWithAnOrderHelpedBySiti();
    await at.join('ratna');
    at.shop.now = Date.parse('2027-02-02T10:00:00+07:00');
    const owner = await at.enter('ratna');
    const close = async (month: string) => noticeOf(await owner.do(`/konsol/pemilik/kinerja/${month}/tutup`, {}));
    expect(await close('2026-11')).toContain('Bulan ditutup');
    expect(await close('2027-01')).toContain('Tutup Desember 2026 dulu');
    expect(await close('2026-10')).toContain('sudah ditutup');
    expect(await close('2026-12')).toContain('Bulan ditutup');
    expect(await close('2027-01')).toContain('Bulan ditutup');
  });

  it('leaves as a CSV in which no name is a formula (S7)', async () => {
    const { at } = await shopWithAnOrderHelpedBySiti();
    at.shop.hear('c2', 'admin', { name: '=cmd|calc' });
    at.shop.shop.desk.claim({ by: 'siti', id: 'c1' }, at.shop.chatId('c2'));
    const csv = await (await (await at.join('siti')).get('/konsol/kinerja/siti/catatan.csv')).text();
    expect(csv).toContain('"\'=cmd|calc"');
    expect(csv).not.toMatch(/(?:^|;)"?=/m);
  });
});
