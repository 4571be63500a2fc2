import { readFileSync, statfsSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * File systems whose locks or shared memory SQLite cannot rely on (sqlite.org/wal.html, sqlite.org/howtocorrupt.html §2), by
 * the number that statfs(2) gives them on Linux (F36).
 */
const UNSUITABLE: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'], [0x517b, 'SMB'], [0xff534d42, 'SMB'], [0xfe534d42, 'SMB'], [0x564c, 'NCP'], [0x73757245, 'Coda'], [0x5346414f, 'AFS'],
  [0x01021997, '9p (folder Windows di dalam WSL, atau folder bersama mesin virtual)'], [0x00c36400, 'Ceph'], [0x786f4256, 'folder bersama VirtualBox'],
  [0xbacbacbc, 'folder bersama VMware'], [0x65735546, 'FUSE (folder awan atau jaringan)'],
]);
const FUSE = 0x65735546;

/** Folders that a program copies elsewhere while they are written to: it copies half of a change. */
const SYNCED = /^(?:dropbox(?: \(.+\))?|onedrive(?: - .+)?|google ?drive|my drive|drive saya|icloud ?drive|mobile documents|nextcloud|owncloud|mega|pcloud ?drive|yandex\.disk|box sync)$/i;

/** What is asked of the machine; handed in, so that a share can be had in a test. */
export interface FileSystemFacts {
  /** The number of the file system a folder lies on; null where it cannot be known. */
  readonly typeOf: (folder: string) => number | null;
  /** The name of the file system that is mounted nearest above a folder: "fuseblk", "fuse.sshfs"; null where it cannot be known. */
  readonly mountedAs: (folder: string) => string | null;
}

export const thisMachine: FileSystemFacts = {
  typeOf: (folder) => (process.platform === 'linux' ? statfsSync(folder).type : null),
  mountedAs: (folder) => (process.platform === 'linux' ? mountName(readFileSync('/proc/self/mountinfo', 'utf8'), resolve(folder)) : null),
};

/** Why a database must not lie in a folder, in a few words of Indonesian; null where it may. */
export function whyUnsuitable(folder: string, facts: FileSystemFacts = thisMachine): string | null {
  const path = resolve(folder);
  const synced = path.split(/[\\/]/).find((part) => SYNCED.test(part));
  if (synced !== undefined) return `folder yang disinkronkan (${synced})`;
  if (/^[\\/]{2}[^\\/]/.test(folder)) return 'folder jaringan';
  const type = facts.typeOf(folder);
  const name = type === null ? undefined : UNSUITABLE.get(type >>> 0);
  if (name === undefined) return null;
  // A USB disk of Windows is FUSE as well, and is a disk of this machine.
  return type === FUSE && facts.mountedAs(folder) === 'fuseblk' ? null : name;
}

/** From the lines of /proc/self/mountinfo: the type of the mount whose point is the longest that a path begins with. */
export function mountName(mountinfo: string, path: string): string | null {
  let longest = -1;
  let name: string | null = null;
  for (const line of mountinfo.split('\n')) {
    const [before, after] = line.split(' - ');
    const point = before?.split(' ')[4]?.replace(/\\040/g, ' ');
    const within = point !== undefined && (path === point || point === '/' || path.startsWith(`${point}/`));
    if (!within || after === undefined || point.length < longest) continue;
    longest = point.length;
    name = after.split(' ')[0] ?? null;
  }
  return name;
}
