import path from 'node:path';
import { BotProcess } from './bot-process.ts';
import { freePort, makeShopFolder } from './shop-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** What `npm start` runs. */
const START: readonly string[] = [path.join(ROOT, 'bin/run.mjs'), path.join(ROOT, 'src/main.ts')];

/**
 * The bot once from its start to its proper end, in a folder of its own: shows that it serves, and leaves what makes the many later
 * starts quick.
 * @returns the arguments to run it with node
 */
export async function firstRun(folder: string): Promise<readonly string[]> {
  await makeShopFolder(folder);
  const port = await freePort();
  const bot = new BotProcess({ command: START, folder, port, token: '424242:nobodyAnswersToThisTokenAtAll00', apiRoot: 'http://127.0.0.1:9' });
  const serves = async () => (await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null)) !== null;
  while (!(await serves())) if (bot.hasEnded) throw new Error(`the bot did not start, see ${folder}/bot.log`);
  bot.close();
  await bot.ended;
  return START;
}
