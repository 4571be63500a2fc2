import { CATALOGUE } from './english/catalogue.ts';
import { DOOR } from './english/door.ts';
import { FRAME } from './english/frame.ts';
import { INBOX } from './english/inbox.ts';
import { ORDERS } from './english/orders.ts';
import { OWNER_FORMS } from './english/owner-forms.ts';
import { PERFORMANCE } from './english/performance.ts';
import { SETTINGS } from './english/settings.ts';

export type Language = 'id' | 'en';

/** By room, so that a page's texts lie side by side. Test and compiler see to it that none is missing, dead or there twice. */
export const ENGLISH_BY_ROOM = { FRAME, DOOR, INBOX, ORDERS, CATALOGUE, OWNER_FORMS, PERFORMANCE, SETTINGS } as const;

/**
 * Every text of the console: the Indonesian is its own key, as in gettext. English that depends on a number is a pair, one and
 * many, chosen by the text's `{jumlah}`.
 */
export const ENGLISH = { ...FRAME, ...DOOR, ...INBOX, ...ORDERS, ...CATALOGUE, ...OWNER_FORMS, ...PERFORMANCE, ...SETTINGS } as const;

export type Text = keyof typeof ENGLISH;

type Names<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

/** What a text's placeholders are filled with: nothing, or exactly all of them. */
export type Values<K extends Text, V> = [Names<K>] extends [never] ? [] : [values: { readonly [P in Names<K>]: V }];

/** Texts with one certain placeholder and no other. */
export type TextAbout<N extends string> = { [K in Text]: [Names<K>] extends [never] ? never : [Names<K>] extends [N] ? K : never }[Text];

/** Texts that stand by themselves, for tables of words. */
export type PlainText = { [K in Text]: [Names<K>] extends [never] ? K : never }[Text];
