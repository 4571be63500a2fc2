import { chmodSync, existsSync, lstatSync, mkdirSync, readlinkSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { endAll, systemProcesses, type Processes } from './process-tree.ts';

/** The library's own name for the browser's profile below the session folder. */
const PROFILE = 'session';
const LOCKS = ['SingletonLock', 'SingletonCookie', 'SingletonSocket'];

/** The folder with the session. Whoever can read it is the shop on WhatsApp, so only its owner may (S21). */
export function openProfile(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
}

/** Forgets the session, after the phone has unlinked it. The browser must have ended. */
export function wipeProfile(folder: string): void {
  rmSync(join(folder, PROFILE), { recursive: true, force: true, maxRetries: 4 });
}

/** True once a phone has been linked here (the browser has kept a profile). */
export const hasProfile = (folder: string): boolean => existsSync(join(folder, PROFILE));

/**
 * Makes way for a new browser (F19): ends the one a killed predecessor left behind, and removes a lock nobody holds any more.
 * A process that merely has the same number is left alone, and so is a browser on another profile.
 */
export async function freeProfile(folder: string, processes: Processes = systemProcesses): Promise<void> {
  const profile = join(folder, PROFILE);
  const holder = lockHolder(join(profile, 'SingletonLock'));
  if (holder === null) return;
  const ours = holder.host === hostname() && processes.alive(holder.pid) && processes.commandLine(holder.pid).includes(profile);
  if (ours) await endAll(processes.tree(holder.pid), processes);
  for (const lock of LOCKS) rmSync(join(profile, lock), { force: true });
}

/** The lock is a link to `HOST-PID`. */
function lockHolder(path: string): { readonly host: string; readonly pid: number } | null {
  try {
    if (!lstatSync(path).isSymbolicLink()) return null;
    const [, host, pid] = /^(.*)-(\d+)$/.exec(readlinkSync(path)) ?? [];
    return host === undefined ? null : { host, pid: Number(pid) };
  } catch {
    return null;
  }
}
