import type { Catalogue } from '../shop/catalogue/snapshot.ts';
import type { BusinessHours } from '../shop/service/business-hours.ts';
import type { UtcMs } from '../shop/units.ts';
import { clockTimeInZone, dateRange, datedDay, dayAndDate, shortDate, spokenDay } from './dates.ts';
import { fill, MESSAGES } from './messages.ts';
import type { Say } from './say.ts';

/** The words for one customer at one instant: her language, her salutation, the owner's wording over the built-in. */
export function createSay(parts: {
  catalogue: Catalogue; hours: BusinessHours; language: 'id' | 'en'; now: UtcMs; called: string | null;
}): Say {
  const { catalogue, hours, language, now } = parts;
  const { store } = catalogue;
  const automatic = {
    sapaan: parts.called ?? store.salutation, nama_toko: store.name, pelanggan: store.customerName ?? store.salutation,
  };
  const built = MESSAGES[language];
  const today = hours.localDate(now);
  // The owner writes in the shop's language; an English customer of an Indonesian shop gets the built-in English.
  const own = language === store.language ? catalogue.replies : {};
  const time = (at: UtcMs) => clockTimeInZone(hours.localMinutes(at), hours.zoneLabel, language);

  const say = (key: keyof typeof built, values?: Readonly<Record<string, string>>) =>
    tidy(fill(own[key] ?? built[key], { ...automatic, ...values }));

  return Object.assign(say, {
    language,
    fill: (text: string) => fill(text, automatic),
    rupiah: (amount: number) => `Rp${thousands(amount)}`,
    phone: (e164: string) => e164.replace(/^\+62(\d{3})(\d{4})(\d+)$/, '0$1-$2-$3'),
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

const thousands = (amount: number): string => String(amount).replace(/\B(?=(?:\d{3})+$)/g, '.');

/** A name that is not known leaves no hole: "Halo Kak , senang" becomes "Halo Kak, senang". */
const tidy = (text: string): string => text.replace(/ +([,.!?])/g, '$1').replace(/ {3,}/g, '  ').trimEnd();
