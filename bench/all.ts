/** Every benchmark whose figures stand in docs/performance.md, one after the other, and then that page. `npm run bench:all [-- --rounds 5]` */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const passed = process.argv.slice(2);
mkdirSync(new URL('results/', import.meta.url), { recursive: true });

/** What runs the shop in its own process does so from the compiled form, as `npm start` does. */
const COMPILED = ['flat'];

function run(name: string, args: readonly string[]): void {
  const program = COMPILED.includes(name) ? ['bin/run.mjs', `bench/${name}.ts`] : ['--import', 'tsx', `bench/${name}.ts`];
  const done = spawnSync(process.execPath, [...program, ...args], { stdio: 'inherit', cwd: fileURLToPath(new URL('..', import.meta.url)) });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

for (const name of ['purchase', 'flat', 'start']) run(name, [...passed, '--json', fileURLToPath(new URL(`results/${name}.json`, import.meta.url))]);
run('report', []);
