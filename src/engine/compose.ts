import type { Offer, Said } from '../flow/said.ts';

/** One message out of the parts of a turn: one bubble where one will do (look and sound). */
export interface Composed {
  readonly text: string;
  readonly offers: readonly Offer[];
  readonly photo: string | null;
  readonly album: readonly string[];
}

/** Most choices that every channel can still show well. */
const MOST_OFFERS = 10;

/** What was announced with a colon follows at once; another matter after a blank line. */
const joined = (text: string, part: string): string => (text === '' ? part : `${text}${text.endsWith(':') ? '\n' : '\n\n'}${part}`);

/** Joins the parts. The offers are those of the last part that has any: what "1" points at is what was read last. */
export function compose(all: readonly Said[]): Composed | null {
  const parts = all.filter((part, i) => part.topic === undefined || !all.slice(i + 1).some((later) => later.topic === part.topic));
  const text = parts.map((part) => part.text.trim()).filter((part) => part !== '').reduce(joined, '');
  const offers = parts.findLast((part) => part.offers && part.offers.length > 0)?.offers ?? [];
  const photo = parts.find((part) => part.photo)?.photo ?? null;
  if (text === '' && photo === null) return null;
  return { text, offers: offers.slice(0, MOST_OFFERS), photo, album: photo === null ? parts.find((part) => part.album)?.album ?? [] : [] };
}
