import type { BusinessHours } from '../../shop/service/business-hours.ts';
import type { UtcMs } from '../../shop/units.ts';
import { clockTime } from '../../wording/dates.ts';
import { reasonInWords } from '../inbox/words.ts';
import type { Translate } from '../language/translate.tsx';
import { STATES } from '../orders/words.ts';
import type { Month } from './month.ts';
import { figuresInWords, type StaffFigures } from './staff-page.tsx';
import { changesInWords, lineInWords, measureInWords, METRICS, monthInWords } from './words.ts';

/** A table that leaves the console; its first row names the columns. Rupiah as whole numbers. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number)[])[];
}

const MINUTE = 60_000;

/** One person's month: the bonus line by line, then every record behind it. */
export function staffSheet(t: Translate, hours: BusinessHours, figures: StaffFigures, month: Month): Sheet {
  const { staff, records, lines } = figures;
  const at = (instant: UtcMs): string => `${hours.localDate(instant)} ${clockTime(hours.localMinutes(instant), t.language)}`;
  const minutes = (ms: number | null): string => (ms === null ? '' : t('{jumlah} menit', { jumlah: Math.round(ms / MINUTE) }));
  return {
    name: `${t('Kinerja {nama}', { nama: staff.name })} ${month}`,
    rows: [
      [t('Bagian'), t('Apa'), t('Hasil'), t('Keterangan'), t('Waktu'), 'Rupiah'],
      ...lines.map((line) => [t('bonus'), t(METRICS[line.metric]), measureInWords(t, line.metric, line.measure), lineInWords(t, line), '', line.amount]),
      ...records.corrections.map((correction) => [t('bonus'), t('Koreksi {bulan}', { bulan: monthInWords(t, correction.month) }), changesInWords(t, correction), t('menurut aturan bulan itu'), '', correction.amount]),
      [t('bonus'), t('Total'), staff.name, month, '', figures.bonus],
      ...figuresInWords(t, figures, (ms) => minutes(ms)).map(({ label, value }) => [t('angka'), label, value, '', '', '']),
      ...records.orders.map((order) => [t('pesanan'), order.number, t(STATES[order.state]), '', at(order.placed_at), order.goods - order.discount]),
      ...records.corrections.flatMap(({ month: of, takenBack, added }) => [
        ...takenBack.map((order) => [t('ditarik kembali'), order.number, t(STATES[order.state]), of, at(order.placed_at), order.discount - order.goods]),
        ...added.map((order) => [t('ditambahkan'), order.number, t(STATES[order.state]), of, at(order.placed_at), order.goods - order.discount]),
      ]),
      ...records.chats.map((chat) => [t('chat'), chat.name ?? String(chat.chat_id), chat.onTime === null ? '' : t(chat.onTime ? 'tepat waktu' : 'terlambat'),
        [reasonInWords(t, chat.reason), chat.firstReplyMs === null ? '' : t('balasan pertama {lama}', { lama: minutes(chat.firstReplyMs) }), chat.resolvedMs === null ? '' : t('selesai dalam {lama}', { lama: minutes(chat.resolvedMs) })]
          .filter((part) => part !== '').join('; '), at(chat.claimed_at), '']),
      ...records.ratings.map((rating) => [t('nilai'), String(rating.chat_id), t('{jumlah} bintang', { jumlah: rating.stars }), rating.comment, at(rating.at), '']),
      ...records.insisted.map((reply) => [t('di luar jam'), String(reply.chat_id), '', '', at(reply.at), '']),
    ],
  };
}

/** Everyone's bonus of a month, for whoever pays it. */
export function bonusSheet(t: Translate, people: readonly StaffFigures[], month: Month): Sheet {
  return {
    name: t('Bonus {bulan}', { bulan: month }),
    rows: [
      [t('Nama'), t('Apa'), t('Hasil'), t('Aturan pemilik'), 'Rupiah'],
      ...people.flatMap(({ staff, lines, records, bonus }) => [
        ...lines.map((line) => [staff.name, t(METRICS[line.metric]), measureInWords(t, line.metric, line.measure), lineInWords(t, line), line.amount]),
        ...records.corrections.map((correction) => [staff.name, t('Koreksi {bulan}', { bulan: monthInWords(t, correction.month) }), changesInWords(t, correction), t('menurut aturan bulan itu'), correction.amount]),
        [staff.name, t('Total'), '', '', bonus],
      ]),
    ],
  };
}
