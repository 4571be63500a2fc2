import { z } from 'zod';
import type { Offer } from '../flow/said.ts';
import type { Memory } from '../flow/talk.ts';

/** An open flow: what is known, and what the customer has before her. Facts, not positions (design §4). */
export interface Frame {
  readonly flow: string;
  facts: Record<string, unknown>;
  /** Facts in the groups in which they were told, so that "kembali" takes back one message's worth. */
  told: string[][];
  /** Facts the customer has rejected: the shop's own knowledge of them is not used again. */
  rejected: string[];
  /** The question she has before her, as it was put. */
  asked: { key: string; shown: string } | null;
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
  asked: z.object({ key: z.string(), shown: z.string() }).nullable(),
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

export const freshSession = (): Session => ({
  stack: [], offers: [], earlier: [], memory: { shown: [], focus: null, place: null, order: null, pin: null }, missed: 0, english: 0,
  greeted: false, repeated: 0, last: '', undo: null,
});

/** Reads a stored session. One that an older Ladeni wrote in another shape is let go: only the talk is lost. */
export function readSession(stored: string | null): Session {
  if (stored === null) return freshSession();
  const mine = own.get(stored);
  if (mine !== undefined) {
    own.delete(stored);
    return mine;
  }
  const parsed = SESSION.safeParse(JSON.parse(stored));
  return parsed.success ? parsed.data : freshSession();
}

/** The text to store, which is the last thing done with a session: whoever reads that text next may be given this very one. */
export function writeSession(session: Session): string {
  const text = JSON.stringify(session);
  if (own.size >= MOST_OWN) own.clear();
  own.set(text, session);
  return text;
}

/** What this very process has written need not be read and checked. Each is given out once: whoever reads it may change it. */
const own = new Map<string, Session>();
/** About 10 MB. */
const MOST_OWN = 2_000;

export const openFrame = (flow: string, facts: Record<string, unknown>): Frame =>
  ({ flow, facts, told: [], rejected: [], asked: null });

export const topOf = (session: Session): Frame | undefined => session.stack.at(-1);
