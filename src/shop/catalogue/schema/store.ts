import type { StoreSettings } from '../snapshot.ts';
import { wholeNumber } from '../values/number-text.ts';
import { readPhone } from '../values/phone-text.ts';
import { bad, good, quoted, type Reading } from '../values/reading.ts';
import { oneOf, textUpTo } from '../values/word-text.ts';
import { BONUS } from './bonus.ts';
import { optional, orElse, required, section } from './bricks.ts';
import { HOURS, USUAL_HOURS } from './hours.ts';
import { PAYMENTS } from './payments.ts';

/** Indonesia's zones, and what owners call them. Pontianak keeps the clock of Jakarta. */
const ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
const ZONE_WORDS = { wib: ZONES[0], jakarta: ZONES[0], 'asia/pontianak': ZONES[0], wita: ZONES[1], makassar: ZONES[1], wit: ZONES[2], jayapura: ZONES[2] };

const readTimezone = (text: string): Reading<string> => {
  const reading = oneOf('timezone', ZONES, ZONE_WORDS)(text);
  return reading.kind === 'good' ? reading : bad(reading.what, 'tulis Asia/Jakarta (WIB), Asia/Makassar (WITA), atau Asia/Jayapura (WIT)');
};

const readPrefix = (text: string): Reading<string> =>
  /^[A-Za-z]{1,6}$/.test(text) ? good(text.toUpperCase()) : bad(`prefix ${quoted(text)} tidak bisa dipakai`, 'tulis 1 sampai 6 huruf tanpa spasi, misalnya prefix: DK');

const readLink = (text: string): Reading<string> =>
  /^https?:\/\/\S+$/i.test(text) ? good(text) : bad(`maps ${quoted(text)} bukan tautan`, 'salin tautan dari Google Maps, misalnya maps: "https://maps.app.goo.gl/…"');

const DEFAULT_NAME = 'Toko Kami';

const contact = section('contact: lalu phone: "+62 812-3456-7890" di bawahnya', {
  phone: optional(null, readPhone),
  phone_hours: optional(null, textUpTo('phone_hours', 100)),
  address: optional(null, textUpTo('address', 300)),
  maps: optional(null, readLink),
}, { telepon: 'phone', telp: 'phone', hp: 'phone', wa: 'phone', whatsapp: 'phone', alamat: 'address', jam_telepon: 'phone_hours', peta: 'maps', map: 'maps' });

const orders = section('orders: { prefix: DK, payment_due_hours: 24, cancel_until: packed }', {
  prefix: optional('ORD', readPrefix),
  payment_due_hours: optional(24, wholeNumber('payment_due_hours', 1, 720, 24)),
  cancel_until: optional('packed' as const, oneOf('cancel_until', ['awaiting_payment', 'paid', 'packed'], { unpaid: 'awaiting_payment', dibayar: 'paid', dikemas: 'packed' })),
  delivered_after_days: optional(3, wholeNumber('delivered_after_days', 0, 60, 3)),
}, { awalan: 'prefix', payment_due: 'payment_due_hours', batas_bayar: 'payment_due_hours' });

const handoff = section('handoff: { first_reply_minutes: 10, idle_minutes: 30 }', {
  first_reply_minutes: optional(10, wholeNumber('first_reply_minutes', 1, 1_440, 10)),
  idle_minutes: optional(30, wholeNumber('idle_minutes', 1, 10_080, 30)),
});

/** store.yaml, with every default filled in (design §5). */
export const STORE = section('name: Dapur Kita', {
  name: required('name', 'Dapur Kita', textUpTo('name', 80)),
  customer_name: optional(null, textUpTo('customer_name', 40)),
  salutation: optional('Kak', textUpTo('salutation', 20)),
  language: optional('id' as const, oneOf('language', ['id', 'en'], { indonesia: 'id', indonesian: 'id', 'bahasa indonesia': 'id', english: 'en', inggris: 'en' })),
  timezone: optional('Asia/Jakarta', readTimezone),
  contact,
  hours: orElse(HOURS, USUAL_HOURS),
  orders,
  payments: orElse(PAYMENTS, { bankTransfer: [], qris: '', cod: true }),
  handoff,
  low_stock: optional(3, wholeNumber('low_stock', 0, 100_000, 3)),
  bonus: BONUS,
}, {
  nama: 'name', nama_toko: 'name', sapaan: 'salutation', bahasa: 'language', zona_waktu: 'timezone', kontak: 'contact', jam: 'hours',
  jam_buka: 'hours', pesanan: 'orders', order: 'orders', pembayaran: 'payments', payment: 'payments', stok_menipis: 'low_stock',
}).transform((given): StoreSettings => ({
  name: given.name, customerName: given.customer_name, salutation: given.salutation, language: given.language, timezone: given.timezone,
  contact: { phone: given.contact.phone, phoneHours: given.contact.phone_hours, address: given.contact.address, maps: given.contact.maps },
  hours: given.hours,
  orders: {
    prefix: given.orders.prefix, paymentDueHours: given.orders.payment_due_hours, cancelUntil: given.orders.cancel_until,
    deliveredAfterDays: given.orders.delivered_after_days,
  },
  payments: given.payments,
  handoff: { firstReplyMinutes: given.handoff.first_reply_minutes, idleMinutes: given.handoff.idle_minutes },
  lowStock: given.low_stock, bonus: given.bonus,
}));

/** What a shop is until its owner has written store.yaml. */
export const storeUntilWritten = (): StoreSettings => STORE.parse({ name: DEFAULT_NAME });
