import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Not among a program's own sources, and yet what its compiled form hangs on: the packages, and how it is made. */
const BESIDES = ['package-lock.json', 'tsconfig.json', 'bin/compiled/compile.mjs'];
/** A new file here is part of the program, although no source names it. */
const FLOWS = 'flows';

const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex');

/**
 * The file with the compiled form of a program, below `compiled/`; made where there is none or a source, a flow or a package is another
 * than when it was made.
 * @param {string} program absolute path of its source
 * @param {string} root absolute path of the project
 * @returns {Promise<string>}
 * @throws Error where the sources cannot be compiled, or the form cannot be kept
 */
export async function compiledFormOf(program, root) {
  const folder = path.join(root, 'compiled');
  const name = path.relative(root, program).replaceAll(/[\\/]/g, '-').replace(/\.\w+$/, '');
  const record = path.join(folder, `${name}.json`);
  const known = readRecord(record);
  if (known !== null && isOf(known, root)) return path.join(folder, known.form);

  const { compile } = await import('./compile.mjs');
  const { code, map, sources } = await compile(program, root);
  // Named by what is in it and what it is made for: what V8 keeps beside it can never be that of another form, and what the program keeps
  // by this name never that of another version (src/program-version.ts).
  const form = `${name}-${hashOf(Buffer.concat([code, ...BESIDES.map((file) => readFileSync(path.join(root, file)))])).slice(0, 16)}.cjs`;
  mkdirSync(folder, { recursive: true });
  write(path.join(folder, `${form}.map`), map);
  write(path.join(folder, form), code);
  write(record, JSON.stringify({ root, form, flows: flowsOf(root), sources: [...sources, ...BESIDES].map((file) => [file, ...stampOf(path.join(root, file)), hashOf(readFileSync(path.join(root, file)))]) }));
  for (const old of readdirSync(folder)) if (new RegExp(`^${name}-[0-9a-f]{16}\\.`).test(old) && !old.startsWith(form)) rmSync(path.join(folder, old), { force: true });
  return path.join(folder, form);
}

function readRecord(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Whether a form is that of the sources as they lie here. A file's content is read only where its date or size is another. */
function isOf({ root: itsRoot, form, flows, sources }, root) {
  if (itsRoot !== root || flows !== flowsOf(root)) return false;
  try {
    statSync(path.join(root, 'compiled', form));
    return sources.every(([file, size, changedAt, hash]) => {
      const here = `${root}/${file}`;
      const [itsSize, itsChange] = stampOf(here);
      return itsSize === size && (itsChange === changedAt || hashOf(readFileSync(here)) === hash);
    });
  } catch {
    return false;
  }
}

function stampOf(file) {
  const { size, mtimeMs } = statSync(file);
  return [size, mtimeMs];
}

const flowsOf = (root) => readdirSync(path.join(root, FLOWS)).sort().join(' ');

/** Another process may be reading it, or making the same. */
function write(file, content) {
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, content);
  renameSync(beside, file);
}
