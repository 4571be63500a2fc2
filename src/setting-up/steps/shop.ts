import { readPhone } from '../../shop/catalogue/values/phone-text.ts';
import { SAMPLE } from '../sample-values.ts';
import { bad, edits, isNone, type Edit, type Step } from '../step.ts';
import { setValue, type YamlPath } from '../yaml-edit.ts';
import { hoursText, readWeek, weekWords, WEEK_EXAMPLE } from '../week-text.ts';
import { WEEK } from '../../shop/catalogue/values/day-text.ts';

export const inStore = (path: YamlPath, value: string): Edit => ({ file: 'store.yaml', change: (text) => setValue(text, path, value) });

const NAME: Step = {
  key: 'name', title: 'Nama toko', question: 'Apa nama tokonya? (contoh: Kopi Senja)',
  now: ({ store }) => store.name, isSample: ({ store }) => store.name === SAMPLE.name,
  read: (answer) => edits(null, inStore(['name'], answer.trim())),
};

const SALUTATION: Step = {
  key: 'salutation', title: 'Sapaan', question: 'Satu sapaan untuk semua pelanggan? (contoh: Kak)',
  now: ({ store }) => store.salutation, isSample: () => false,
  read: (answer) => (/^(?:bapak|ibu|pak|bu|mas|mbak|om|tante|bang|bro|sis)$/i.test(answer.trim())
    ? bad(`"${answer.trim()}" menebak siapa pelanggannya`, 'pakai sapaan yang cocok untuk semua orang, misalnya Kak')
    : edits(null, inStore(['salutation'], answer.trim()))),
};

const CUSTOMER_NAME: Step = {
  key: 'customer_name', title: 'Sebutan pelanggan', question: 'Sebutan untuk semua pelanggan? (contoh: Sobat Senja; "-" bila tidak ada)',
  now: ({ store }) => store.customerName, isSample: ({ store }) => store.customerName === SAMPLE.customerName,
  read: (answer) => edits(null, inStore(['customer_name'], isNone(answer) ? '' : answer.trim())),
};

const PHONE: Step = {
  key: 'phone', title: 'Nomor telepon', question: 'Nomor yang boleh dihubungi pelanggan? (contoh: 0812-3456-7890; "-" bila tidak ada)',
  now: ({ store }) => store.contact.phone, isSample: ({ store }) => store.contact.phone === SAMPLE.phone,
  read(answer) {
    if (isNone(answer)) return edits(null, inStore(['contact', 'phone'], ''));
    const phone = readPhone(answer.trim());
    return phone.kind === 'bad' ? bad(phone.what, 'tulis lengkap, misalnya 0812-3456-7890') : edits(null, inStore(['contact', 'phone'], phone.value));
  },
};

const ADDRESS: Step = {
  key: 'address', title: 'Alamat', question: 'Alamat toko, untuk yang bertanya? (contoh: Jl. Braga 10, Bandung; "-" bila tidak dibagikan)',
  now: ({ store }) => store.contact.address, isSample: ({ store }) => store.contact.address === SAMPLE.address,
  read: (answer) => edits(null, inStore(['contact', 'address'], isNone(answer) ? '' : answer.trim())),
};

const HOURS: Step = {
  key: 'hours', title: 'Jam admin melayani', question: `Hari dan jam apa saja admin melayani? (contoh: ${WEEK_EXAMPLE})`,
  now: ({ store }) => weekWords(store.hours.week), isSample: () => false,
  read(answer) {
    const week = readWeek(answer.trim());
    if (week.kind === 'bad') return bad(week.what, week.should);
    return edits(weekWords(week.value), ...WEEK.map((day) => inStore(['hours', day], hoursText(week.value[day]))));
  },
};

const HOLIDAYS: Step = {
  key: 'national_holidays', title: 'Tanggal merah', question: 'Tanggal merah: tutup atau buka?',
  now: ({ store }) => (store.hours.nationalHolidays === 'closed' ? 'tutup' : 'buka'), isSample: () => false,
  read(answer) {
    const word = answer.trim().toLowerCase();
    if (/^(?:tutup|libur|closed|t)$/.test(word)) return edits(null, inStore(['hours', 'national_holidays'], 'closed'));
    if (/^(?:buka|masuk|open|b)$/.test(word)) return edits(null, inStore(['hours', 'national_holidays'], 'open'));
    return bad(`"${answer.trim()}" bukan jawabannya`, 'tulis tutup atau buka');
  },
};

const PREFIX: Step = {
  key: 'prefix', title: 'Awal nomor pesanan', question: 'Huruf di depan nomor pesanan, 1 sampai 6 huruf? (contoh: KS, menjadi KS-1042)',
  now: ({ store }) => store.orders.prefix, isSample: ({ store }) => store.orders.prefix === SAMPLE.prefix && store.name !== SAMPLE.name,
  read: (answer) => edits(null, inStore(['orders', 'prefix'], answer.trim().toUpperCase())),
};

/** Who the shop is, and when somebody serves. */
export const SHOP_STEPS: readonly Step[] = [NAME, SALUTATION, CUSTOMER_NAME, PHONE, ADDRESS, HOURS, HOLIDAYS, PREFIX];
