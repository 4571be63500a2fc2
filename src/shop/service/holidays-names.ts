import type { Holiday } from './holidays.ts';

/** What a customer's name for a feast stands for: days of the holiday table, or a day of the calendar. */
export type Feast =
  | {
    readonly kind: 'holiday';
    readonly is: (holiday: Holiday) => boolean;
    /** Only the next day counts, however many follow: "tanggal merah" is one day. */
    readonly single: boolean;
  }
  | { readonly kind: 'date'; readonly day: number; readonly month: number };

const FEASTS: readonly (readonly [said: RegExp, feast: Feast])[] = [
  [/malam tahun baru|new year'?s? eve/, { kind: 'date', day: 31, month: 12 }],
  [/malam natal|christmas eve/, { kind: 'date', day: 24, month: 12 }],
  [/imlek|sincia|lunar new year|chinese new year/, named(/Imlek/)],
  [/tahun baru (islam|hijri)|muhar+am|islamic new year/, named(/Tahun Baru Islam/)],
  [/nyepi|tahun baru saka/, named(/Nyepi/)],
  [/adha|kurban|qurban|haji/, named(/Idul Adha/)],
  [/lebaran|fitri|hari raya|\beid\b|syawal/, named(/Idul Fitri/)],
  [/paskah|easter/, named(/Paskah/)],
  [/jumat agung|wafat|good friday/, named(/Wafat/)],
  [/kenaikan|ascension/, named(/Kenaikan/)],
  [/natal|christmas|xmas/, named(/Natal|Kelahiran Yesus/)],
  [/maul[iu]d/, named(/Maulid/)],
  [/isra|mi.?raj/, named(/Isra/)],
  [/waisak|vesak/, named(/Waisak/)],
  [/buruh|may day|labou?r day/, named(/Buruh/)],
  [/pancasila/, named(/Pancasila/)],
  [/kemerdekaan|agustusan|17 ?agustus|independence/, named(/Kemerdekaan/)],
  [/tahun baru|new year/, named(/Masehi/)],
  [/cuti bersama|joint leave/, { kind: 'holiday', is: (holiday) => holiday.kind === 'joint_leave', single: true }],
  [/tanggal merah|libur nasional|public holiday|national holiday/,
    { kind: 'holiday', is: (holiday) => holiday.kind === 'national', single: true }],
];

/** The feast a customer's words name, or null. The narrower name is tried first: "tahun baru imlek" is not 1 January. */
export function feastNamed(words: string): Feast | null {
  const said = words.toLowerCase();
  return FEASTS.find(([pattern]) => pattern.test(said))?.[1] ?? null;
}

function named(name: RegExp): Feast {
  return { kind: 'holiday', is: (holiday) => name.test(holiday.name), single: false };
}
