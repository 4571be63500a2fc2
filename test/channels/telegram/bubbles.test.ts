import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeskEvent } from '../../../src/channels/staff-desk.ts';
import { bubblesOf } from '../../../src/channels/telegram/staff/bubbles.ts';

const arbitraryEvents = fc.array(fc.record({
  chat: fc.integer({ min: 1, max: 3 }), size: fc.integer({ min: 1, max: 3_000 }), kind: fc.constantFrom('line', 'photo', 'claimed'),
})).map((all) => all.map(({ chat, size, kind }, n): DeskEvent => {
  const common = { seq: n + 1, at: 0, chat };
  if (kind === 'claimed') return { ...common, kind: 'handoff_claimed', by: 'siti' };
  return { ...common, kind: 'customer_line', text: 'x'.repeat(size), photo: kind === 'photo' ? 'telegram:F' : null };
}));

describe('joining what is shown', () => {
  it('shows every event once, keeps the order of each chat, and overfills no bubble', () => {
    fc.assert(fc.property(arbitraryEvents, (events) => {
      const bubbles = bubblesOf(events);
      expect(bubbles.flatMap((one) => one.seqs).sort((a, b) => a - b)).toEqual(events.map((one) => one.seq));
      for (const chat of [1, 2, 3]) {
        const seqs = bubbles.flatMap((one) => one.seqs).filter((seq) => {
          const event = events[seq - 1];
          return event !== undefined && 'chat' in event && event.chat === chat;
        });
        expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
      }
      for (const one of bubbles) if (one.kind === 'lines' && one.texts.length > 1) expect(one.texts.join('\n').length).toBeLessThanOrEqual(3_501);
    }));
  });

  it('joins the lines of a chat around those of another', () => {
    const line = (seq: number, chat: number): DeskEvent => ({ kind: 'customer_line', seq, at: 0, chat, text: `${seq}`, photo: null });
    expect(bubblesOf([line(1, 1), line(2, 2), line(3, 1)]).map((one) => one.seqs)).toEqual([[1, 3], [2]]);
  });
});
