import type { Rupiah } from '../../units.ts';
import type { BonusMetric, BonusRule } from '../snapshot.ts';
import { decimalNumber, wholeNumber } from '../values/number-text.ts';
import { readAmount } from '../values/price-text.ts';
import { good, type Reading } from '../values/reading.ts';
import { oneOf } from '../values/word-text.ts';
import { list, optional, raise, required, section } from './bricks.ts';

type RuleName = 'per' | 'percent' | 'at_least' | 'min_count' | 'amount';

/** Which settings make sense with a metric, and an example of the whole. `needs` must be there, `may` can. */
const SHAPES: Readonly<Record<BonusMetric, { readonly needs: readonly RuleName[]; readonly may: readonly RuleName[]; readonly example: string }>> = {
  orders_helped: { needs: ['amount'], may: ['per'], example: '{ metric: orders_helped, per: 1, amount: 2000 }' },
  chats_handled: { needs: ['amount'], may: ['per'], example: '{ metric: chats_handled, per: 10, amount: 5000 }' },
  out_of_hours_replies: { needs: ['amount'], may: ['per'], example: '{ metric: out_of_hours_replies, per: 1, amount: -10000 }' },
  sales_helped: { needs: ['percent'], may: [], example: '{ metric: sales_helped, percent: 1 }' },
  rating_average: { needs: ['at_least', 'amount'], may: ['min_count'], example: '{ metric: rating_average, at_least: 4.5, min_count: 10, amount: 150000 }' },
  first_reply_on_time: { needs: ['at_least', 'amount'], may: ['min_count'], example: '{ metric: first_reply_on_time, at_least: 0.9, min_count: 20, amount: 100000 }' },
};
const METRICS = Object.keys(SHAPES) as BonusMetric[];

/** A bonus may be a deduction: "-10000". */
function readBonusAmount(text: string): Reading<Rupiah> {
  const minus = /^[-−]\s*(?=\d|rp)/i.exec(text);
  const reading = readAmount(minus ? text.slice(minus[0].length) : text, 'amount');
  return minus && reading.kind === 'good' ? good(-reading.value) : reading;
}

const rule = section(SHAPES.orders_helped.example, {
  metric: required('metric', 'orders_helped', oneOf('metric', METRICS)),
  per: optional(null, wholeNumber('per', 1, 100_000, 1)),
  percent: optional(null, decimalNumber('percent', -100, 100, '1')),
  at_least: optional(null, decimalNumber('at_least', 0, 1_000_000, '4.5')),
  min_count: optional(null, wholeNumber('min_count', 0, 1_000_000, 10)),
  amount: optional(null, readBonusAmount),
}, { persen: 'percent', minimal: 'at_least', jumlah: 'amount', tiap: 'per', setiap: 'per' }).transform((given, context): BonusRule => {
  const { needs, may, example } = SHAPES[given.metric];
  for (const name of ['per', 'percent', 'at_least', 'min_count', 'amount'] as const) {
    if (needs.includes(name) && given[name] === null) raise(context, `aturan ${given.metric} belum lengkap: ${name} belum diisi`, `tulis seperti ${example}`);
    if (!needs.includes(name) && !may.includes(name) && given[name] !== null) raise(context, `${name} tidak berarti untuk ${given.metric}`, `tulis seperti ${example}`, [name], 'key');
  }
  const top = given.metric === 'rating_average' ? 5 : given.metric === 'first_reply_on_time' ? 1 : null;
  if (top !== null && given.at_least !== null && given.at_least > top) raise(context, `at_least ${given.at_least} tidak mungkin tercapai untuk ${given.metric}`, `paling banyak ${top}, seperti ${example}`, ['at_least']);
  return {
    metric: given.metric, per: given.per ?? undefined, percent: given.percent ?? undefined, atLeast: given.at_least ?? undefined,
    minCount: given.min_count ?? undefined, amount: given.amount ?? undefined,
  };
});

/** The section `bonus` of store.yaml: the owner's rules, one a line. */
export const BONUS = list(`- ${SHAPES.orders_helped.example}`, rule);
