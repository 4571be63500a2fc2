import type { Dice } from '../simulation/dice.ts';

export type Phase = 'starting' | 'update' | 'sending' | 'serving' | 'closing';

/** When a process dies. */
export type Moment =
  /** Before it serves: so far into the time a start takes. */
  | { readonly phase: 'starting'; readonly share: number }
  /** So many ms after the Bot API heard a call of it for the so manyth time; closing begins with that call. */
  | { readonly phase: Exclude<Phase, 'starting'>; readonly method: 'getUpdates' | 'sendMessage'; readonly calls: number; readonly afterMs: number };

/** Draws a moment to die. Every phase has its share; those in which much is in flight have more. */
export function drawMoment(dice: Dice): Moment {
  const roll = dice.next();
  if (roll < 0.4) return { phase: 'starting', share: 0.2 + 0.85 * dice.next() };
  // The second question confirms what the first one brought.
  if (roll < 0.6) return { phase: 'update', method: 'getUpdates', calls: 1 + dice.below(3), afterMs: dice.below(25) };
  if (roll < 0.8) return { phase: 'sending', method: 'sendMessage', calls: 1 + dice.below(4), afterMs: dice.below(12) };
  if (roll < 0.92) return { phase: 'serving', method: 'getUpdates', calls: 1, afterMs: dice.below(400) };
  return { phase: 'closing', method: 'getUpdates', calls: 1 + dice.below(3), afterMs: dice.below(60) };
}
