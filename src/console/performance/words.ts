import type { BonusMetric, BonusRule } from '../../shop/catalogue/snapshot.ts';
import { rupiah } from '../../shop/payment/rupiah.ts';
import type { BonusLine, Measure } from './bonus.ts';
import type { Correction } from './corrections.ts';
import type { Month } from './month.ts';
import type { PlainText } from '../language/texts.ts';
import type { Translate } from '../language/translate.tsx';

export const METRICS: Readonly<Record<BonusMetric, PlainText>> = {
  orders_helped: 'Pesanan yang dibantu', sales_helped: 'Penjualan yang dibantu', rating_average: 'Bintang rata-rata',
  first_reply_on_time: 'Balasan pertama tepat waktu', out_of_hours_replies: 'Memaksa membalas di luar jam', chats_handled: 'Chat yang dilayani',
};

const MONTHS: readonly PlainText[] = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'];

export const monthInWords = (t: Translate, month: Month): string => `${t(MONTHS[Number(month.slice(5)) - 1]!)} ${month.slice(0, 4)}`;

/** A number with a point as the language writes it. */
const written = (t: Translate, digits: string): string => (t.language === 'id' ? digits.replace('.', ',') : digits);
export const decimal = (t: Translate, value: number): string => written(t, value.toFixed(1));
export const share = (t: Translate, value: number): string => written(t, `${Math.round(value * 1000) / 10}\u00a0%`);

export function measureInWords(t: Translate, metric: BonusMetric, { value, count }: Measure): string {
  switch (metric) {
    case 'sales_helped': return rupiah(value);
    case 'rating_average': return count === 0 ? t('belum ada') : t('{rata} dari {banyak} nilai', { rata: decimal(t, value), banyak: count });
    case 'first_reply_on_time': return count === 0 ? t('belum ada') : t('{bagian} dari {banyak}', { bagian: share(t, value), banyak: count });
    case 'orders_helped': case 'out_of_hours_replies': case 'chats_handled': return String(value);
  }
}

/** How a rule works, so that an admin can check the sum by hand. */
export function ruleInWords(t: Translate, rule: BonusRule): string {
  const amount = rupiah(rule.amount ?? 0);
  if (rule.atLeast !== undefined) {
    const mark = rule.metric === 'first_reply_on_time' ? share(t, rule.atLeast) : decimal(t, rule.atLeast);
    return rule.minCount === undefined ? t('{jumlah_uang} bila paling sedikit {batas}', { jumlah_uang: amount, batas: mark })
      : t('{jumlah_uang} bila paling sedikit {batas} dari {banyak} atau lebih', { jumlah_uang: amount, batas: mark, banyak: rule.minCount });
  }
  if (rule.percent !== undefined) return t('{persen} % dari nilainya', { persen: written(t, String(rule.percent)) });
  return rule.per === undefined ? amount : t('{jumlah_uang} tiap {banyak}', { jumlah_uang: amount, banyak: rule.per });
}

export const lineInWords = (t: Translate, line: BonusLine): string =>
  `${ruleInWords(t, line.rule)}${line.reached === false ? `, ${t('belum tercapai')}` : ''}`;

/** How many orders a correction takes back and adds. */
export const changesInWords = (t: Translate, { added, takenBack }: Correction): string => [
  ...(takenBack.length > 0 ? [t('{jumlah} ditarik kembali', { jumlah: takenBack.length })] : []),
  ...(added.length > 0 ? [t('{jumlah} ditambahkan', { jumlah: added.length })] : []),
].join(', ');
