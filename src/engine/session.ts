import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Chat } from '../database/chats.ts';
import type { Offer } from '../flow/said.ts';
import type { Memory } from '../flow/talk.ts';
import { offersText } from './offers-text.ts';

/** An open flow: what is known, and what the customer has before her. Facts, not positions (design §4). */
export interface Frame {
  readonly flow: string;
  facts: Record<string, unknown>;
  /** Facts in the groups in which they were told, so that "kembali" takes back one message's worth. */
  told: string[][];
  /** Facts the customer has rejected: the shop's own knowledge of them is not used again. */
  rejected: string[];
  /** The question she has before her. */
  asked: { key: string } | null;
}

/** The open talk of a chat. Small: everything of worth lives in the shop. */
export interface Session {
  /** The last one is on top. */
  stack: Frame[];
  /** What the last reply offered: what "1" and "ya" point at. */
  offers: readonly Offer[];
  /** What the last reply but one offered, and still stands on her screen. */
  earlier: readonly Offer[];
  memory: Memory;
  /** Messages in a row that were not understood. */
  missed: number;
  /** Evidence for the customer's language, so that one foreign word does not flip it. */
  english: number;
  greeted: boolean;
  /** How often in a row the very same reply was given: two bots would never stop. */
  repeated: number;
  /** The last reply, shortened, for that count. */
  last: string;
  /** The cart before the message that changed it last, and that message's ids: should she edit it, it is heard anew. */
  undo: { readonly of: readonly string[]; readonly lines: readonly (readonly [sku: string, quantity: number])[] } | null;
}

const FRAME = z.object({
  flow: z.string(),
  facts: z.record(z.string(), z.unknown()),
  told: z.array(z.array(z.string())),
  rejected: z.array(z.string()),
  asked: z.object({ key: z.string() }).nullable(),
});

const OFFERS = z.array(z.custom<Offer>((offer) => typeof offer === 'object' && offer !== null && 'label' in offer));

const SESSION = z.object({
  stack: z.array(FRAME),
  offers: OFFERS,
  earlier: OFFERS,
  memory: z.object({
    shown: z.array(z.string()), focus: z.string().nullable(), place: z.string().nullable(), order: z.string().nullable(), pin: z.string().nullable().default(null),
  }),
  missed: z.number(),
  english: z.number(),
  greeted: z.boolean(),
  repeated: z.number(),
  last: z.string(),
  undo: z.object({ of: z.array(z.string()), lines: z.array(z.tuple([z.string(), z.number()])) }).nullable().default(null),
});

/** Talks that are under way at a time in a busy shop; about 4 MB. */
const MOST_OWN = 1_000;

export const freshSession = (): Session => ({
  stack: [], offers: [], earlier: [], memory: { shown: [], focus: null, place: null, order: null, pin: null }, missed: 0, english: 0,
  greeted: false, repeated: 0, last: '', undo: null,
});

/** Reads a stored session. One that an older Ladeni wrote in another shape is let go: only the talk is lost. */
export function readSession({ id, session: stored }: Pick<Chat, 'id' | 'session'>): Session {
  if (stored === null) return freshSession();
  const mine = own.get(id);
  if (mine?.text === stored) {
    own.delete(id);
    return mine.session;
  }
  const parsed = SESSION.safeParse(JSON.parse(stored));
  return parsed.success ? parsed.data : freshSession();
}

/** The text to store for a chat, which is the last thing done with a session: whoever reads that text next may be given this very one. */
export function writeSession(chat: number, session: Session): string {
  const text = textOf(session);
  own.set(chat, { text, session });
  return text;
}

/** What this very process has written need not be read and checked. Each is given out once: whoever reads it may change it. */
const own = new LRUCache<number, { readonly text: string; readonly session: Session }>({ max: MOST_OWN });

function textOf(session: Session): string {
  const { offers, earlier, ...rest } = session;
  return `${JSON.stringify(rest).slice(0, -1)},"offers":${offersText(offers)},"earlier":${offersText(earlier)}}`;
}

export const openFrame = (flow: string, facts: Record<string, unknown>): Frame =>
  ({ flow, facts, told: [], rejected: [], asked: null });

export const topOf = (session: Session): Frame | undefined => session.stack.at(-1);
