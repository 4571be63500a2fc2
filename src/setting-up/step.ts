import type { Catalogue } from '../shop/catalogue/snapshot.ts';

export type OwnersFile = 'store.yaml' | 'shipping.yaml';

/** A change of one of the owner's files, as text to text. */
export interface Edit {
  readonly file: OwnersFile;
  readonly change: (text: string) => string;
}

export type Answer =
  | { readonly kind: 'edits'; readonly edits: readonly Edit[]; /** What was understood, where it is worth a second look. */ readonly understood: string | null }
  /** Several things may be meant; each option is an answer of its own. */
  | { readonly kind: 'choose'; readonly what: string; readonly options: readonly { readonly label: string; readonly answer: string }[] }
  | { readonly kind: 'bad'; readonly what: string; readonly should: string };

/** One question of setting a shop up, free of how it is asked: the terminal and the console can both put it. */
export interface Step {
  readonly key: string;
  readonly title: string;
  readonly question: string;
  /** What is set, in the owner's words; null where nothing is. */
  now(shop: Catalogue): string | null;
  /** True where what is set is made up, as in the sample shop, and must not meet a customer. */
  isSample(shop: Catalogue): boolean;
  read(answer: string, shop: Catalogue): Answer | Promise<Answer>;
}

export const edits = (understood: string | null, ...all: readonly Edit[]): Answer => ({ kind: 'edits', edits: all, understood });
export const bad = (what: string, should: string): Answer => ({ kind: 'bad', what, should });
/** "-" and words for it: nothing is to be set. */
export const isNone = (answer: string): boolean => /^(?:-|–|tidak ada|hapus|kosong(?:kan)?|none)$/i.test(answer.trim());
