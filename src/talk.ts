import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { LadeniError } from './errors.ts';

/** `npm run talk`: the shop in a terminal, live or by a script (design §7). */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      script: { type: 'string' }, catalog: { type: 'string' }, data: { type: 'string' }, pause: { type: 'string' },
    },
  });
  const config = readConfig();
  const catalog = values.catalog ?? config.CATALOG_DIR;
  const data = values.data ?? config.DATA_DIR;
  if (values.script === undefined) return (await import('./live-talk.ts')).talkLive({ catalog, data });
  const pauseMs = values.pause === undefined ? 0 : Number(values.pause);
  if (!Number.isInteger(pauseMs) || pauseMs < 0) throw new Error('--pause takes whole milliseconds');
  const files = data === ':memory:' ? mkdtempSync(join(tmpdir(), 'ladeni-')) : data;
  const { runScript } = await import('./scripted-shop.ts');
  return runScript({ script: values.script, catalog, data, files, pauseMs, write: (line) => process.stdout.write(`${line}\n`) });
}

main().then(
  (code) => { process.exitCode = code; },
  (error: unknown) => {
    process.stderr.write(error instanceof LadeniError ? `${error.message}\n${error.todo}\n` : `${String(error instanceof Error ? error.message : error)}\n`);
    process.exitCode = 2;
  },
);
