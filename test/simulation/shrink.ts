import type { Mutant } from './mutants.ts';
import { tellAgain, type ShopRun } from './run-shop.ts';
import type { Step } from './step.ts';

export interface ShortestStory {
  readonly steps: readonly Step[];
  /** Stories that were told to find it. */
  readonly tries: number;
}

/**
 * The shortest story found that breaks the same rule: people are left out of it, then ever smaller stretches, then single
 * deaths, faults and messages, as long as it still breaks. Ends when nothing more can go, or after so many tries.
 */
export async function shrink(run: ShopRun, mutant: Mutant | null, mostTries = 400): Promise<ShortestStory> {
  const rule = run.broken?.rule;
  let steps: readonly Step[] = run.steps;
  let tries = 0;

  async function without(shorter: readonly Step[]): Promise<boolean> {
    if (tries >= mostTries || shorter.length === 0) return false;
    tries++;
    const { broken, at } = await tellAgain(shorter, run.pauseMs, mutant);
    if (broken?.rule !== rule) return false;
    steps = shorter.slice(0, at);
    return true;
  }

  for (const chat of peopleIn(steps)) await without(steps.flatMap((step) => withoutChat(step, chat)));
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = steps.length - size; at > -size; at -= size) {
      await without([...steps.slice(0, Math.max(0, at)), ...steps.slice(Math.max(0, at + size))]);
    }
  }
  for (let at = 0; at < steps.length; at++) {
    for (const plainer of plainerThan(steps[at]!)) await without([...steps.slice(0, at), plainer, ...steps.slice(at + 1)]);
  }
  return { steps, tries };
}

const peopleIn = (steps: readonly Step[]): Set<string> => new Set(steps.flatMap((step) => (step.do === 'hear' ? step.messages.map(({ chat }) => chat) : [])));

function withoutChat(step: Step, chat: string): Step[] {
  switch (step.do) {
    case 'hear': {
      const messages = step.messages.filter((message) => message.chat !== chat);
      return messages.length > 0 ? [{ ...step, messages }] : [];
    }
    case 'again':
    case 'fates': return step.chat === chat ? [] : [step];
    case 'staff': return ('order' in step.deed ? step.deed.order.chat : step.deed.chat) === chat ? [] : [step];
    case 'pass':
    case 'clock':
    case 'owner': return [step];
  }
}

/** The same step with a death, a fault or a message less. */
function plainerThan(step: Step): Step[] {
  const { dies: _dies, ...alive } = step;
  const { fails: _fails, ...whole } = step;
  return [
    ...(step.dies ? [alive] : []),
    ...(step.fails !== undefined ? [whole] : []),
    ...(step.do === 'hear' && step.messages.length > 1 ? step.messages.map((_, i) => ({ ...step, messages: step.messages.filter((__, j) => j !== i) })) : []),
  ];
}
