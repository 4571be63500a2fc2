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
  bytes: Buffer = Buffer.alloc(0);
  /** Grows whenever what is safe changes. */
  version = 0;
  pending: Pending[] = [];
  private fd: number;
  private readonly path: string;

  constructor(path: string) {
    this.path = path;
    this.fd = openSync(path, 'w+');
  }

  /** Everything so far is on the disk for good. */
  sync(): void {
    for (const entry of this.pending) {
      this.bytes = applied(this.bytes, entry);
      this.lay(entry);
    }
    if (this.pending.length > 0) this.version++;
    this.pending = [];
  }

  lay(entry: Laid): void {
    if ('length' in entry) ftruncateSync(this.fd, entry.length);
    else writeSync(this.fd, entry.data, 0, entry.data.length, entry.offset);
  }

  /** Lays what is safe where `laid` has been. */
  takeBack(laid: readonly Laid[]): void {
    if (laid.some((entry) => 'length' in entry)) return this.layAnew();
    for (const entry of laid as readonly Piece[]) {
      const safe = this.bytes.subarray(entry.offset, entry.offset + entry.data.length);
      if (safe.length > 0) writeSync(this.fd, safe, 0, safe.length, entry.offset);
    }
    ftruncateSync(this.fd, this.bytes.length);
  }

  /** Lays what is safe there, whatever has become of the file. */
  layAnew(): void {
    this.remove();
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
  private made = 0;

  constructor(folder: string) { this.folder = folder; }

  take(entry: Entry): void {
    switch (entry.kind) {
      case 'write':
      case 'truncate': this.file(entry.file).pending.push(entry); return;
      case 'sync': this.file(entry.file).sync(); return;
      case 'unlink':
        this.files.get(entry.file)?.remove();
        this.files.delete(entry.file);
        return;
      case 'life':
      case 'said': return;
    }
  }

  /**
   * Cuts the power: lays the files there as they would be found, lets `look` at them, and lays back what is safe. A disk
   * that has been looked at before (`known` holds its key) is not looked at again. `look` is given a mark for the content of
   * each file, and says whether it changed the files.
   */
  cut<T extends { readonly changed: boolean }>(fate: Fate, dice: Dice, known: Map<string, T>, look: (marks: ReadonlyMap<string, string>) => T): { readonly found: T; readonly fresh: boolean } {
    const survived = [...this.files].map(([name, file]) => ({ name, file, ...survivors(file.pending, fate, dice) }));
    const marks = new Map(survived.map(({ name, file, mark }) => [name, `${file.version}:${mark}`]));
    const key = [...marks].join(' ');
    const before = known.get(key);
    if (before !== undefined) return { found: before, fresh: false };
    for (const { file, apply } of survived) for (const entry of apply) file.lay(entry);
    const found = look(marks);
    for (const { file, apply } of survived) {
      if (found.changed) file.layAnew();
      else file.takeBack(apply);
    }
    known.set(key, found);
    return { found, fresh: true };
  }

  private file(name: string): SafeFile {
    const known = this.files.get(name);
    if (known) return known;
    const file = new SafeFile(join(this.folder, name));
    file.version = ++this.made * 1_000_000;
    this.files.set(name, file);
    return file;
  }
}

type Laid = Piece | { readonly length: number };

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
