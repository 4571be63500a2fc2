import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

const HASH_BYTES = 32;

/** Where one result is kept. */
interface KeptPlace {
  /** What was put here before; undefined where nothing was, or it is damaged. */
  find(): unknown;
  /** Takes the place of what was kept under the name before. Plain data only: anything else is not kept. */
  put(made: unknown): void;
}

/**
 * Keeps in a folder what takes long to work out at a start and comes out the same each time: plain data, found again by its name and all
 * that it was made from. A file that is absent or damaged is made anew; where none can be written, everything is worked out at each start.
 */
export function keptPlaces(folder: string): (name: string, from: string) => KeptPlace {
  return (name, from) => {
    // Data written by one version of V8 need not be readable by another.
    const file = `${name}-${hashOf(`${process.versions.v8}\n${from}`).toString('hex').slice(0, 32)}`;
    return { find: () => read(join(folder, file)), put: (made) => write(folder, name, file, made) };
  };
}

/** The same for what is worked out in one go. `version` is that of the program, where all of it may have a say. */
export function keptResults(folder: string, version = ''): <T>(name: string, from: () => string, make: () => T) => T {
  const places = keptPlaces(folder);
  return (name, from, make) => {
    const place = places(name, `${version}\n${from()}`);
    const kept = place.find();
    if (kept !== undefined) return kept as ReturnType<typeof make>;
    const made = make();
    place.put(made);
    return made;
  };
}

const hashOf = (content: string | Uint8Array): Buffer => createHash('sha256').update(content).digest();

/** What a file holds whose hash, which stands before it, is right. */
function read(file: string): unknown {
  try {
    const content = readFileSync(file);
    const data = content.subarray(HASH_BYTES);
    return hashOf(data).equals(content.subarray(0, HASH_BYTES)) ? deserialize(data) : undefined;
  } catch {
    return undefined;
  }
}

function write(folder: string, name: string, file: string, made: unknown): void {
  try {
    const data = serialize(made);
    mkdirSync(folder, { recursive: true });
    const beside = join(folder, `${file}.${process.pid}`);
    writeFileSync(beside, Buffer.concat([hashOf(data), data]));
    renameSync(beside, join(folder, file));
    for (const old of readdirSync(folder)) if (old.startsWith(`${name}-`) && old !== file) rmSync(join(folder, old), { force: true });
  } catch {
    // A full or read-only disk: the next start works it out again.
  }
}
