import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What bin/compiled/execute.mjs calls the compiled form that runs; nothing where the sources themselves do. */
declare const COMPILED_FORM: string | undefined;

const ROOT = join(import.meta.dirname, '..');

/** Another text for every other version of the program and its packages. For what is kept between starts and hangs on the code. */
export const programVersion = (): string => (typeof COMPILED_FORM === 'string' ? COMPILED_FORM : hashOfSources());

function hashOfSources(): string {
  const hash = createHash('sha256');
  const sources = ['src', 'flows'].flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file)).sort().map((file) => join(folder, file)));
  for (const file of [...sources, 'package-lock.json']) hash.update(`${file}\n`).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}
