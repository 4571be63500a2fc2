import type { Rupiah, Sku } from '../shop/units.ts';

/** Everything a customer may want. Design §7 fixes these names. */
export const INTENTS = [
  'greet', 'thanks', 'bye', 'browse_catalogue', 'search_product', 'ask_price', 'ask_stock', 'product_detail',
  'add_to_cart', 'view_cart', 'change_cart', 'checkout', 'wishlist_add', 'ask_shipping_cost', 'ask_shipping_time',
  'track_order', 'order_status', 'cancel_order', 'payment_info', 'payment_proof', 'ask_hours',
  'ask_location_contact', 'talk_to_human', 'complaint', 'return_refund', 'promo_discount', 'how_to_order',
  'faq_other', 'affirm', 'deny', 'out_of_scope',
] as const;

export type Intent = (typeof INTENTS)[number];

/** A product as the customer named it. */
export interface ProductMention {
  /** The customer's words for it, normalised: "wajan teflon 28". */
  readonly phrase: string;
  /** Where the phrase begins in the normalised text (token index), for order. */
  readonly at: number;
  /** Best match first; every one whose score is close to the best. Empty when the shop has nothing like it. */
  readonly candidates: readonly { readonly sku: Sku; readonly score: number }[];
  /** True when the words fit exactly one product (or one group, whose variants are then all in `candidates`). */
  readonly exact: boolean;
  /** What the customer said about how many, or null. */
  readonly quantity: Quantity | null;
}

export interface Quantity {
  /** As said, in pieces: "selusin" is 12, "½" is 0.5, "-1" is -1. Not checked here. */
  readonly pieces: number;
  /** `set`: this many in all ("jadi 3", "1 aja"); `add`: so many more ("tambah 1"); `less`: so many fewer; `plain`: just a number. */
  readonly mode: 'plain' | 'set' | 'add' | 'less';
}

/** A place of the gazetteer that the text names. */
export interface PlaceMention {
  /** Name as the shop says it: "Kota Bandung", "Kecamatan Coblong, Kota Bandung". */
  readonly label: string;
  /** Gazetteer code (BPS / Kemendagri), e.g. "32.73" or "32.73.02". */
  readonly code: string;
  /** Other places of that name, when the name alone does not decide. */
  readonly others: readonly { readonly label: string; readonly code: string }[];
  readonly at: number;
}

/** A recipient's particulars found in free text: "Rina, 081234567890, Jl. Merpati 5 RT 2 RW 3, Coblong". */
export interface AddressParts {
  readonly name: string | null;
  /** E.164. */
  readonly phone: string | null;
  readonly street: string | null;
  readonly place: PlaceMention | null;
  readonly postalCode: string | null;
}

export interface ScoredIntent {
  readonly intent: Intent;
  /** 0…1; the best of a message usually > 0.5. */
  readonly score: number;
}

/** One wish of a message: an intent with what belongs to it. */
export interface Wish {
  readonly intent: Intent;
  readonly score: number;
  readonly products: readonly ProductMention[];
  readonly place: PlaceMention | null;
  readonly maxPrice: Rupiah | null;
  /** The words of this part, normalised. */
  readonly text: string;
}

/** What one message means. Pure data, made by pure functions over a catalogue snapshot. */
export interface Meaning {
  /** The text as it came, cut to 1,000 characters. */
  readonly raw: string;
  /** Spelling evened out: "wajan teplon 24 brp" → "wajan teflon 24 berapa". */
  readonly normal: string;
  readonly language: 'id' | 'en' | 'jv' | 'su' | 'unknown';
  /** Best first; at least one unless the text is empty. */
  readonly intents: readonly ScoredIntent[];
  /** The wishes in the order they were said. */
  readonly wishes: readonly Wish[];
  readonly products: readonly ProductMention[];
  readonly place: PlaceMention | null;
  readonly maxPrice: Rupiah | null;
  readonly minPrice: Rupiah | null;
  readonly sort: 'cheapest' | 'dearest' | 'best_selling' | 'newest' | null;
  /** A quantity not tied to a product: "2 ya", "bikin 4", "selusin". */
  readonly quantity: Quantity | null;
  /** A bare number that may be a choice ("1", "yang 2", "nomor 3"). */
  readonly choiceNumber: number | null;
  /** An order number named, digits only ("1045") or with prefix ("DK-1045") as written, upper case. */
  readonly order: string | null;
  /** A voucher's code, upper case: one of the owner's, or what the customer calls one. */
  readonly voucher: string | null;
  readonly address: AddressParts;
  /** A courier or class named: "jne", "reg", "same day". Normalised words. */
  readonly courier: string | null;
  /** A way to pay named. */
  readonly payment: 'bank_transfer' | 'qris' | 'cod' | null;
  readonly yesNo: 'yes' | 'no' | null;
  /** A day asked about: "besok", "hari minggu", "lebaran"; as words, resolved by the shop's hours. */
  readonly day: DayMention | null;
  /** A rating 1–5 said in words or stars. */
  readonly rating: number | null;
  /** "yang tadi", "itu", "yang merah aja", "yang 28": points at something shown before. */
  readonly reference: { readonly words: string } | null;
  /** Anger, insults, threats to report: a human is offered. */
  readonly angry: boolean;
  /** Link spam, mass offers, another bot's boilerplate. */
  readonly spam: boolean;
}

export type DayMention =
  | { readonly kind: 'relative'; readonly days: number }
  | { readonly kind: 'weekday'; readonly weekday: 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun' }
  | { readonly kind: 'date'; readonly day: number; readonly month: number; readonly year: number | null }
  | { readonly kind: 'holiday'; readonly name: string };
