import type { Dice } from '../simulation/dice.ts';

/** When a process dies: so many ms after something it did. */
export interface Moment {
  readonly phase: 'starting' | 'serving' | 'update' | 'sending' | 'closing';
  /** How often the call has been heard in this life before the clock runs; 0 counts from the start of the process. */
  readonly calls: number;
  readonly method: 'getUpdates' | 'sendMessage' | null;
  readonly afterMs: number;
}

const STARTING_MS = 1_200;

/** Draws a moment to die. Every phase has its share; the ones in which much is in flight have more. */
export function drawMoment(dice: Dice): Moment {
  const roll = dice.next();
  if (roll < 0.3) return { phase: 'starting', method: null, calls: 0, afterMs: dice.below(STARTING_MS) };
  // The second question confirms what the first one brought.
  if (roll < 0.5) return { phase: 'update', method: 'getUpdates', calls: 1 + dice.below(3), afterMs: dice.below(25) };
  if (roll < 0.75) return { phase: 'sending', method: 'sendMessage', calls: 1 + dice.below(4), afterMs: dice.below(12) };
  if (roll < 0.9) return { phase: 'serving', method: 'getUpdates', calls: 1, afterMs: dice.below(400) };
  return { phase: 'closing', method: 'getUpdates', calls: 1, afterMs: dice.below(60) };
}
