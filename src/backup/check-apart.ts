import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { constants, setPriority } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { CopyCheck } from './check-copy.ts';
import { TOTALS } from './copy-record.ts';

const ANSWER: z.ZodType<CopyCheck> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sound'), totals: TOTALS, schema: z.number(), bytes: z.number(), sha256: z.string() }),
  z.object({ kind: z.literal('unsound'), why: z.string() }),
]);

const SCRIPT = path.join(import.meta.dirname, 'check-main.ts');
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/**
 * `checkCopy` in a process of its own, of low priority: the check of a big database reads for seconds without a pause,
 * and the shop must answer meanwhile. A process that fails or is ended makes the copy unsound.
 */
export async function checkApart(file: string, signal: AbortSignal): Promise<CopyCheck> {
  try {
    const running = promisify(execFile)(process.execPath, ['--import', LOADER, SCRIPT, file], { signal });
    try {
      if (running.child.pid !== undefined) setPriority(running.child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    } catch {
      // It is a courtesy only, and a process that has already ended needs none.
    }
    return ANSWER.parse(JSON.parse((await running).stdout));
  } catch (error) {
    return { kind: 'unsound', why: error instanceof Error ? error.message : String(error) };
  }
}
