import type { DeskChat, DeskEvent } from '../../staff-desk.ts';

type CustomerLine = Extract<DeskEvent, { kind: 'customer_line' }>;

/** What is shown at once: one event, or a customer's lines that came while the group's limit kept us waiting. */
export type Bubble =
  | { readonly kind: 'lines'; readonly chat: DeskChat; readonly texts: string[]; readonly seqs: number[] }
  | { readonly kind: 'event'; readonly event: DeskEvent; readonly seqs: number[] };

/** Room in one bubble, with the name and the mark before it. */
const MOST_CHARS = 3_500;

/**
 * Joins the lines of each customer, so that a busy hour fits into 20 messages a minute. Within one chat the order of things
 * is kept: a line never moves over another event of its chat.
 */
export function bubblesOf(events: readonly DeskEvent[]): Bubble[] {
  const bubbles: Bubble[] = [];
  const open = new Map<DeskChat, Extract<Bubble, { kind: 'lines' }>>();
  for (const event of events) {
    if (event.kind === 'customer_line' && event.photo === null) {
      const begun = open.get(event.chat);
      if (begun && sizeOf(begun.texts) + event.text.length <= MOST_CHARS) {
        begun.texts.push(event.text);
        begun.seqs.push(event.seq);
        continue;
      }
      const lines = beginLines(event);
      open.set(event.chat, lines);
      bubbles.push(lines);
    } else {
      if ('chat' in event && event.chat !== null) open.delete(event.chat);
      bubbles.push({ kind: 'event', event, seqs: [event.seq] });
    }
  }
  return bubbles;
}

const beginLines = (event: CustomerLine): Extract<Bubble, { kind: 'lines' }> =>
  ({ kind: 'lines', chat: event.chat, texts: [event.text], seqs: [event.seq] });

const sizeOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length + 1, 0);
