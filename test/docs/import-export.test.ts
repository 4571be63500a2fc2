import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportCommand } from '../../src/export-command.ts';
import { importCommand } from '../../src/import-command.ts';
import { loadCatalogueOrThrow } from '../../src/shop/catalogue/load.ts';

const ROOT = join(import.meta.dirname, '../..');
const DOC = readFileSync(join(ROOT, 'docs/impor-ekspor.md'), 'utf8');
const here = process.cwd();

/** Every command of the document, in order. */
const COMMANDS = [...DOC.matchAll(/^ *```sh\n([\s\S]*?)^ *```/gm)].flatMap(([, block]) => block!.trim().split('\n').map((line) => line.trim()));
const wordsOf = (command: string): string[] => [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dokumen-'));
  mkdirSync(join(folder, 'catalog', 'photos'), { recursive: true });
  mkdirSync(join(folder, 'foto'));
  for (const name of ['store.yaml', 'shipping.yaml', 'photos/wajan-enamel.png']) cpSync(join(ROOT, 'catalog', name), join(folder, 'catalog', name));
  cpSync(join(ROOT, 'catalog/photos/wajan-enamel.png'), join(folder, 'foto', 'GL-01.png'));
  for (const name of ['shopify.csv', 'daftar.csv', 'rusak.csv']) {
    // Links to shops that do not exist are no part of what the document says.
    writeFileSync(join(folder, name), readFileSync(join(ROOT, 'test/owner-files/importing/files', name), 'utf8').replace(/https:\/\/cdn[^,\n]*/g, ''));
  }
  process.chdir(folder);
});
afterAll(() => process.chdir(here));

const products = (): string => readFileSync(join(folder, 'catalog', 'products.csv'), 'utf8');

async function run(command: string): Promise<{ code: number; text: string }> {
  writeFileSync(join(folder, 'catalog', 'products.csv'), 'sku,name,price,photo\nMILIKKU,Panci Lama,75000,wajan-enamel.png\n');
  const [npm, verb, name, dashes, ...args] = wordsOf(command);
  expect([npm, verb, dashes]).toEqual(['npm', 'run', '--']);
  let text = '';
  const output = new PassThrough();
  output.on('data', (chunk: Buffer) => { text += chunk.toString(); });
  const streams = { input: new PassThrough(), output, notes: output } as unknown as Parameters<typeof importCommand>[1];
  // Nobody is there to answer, so the ones that ask are told yes.
  const asks = name === 'import' && !args.includes('--dry-run') && !args.includes('--yes');
  const code = name === 'import' ? await importCommand([...args, ...(asks ? ['--yes'] : [])], streams) : await exportCommand(args, (line) => { text += `${line}\n`; });
  return { code, text };
}

describe('docs/impor-ekspor.md', () => {
  it('has commands, and npm knows each', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    expect(COMMANDS.length).toBeGreaterThan(9);
    expect([scripts['import'], scripts['export'], scripts['setup']]).toEqual(['node bin/run.mjs src/import.ts', 'node bin/run.mjs src/export.ts', 'node bin/run.mjs src/setup.ts']);
    for (const command of COMMANDS) expect(Object.keys(scripts), command).toContain(command.split(' ')[2]);
  });

  it.each([...new Set(COMMANDS.filter((command) => command !== 'npm run setup'))])('%s', async (command) => {
    const { code, text } = await run(command);
    expect(text).not.toContain('Cara memakai');
    expect(code, text).toBe(0);
    if (command.includes('import')) {
      const written = await loadCatalogueOrThrow(join(folder, 'catalog'));
      expect(written.product('MILIKKU') !== undefined).toBe(!command.includes('--others drop'));
      expect(products().includes('GL-01') || products().includes('STL') || products().includes('Serbet')).toBe(!command.includes('--dry-run'));
      if (command.includes('--photos')) expect(written.product('GL-01')!.photo).toMatch(/gl-01-/);
      if (command.includes('Sisa=stock')) expect(written.products.find(({ name }) => name === 'Serbet')!.stock).toBe(40);
    } else {
      const out = /--out (\S+)/.exec(command)?.[1] ?? (command.includes('meta') ? 'barang-meta.csv' : command.includes('xlsx') ? 'barang.xlsx' : 'barang.csv');
      expect(existsSync(join(folder, out))).toBe(true);
      if (command.includes('meta')) expect(readFileSync(join(folder, out), 'utf8')).toContain('75000.00 IDR,,,https://');
    }
  });

  it('names commands in its text that work too', async () => {
    expect(DOC).toContain('`npm run import -- barang.xlsx`');
    const { code } = await run('npm run import -- barang.xlsx');
    expect(code).toBe(0);
  });

  it('an export writes over nothing, and says what it lacks', async () => {
    expect((await run('npm run export -- csv')).text).toContain('sudah ada dan tidak ditimpa');
    expect((await run('npm run export -- csv --yes')).code).toBe(0);
    expect((await run('npm run export -- meta --out lain.csv')).text).toContain('--photos-at');
    expect((await run('npm run export -- meta --out lain.csv --photos-at http://foto.test/')).code).toBe(1);
    expect(existsSync(join(folder, 'lain.csv'))).toBe(false);
  });

  it.each(['npm run import -- ', 'npm run import -- a.csv b.csv', 'npm run import -- a.csv --apa', 'npm run import -- a.csv --others mungkin', 'npm run export -- pdf', 'npm run export -- csv --apa'])('%s says how it is used', async (command) => {
    const { code, text } = await run(command);
    expect(code).toBe(2);
    expect(text).toContain('Cara memakai: npm run');
  });
});
