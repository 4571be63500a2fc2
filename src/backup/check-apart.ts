import path from 'node:path';
import { z } from 'zod';
import { runApart } from './apart.ts';
import type { CopyCheck } from './check-copy.ts';
import { TOTALS } from './copy-record.ts';

const ANSWER: z.ZodType<CopyCheck> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sound'), totals: TOTALS, schema: z.number(), bytes: z.number(), sha256: z.string() }),
  z.object({ kind: z.literal('unsound'), why: z.string() }),
]);

const SCRIPT = path.join(import.meta.dirname, 'check-main.ts');

/** `checkCopy` in a process of its own. One that fails or is ended makes the copy unsound. */
export async function checkApart(file: string, signal: AbortSignal): Promise<CopyCheck> {
  try {
    return ANSWER.parse(JSON.parse(await runApart(SCRIPT, [file], signal)));
  } catch (error) {
    return { kind: 'unsound', why: error instanceof Error ? error.message : String(error) };
  }
}
