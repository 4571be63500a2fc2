import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
let project: string;

/** A shop as small as can be: a program, a file beside it, and flows. */
beforeEach(() => {
  project = realpathSync(mkdtempSync(join(tmpdir(), 'ladeni-run-')));
  cpSync(join(ROOT, 'bin/run.mjs'), join(project, 'bin/run.mjs'));
  cpSync(join(ROOT, 'bin/compiled'), join(project, 'bin/compiled'), { recursive: true });
  for (const file of ['package-lock.json', 'package.json', 'tsconfig.json']) cpSync(join(ROOT, file), join(project, file));
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'));
  mkdirSync(join(project, 'src/engine'), { recursive: true });
  write('src/greeting.txt', 'halo');
  write('src/main.ts', `import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { flows } from './engine/flows.ts';
const greeting: string = readFileSync(join(import.meta.dirname, 'greeting.txt'), 'utf8');
flows().then((names) => console.log([greeting, ...names, ...process.argv.slice(2)].join(' ')));
`);
  write('src/engine/flows.ts', `import { readdirSync } from 'node:fs';
export async function flows(): Promise<string[]> {
  const names: string[] = [];
  for (const file of readdirSync(new URL('../../flows', import.meta.url)).sort()) names.push(((await import(\`../../flows/\${file.slice(0, -3)}.ts\`)) as { name: string }).name);
  return names;
}
`);
  write('flows/cart.ts', "export const name: string = 'cart';\n");
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(join(project, file, '..'), { recursive: true });
  writeFileSync(join(project, file), text);
}

const run = (...args: string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['bin/run.mjs', 'src/main.ts', ...args], { cwd: project, encoding: 'utf8' });
  return { said: stdout.trim(), stderr, status };
};
const forms = (): string[] => readdirSync(join(project, 'compiled')).filter((file) => file.endsWith('.cjs'));
const asTold = (said: string) => ({ said, stderr: '', status: 0 });

describe('a program that is run', () => {
  it('is compiled once, and does from its own place what its source says', () => {
    expect(run('a', '--b')).toEqual(asTold('halo cart a --b'));
    const made = forms();
    expect(made).toHaveLength(1);
    // Something only the compiled form says: it is what runs.
    const form = join(project, 'compiled', made[0]!);
    writeFileSync(form, readFileSync(form, 'latin1').replace('"cart"', '"keranjang"'));
    rmSync(`${form}.v8`);
    expect(run()).toEqual(asTold('halo keranjang'));
  });

  it('is compiled anew when a source changed, and not when only its date did', () => {
    run();
    const [first] = forms();
    const main = join(project, 'src/main.ts');
    utimesSync(main, new Date(), new Date(0));
    expect(run()).toEqual(asTold('halo cart'));
    expect(forms()).toEqual([first]);
    // As long as it was, and of the same date: by its content.
    writeFileSync(main, readFileSync(main, 'utf8').replace("join(' ')", "join('-')"));
    expect(run()).toEqual(asTold('halo-cart'));
    expect(forms()).toHaveLength(1);
    expect(forms()).not.toEqual([first]);
  });

  it('takes in a flow that was added, changed or taken away', () => {
    run();
    write('flows/abc.ts', "export const name = 'abc';\n");
    expect(run()).toEqual(asTold('halo abc cart'));
    write('flows/abc.ts', "export const name = 'abcd';\n");
    expect(run()).toEqual(asTold('halo abcd cart'));
    rmSync(join(project, 'flows/abc.ts'));
    expect(run()).toEqual(asTold('halo cart'));
  });

  it('is compiled anew for other packages, and in another place', () => {
    run();
    const form = join(project, 'compiled', forms()[0]!);
    const stale = (): void => writeFileSync(form, 'console.log("lama")');
    stale();
    write('package-lock.json', '{}');
    expect(run()).toEqual(asTold('halo cart'));
    stale();
    const elsewhere = `${project}-elsewhere`;
    cpSync(project, elsewhere, { recursive: true, verbatimSymlinks: true });
    const moved = spawnSync(process.execPath, ['bin/run.mjs', 'src/main.ts'], { cwd: elsewhere, encoding: 'utf8' });
    rmSync(elsewhere, { recursive: true });
    expect(moved.stdout.trim()).toBe('halo cart');
  });

  it('is told its version, which is another for other packages', () => {
    write('src/main.ts', 'declare const COMPILED_FORM: string;\nconsole.log(COMPILED_FORM);\n');
    const { said } = run();
    expect([said]).toEqual(forms());
    expect(run().said).toBe(said);
    write('package-lock.json', '{}');
    expect(run().said).not.toBe(said);
  });

  it('finds a package that is loaded late, also in what V8 kept', () => {
    write('src/main.ts', "setTimeout(async () => { const { default: Sqlite } = await import('better-sqlite3'); console.log(new Sqlite(':memory:').prepare('SELECT 7').pluck().get()); });\n");
    for (const _ of ['compiled just now', 'kept', 'kept']) expect(run()).toEqual(asTold('7'));
  });

  it('does not let garbage fill several times the room of what is in use, however much memory the machine has', () => {
    write('src/main.ts', `import { getHeapSpaceStatistics } from 'node:v8';
const room = (): number => getHeapSpaceStatistics().find((space) => space.space_name === 'old_space')!.space_used_size;
const kept = new Map<number, object>();
const put = (at: number): void => void kept.set(at, { at, lines: Array.from({ length: 6 }, (_, n) => ({ n, text: \`\${at} \${n}\` })) });
for (let i = 0; i < 40_000; i++) put(i);
const inUse = process.memoryUsage().heapUsed;
let most = 0;
for (let i = 0; i < 400_000; i++) {
  put(i % 40_000);
  if (i % 1_000 === 0) most = Math.max(most, room());
}
console.log(most / inUse, kept.size);
`);
    const { said, stderr } = run();
    expect(stderr).toBe('');
    expect(Number(said.split(' ')[0])).toBeLessThan(3);
  });

  it('tells where its source went wrong', () => {
    write('src/main.ts', '// one\n// two\nexport function broken(): void {\n  throw new Error("aduh");\n}\nbroken();\n');
    for (const _ of ['compiled just now', 'kept']) {
      const { stderr, status } = run();
      expect(status).toBe(1);
      expect(stderr).toContain(`${project}/src/main.ts:4:9`);
      expect(stderr).toContain(`${project}/src/main.ts:6:1`);
      expect(stderr).not.toContain('.cjs:1:');
    }
  });

  it('does the same where what V8 kept is damaged', () => {
    run();
    const kept = join(project, 'compiled', `${forms()[0]!}.v8`);
    const bytes = readFileSync(kept);
    for (const damaged of [Buffer.alloc(0), bytes.subarray(0, bytes.length / 2), Buffer.from(bytes).fill(0xff, bytes.length / 2)]) {
      writeFileSync(kept, damaged);
      expect(run()).toEqual(asTold('halo cart'));
    }
  });

  it('runs from its sources, with a word, where it cannot be compiled or kept', () => {
    write('compiled', 'a file in the way');
    expect(run('x')).toMatchObject({ said: 'halo cart x', status: 0, stderr: expect.stringContaining('dijalankan langsung') });
  });
});
