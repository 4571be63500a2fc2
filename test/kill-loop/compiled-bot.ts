import { mkdir, readFile, readdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

const REPO = path.resolve(import.meta.dirname, '../..');

/** Packages with machine code of their own, with data files beside them, or that this run never loads. */
const LEFT_OUT = ['better-sqlite3', 'sharp', 'idn-area-data', 'date-holidays', 'tsx', 'whatsapp-web.js'];

/**
 * The bot as plain JavaScript in a scratch folder: the same files as `npm start` runs, without tsx translating them at each of
 * many hundred starts. Its data, words and pages are still read from the source tree.
 * @returns the file to run with node
 */
export async function compileBot(scratch: string): Promise<string> {
  const out = path.join(scratch, 'bot');
  await mkdir(out, { recursive: true });
  await symlink(path.join(REPO, 'node_modules'), path.join(out, 'node_modules'), 'dir');
  const flows = (await readdir(path.join(REPO, 'flows'))).filter((file) => file.endsWith('.ts'));
  await build({
    absWorkingDir: REPO, outdir: out, outbase: REPO, outExtension: { '.js': '.mjs' },
    entryPoints: ['src/main.ts', ...flows.map((file) => `flows/${file}`)],
    bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20', external: [...LEFT_OUT], logLevel: 'warning',
    // What was written for CommonJS asks for its parts by `require`.
    banner: { js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(${JSON.stringify(import.meta.url)});` },
    plugins: [sourcesKnowTheirPlace(path.join(out, 'flows'))],
  });
  return path.join(out, 'src/main.mjs');
}

/** A bundled file would take the bundle for its own place, and look there for the files that lie beside it. */
function sourcesKnowTheirPlace(compiledFlows: string): Plugin {
  return {
    name: 'sources-know-their-place',
    setup(bundle) {
      bundle.onLoad({ filter: /\/src\/.*\.tsx?$/ }, async ({ path: file }) => {
        const source = (await readFile(file, 'utf8'))
          .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href))
          .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file)));
        return { contents: file.endsWith('/load-flows.ts') ? withCompiledFlows(source, compiledFlows) : source, loader: file.endsWith('x') ? 'tsx' : 'ts' };
      });
    },
  };
}

/** The flows are found by listing their folder, where they now stand under other names. */
function withCompiledFlows(source: string, folder: string): string {
  const changed = source.replace(/folder = FLOWS/, `folder = ${JSON.stringify(folder)}`).replace(".endsWith('.ts')", ".endsWith('.mjs')");
  if (!changed.includes(folder) || !changed.includes('.mjs')) throw new Error('load-flows.ts finds its flows in another way than this knows');
  return changed;
}
