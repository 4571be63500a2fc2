/**
 * Runs a compiled bot: `node run-compiled.mjs BOT.cjs`. What V8 has made of the program is kept beside it by the first run that
 * ends of itself, and spares every later start a good part of its time.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { constants, Script } from 'node:vm';

const [, , file] = process.argv;
const kept = `${file}.v8`;
const known = existsSync(kept);
const script = new Script(`(function (require, module, exports) {${readFileSync(file, 'utf8')}\n})`, {
  filename: file, importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER, ...(known && { cachedData: readFileSync(kept) }),
});
if (!known) process.once('exit', () => writeFileSync(kept, script.createCachedData()));
script.runInThisContext()(createRequire(path.resolve(import.meta.dirname, '../../src/main.ts')), { exports: {} }, {});
