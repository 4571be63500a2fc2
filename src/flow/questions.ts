import { z } from 'zod';
import { maybe, NO, sure, type FlowTalk, type Question, type Reading } from './question.ts';
import type { Offer, Said } from './said.ts';

/** The extras every kind of question may have. */
interface Extras<F, V> {
  known?: (talk: FlowTalk<F>) => V | undefined;
  hears?: (talk: FlowTalk<F>) => V | undefined;
  holds?: (talk: FlowTalk<F>, value: V) => boolean;
  changed?: (talk: FlowTalk<F>, value: V) => string;
  skip?: (talk: FlowTalk<F>) => boolean;
  early?: readonly string[];
}

/** Only the extras that were given: an absent one must stay absent. */
function extras<F, V>(given: Extras<F, V>): Extras<F, V> {
  return {
    ...(given.known && { known: given.known }),
    ...(given.hears && { hears: given.hears }),
    ...(given.holds && { holds: given.holds }),
    ...(given.changed && { changed: given.changed }),
    ...(given.skip && { skip: given.skip }),
    ...(given.early && { early: given.early }),
  };
}

const said = <T extends Said>(text: string | T): { readonly text: string } | T => (typeof text === 'string' ? { text } : text);

/** A free text. `read` says how surely a message is one; without it, any text that carries no other wish is taken. */
export function text<F>(options: {
  ask: (talk: FlowTalk<F>, again: boolean) => string | Said;
  read?: (talk: FlowTalk<F>) => Reading<string>;
} & Extras<F, string>): Question<F, string> {
  return {
    schema: z.string().min(1).max(1000),
    ask: (talk, again) => said(options.ask(talk, again)),
    read: (talk) => {
      if (options.read) return options.read(talk);
      const words = talk.meaning.raw.trim();
      return words === '' ? NO : maybe(words);
    },
    ...extras(options),
  };
}

/** A fact of any shape, read by the flow itself. */
export function particular<F, V>(options: {
  schema: z.ZodType<V>;
  ask: (talk: FlowTalk<F>, again: boolean) => string | Said;
  read: (talk: FlowTalk<F>) => Reading<V>;
} & Extras<F, V>): Question<F, V> {
  return {
    schema: options.schema,
    ask: (talk, again) => said(options.ask(talk, again)),
    read: options.read,
    ...extras(options),
  };
}

/** The offers of a choice are its options. */
type WithoutOffers = Omit<Said, 'offers'> & { readonly offers?: never };

export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly means?: 'yes' | 'no';
  /** Does something else than answer. */
  readonly does?: Offer['does'];
}

/**
 * One of several. A number, the label, part of it or a tap is read by the engine against what was shown;
 * `read` adds what else the words may say ("yang reguler aja").
 */
export function choice<F, V extends string>(key: string, options: {
  ask: (talk: FlowTalk<F>, again: boolean) => string | WithoutOffers;
  options: (talk: FlowTalk<F>) => readonly Option<V>[];
  read?: (talk: FlowTalk<F>) => Reading<V>;
} & Extras<F, V>): Question<F, V> {
  return {
    schema: z.string() as unknown as z.ZodType<V>,
    ask: (talk, again) => ({
      offers: options.options(talk).map((option) => ({
        label: option.label,
        does: option.does ?? { kind: 'answer', key, value: option.value },
        ...(option.means && { means: option.means }),
      })),
      ...said(options.ask(talk, again)),
    }),
    read: (talk) => options.read?.(talk) ?? NO,
    ...extras(options),
  };
}

/** How many pieces. */
export function quantity<F>(options: {
  ask: (talk: FlowTalk<F>, again: boolean) => string | Said;
} & Extras<F, number>): Question<F, number> {
  return {
    schema: z.number().int().positive(),
    ask: (talk, again) => said(options.ask(talk, again)),
    read: (talk) => {
      const pieces = talk.meaning.quantity?.pieces ?? talk.meaning.choiceNumber;
      return pieces !== null && Number.isInteger(pieces) && pieces > 0 ? sure(pieces) : NO;
    },
    ...extras(options),
  };
}

/** A photo: the path below the data folder. */
export function photo<F>(options: {
  ask: (talk: FlowTalk<F>, again: boolean) => string | Said;
} & Extras<F, string>): Question<F, string> {
  return {
    schema: z.string(),
    ask: (talk, again) => said(options.ask(talk, again)),
    read: (talk) => (talk.photo === null ? NO : sure(talk.photo)),
    ...extras(options),
  };
}

/** Yes or no. */
export function yesNo<F>(key: string, options: {
  ask: (talk: FlowTalk<F>, again: boolean) => string | WithoutOffers;
  yes: (talk: FlowTalk<F>) => string;
  no: (talk: FlowTalk<F>) => string;
} & Extras<F, 'yes' | 'no'>): Question<F, 'yes' | 'no'> {
  return choice<F, 'yes' | 'no'>(key, {
    ask: options.ask,
    options: (talk) => [
      { value: 'yes', label: options.yes(talk), means: 'yes' },
      { value: 'no', label: options.no(talk), means: 'no' },
    ],
    read: (talk) => (talk.meaning.yesNo === null ? NO : sure(talk.meaning.yesNo)),
    ...extras(options),
  });
}
