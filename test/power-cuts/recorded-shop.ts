import { runScript } from '../../src/scripted-shop.ts';

/**
 * The process whose writes are recorded: `recorded-shop.ts CATALOG DATA FULL|NORMAL SCRIPT...`. It is what `npm run talk` runs,
 * with the one switch that a shop does not have; each script is a life that opens the database and closes it.
 */
async function live(): Promise<void> {
  const [, , catalog, data, durability, ...scripts] = process.argv;
  if (catalog === undefined || data === undefined || (durability !== 'FULL' && durability !== 'NORMAL')) {
    throw new Error('recorded-shop.ts CATALOG DATA FULL|NORMAL SCRIPT...');
  }
  for (const script of scripts) {
    const code = await runScript({ script, catalog, data, files: data, pauseMs: 0, durability, write: (line) => process.stdout.write(`${line}\n`) });
    if (code !== 0) process.exitCode = code;
  }
}

void live();
