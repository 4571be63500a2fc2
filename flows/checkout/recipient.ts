import { maybe, NO, refused, sure, type FlowTalk, type Reading } from '../../src/flow/question.ts';
import type { Talk } from '../../src/flow/talk.ts';
import { finalCode, lastAddress, placeCode, reaches, type Street, type WithPlace, type WithStreet } from './facts.ts';

/** What is still unknown of the recipient, in words. */
export function missingParticulars(
  talk: Talk, said: { readonly name?: unknown; readonly phone?: unknown; readonly street?: unknown }, told: ReadonlySet<string> = new Set(),
): readonly string[] {
  const saved = lastAddress(talk);
  return [
    ...((said.name ?? null) === null && !told.has('name') && !saved ? [talk.say('checkout.part.name')] : []),
    ...((said.phone ?? null) === null && !told.has('phone') && !saved && !talk.shop.customer().phone ? [talk.say('checkout.part.phone')] : []),
    ...((said.street ?? null) === null && !told.has('street') && !saved ? [talk.say('checkout.part.address')] : []),
  ];
}

export function listed(talk: Talk, parts: readonly string[]): string {
  if (parts.length <= 1) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} ${talk.say('checkout.and')} ${parts.at(-1)}`;
}

const NAME = /^[\p{L}][\p{L}'’.\- ]{1,59}$/u;
const NOT_A_NAME = /\b(?:berapa|brp|ongkir|kirim|harga|stok|kapan|mana|gimana|bagaimana|apa|batal|bisa|boleh|tanya|dulu|wajan|ada|mau|cek|lama|nanti|tidak|gak|ga)\b/i;

/** No one is called "reg aja". */
const PARTICLE = /\b(?:aja|saja|deh|dong|sih|kok|nih|kak|min|ya|lah|kan)$/i;

export function readName(talk: Talk): Reading<string> {
  const told = talk.meaning.address.name;
  if (told !== null) return sure(told);
  const raw = talk.meaning.raw.trim().replace(/^(?:atas nama|a\.?n\.?|nama(?:nya)?(?: saya)?|saya|aku)\s*:?\s+/i, '');
  if (!NAME.test(raw) || NOT_A_NAME.test(raw) || raw.split(/\s+/).length > 5 || wantsGoods(talk)) return NO;
  if (PARTICLE.test(raw) || talk.meaning.courier !== null || talk.meaning.payment !== null) return NO;
  return maybe(tidyName(raw));
}

/** "tambah tunik dong" is no name, whatever was asked: goods of the shop are wanted. */
const wantsGoods = (talk: Talk): boolean =>
  talk.meaning.wishes.some((wish) => wish.score >= GOODS_WANTED && wish.products.some((mention) => mention.candidates.length > 0));

const GOODS_WANTED = 0.3;

const tidyName = (name: string): string =>
  name.split(/\s+/).map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join(' ');

export function readPhone(talk: Talk): Reading<string> {
  const told = talk.meaning.address.phone;
  if (told !== null) return sure(told);
  return /\d{4,}/.test(talk.meaning.raw) && !/[a-z]{4,}/i.test(talk.meaning.raw) ? refused(talk.say('checkout.bad_phone')) : NO;
}

export function readStreet(talk: FlowTalk<WithPlace>): Reading<Street> {
  const { address, raw } = talk.meaning;
  const within = districtWithin(talk);
  if (address.street !== null) return sure({ street: address.street, code: within, postalCode: address.postalCode });
  const words = raw.trim();
  // An address without "Jl." is still one when it is long and has a number: a village, a block, a kiosk.
  if (words.length >= 12 && /\d/.test(words) && !words.includes('?')) return maybe({ street: words, code: within, postalCode: address.postalCode });
  return NO;
}

/** The place an address names: taken where it is more exact than, or other than, the place quoted for. */
function districtWithin(talk: FlowTalk<WithPlace>): string | null {
  const mention = talk.meaning.address.place ?? talk.meaning.place;
  if (!mention) return null;
  const quoted = placeCode(talk.facts);
  const all = [mention.code, ...mention.others.map((other) => other.code)];
  const inside = all.find((code) => code.startsWith(`${quoted}.`));
  if (inside) return inside;
  if (all.some((code) => quoted === code || quoted.startsWith(`${code}.`))) return null;
  return reaches(talk, mention.code) ? mention.code : null;
}

/** Street, district and city, postal code: as it goes on the label. */
export function addressText(talk: FlowTalk<WithStreet>): string {
  const { street } = talk.facts;
  const place = talk.shop.place(finalCode(talk.facts));
  const label = place?.label ?? '';
  const written = street.street.toLowerCase().split(/[,;]/).map((segment) => segment.trim().replace(/^(?:kec(?:amatan)?\.?|kota|kab(?:upaten)?\.?) /, '').replace(/ \d{5}$/, ''));
  const parts = label.split(', ').filter((part) => !written.includes(part.replace(/^(?:Kec\.|Kota|Kabupaten) /, '').toLowerCase()));
  const postal = street.postalCode !== null && !street.street.includes(street.postalCode) ? ` ${street.postalCode}` : '';
  return [street.street, ...parts].join(', ') + postal + (talk.memory.pin === null ? '' : ` (titik: https://maps.google.com/?q=${talk.memory.pin})`);
}
