/** Every benchmark whose figures stand in docs/performance.md, one after the other, and then that page. `npm run bench:all [-- --rounds 5]` */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const passed = process.argv.slice(2);
mkdirSync(new URL('results/', import.meta.url), { recursive: true });

function run(file: string, args: readonly string[]): void {
  const done = spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(new URL(file, import.meta.url)), ...args], { stdio: 'inherit' });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

for (const name of ['purchase', 'flat', 'start']) run(`${name}.ts`, [...passed, '--json', fileURLToPath(new URL(`results/${name}.json`, import.meta.url))]);
run('report.ts', []);
