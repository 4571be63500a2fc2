import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

const HASH_BYTES = 32;

/**
 * Keeps in a folder what takes long to work out at a start and comes out the same each time: plain data, found again by what it was
 * made from. A file that is absent or damaged is made anew; where none can be written, everything is worked out at each start.
 */
export function keptResults(folder: string): <T>(name: string, from: () => string, make: () => T) => T {
  return (name, from, make) => {
    // Data written by one version of V8 need not be readable by another.
    const file = `${name}-${hashOf(`${process.versions.v8}\n${from()}`).toString('hex').slice(0, 32)}`;
    const kept = read(join(folder, file));
    if (kept !== null) return deserialize(kept) as ReturnType<typeof make>;
    const made = make();
    write(folder, name, file, serialize(made));
    return made;
  };
}

const hashOf = (content: string | Uint8Array): Buffer => createHash('sha256').update(content).digest();

/** The data of a file whose hash, which stands before it, is right. */
function read(file: string): Buffer | null {
  try {
    const content = readFileSync(file);
    const data = content.subarray(HASH_BYTES);
    return hashOf(data).equals(content.subarray(0, HASH_BYTES)) ? data : null;
  } catch {
    return null;
  }
}

/** Takes the place of what was kept under the name before. */
function write(folder: string, name: string, file: string, data: Buffer): void {
  try {
    mkdirSync(folder, { recursive: true });
    const beside = join(folder, `${file}.${process.pid}`);
    writeFileSync(beside, Buffer.concat([hashOf(data), data]));
    renameSync(beside, join(folder, file));
    for (const old of readdirSync(folder)) if (old.startsWith(`${name}-`) && old !== file) rmSync(join(folder, old), { force: true });
  } catch {
    // A full or read-only disk: the next start works it out again.
  }
}
