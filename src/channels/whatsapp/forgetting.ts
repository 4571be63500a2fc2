import { createIdentities } from './identity.ts';
import { createOwnSends } from './own-sends.ts';
import { createReadingMarks } from './reading-marks.ts';
import type { Memory } from './surroundings.ts';

/**
 * Removes from what WhatsApp's channel remembers every trace of a person, their phone number above all (S20); also while WhatsApp is
 * switched off.
 */
export function forgetOnWhatsApp(memory: Memory, chat: string): void {
  const marks = createReadingMarks(memory);
  const identities = createIdentities({
    memory, clock: { now: () => 0, sleep: () => Promise.resolve() }, ask: () => Promise.resolve({ lid: null, phone: null }), onDoubt: () => {},
  });
  for (const address of identities.addresses(chat)) marks.forget(address);
  createOwnSends(memory).forget(chat);
  identities.forget(chat);
}
