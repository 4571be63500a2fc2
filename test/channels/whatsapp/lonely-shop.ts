/** A process that starts WhatsApp, says its browser's pid, and waits to be killed by the test. */
import { startFenced } from '../../../src/channels/whatsapp/fence.ts';

const [chromium = '', folder = ''] = process.argv.slice(2);
const client = startFenced({ chromium, folder, pinned: null, pairPhone: null });
client.onEvent((event) => {
  if (event.kind === 'launched') process.stdout.write(String(event.browserPid));
});
void client.start().catch(() => undefined);
setInterval(() => undefined, 1_000);
