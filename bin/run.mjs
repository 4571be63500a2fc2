#!/usr/bin/env node
/**
 * Runs a program of ours from its compiled form, which is made first where a source has changed: `node bin/run.mjs src/main.ts …`
 * (docs/decisions/014). Where none can be made or kept, tsx runs the sources, which does the same and starts slower.
 */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compiledFormOf } from './compiled/compiled-form.mjs';
import { execute } from './compiled/execute.mjs';
import { collectInTime } from './compiled/heap-growth.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = path.resolve(root, process.argv[2] ?? 'src/main.ts');
process.argv.splice(1, 2, program);
collectInTime();

const form = await compiledFormOf(program, root).catch((error) => {
  process.stderr.write(`Kode tidak bisa dikompilasi, jadi dijalankan langsung (lebih lambat saat mulai): ${error.message.trim().split('\n').slice(0, 3).join(' ')}\n`);
  return null;
});
if (form === null) {
  (await import('tsx/esm/api')).register();
  await import(pathToFileURL(program).href);
} else execute(form, program);
