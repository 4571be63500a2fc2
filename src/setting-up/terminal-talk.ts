import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { SetupTalk } from '../channels/telegram/setup.ts';

/** Questions and answers at a terminal. A secret is not shown while it is typed or pasted. `close` gives the terminal back. */
export function openTerminalTalk(streams: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean } }): SetupTalk & { close(): void } {
  let silent = false;
  const shown = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!silent) streams.output.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input: streams.input, output: shown, terminal: streams.output.isTTY === true });
  const ended = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
  return {
    say: (text) => void streams.output.write(`${text}\n`),
    async ask(question, options = {}) {
      if (options.secret !== true) return Promise.race([lines.question(`${question} `), ended]);
      streams.output.write(`${question} `);
      silent = true;
      try {
        return await Promise.race([lines.question(''), ended]);
      } finally {
        silent = false;
        streams.output.write('\n');
      }
    },
    close: () => lines.close(),
  };
}
