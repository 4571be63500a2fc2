import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { SetupTalk } from '../channels/telegram/setup.ts';

export interface TerminalTalk extends SetupTalk {
  /** True once nobody will answer any more: Ctrl+C, or the end of the input. Every answer from then on is "". */
  over(): boolean;
  /** Gives the terminal back. */
  close(): void;
}

/**
 * Questions and answers at a terminal. Lines that come before their question (a script, a quick typist) are kept for it. A secret is not
 * shown while it is typed or pasted.
 */
export function openTerminalTalk(
  streams: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean } },
  onInterrupt: () => void = () => undefined,
): TerminalTalk {
  let silent = false;
  let closed = false;
  const early: string[] = [];
  let waiting: ((line: string) => void) | null = null;
  const shown = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!silent) streams.output.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input: streams.input, output: shown, terminal: streams.output.isTTY === true });
  const answer = (line: string): void => {
    const ask = waiting;
    waiting = null;
    ask?.(line);
  };
  lines.on('line', (line) => (waiting ? answer(line) : early.push(line)));
  lines.once('close', () => {
    closed = true;
    answer('');
  });
  lines.on('SIGINT', () => {
    early.length = 0;
    streams.output.write('\n');
    lines.close();
    onInterrupt();
  });
  return {
    say: (text) => void streams.output.write(`${text}\n`),
    async ask(question, options = {}) {
      const ready = early.shift();
      if (ready !== undefined || closed) {
        streams.output.write(`${question} \n`);
        return ready ?? '';
      }
      const line = new Promise<string>((resolve) => { waiting = resolve; });
      if (options.secret !== true) {
        lines.setPrompt(`${question} `);
        lines.prompt();
        return line;
      }
      streams.output.write(`${question} `);
      lines.setPrompt('');
      silent = true;
      try {
        return await line;
      } finally {
        silent = false;
        streams.output.write('\n');
      }
    },
    over: () => closed && early.length === 0,
    close: () => lines.close(),
  };
}
