import type { Intent } from '../understanding/meaning.ts';
import type { FlowTalk, Question } from './question.ts';
import type { Said } from './said.ts';
import type { Talk, WishTalk } from './talk.ts';

/** What a flow does when every fact is known. */
export type Done =
  /** It is finished; this is said. */
  | { readonly kind: 'end'; readonly say: Said }
  /** Something turned out otherwise: forget these facts, say this, go on asking. At least one key. */
  | { readonly kind: 'ask_again'; readonly forget: readonly string[]; readonly say: Said };

export const end = (say: Said): Done => ({ kind: 'end', say });
export const askAgain = (forget: readonly string[], say: Said): Done => ({ kind: 'ask_again', forget, say });

/** The intents that begin a module, each with sentences a customer may use. The understanding learns from them. */
export type Begins = Partial<Record<Intent, readonly string[]>>;

interface ModuleBase {
  readonly name: string;
  readonly begins: Begins;
  /** Of several modules for one intent the higher is asked first; it may decline. 0 unless said. */
  readonly precedence: number;
}

/** Reads and replies. May decline with null, and the next module of that intent is asked. */
export interface AnswerModule extends ModuleBase {
  readonly kind: 'answer';
  reply(talk: WishTalk): Said | null;
}

/** One write, done at once: "tambah 2 spatula". May decline with null. */
export interface ActionModule extends ModuleBase {
  readonly kind: 'action';
  act(talk: WishTalk): Said | null;
}

/** A question as the engine sees it: which fact it finds, types set aside. */
export interface Step {
  readonly key: string;
  readonly question: Question<Record<string, unknown>, unknown>;
}

/** Asks until every fact is known, then does one thing. Frozen data: the engine runs it. */
export interface FlowModule extends ModuleBase {
  readonly kind: 'flow';
  readonly steps: readonly Step[];
  /** Facts that the beginning wish tells. Null declines. */
  begin(talk: WishTalk): Readonly<Record<string, unknown>> | null;
  /** Said once, when the flow begins. */
  readonly opening: ((talk: Talk) => Said | null) | null;
  /** Said when the customer leaves it unfinished. */
  readonly leaving: ((talk: Talk) => Said) | null;
  /** A question in passing: dropped when something else is begun, not come back to. */
  readonly passing: boolean;
  /** Whether the flow has lost its point (an emptied cart): it is then closed in silence, or with these words. */
  readonly pointless: ((talk: Talk) => Said | null) | null;
  done(talk: FlowTalk<Record<string, unknown>>): Done;
}

export type Module = AnswerModule | ActionModule | FlowModule;

/** An answer: it reads and replies. */
export function answer(name: string, begins: Begins, reply: AnswerModule['reply'], precedence = 0): AnswerModule {
  return Object.freeze({ kind: 'answer', name, begins, reply, precedence });
}

/** An action: one write, at once. */
export function action(name: string, begins: Begins, act: ActionModule['act'], precedence = 0): ActionModule {
  return Object.freeze({ kind: 'action', name, begins, act, precedence });
}

/** The builder. `F` grows with each question, so that asking for a fact before it is known does not compile. */
export interface FlowBuilder<F> {
  /** A question whose answer becomes the fact `key`. Questions are asked in the order they stand. */
  ask<K extends string, V>(
    key: K extends keyof F ? never : K,
    question: Question<F, V>,
  ): FlowBuilder<F & { readonly [P in K]: V }>;
  /** Facts that the wish which begins the flow tells already. Null declines the wish. */
  from(begin: (talk: WishTalk) => Partial<Record<string, unknown>> | null): FlowBuilder<F>;
  /** Said when the flow begins. */
  opening(say: (talk: Talk) => Said | null): FlowBuilder<F>;
  /** Said when the customer leaves it. */
  leaving(say: (talk: Talk) => Said): FlowBuilder<F>;
  /** A question in passing, not worth coming back to once something else is begun. */
  passing(): FlowBuilder<F>;
  /** When to close the flow because it has lost its point. */
  pointless(when: (talk: Talk) => Said | null): FlowBuilder<F>;
  /** The one writer, synchronous. Ends the building. */
  done(act: (talk: FlowTalk<F>) => Done): FlowModule;
}

/** Begins the building of a flow. */
export function flow(name: string, begins: Begins, precedence = 0): FlowBuilder<object> {
  return builder<object>({
    kind: 'flow', name, begins, precedence, steps: [], begin: () => ({}), opening: null, leaving: null, pointless: null, passing: false,
    done: () => { throw new Error(`flow ${name} has no done`); },
  });
}

function builder<F>(module: FlowModule): FlowBuilder<F> {
  const but = (change: Partial<FlowModule>) => ({ ...module, ...change });
  return {
    ask(key, question) {
      if (module.steps.some((step) => step.key === key)) {
        throw new Error(`flow ${module.name} asks for "${String(key)}" twice`);
      }
      // The engine hands a question only the facts that stand before it, so the wider type is safe here.
      const step = { key: key as string, question: question as unknown as Step['question'] };
      return builder(but({ steps: [...module.steps, step] }));
    },
    from: (begin) => builder(but({ begin: (talk) => begin(talk) as Record<string, unknown> | null })),
    opening: (say) => builder(but({ opening: say })),
    leaving: (say) => builder(but({ leaving: say })),
    passing: () => builder(but({ passing: true })),
    pointless: (when) => builder(but({ pointless: when })),
    done(act) {
      return Object.freeze(but({ steps: Object.freeze(module.steps), done: (talk) => act(talk as FlowTalk<F>) }));
    },
  };
}
