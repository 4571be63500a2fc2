import { systemClock } from './channels/telegram/clock.ts';
import { saveSettings } from './channels/telegram/env-file.ts';
import { setUpTelegram } from './channels/telegram/setup.ts';
import { readConfig } from './config.ts';
import { openTerminalTalk } from './setting-up/terminal-talk.ts';

/** `npm run setup telegram`: walks an owner through connecting the shop. */
async function main(): Promise<number> {
  const what = process.argv[2];
  if (what !== 'telegram') {
    process.stdout.write('Yang bisa disiapkan: npm run setup telegram\n');
    return what === undefined ? 0 : 1;
  }
  const talk = openTerminalTalk({ input: process.stdin, output: process.stdout });
  const outcome = await setUpTelegram({
    talk, clock: systemClock, apiRoot: readConfig().TELEGRAM_API_ROOT, save: (settings) => saveSettings('.env', settings),
  });
  talk.close();
  return outcome.kind === 'done' ? 0 : 1;
}

main().then((code) => { process.exitCode = code; }, (error: unknown) => {
  process.stderr.write(`${String(error instanceof Error ? error.message : error)}\n`);
  process.exitCode = 1;
});
