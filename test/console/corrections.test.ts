import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bonusLines, bonusOf } from '../../src/console/performance/bonus.ts';
import { correctionsOf } from '../../src/console/performance/corrections.ts';
import { COUNTS, measuresOf, NO_RECORDS, type ClosedFigures } from '../../src/console/performance/measures.ts';
import { monthAfter } from '../../src/console/performance/month.ts';
import type { OrderRecord } from '../../src/console/queries/performance-facts.ts';
import type { BonusRule } from '../../src/shop/catalogue/snapshot.ts';
import type { OrderState } from '../../src/shop/ordering/order-states.ts';

const RULES: readonly (readonly BonusRule[])[] = [
  [{ metric: 'orders_helped', per: 1, amount: 2000 }],
  [{ metric: 'sales_helped', percent: 1.5 }, { metric: 'orders_helped', per: 3, amount: 10_000 }],
  [{ metric: 'orders_helped', atLeast: 4, amount: 100_000 }, { metric: 'sales_helped', percent: 0.7 }],
];

const worth = (rules: readonly BonusRule[], orders: readonly OrderRecord[]): number => bonusOf(bonusLines(rules, measuresOf({ ...NO_RECORDS, orders })));

/** A shop whose orders change state in any month, and whose months are closed one after the other. */
class Books {
  readonly orders = new Map<string, OrderRecord & { readonly month: string }>();
  readonly closed: { month: string; figures: ClosedFigures }[] = [];
  paid = 0;
  month = '2026-11';

  place(goods: number, state: OrderState): void {
    const number = `DK-${this.orders.size + 1}`;
    this.orders.set(number, { number, chat_id: 1, placed_at: 0, goods, discount: 0, state, helper: 'siti', month: this.month });
  }

  move(which: number, state: OrderState): void {
    const order = [...this.orders.values()][which % Math.max(1, this.orders.size)];
    if (!order) return;
    // What was never paid for lapses within days, so it cannot first count two months later.
    const lapsed = this.closed.some(({ month }) => month > order.month) && !this.counted.has(order.number);
    if (!lapsed) this.orders.set(order.number, { ...order, state });
  }

  readonly counted = new Set<string>();

  get corrections() {
    return correctionsOf(this.closed, { order: (number) => this.orders.get(number), placedIn: (month) => this.of(month) }, 'siti');
  }

  of(month: string): readonly OrderRecord[] {
    return [...this.orders.values()].filter((order) => order.month === month);
  }

  close(rules: readonly BonusRule[]): void {
    const orders = this.of(this.month).filter((order) => COUNTS.has(order.state));
    const corrections = this.corrections;
    for (const order of [...orders, ...corrections.flatMap(({ added }) => added)]) this.counted.add(order.number);
    this.paid += worth(rules, orders) + corrections.reduce((sum, { amount }) => sum + amount, 0);
    this.closed.push({ month: this.month, figures: JSON.parse(JSON.stringify({ rules, people: { siti: { ...NO_RECORDS, orders, corrections } } })) as ClosedFigures });
    this.month = monthAfter(this.month, 1);
  }
}

type Act = { readonly kind: 'place'; readonly goods: number; readonly state: OrderState } | { readonly kind: 'move'; readonly which: number; readonly state: OrderState } | { readonly kind: 'close'; readonly rules: number };

const state = fc.constantFrom<OrderState[]>('awaiting_payment', 'paid', 'delivered', 'cancelled', 'returned');
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('place' as const), goods: fc.integer({ min: 1, max: 900_000 }), state }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('move' as const), which: fc.nat(40), state }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('close' as const), rules: fc.nat(RULES.length - 1) }) },
);

describe('corrections of closed months', () => {
  it('pay, in the end, what each month is worth by its own rules', () => {
    fc.assert(fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const books = new Books();
      for (const one of acts) {
        if (one.kind === 'place') books.place(one.goods, one.state);
        if (one.kind === 'move') books.move(one.which, one.state);
        if (one.kind === 'close') books.close(RULES[one.rules]!);
      }
      const outstanding = books.corrections.reduce((sum, { amount }) => sum + amount, 0);
      const due = books.closed.reduce((sum, { month, figures }) => sum + worth(figures.rules, books.of(month).filter((order) => COUNTS.has(order.state))), 0);
      expect(books.paid + outstanding).toBe(due);
      // What was settled is settled: closing a month leaves nothing open.
      books.close(RULES[0]!);
      expect(books.corrections).toEqual([]);
    }), { numRuns: 500 });
  });

  it('take a mark back that is missed without the order that was returned', () => {
    const books = new Books();
    for (let i = 0; i < 4; i++) books.place(100_000, 'paid');
    books.close(RULES[2]!);
    expect(books.paid).toBe(102_800);
    books.move(0, 'returned');
    expect(books.corrections).toMatchObject([{ month: '2026-11', takenBack: [{ number: 'DK-1' }], added: [], amount: -100_700 }]);
  });
});
