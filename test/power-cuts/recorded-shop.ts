import { runScript } from '../../src/scripted-shop.ts';

/**
 * The process whose writes are recorded: `recorded-shop.ts SCRIPT CATALOG DATA FULL|NORMAL`. It is what `npm run talk` runs,
 * with the one switch that a shop does not have.
 */
const [, , script, catalog, data, durability] = process.argv;
if (script === undefined || catalog === undefined || data === undefined || (durability !== 'FULL' && durability !== 'NORMAL')) {
  throw new Error('recorded-shop.ts SCRIPT CATALOG DATA FULL|NORMAL');
}
process.exitCode = await runScript({ script, catalog, data, files: data, pauseMs: 0, durability, write: (line) => process.stdout.write(`${line}\n`) });
