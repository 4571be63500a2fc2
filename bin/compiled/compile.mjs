import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Packages with machine code of their own, or that look for files beside them. They are loaded as they are. */
const LEFT_OUT = ['better-sqlite3', 'sharp', 'tsx', 'esbuild', 'whatsapp-web.js'];
/** The form is one function, so that it runs as it lies there: to put five megabytes between two brackets takes longer than to read them. */
const OPENING = '(function(require,module,exports,COMPILED_FORM){';
const NO_MAP = `\n//# sourceMappingURL=data:application/json;base64,${Buffer.from('{"version":3,"sources":[""],"mappings":"A"}').toString('base64')}`;

/**
 * A program and all it imports as one script of CommonJS, which V8 can keep in its compiled state.
 * @param {string} program absolute path of its source
 * @param {string} root absolute path of the project; sources are named from there
 * @returns {Promise<{ code: Uint8Array, map: Uint8Array, sources: string[] }>}
 */
export async function compile(program, root) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root, entryPoints: [program], outfile: path.join(root, 'compiled', 'program.cjs'), write: false, metafile: true, logLevel: 'silent',
    // What V8 keeps has lost whom to ask for an import; a require needs nobody.
    supported: { 'dynamic-import': false },
    bundle: true, format: 'cjs', platform: 'node', target: 'node20', external: LEFT_OUT, minifyWhitespace: true, sourcemap: 'external', sourcesContent: false,
    // Only packages still ask after this; none of them reads a file by it.
    define: { 'import.meta.url': 'PACKAGES' }, banner: { js: `${OPENING}const PACKAGES=${JSON.stringify(pathToFileURL(program).href)};` }, footer: { js: '})' },
    plugins: [{ name: 'places', setup: (bundle) => { sourcesKnowTheirPlace(bundle, root); packagesStayUnmapped(bundle); } }],
  });
  const [map, code] = outputFiles.toSorted((a, b) => b.path.length - a.path.length).map(({ contents }) => contents);
  return { code, map, sources: Object.keys(metafile.inputs).filter((file) => !file.includes('node_modules/')) };
}

/** A source in a bundle would take the bundle for its own place, and look there for the files that lie beside it. */
function sourcesKnowTheirPlace(bundle, root) {
  bundle.onLoad({ filter: /\.[mt]sx?$/ }, async ({ path: file }) => {
    if (!file.startsWith(root) || file.includes('node_modules')) return null;
    const contents = (await readFile(file, 'utf8'))
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href))
      .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file)));
    return { contents, loader: file.endsWith('x') ? 'tsx' : 'ts' };
  });
}

/** Stack traces are for our sources; a map of the packages too would be five times as large. */
function packagesStayUnmapped(bundle) {
  bundle.onLoad({ filter: /node_modules.*\.[cm]?js$/ }, async ({ path: file }) => ({ contents: (await readFile(file, 'utf8')) + NO_MAP, loader: 'js' }));
}
