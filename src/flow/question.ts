import type { z } from 'zod';
import type { Said } from './said.ts';
import type { Talk } from './talk.ts';

/** How surely a message answers a question. `refused` is an answer that cannot be taken, with a polite reason. */
export type Reading<V> =
  | { readonly kind: 'sure'; readonly value: V }
  | { readonly kind: 'maybe'; readonly value: V }
  | { readonly kind: 'refused'; readonly say: string }
  | { readonly kind: 'no' };

export const sure = <V>(value: V): Reading<V> => ({ kind: 'sure', value });
export const maybe = <V>(value: V): Reading<V> => ({ kind: 'maybe', value });
export const refused = (say: string): Reading<never> => ({ kind: 'refused', say });
export const NO: Reading<never> = { kind: 'no' };

/** A talk inside a flow: the facts known so far. */
export type FlowTalk<F> = Talk & {
  readonly facts: Readonly<F>;
  /** Keys of all that the customer has told this flow, of questions still to come as well. */
  readonly told: ReadonlySet<string>;
};

/**
 * One question of a flow. `F` are the facts known before it. Everything here reads and never writes: the turn may call
 * any of it any number of times.
 */
export interface Question<F, V> {
  /** A stored answer that no longer fits is forgotten and asked again. */
  readonly schema: z.ZodType<V>;
  /** The question as it is put. `again` is the short form, after a side question. */
  ask(talk: FlowTalk<F>, again: boolean): Said;
  /** Reads a message as the answer to this question, which the customer has before her. */
  read(talk: FlowTalk<F>): Reading<V>;
  /** The answer, where the shop or the customer's record knows it without asking. */
  known?(talk: FlowTalk<F>): V | undefined;
  /** The answer, where a message meant for this flow tells it in passing ("1. Rina, 0812…, Jl. Merpati 5"). */
  hears?(talk: FlowTalk<F>): V | undefined;
  /**
   * That `hears` may be called before its turn, when these facts are known: the phone number that comes when the name is
   * asked. Absent: only in its turn.
   */
  readonly early?: readonly string[];
  /** Whether a stored answer still holds (consent: does the text still read the same?). */
  holds?(talk: FlowTalk<F>, value: V): boolean;
  /** Said before the question is put again, when the answer of this very message does not hold: what has changed meanwhile. */
  changed?(talk: FlowTalk<F>, value: V): string;
  /** Whether the question has no place in this talk. */
  skip?(talk: FlowTalk<F>): boolean;
}
