import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { BotProcess } from './bot-process.ts';
import { freePort, makeShopFolder } from './shop-folder.ts';

const REPO = path.resolve(import.meta.dirname, '../..');
const FLOWS = path.join(REPO, 'flows');
/** Packages with machine code of their own, with data files beside them, or that this run never loads. */
const LEFT_OUT = ['better-sqlite3', 'sharp', 'idn-area-data', 'date-holidays', 'tsx', 'whatsapp-web.js'];

/**
 * The bot as one file of plain JavaScript in a scratch folder: the same sources as `npm start` runs, without tsx translating them
 * at each of many hundred starts. Its data, words and pages are still read from the source tree.
 * @returns the arguments to run it with node
 */
export async function compileBot(scratch: string): Promise<readonly string[]> {
  const file = path.join(scratch, 'bot.cjs');
  await build({
    absWorkingDir: REPO, entryPoints: ['src/main.ts'], outfile: file, bundle: true, format: 'cjs', platform: 'node', target: 'node20',
    external: LEFT_OUT, logLevel: 'warning', plugins: [sourcesKnowTheirPlace(await flowFiles())],
    // Only packages still ask after this; none of them reads a file by it.
    define: { 'import.meta.url': 'packagePlace' }, banner: { js: `const packagePlace = ${JSON.stringify(pathToFileURL(file).href)};` },
  });
  const command = [path.join(import.meta.dirname, 'run-compiled.mjs'), file];
  await runOnce(command, path.join(scratch, 'first-run'));
  return command;
}

const flowFiles = async (): Promise<string[]> => (await readdir(FLOWS)).filter((file) => file.endsWith('.ts'));

/** A bundled file would take the bundle for its own place, and look there for the files that lie beside it. */
function sourcesKnowTheirPlace(flows: readonly string[]): Plugin {
  return {
    name: 'sources-know-their-place',
    setup(bundle) {
      bundle.onLoad({ filter: /\/(src|flows)\/.*\.tsx?$/ }, async ({ path: file }) => {
        if (file.includes('/node_modules/')) return null;
        const source = (await readFile(file, 'utf8'))
          .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href))
          .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file)));
        return { contents: file.endsWith('/load-flows.ts') ? withFlows(source, flows) : source, loader: file.endsWith('x') ? 'tsx' : 'ts' };
      });
    },
  };
}

/** The flows are imported by names found at the start; the bundle has to know them before. */
function withFlows(source: string, flows: readonly string[]): string {
  const imports = flows.map((file, at) => `import * as flow${at} from ${JSON.stringify(path.join(FLOWS, file))};`).join('\n');
  const table = `const BUNDLED = { ${flows.map((file, at) => `${JSON.stringify(file)}: flow${at}`).join(', ')} };`;
  const changed = source.replace('await import(pathToFileURL(join(folder, file)).href)', 'BUNDLED[file]');
  if (changed === source) throw new Error('load-flows.ts finds its flows in another way than this knows');
  return `${imports}\n${table}\n${changed}`;
}

/** A first run to its proper end: shows that the compiled bot serves, and leaves what makes later starts quick. */
async function runOnce(command: readonly string[], folder: string): Promise<void> {
  await makeShopFolder(folder);
  const port = await freePort();
  const bot = new BotProcess({ command, folder, port, token: '424242:nobodyAnswersToThisTokenAtAll00', apiRoot: 'http://127.0.0.1:9' });
  const serves = async () => (await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null)) !== null;
  while (!(await serves())) if (bot.hasEnded) throw new Error(`the compiled bot did not start, see ${folder}/bot.log`);
  bot.close();
  await bot.ended;
}
