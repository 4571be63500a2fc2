import { execFile } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const RUN = fileURLToPath(new URL('../../bin/run.mjs', import.meta.url));

/**
 * Runs a script of ours in a process of its own, of low priority: reading a big database through takes seconds without a
 * pause, and the shop must answer meanwhile. Resolves with what it wrote.
 * @throws Error when it exits with another code than 0 (what it wrote is its `stdout`), or when `signal` ends it
 */
export async function runApart(script: string, args: readonly string[], signal: AbortSignal): Promise<string> {
  const running = promisify(execFile)(process.execPath, [RUN, script, ...args], { signal });
  try {
    if (running.child.pid !== undefined) setPriority(running.child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It is a courtesy only, and a process that has already ended needs none.
  }
  return (await running).stdout;
}
