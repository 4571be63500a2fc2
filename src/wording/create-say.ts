import type { Catalogue } from '../shop/catalogue/snapshot.ts';
import type { BusinessHours } from '../shop/service/business-hours.ts';
import type { LocalDate, UtcMs } from '../shop/units.ts';
import { clockTimeInZone, dateRange, datedDay, dayAndDate, shortDate, spokenDay } from './dates.ts';
import { localPhone } from './local-phone.ts';
import { fill, MESSAGES } from './messages.ts';
import type { Say } from './say.ts';

interface Parts { readonly catalogue: Catalogue; readonly hours: BusinessHours; readonly language: 'id' | 'en'; readonly now: UtcMs; readonly called: string | null }

/** The words for one customer at one instant: her language, her salutation, the owner's wording over the built-in. */
export function createSay(parts: Parts): Say {
  const today = parts.hours.localDate(parts.now);
  let made = said.get(parts.hours);
  if (made?.catalogue !== parts.catalogue || made.today !== today || made.says.size >= MOST_CALLED) {
    said.set(parts.hours, made = { catalogue: parts.catalogue, today, says: new Map() });
  }
  const key = parts.called === null ? parts.language : `${parts.language} ${parts.called}`;
  let say = made.says.get(key);
  if (say === undefined) made.says.set(key, say = makeSay(parts, today));
  return say;
}

/** All customers of a day share their words but for what they are called. */
const said = new WeakMap<BusinessHours, { readonly catalogue: Catalogue; readonly today: LocalDate; readonly says: Map<string, Say> }>();
const MOST_CALLED = 1_000;

function makeSay(parts: Parts, today: LocalDate): Say {
  const { catalogue, hours, language } = parts;
  const { store } = catalogue;
  const automatic = {
    sapaan: parts.called ?? store.salutation, nama_toko: store.name, pelanggan: store.customerName ?? store.salutation,
  };
  const built = MESSAGES[language];
  // The owner writes in the shop's language; an English customer of an Indonesian shop gets the built-in English.
  const own = language === store.language ? catalogue.replies : {};
  const time = (at: UtcMs) => clockTimeInZone(hours.localMinutes(at), hours.zoneLabel, language);

  const say = (key: keyof typeof built, values?: Readonly<Record<string, string>>) =>
    tidy(fill(own[key] ?? built[key], automatic, values));

  return Object.assign(say, {
    language,
    fill: (text: string) => fill(text, automatic),
    rupiah: (amount: number) => `Rp${thousands(amount)}`,
    phone: localPhone,
    days: (from: string, to: string) => dateRange(from, to, today, language),
    day: (date: string) => dayAndDate(date, today, language),
    date: (date: string) => shortDate(date, today, language),
    spokenDay: (date: string) => spokenDay(date, today, language),
    time,
    dayAndTime: (at: UtcMs) => `${dayAndDate(hours.localDate(at), today, language)} ${time(at)}`,
    stamp: (at: UtcMs) => `${datedDay(hours.localDate(at), language)} ${time(at)}`,
    opening: (at: UtcMs) => `${spokenDay(hours.localDate(at), today, language)} ${time(at)}`,
  }) as Say;
}

function thousands(amount: number): string {
  const digits = String(Math.abs(amount));
  let from = digits.length % 3 || 3;
  let text = (amount < 0 ? '-' : '') + digits.slice(0, from);
  for (; from < digits.length; from += 3) text += `.${digits.slice(from, from + 3)}`;
  return text;
}

/** A name that is not known leaves no hole: "Halo Kak , senang" becomes "Halo Kak, senang". */
const tidy = (text: string): string => (HOLE.test(text) ? text.replace(/ +([,.!?])/g, '$1').replace(/ {3,}/g, '  ') : text).trimEnd();
const HOLE = / [,.!?]| {3}/;
