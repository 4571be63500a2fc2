import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Sessions } from '../access/sessions.ts';
import type { ConsoleEnv } from '../console-env.ts';
import { notifyWorker } from '../look.ts';
import type { Live, Signal } from './live.ts';

/** Keeps proxies from closing a quiet stream, and ends one whose session is over. */
const BEAT_MS = 20_000;

/** Server-sent events for an open page: `changed` means look again. And the worker by which a phone shows a notification. */
export function createStream(live: Live, sessions: Sessions): Hono<ConsoleEnv> {
  return new Hono<ConsoleEnv>().get('/pemberitahuan', (c) => c.body(notifyWorker, 200, { 'Content-Type': 'text/javascript; charset=utf-8' })).get('/langsung', (c) => {
    const { staff, session } = c.get('visitor');
    const chat = Number(c.req.query('chat')) || null;
    return streamSSE(c, async (stream) => {
      let wake = (): void => {};
      let over = false;
      const queue: Signal[] = [];
      const leave = live.join({
        staff: staff.id, chat, t: c.get('t'),
        tell(signal) {
          // One silent look is as good as many.
          if (signal.ring === null && queue.some((waiting) => waiting.ring === null)) return;
          queue.push(signal);
          wake();
        },
        end() { over = true; wake(); },
      });
      stream.onAbort(() => { over = true; wake(); });
      try {
        await stream.writeSSE({ event: 'hello', data: live.version() });
        while (!over && sessions.isAlive(session.key)) {
          for (let next = queue.shift(); next; next = queue.shift()) await stream.writeSSE({ event: next.kind, data: JSON.stringify(next) });
          await new Promise<void>((resolve) => {
            const beat = setTimeout(resolve, BEAT_MS);
            wake = () => { clearTimeout(beat); resolve(); };
            if (over || queue.length > 0) wake();
          });
          if (!over && queue.length === 0) await stream.write(': beat\n\n');
        }
      } finally {
        leave();
      }
    });
  });
}
