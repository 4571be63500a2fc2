/**
 * The process that holds whatsapp-web.js, and nothing else of the shop. The library lets promises reject unseen (F18), which
 * ends a Node process; here that costs one browser, never Telegram or the console. See docs/decisions/005-whatsapp-fence.md.
 */
import type { FromFenced, ToFenced } from '../fence-protocol.ts';
import { createLibraryClient } from './library-client.ts';
import type { WhatsAppClient } from '../client.ts';

let client: WhatsAppClient | null = null;

const tell = (message: FromFenced): void => {
  // Without a shop to tell, there is nothing left to do here.
  if (process.connected) process.send?.(message);
};
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 300);

async function answer(message: Extract<ToFenced, { kind: 'ask' }>): Promise<void> {
  const { number, command, args } = message;
  try {
    if (!client) throw new Error('no settings yet');
    const ask = client[command] as (...args: readonly unknown[]) => Promise<unknown>;
    tell({ kind: 'answer', number, value: await ask(...args) });
  } catch (error) {
    tell({ kind: 'failure', number, reason: reasonOf(error) });
  }
}

process.on('message', (message: ToFenced) => {
  if (message.kind === 'ask') {
    void answer(message);
    return;
  }
  client = createLibraryClient(message.settings);
  client.onEvent((event) => tell({ kind: 'event', event }));
});

// The shop is gone: no browser may outlive it (F19).
process.on('disconnect', () => {
  const leave = (): never => process.exit(0);
  setTimeout(leave, 3_000);
  void (client?.end() ?? Promise.resolve()).finally(leave);
});
// Ctrl+C in a terminal reaches this process too; the shop decides when WhatsApp ends.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('unhandledRejection', (error) => tell({ kind: 'event', event: { kind: 'fault', what: reasonOf(error) } }));
process.on('uncaughtException', (error) => {
  tell({ kind: 'event', event: { kind: 'gone', why: reasonOf(error) } });
  process.disconnect();
});
