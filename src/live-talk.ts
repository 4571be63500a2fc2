import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { createPrintingChannel } from './channels/terminal/printing-channel.ts';
import { openLog } from './logging.ts';
import { runShop } from './running-shop.ts';

/** Chats with the shop in a terminal, on the real clock. Returns the exit code. */
export async function talkLive(options: { catalog: string; data: string }): Promise<number> {
  const shop = await runShop({
    catalogDir: options.catalog, dataDir: options.data, pauseMs: 0, log: openLog('warn', []),
    broken: () => process.exit(1), removePicture: () => Promise.resolve(false),
    fetchPicture: (reference) => Promise.reject(new Error(`nothing to fetch ${reference} from`)),
  });
  const { store } = shop.world().premises.catalogue;
  const input = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
  await shop.open(createPrintingChannel((message) => {
    process.stdout.write(`\n${message.text}\n`);
    message.choices.forEach((choice, i) => process.stdout.write(`  [${i + 1}] ${choice.label}\n`));
    if (message.photo !== null) process.stdout.write(`  (foto: ${message.photo})\n`);
    input.prompt();
  }));
  process.stdout.write(`${store.name} di terminal. Tulis seperti pelanggan; /foto BERKAS mengirim foto, Ctrl+D selesai.\n`);
  input.prompt();
  for await (const line of input) {
    const photo = /^\/foto\s+(\S.*)$/.exec(line)?.[1];
    if (photo !== undefined && !existsSync(photo)) {
      process.stdout.write(`Berkas "${photo}" tidak ada.\n`);
      input.prompt();
      continue;
    }
    shop.engine.accept({
      channel: 'terminal', id: randomUUID(), chat: 'terminal', name: null, quoted: null, phone: null,
      content: photo === undefined ? { kind: 'text', text: line } : { kind: 'photo', file: resolve(photo), caption: '' },
    });
  }
  await shop.stop();
  process.stdout.write('\n');
  return 0;
}
