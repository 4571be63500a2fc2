import type { BonusMetric, BonusRule } from '../../shop/catalogue/snapshot.ts';
import type { Rupiah } from '../../shop/units.ts';

/** A figure of a person's month, and of how many records it is made. */
export interface Measure {
  readonly value: number;
  readonly count: number;
}

export type Measures = Readonly<Record<BonusMetric, Measure>>;

export interface BonusLine {
  readonly metric: BonusMetric;
  readonly measure: Measure;
  readonly rule: BonusRule;
  /** Whether a mark was reached; null where the rule has none. */
  readonly reached: boolean | null;
  readonly amount: Rupiah;
}

/** The owner's rules of store.yaml applied to a month, one line a rule. Whole rupiah; parts of one are dropped. */
export function bonusLines(rules: readonly BonusRule[], measures: Measures): readonly BonusLine[] {
  return rules.map((rule) => {
    const measure = measures[rule.metric];
    const reached = rule.atLeast === undefined ? null : measure.value >= rule.atLeast && measure.count >= (rule.minCount ?? 1);
    return { metric: rule.metric, measure, rule, reached, amount: amountOf(rule, measure, reached) };
  });
}

function amountOf(rule: BonusRule, measure: Measure, reached: boolean | null): Rupiah {
  if (reached === false) return 0;
  // `+ 0` makes of -0 a plain nothing.
  if (rule.percent !== undefined) return Math.trunc((measure.value * rule.percent) / 100) + 0;
  const amount = rule.amount ?? 0;
  return (rule.per === undefined ? amount : Math.trunc(measure.value / rule.per) * amount) + 0;
}

export const bonusOf = (lines: readonly BonusLine[]): Rupiah => lines.reduce((sum, line) => sum + line.amount, 0);
