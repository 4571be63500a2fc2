import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** What there is to know of processes without asking them. Linux's /proc where it is, `ps` elsewhere. */
export interface Processes {
  /** The process and everything it has started, itself first; empty when it is dead. */
  tree(pid: number): readonly number[];
  /** Memory held by these, in bytes; shared pages count for their share where the system tells it. */
  memory(pids: readonly number[]): number;
  alive(pid: number): boolean;
  commandLine(pid: number): string;
  /** Ends them at once. Those that are dead already are no matter. */
  kill(pids: readonly number[]): void;
}

export const systemProcesses: Processes = {
  tree(pid) {
    const children = parents();
    if (!systemProcesses.alive(pid)) return [];
    const found = [pid];
    for (const one of found) found.push(...(children.get(one) ?? []));
    return found;
  },
  memory: (pids) => pids.reduce((sum, pid) => sum + memoryOf(pid), 0),
  alive(pid) {
    try {
      process.kill(pid, 0);
      return !isZombie(pid);
    } catch {
      return false;
    }
  },
  commandLine(pid) {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    } catch {
      return ps(['-o', 'command=', '-p', String(pid)]).trim();
    }
  },
  kill(pids) {
    for (const pid of pids) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // Dead already.
      }
    }
  },
};

/** Kills these and resolves when they are gone, or after three seconds. */
export async function endAll(pids: readonly number[], processes: Processes = systemProcesses): Promise<void> {
  processes.kill(pids);
  for (let looks = 0; looks < 300 && pids.some((pid) => processes.alive(pid)); looks += 1) await delay(10);
}

/** Children by parent. */
function parents(): ReadonlyMap<number, number[]> {
  const children = new Map<number, number[]>();
  for (const [pid, parent] of pairs()) children.set(parent, [...(children.get(parent) ?? []), pid]);
  return children;
}

function pairs(): readonly (readonly [pid: number, parent: number])[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
      const fields = statOf(Number(name));
      return fields ? [[Number(name), Number(fields[1])] as const] : [];
    });
  } catch {
    return ps(['-A', '-o', 'pid=,ppid=']).trim().split('\n').map((line) => {
      const [pid = 0, parent = 0] = line.trim().split(/\s+/).map(Number);
      return [pid, parent] as const;
    });
  }
}

/** Fields of /proc/PID/stat after the name, which may hold blanks: state, parent, … */
function statOf(pid: number): readonly string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

const isZombie = (pid: number): boolean => statOf(pid)?.[0] === 'Z';

function memoryOf(pid: number): number {
  try {
    const kib = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
    return Number(kib ?? 0) * 1024;
  } catch {
    // Another user's process or another system: the resident size will do.
    return Number(ps(['-o', 'rss=', '-p', String(pid)]).trim() || 0) * 1024;
  }
}

function ps(args: readonly string[]): string {
  try {
    return execFileSync('ps', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}
