import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountSheets, sheetAsCsv, sheetsAsWorkbook } from '../../../src/shop/reports/accounts.ts';
import { createJournal, type Ledger } from '../../../src/shop/reports/journal.ts';
import { monthOf, readSpan, spanAfter, spanBefore, weekOf } from '../../../src/shop/reports/periods.ts';
import { sampleCatalogue, TestShop } from '../../test-shop.ts';
import { lastOrder, says } from '../ordering/buying.ts';

const bening = await sampleCatalogue(join(import.meta.dirname, '../../shops/bening'));
const START = '2026-11-26T10:00:00+07:00';
const DAY = 86_400_000;

const ACTS = ['order', 'order_voucher', 'proof', 'approve', 'reject', 'pack', 'ship', 'deliver', 'cancel', 'return', 'refund', 'part_refund', 'day', 'lapse'] as const;

const OWED = `id IN (SELECT order_id FROM refunds WHERE settled_at IS NULL) OR (state IN ('cancelled', 'expired') AND id IN (SELECT order_id FROM proofs WHERE state = 'waiting'))`;
const FITTING: Readonly<Partial<Record<(typeof ACTS)[number], string>>> = {
  proof: `state IN ('awaiting_payment', 'expired', 'cancelled') AND paid_at IS NULL`,
  approve: `state IN ('awaiting_payment', 'expired') AND payment <> 'cod'`, pack: `state IN ('paid', 'confirmed')`, ship: `state = 'packed'`, deliver: `state = 'shipped'`,
  return: `state IN ('shipped', 'delivered')`, cancel: `state IN ('paid', 'awaiting_payment')`, refund: OWED, part_refund: OWED,
};

/** A shop in which all that can happen to orders does, over the end of a month. */
class BusyShop {
  readonly shop = new TestShop({ catalogue: bening, at: START });
  private acts = 0;
  private chats = 0;

  do(act: (typeof ACTS)[number], which: number): void {
    const { shop } = this;
    const { desk } = shop.shop;
    // Staff do what is to be done; now and then what is not.
    const fitting = shop.db.prepare('SELECT number FROM orders WHERE '.concat(which === 5 ? '1' : FITTING[act] ?? '1', ' ORDER BY id')).pluck().all() as string[];
    const number = fitting[which % Math.max(1, fitting.length)] ?? 'TB-0';
    const by = { by: 'siti', id: `act-${this.acts++}` };
    switch (act) {
      case 'order':
      case 'order_voucher': {
        const chat = `c${this.chats++}`;
        says(shop, chat, `Order: ${which % 2 === 0 ? 'toples 4' : 'mug 3'}\nNama: Rina\nHP: 0812${34_500_000 + this.chats}\nAlamat: Jl. Merpati 5 RT 2 RW 3, Coblong, Bandung\nKurir: JNE Reguler`);
        if (act === 'order_voucher') says(shop, chat, which % 3 === 0 ? 'kode BERDUA' : 'kode HEMAT10');
        says(shop, chat, which % 4 === 0 ? 'cod' : 'transfer');
        break;
      }
      case 'proof': {
        const order = shop.shop.business.orders.byNumber(number);
        if (order) shop.hear(shop.shop.tables.chats.get(order.chat_id).address, { kind: 'photo', file: `bukti-${this.acts}.jpg`, caption: number });
        break;
      }
      case 'approve': desk.approvePayment(by, number); break;
      case 'reject': desk.rejectPayment(by, number, 'tidak ada di mutasi'); break;
      case 'pack': desk.pack(by, number); break;
      case 'ship': desk.ship(by, number, 'JP0123456789'); break;
      case 'deliver': desk.deliver(by, number); break;
      case 'cancel': desk.cancel(by, number, 'rusak'); break;
      case 'return': desk.takeBack(by, number); break;
      case 'refund': desk.refund(by, number, null, ''); break;
      case 'part_refund': desk.refund(by, number, 5_000, 'ongkir tidak kembali'); break;
      case 'day': this.later(shop.now + 9 * 3_600_000); break;
      case 'lapse': this.later(shop.now + 2 * DAY); break;
    }
    shop.receive();
  }

