import type { Sku } from '../shop/units.ts';
import type { Intent } from '../understanding/meaning.ts';

/** What a choice does when it is taken. Data, so that it can wait in the database and be taken tomorrow. */
export type Deed =
  /** Answers the question of this key in the open flow. */
  | { readonly kind: 'answer'; readonly key: string; readonly value: unknown }
  /** The same as if the customer had wished this in words. */
  | {
    readonly kind: 'wish'; readonly intent: Intent; readonly sku?: Sku; readonly quantity?: number;
    readonly order?: string; readonly text?: string;
  }
  /** Begins a flow, some of its facts known already. */
  | { readonly kind: 'start'; readonly flow: string; readonly facts: Readonly<Record<string, unknown>> }
  /** Forgets facts of the open flow, so that they are asked again. */
  | { readonly kind: 'forget'; readonly keys: readonly string[] }
  /** Calls a module by its name: for what has no words of its own ("tidak, terima kasih" to a suggestion). */
  | {
    readonly kind: 'do'; readonly module: string; readonly sku?: Sku; readonly quantity?: number;
    readonly order?: string; readonly text?: string;
  };

/** A choice offered to the customer, on every channel: a button, or a number in a list. */
export interface Offer {
  readonly label: string;
  readonly does: Deed;
  /** This is what a plain "ya" or "tidak" takes. */
  readonly means?: 'yes' | 'no';
}

/** One part of a reply. The engine composes the parts of a turn into one message. */
export interface Said {
  readonly text: string;
  readonly offers?: readonly Offer[];
  /** Absolute path of a picture, or `qris:ORDER` or `receipt:LANGUAGE:ORDER` for one that is drawn on the way out. */
  readonly photo?: string | null;
  /** Pictures that help to choose between several; shown as an album where the channel has albums, else left out. */
  readonly album?: readonly string[];
  /** Products named in the text, the one talked about first: what "yang tadi" and "yang 28" point at. */
  readonly shows?: readonly Sku[];
  /** She has yet to choose among what is shown: "ambil 1" means none of it in particular. */
  readonly undecided?: boolean;
  /** Goods asked for that the shop does not sell, for the owner to hear of. */
  readonly lacks?: string;
  /** Place talked about, so that the next "ongkirnya?" knows it. */
  readonly place?: string;
  /** The point on the map is to be remembered, or (null) has been used. */
  readonly pin?: string | null;
  /** A flow to begin right after this is said. */
  readonly start?: { readonly flow: string; readonly facts: Readonly<Record<string, unknown>> };
  /** Facts of an open flow to forget, because the customer wants them otherwise; this message may tell them anew. */
  readonly forget?: { readonly flow: string; readonly keys: readonly string[] };
  /** What it is about, where a later part of the same reply about the same makes it superfluous (the cart, twice). */
  readonly topic?: string;
  /** True where asking the open question again would be pushy: "makasih kak", or a person was just promised. */
  readonly quiet?: boolean;
}
