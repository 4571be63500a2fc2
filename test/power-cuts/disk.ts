import { closeSync, ftruncateSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Dice } from '../simulation/dice.ts';
import type { Entry } from './record-log.ts';

/** What a disk can tear: a sector is written whole or not at all. */
const SECTOR = 512;

/** What became of the writes that no sync had made safe when the power went. */
export type Fate = 'dropped' | 'kept' | 'torn';

type Pending = Extract<Entry, { kind: 'write' | 'truncate' }>;

/** A part of a pending write that reached the disk. */
interface Piece { readonly offset: number; readonly data: Buffer }

class SafeFile {
  bytes = Buffer.alloc(0);
  pending: Pending[] = [];
  fd: number;
  private readonly path: string;

  constructor(path: string) {
    this.path = path;
    this.fd = openSync(path, 'w+');
  }

  /** Everything so far is on the disk for good. */
  sync(): void {
    for (const entry of this.pending) this.bytes = applied(this.bytes, entry);
    this.pending = [];
    this.writeWhole();
  }

  /** SQLite may have taken the file away, or have changed it: what is safe is laid there again. */
  writeWhole(): void {
    closeSync(this.fd);
    rmSync(this.path, { force: true });
    this.fd = openSync(this.path, 'w+');
    if (this.bytes.length > 0) writeSync(this.fd, this.bytes, 0, this.bytes.length, 0);
  }

  remove(): void {
    closeSync(this.fd);
    rmSync(this.path, { force: true });
  }
}

function applied(bytes: Buffer, entry: Pending): Buffer {
  if (entry.kind === 'truncate') return entry.length <= bytes.length ? bytes.subarray(0, entry.length) : grown(bytes, entry.length);
  const end = entry.offset + entry.data.length;
  const room = end > bytes.length ? grown(bytes, end) : bytes;
  entry.data.copy(room, entry.offset);
  return room;
}

function grown(bytes: Buffer, length: number): Buffer {
  const room = Buffer.alloc(length);
  bytes.copy(room);
  return room;
}

/**
 * The disk under a recorded process: what is safe, and what was written since the last sync of each file. Files are made
 * and taken away at once, as on a journaling file system; of all else only what was synced is sure.
 */
export class Disk {
  private readonly folder: string;
  private readonly files = new Map<string, SafeFile>();
  /** Grows whenever what is safe changes: the same number and the same pieces are the same disk. */
  private version = 0;

  constructor(folder: string) { this.folder = folder; }

  take(entry: Entry): void {
    switch (entry.kind) {
      case 'write':
      case 'truncate': this.file(entry.file).pending.push(entry); return;
      case 'sync': {
        const file = this.file(entry.file);
        if (file.pending.length === 0) return;
        file.sync();
        this.version++;
        return;
      }
      case 'unlink':
        this.files.get(entry.file)?.remove();
        this.files.delete(entry.file);
        this.version++;
        return;
      case 'life':
      case 'said': return;
    }
  }

  /**
   * Cuts the power: lays the files there as they would be found, lets `look` at them, and lays back what is safe. A disk
   * that has been looked at before (`known` holds its key) is not looked at again.
   */
  cut<T>(fate: Fate, dice: Dice, known: Map<string, T>, look: () => T): { readonly found: T; readonly fresh: boolean } {
    const survived = [...this.files].map(([name, file]) => ({ name, file, ...survivors(file.pending, fate, dice) }));
    const key = `${this.version} ${survived.map(({ name, mark }) => `${name}:${mark}`).join(' ')}`;
    const before = known.get(key);
    if (before !== undefined) return { found: before, fresh: false };
    for (const { file, apply } of survived) for (const entry of apply) lay(file.fd, entry);
    const found = look();
    for (const { file } of survived) file.writeWhole();
    known.set(key, found);
    return { found, fresh: true };
  }

  private file(name: string): SafeFile {
    const known = this.files.get(name);
    if (known) return known;
    const file = new SafeFile(join(this.folder, name));
    this.files.set(name, file);
    this.version++;
    return file;
  }
}

type Laid = Piece | { readonly length: number };

function lay(fd: number, entry: Laid): void {
  if ('length' in entry) ftruncateSync(fd, entry.length);
  else writeSync(fd, entry.data, 0, entry.data.length, entry.offset);
}

/** Which of the pending writes are on the disk, and a mark that tells these survivors from all others. */
function survivors(pending: readonly Pending[], fate: Fate, dice: Dice): { readonly apply: readonly Laid[]; readonly mark: string } {
  if (fate === 'dropped' || pending.length === 0) return { apply: [], mark: '-' };
  if (fate === 'kept') return { apply: pending.map((entry) => (entry.kind === 'truncate' ? { length: entry.length } : entry)), mark: `all ${pending.length}` };
  const marks: string[] = [];
  const apply = pending.flatMap((entry): Laid[] => {
    const luck = dice.below(4);
    if (entry.kind === 'truncate' || luck < 3) {
      marks.push(luck === 0 ? '0' : '1');
      if (luck === 0) return [];
      return [entry.kind === 'truncate' ? { length: entry.length } : entry];
    }
    return torn(entry, dice, marks);
  });
  return { apply, mark: marks.join('') };
}

/** The sectors of one write that reached the disk. */
function torn(entry: Extract<Pending, { kind: 'write' }>, dice: Dice, marks: string[]): Piece[] {
  const pieces: Piece[] = [];
  marks.push('(');
  for (let at = 0; at < entry.data.length;) {
    const end = Math.min(entry.data.length, at + SECTOR - ((entry.offset + at) % SECTOR));
    const reached = dice.chance(0.5);
    if (reached) pieces.push({ offset: entry.offset + at, data: entry.data.subarray(at, end) });
    marks.push(reached ? '1' : '0');
    at = end;
  }
  marks.push(')');
  return pieces;
}