  /** Some hours later, in one step: sweeps look at stored due times. */
  later(to: number): void {
    this.shop.now = to;
    this.shop.shop.sweep();
  }

  ledger(span: Ledger['span']): Ledger { return createJournal(this.shop.db).ledger(span, this.shop.shop.world().premises.hours); }
  value(sql: string): number { return this.shop.db.prepare(sql).pluck().get() as number; }
}

const sum = (ledgers: readonly Ledger[], of: (ledger: Ledger) => number): number => ledgers.reduce((total, ledger) => total + of(ledger), 0);

describe('the accounts', () => {
  it('reconcile with the book of orders, whatever became of them, over the end of a month', () => {
    let refunds = 0;
    let late = 0;
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...ACTS, 'order', 'proof', 'approve', 'approve', 'cancel', 'refund', 'refund', 'part_refund'), fc.nat({ max: 5 })), { minLength: 30, maxLength: 50 }), (acts) => {
      const busy = new BusyShop();
      busy.do('order_voucher', 0);
      for (const [act, which] of acts) busy.do(act, which);
      let span = monthOf('2026-11-01');
      const months: Ledger[] = [];
      for (; span.from <= '2027-02-01'; span = spanAfter(span)) months.push(busy.ledger(span));
      const all = (kind: keyof Ledger['total']['sums']) => sum(months, (ledger) => ledger.total.sums[kind]);
      expect(all('goods')).toBe(busy.value('SELECT COALESCE(sum(goods), 0) FROM orders'));
      expect(all('shipping')).toBe(busy.value('SELECT COALESCE(sum(shipping_cost), 0) FROM orders'));
      expect(all('goods_discount') + all('shipping_discount')).toBe(-busy.value('SELECT COALESCE(sum(discount), 0) FROM orders'));
      expect(all('unique_code')).toBe(busy.value('SELECT COALESCE(sum(unique_code), 0) FROM orders'));
      // What was sold and did not end is what stands in the book today.
      expect(sum(months, (ledger) => ledger.total.sales)).toBe(busy.value(`SELECT COALESCE(sum(total), 0) FROM orders WHERE state NOT IN ('cancelled', 'expired', 'returned')`));
      // Money that came and has not gone: paid orders, and what came late, less what went back.
      expect(sum(months, (ledger) => ledger.total.cash)).toBe(busy.value('SELECT COALESCE(sum(total), 0) FROM orders WHERE paid_at IS NOT NULL')
        + busy.value('SELECT COALESCE(sum(r.owed), 0) FROM refunds r JOIN orders o ON o.id = r.order_id WHERE o.paid_at IS NULL') - busy.value('SELECT COALESCE(sum(paid_back), 0) FROM refunds'));
      for (const ledger of months) {
        expect(ledger.days.reduce((total, day) => total + day.sales, 0)).toBe(ledger.total.sales);
        expect(ledger.days.reduce((total, day) => total + day.cash, 0)).toBe(ledger.total.cash);
        expect(ledger.days.reduce((total, day) => total + day.orders, 0)).toBe(ledger.total.orders);
        // The sums of each sheet are the sums of its rows, and those of the journal.
        const [days, orders, journal] = accountSheets(ledger, busy.shop.shop.world().premises.hours);
        for (const sheet of [days!, orders!]) {
          const [body, last] = [sheet.rows.slice(0, -1), sheet.rows.at(-1)!];
          last.slice(1).forEach((value, i) => expect(body.reduce((total, row) => total + Number(row[i + 1]), 0), sheet.headings[i + 1]!).toBe(value));
        }
        expect(journal!.rows.reduce((total, row) => total + Number(row[5]), 0)).toBe(ledger.total.sales + ledger.total.cash);
      }
      expect(busy.shop.brokenInvariants()).toEqual([]);
      expect(busy.shop.failures).toEqual([]);
      late += busy.value('SELECT count(*) FROM refunds r JOIN orders o ON o.id = r.order_id WHERE o.paid_at IS NULL');
      refunds += busy.value('SELECT count(*) FROM refunds WHERE settled_at IS NOT NULL');
    }), { numRuns: 10, seed: 3 });
    expect([refunds > 5, late > 0]).toEqual([true, true]);
  });

  it('put what happens at 23.59 and at 00.00 on the days they are in the shop, not in the zone of the machine', () => {
    const busy = new BusyShop();
    busy.later(Date.parse('2026-11-30T23:58:00+07:00'));
    busy.do('order', 0);
    busy.later(Date.parse('2026-12-01T00:00:00+07:00'));
    busy.do('order', 2);
    expect(busy.ledger(monthOf('2026-11-15')).days.filter((day) => day.orders > 0).map((day) => day.day)).toEqual(['2026-11-30']);
    expect(busy.ledger(monthOf('2026-12-15')).days.filter((day) => day.orders > 0).map((day) => day.day)).toEqual(['2026-12-01']);
  });

  it('take nobody\'s text for a formula, neither as CSV nor as a workbook (S7)', async () => {
    const busy = new BusyShop();
    busy.do('order', 2);
    const { desk } = busy.shop.shop;
    const number = lastOrder(busy.shop)!.number;
    desk.approvePayment({ by: 'siti', id: 'a' }, number);
    desk.cancel({ by: 'siti', id: 'b' }, number, 'rusak');
    const payload = '=HYPERLINK("https://jahat.example";"klik")';
    expect(desk.refund({ by: 'siti', id: 'c' }, number, 5_000, payload).kind).toBe('done');
    const sheets = accountSheets(busy.ledger(monthOf('2026-11-26')), busy.shop.shop.world().premises.hours);
    const csv = sheetAsCsv(sheets[2]!);
    expect(csv).toContain(`"'=HYPERLINK(""https://jahat.example"";""klik"")"`);
    expect(csv.split(/[;\n]/).filter((cell) => /^"?[=+@]/.test(cell))).toEqual([]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await sheetsAsWorkbook(sheets)).buffer);
    const cells: ExcelJS.Cell[] = [];
    for (const page of book.worksheets) page.eachRow((row) => row.eachCell((cell) => cells.push(cell)));
    expect(book.worksheets.map((page) => page.name)).toEqual(['Per hari', 'Per pesanan', 'Jurnal']);
    expect(cells.filter((cell) => cell.type === ExcelJS.ValueType.Formula || cell.type === ExcelJS.ValueType.Hyperlink)).toEqual([]);
    expect(cells.filter((cell) => cell.value === payload)).toHaveLength(1);
    expect(cells.some((cell) => cell.value === -5_000)).toBe(true);
  });
});

describe('weeks and months', () => {
  it('follow each other without a gap, and name the days they lie in', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), fc.constantFrom(weekOf, monthOf), (offset, of) => {
      const day = new Date(Date.UTC(2000, 0, 1) + offset * DAY).toISOString().slice(0, 10);
      const span = of(day);
      expect(span.from <= day && day <= span.until).toBe(true);
      expect(new Date(Date.parse(span.until) + DAY).toISOString().slice(0, 10)).toBe(spanAfter(span).from);
      expect(spanAfter(spanBefore(span))).toEqual(span);
      expect(readSpan(span.kind, span.id)).toEqual(span);
    }));
    expect(weekOf('2026-11-29')).toMatchObject({ from: '2026-11-23', until: '2026-11-29' });
    expect(readSpan('month', '2026-13')).toBeNull();
    expect(readSpan('week', '2026-02-30')).toBeNull();
  });
});
