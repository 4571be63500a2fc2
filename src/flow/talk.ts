import type { Meaning, Wish } from '../understanding/meaning.ts';
import type { Shop } from '../shop/shop.ts';
import type { Offer } from './said.ts';
import type { Sku } from '../shop/units.ts';
import type { Say } from '../wording/say.ts';

/** What the bot remembers of the talk besides facts. Small; losing it costs a question, never money. */
export interface Memory {
  /** Products shown last, in the order they were shown. */
  readonly shown: readonly Sku[];
  /** The product talked about. */
  readonly focus: Sku | null;
  /** Gazetteer code of the place talked about. */
  readonly place: string | null;
  /** The last order talked about. */
  readonly order: string | null;
  /** Where she pinned her door on the map, as "latitude,longitude". */
  readonly pin: string | null;
}

/** What a flow step may see: this message, this customer's shop, the words. Everything in it is for this turn only. */
export interface Talk {
  readonly shop: Shop;
  readonly say: Say;
  /** What the customer just said. */
  readonly meaning: Meaning;
  readonly memory: Memory;
  /** Names of the flows that are open, the one on top last. */
  readonly open: readonly string[];
  /** The choices she has before her. */
  readonly offered: readonly Offer[];
  /** How many messages in a row were not understood before this one. */
  readonly missed: number;
  /** A photo that came with this message: path below the data folder. */
  readonly photo: string | null;
}

/** A talk that a wish has brought about. */
export interface WishTalk extends Talk {
  readonly wish: Wish;
  /** What a tapped choice named: no guessing is needed. */
  readonly tapped: Tapped;
}

export interface Tapped {
  /** The module was called by a choice of its own, not by a wish. */
  readonly chosen: boolean;
  readonly sku: Sku | null;
  readonly quantity: number | null;
  readonly order: string | null;
  readonly text: string | null;
}
