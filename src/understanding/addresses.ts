import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';
import type { AddressParts, PlaceMention } from './meaning.ts';

const PHONE = /(?:\+?62[\s-]?|0)8[\d\s.-]{7,15}\d/;
const STREET = /\b(?:jl|jln|jalan|gg|gang|komp|komplek|kompleks|perum|perumahan|btn|blok|dusun|dsn|kampung|kp|rt|rw|no|lorong|apartemen|apt|ruko|pondok|griya|cluster|desa|kost?|kosan)\b\.?/i;
const STREET_START = /\b(?:jl|jln|jalan|gg|gang|komp|komplek|kompleks|perum|perumahan|btn|blok|dusun|dsn|kampung|kp|lorong|apartemen|apt|ruko|pondok|griya|cluster|desa|kost?|kosan)\b\.?\s/i;
const POSTAL = /\b([1-9]\d{4})\b/;
const NAME_LABEL = /\b(?:(?:nama(?:nya)?(?:\s+penerima(?:nya)?)?|penerima(?:nya)?|atas\s+nama|untuk|an)\b\.?|a\.n\.?)\s*[:=]?\s*([\p{L}][\p{L}'’. ]{1,40})/iu;
const NAME = /^[\p{L}][\p{L}'’.]*(?:\s[\p{L}][\p{L}'’.]*){0,4}$/u;
/** "Budi B2", "Ani 3A": of two with one name; never bare figures, which are sizes and counts. */
const NUMBERED_NAME = /^[\p{L}][\p{L}'’.]*(?:\s[\p{L}\d'’.]*\p{L}[\p{L}\d'’.]*){1,3}$/u;
const NOT_NAME = /\b(?:salah|keliru|harusnya|seharusnya|benar|bener|ganti|diganti|samping|sebelah|depan|belakang|dekat|deket|seberang|sebrang|pojok|gang|komplek|kompleks|perum|perumahan|masjid|gereja|sekolah|toko|warung|gedung|apartemen|kos|kost|pesan|order|kirim|ongkir|mau|kak|ambil|bayar|transfer|qris|cod|jne|jnt|sicepat|reguler|ada|berapa|brp|yang|ke|di|alamat|hp|wa|ya|iya|ok|oke|rumah|kantor|halo|hai|min|no|nomor)\b/i;

/** A phone number in free text as E.164, or null. */
export function readPhone(text: string): string | null {
  const written = PHONE.exec(text.slice(0, 1_000))?.[0];
  if (written === undefined) return null;
  const digits = written.replace(/[^\d+]/g, '');
  const number = parsePhoneNumberFromString(digits.startsWith('62') ? `+${digits}` : digits, 'ID');
  return number?.isPossible() ? number.number : null;
}

/**
 * Who and where, out of "Rina, 081234567890, Jl. Merpati 5 RT 2 RW 3, Coblong" or the same over several lines.
 */
export function readAddress(text: string, place: PlaceMention | null): AddressParts {
  const phone = readPhone(text);
  const rest = text.replace(/^\s*\d{1,2}\s*[.)]\s+/, '').replace(PHONE, '\u0001');
  const street = readStreet(rest);
  const postalCode = street !== null || phone !== null ? POSTAL.exec(rest)?.[1] ?? null : null;
  return { name: readName(rest, street !== null || phone !== null), phone, street, place: street !== null ? place : null, postalCode };
}

const LANDMARK_BEFORE = /(?:^|[,;\n\u0001])\s*((?:samping|sebelah|depan|belakang|dekat|deket|seberang|sebrang|pojok)\b[^,;\n\u0001]{1,60}[,;\n]?\s*)$/i;

/** The next line of an order form is no part of the address. */
const NEXT_LABEL = /[\n,;]\s*(?:kurir|ekspedisi|expedisi|pengiriman|jasa kirim|(?:cara |metode )?(?:pem)?bayar(?:an)?|pesanan|order|barang|item|nama|email|total|(?:no\.? ?)?(?:hp|wa|telp?))\s*[:=]/i;

/** "jl pandanaran 12, hp" with the number behind it: the label of the number is no part of the address. */
const PHONE_LABEL = /[\s,;]+(?:no(?:mor)?\.?\s*)?(?:hp|wa|telp?|tlp|telepon)(?:nya|ku)?[\s.:=]*$/i;

function readStreet(rest: string): string | null {
  if (!STREET.test(rest)) return null;
  const at = STREET_START.exec(rest)?.index;
  if (at === undefined) return null;
  // "samping masjid raya, jl. Mawar 3": what the courier finds it by belongs to it.
  const start = at - (LANDMARK_BEFORE.exec(rest.slice(0, at))?.[1]?.length ?? 0);
  const words = rest.slice(start).split('\u0001')[0]!.split(NEXT_LABEL)[0]!.replace(/\s*\n\s*/g, ', ').replace(/\s+/g, ' ').replace(PHONE_LABEL, '').replace(/[\s,;]+$/, '');
  // "jalan" alone is a verb as well; an address has more to it.
  return words.length >= 8 && (/\d/.test(words) || words.split(/\s/).length >= 3) && !words.includes('?') ? words : null;
}

function readName(rest: string, inAddress: boolean): string | null {
  const labelled = NAME_LABEL.exec(rest)?.[1]?.split(/\n|,|\s(?=(?:no|nomor|hp|wa|telp?|tlp|alamat)\b)/i)[0]?.trim();
  if (labelled !== undefined && !NOT_NAME.test(labelled) && inAddress) return tidy(labelled);
  if (!inAddress) return null;
  // A name stands before the street, not in it.
  const street = rest.search(STREET_START);
  const parts = (street === -1 ? rest : rest.slice(0, street)).split(SEAM).map((part) => part.trim()).filter((part) => part !== '');
  const named = (form: RegExp) => parts.find((part) => form.test(part) && !NOT_NAME.test(part) && part.length <= 40);
  const first = named(NAME) ?? named(NUMBERED_NAME);
  return first === undefined ? null : tidy(first);
}

/** Between one thing told and the next; a full stop only behind a word that ends a sentence, not in "Moh. Rizki". */
const SEAM = /[,\n\u0001;]|\s-\s|\/|(?<=\b(?:aja|saja|ya|kak|dong|deh|reguler|reg|itu))\.\s/i;

const tidy = (name: string): string =>
  name.trim().split(/\s+/).map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join(' ');
