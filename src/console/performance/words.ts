import type { BonusMetric, BonusRule } from '../../shop/catalogue/snapshot.ts';
import { rupiah } from '../../shop/payment/rupiah.ts';
import type { BonusLine, Measure } from './bonus.ts';
import type { Month } from './month.ts';

export const METRICS: Readonly<Record<BonusMetric, string>> = {
  orders_helped: 'Pesanan yang dibantu', sales_helped: 'Penjualan yang dibantu', rating_average: 'Bintang rata-rata',
  first_reply_on_time: 'Balasan pertama tepat waktu', out_of_hours_replies: 'Memaksa membalas di luar jam', chats_handled: 'Chat yang dilayani',
};

const MONTHS = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'];

export const monthInWords = (month: Month): string => `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;

const decimal = (value: number): string => value.toFixed(1).replace('.', ',');
const share = (value: number): string => `${Math.round(value * 1000) / 10} %`.replace('.', ',');

export function measureInWords(metric: BonusMetric, { value, count }: Measure): string {
  switch (metric) {
    case 'sales_helped': return rupiah(value);
    case 'rating_average': return count === 0 ? 'belum ada' : `${decimal(value)} dari ${count} nilai`;
    case 'first_reply_on_time': return count === 0 ? 'belum ada' : `${share(value)} dari ${count}`;
    case 'orders_helped': case 'out_of_hours_replies': case 'chats_handled': return String(value);
  }
}

/** How a rule works, so that an admin can check the sum by hand. */
export function ruleInWords(rule: BonusRule): string {
  const amount = rupiah(rule.amount ?? 0);
  if (rule.atLeast !== undefined) {
    const mark = rule.metric === 'first_reply_on_time' ? share(rule.atLeast) : decimal(rule.atLeast);
    return `${amount} bila paling sedikit ${mark}${rule.minCount === undefined ? '' : ` dari ${rule.minCount} atau lebih`}`;
  }
  if (rule.percent !== undefined) return `${String(rule.percent).replace('.', ',')} % dari nilainya`;
  return rule.per === undefined ? amount : `${amount} tiap ${rule.per}`;
}

export const lineInWords = (line: BonusLine): string =>
  `${ruleInWords(line.rule)}${line.reached === false ? ', belum tercapai' : ''}`;
