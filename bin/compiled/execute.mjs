import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';
import { nameSourcesInStacks } from './stack-traces.mjs';

/** By then a shop has answered, and most of what it is made of has been needed. */
const KEEP_AFTER_MS = 60_000;
const HASH_BYTES = 32;

/**
 * Runs the compiled form of a program as if node had been given the program. What V8 makes of it is kept beside the form, and spares
 * every later start the work; another version of V8 sees that it does not fit, and it is made anew.
 * @param {string} form the file with the compiled form
 * @param {string} program absolute path of its source, from where packages are looked for
 */
export function execute(form, program) {
  const kept = `${form}.v8`;
  const cachedData = readSound(kept);
  // esbuild writes ASCII only, and V8 keeps that in half the room.
  const script = new Script(readFileSync(form, 'latin1'), { filename: form, ...(cachedData && { cachedData }) });
  nameSourcesInStacks(form);
  if (!cachedData || script.cachedDataRejected) {
    process.once('exit', keep);
    setTimeout(keep, KEEP_AFTER_MS).unref();
  }
  const module = { exports: {} };
  script.runInThisContext()(createRequire(program), module, module.exports, path.basename(form));

  function keep() {
    try {
      const data = script.createCachedData();
      writeFileSync(`${kept}.${process.pid}`, Buffer.concat([hashOf(data), data]));
      renameSync(`${kept}.${process.pid}`, kept);
    } catch {
      // It only makes starts quicker: where it cannot be written, they take longer.
    }
  }
}

const hashOf = (data) => createHash('sha256').update(data).digest();

/** V8 believes what it is given, and dies of what is damaged: hence the hash before it. */
function readSound(file) {
  try {
    const content = readFileSync(file);
    const data = content.subarray(HASH_BYTES);
    return hashOf(data).equals(content.subarray(0, HASH_BYTES)) ? data : undefined;
  } catch {
    return undefined;
  }
}
