import type { UtcMs } from '../../src/shop/units.ts';

/**
 * A transcript is a conversation as a person would read it:
 *
 *     # what the story shows
 *     # shop: butik                         the shop it happens in, of test/shops; else the sample shop
 *     # pause: 3 s                          the shop waits so long for the rest of a burst; else it answers at once
 *     @ 2026-11-23T10:00:00+07:00          the clock
 *     c1: halo kak                          a customer's line
 *     c1 (foto): bukti.jpg                  a photo
 *     c1 (stiker):                          sticker, suara, video, berkas, lokasi
 *     c1 [Ya, pesan]                        a tap on the choice of that label
 *     siti: claim c1                        a staff act
 *         L: Halo Kak …                     what the shop says, in full; its choices in brackets below
 *         * order.placed DK-1 …             what happened
 *
 * Customer lines and acts are written by hand; the indented lines are what the shop made of them, kept in the file and
 * compared to the letter. `npm run transcripts` writes them anew, for a person to read.
 */
export type Step =
  | { readonly kind: 'clock'; readonly at: UtcMs; readonly source: string }
  | { readonly kind: 'says'; readonly chat: string; readonly text: string; readonly source: string }
  | { readonly kind: 'shows'; readonly chat: string; readonly photo: string; readonly source: string }
  | { readonly kind: 'sends'; readonly chat: string; readonly what: string; readonly source: string }
  | { readonly kind: 'taps'; readonly chat: string; readonly label: string; readonly source: string }
  | { readonly kind: 'staff'; readonly staff: string; readonly act: string; readonly target: string; readonly rest: string; readonly source: string };

export interface Transcript {
  readonly heading: readonly string[];
  /** Every step with the lines that follow it. */
  readonly steps: readonly { readonly step: Step; readonly expected: readonly string[] }[];
}

/** The sample shop's people; everyone else is a customer. */
const STAFF = /^(?:siti|budi|ratna)$/;

/** Reads a transcript. @throws Error naming the line that cannot be read */
export function readTranscript(text: string): Transcript {
  const heading: string[] = [];
  const steps: { step: Step; expected: string[] }[] = [];
  text.split('\n').forEach((line, i) => {
    if (line.trim() === '') return;
    if (line.startsWith('#')) heading.push(line);
    else if (/^\s/.test(line)) {
      const current = steps.at(-1);
      if (!current) throw new Error(`line ${i + 1}: the shop speaks before anyone wrote`);
      current.expected.push(line.trimEnd());
    } else steps.push({ step: readStep(line, i + 1), expected: [] });
  });
  return { heading, steps };
}

function readStep(source: string, line: number): Step {
  const clock = /^@ (\S+)$/.exec(source);
  if (clock) return { kind: 'clock', at: Date.parse(clock[1]!), source };
  const tap = /^(\w+) \[(.+)\]$/.exec(source);
  if (tap) return { kind: 'taps', chat: tap[1]!, label: tap[2]!, source };
  const special = /^(\w+) \((\w+)\): ?(.*)$/.exec(source);
  if (special) {
    return special[2] === 'foto' ? { kind: 'shows', chat: special[1]!, photo: special[3]!, source }
      : { kind: 'sends', chat: special[1]!, what: special[2]!, source };
  }
  const said = /^(\w+): ?(.*)$/.exec(source);
  if (!said) throw new Error(`line ${line}: neither a clock, a customer, nor staff: ${source}`);
  if (STAFF.test(said[1]!)) {
    const [act, target, ...rest] = said[2]!.split(' ');
    return { kind: 'staff', staff: said[1]!, act: act!, target: target ?? '', rest: rest.join(' '), source };
  }
  return { kind: 'says', chat: said[1]!, text: said[2]!.replaceAll('\\n', '\n'), source };
}

export function writeTranscript(transcript: Transcript): string {
  const lines = [...transcript.heading, ''];
  for (const { step, expected } of transcript.steps) lines.push(step.source, ...expected);
  return `${lines.join('\n')}\n`;
}
