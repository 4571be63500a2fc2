import type { FlowModule, Step } from '../flow/flow.ts';
import type { FlowTalk } from '../flow/question.ts';
import type { Said } from '../flow/said.ts';
import type { Talk } from '../flow/talk.ts';
import type { Frame } from './session.ts';

type Facts = Record<string, unknown>;

export type Standing =
  /** This question is the first that is not known. */
  | { readonly kind: 'asks'; readonly step: Step; readonly talk: FlowTalk<Facts>; readonly changed: string | null }
  | { readonly kind: 'complete'; readonly facts: Facts };

/**
 * Where a flow stands: computed from its facts, never stored. Facts that no longer hold are forgotten; facts the shop
 * knows are filled in; with `hearing`, facts that this message tells in passing are taken.
 */
export function standing(flow: FlowModule, frame: Frame, talk: Talk, hearing: boolean): Standing {
  const facts: Facts = {};
  const told = new Set(Object.keys(frame.facts));
  const here = { facts, told, ...talk };
  for (const step of flow.steps) {
    if (step.question.skip?.(here)) continue;
    const changed = changedSince(step, frame, here);
    const value = factOf(step, frame, here, hearing);
    if (frame.facts[step.key] === undefined) told.delete(step.key);
    else told.add(step.key);
    if (value === undefined) return { kind: 'asks', step, talk: here, changed };
    facts[step.key] = value;
  }
  return { kind: 'complete', facts };
}

/** What has changed since the question was shown, where this message has answered it; null where the answer holds. */
function changedSince({ key, question }: Step, frame: Frame, talk: FlowTalk<Facts>): string | null {
  const group = frame.told.at(-1) ?? [];
  if (!question.changed || frame.facts[key] === undefined || !group.includes(key) || group.at(-1) === END_OF_GROUP) return null;
  const parsed = question.schema.safeParse(frame.facts[key]);
  return !parsed.success || (question.holds?.(talk, parsed.data) ?? true) ? null : question.changed(talk, parsed.data);
}

function factOf(step: Step, frame: Frame, talk: FlowTalk<Facts>, hearing: boolean): unknown {
  const { key, question } = step;
  const stored = frame.facts[key];
  if (stored !== undefined) {
    const parsed = question.schema.safeParse(stored);
    if (parsed.success && (question.holds?.(talk, parsed.data) ?? true)) return parsed.data;
    forget(frame, [key]);
  }
  if (hearing) {
    const heard = question.hears?.(talk);
    if (heard !== undefined) {
      tell(frame, key, heard);
      return heard;
    }
  }
  return frame.rejected.includes(key) ? undefined : question.known?.(talk);
}

/** Enters a fact the customer told, in the group of this turn. */
export function tell(frame: Frame, key: string, value: unknown): void {
  frame.facts[key] = value;
  const group = frame.told.at(-1);
  if (group && group.at(-1) !== END_OF_GROUP) group.push(key);
  else frame.told.push([key]);
}

/** Facts told from here on belong to another message. */
export function closeGroup(frame: Frame): void {
  const group = frame.told.at(-1);
  if (group && group.at(-1) !== END_OF_GROUP) group.push(END_OF_GROUP);
}

/** "kembali": forgets what the last message told. False when there is nothing to take back. */
export function takeBack(frame: Frame): boolean {
  const group = frame.told.pop();
  if (!group) return false;
  for (const key of group) delete frame.facts[key];
  return true;
}

/** Forgets facts. With `reject`, the shop's own knowledge of them is not used again in this talk. */
export function forget(frame: Frame, keys: readonly string[], reject = false): void {
  for (const key of keys) {
    delete frame.facts[key];
    frame.told = frame.told.map((group) => group.filter((told) => told !== key))
      .filter((group) => group.some((told) => told !== END_OF_GROUP));
    if (reject && !frame.rejected.includes(key)) frame.rejected.push(key);
  }
}

/** Of a flow that begins anew: what was told before still holds, up to the first fact that is told otherwise now. */
export function stillTold(flow: FlowModule, earlier: Facts, now: Readonly<Facts>): Facts {
  const anew = flow.steps.findIndex(({ key }) => now[key] !== undefined && JSON.stringify(now[key]) !== JSON.stringify(earlier[key]));
  const kept = flow.steps.slice(0, anew === -1 ? flow.steps.length : anew).filter(({ key }) => earlier[key] !== undefined);
  return Object.fromEntries(kept.map(({ key }) => [key, earlier[key]]));
}

/** Puts the question a flow stands at, and remembers which it was. */
export function put(frame: Frame, at: Extract<Standing, { kind: 'asks' }>, again: boolean): Said {
  frame.asked = { key: at.step.key };
  return at.step.question.ask(at.talk, again);
}

const END_OF_GROUP = '.';
