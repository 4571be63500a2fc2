import type { UtcMs } from '../../shop/units.ts';
import type { ClientEvent, Pulse, WhatsAppClient } from './client.ts';
import type { Clock, Log } from './surroundings.ts';

/** How one run of WhatsApp Web ended, and so what is to be done. */
export interface Ending {
  readonly kind:
    | 'stopped'
    /** Ended on purpose to start afresh: memory, the night, a stale QR. */
    | 'renewed'
    /** Unlinked on the phone: the session is void. */
    | 'logged_out'
    | 'unpaired' | 'conflict' | 'blocked' | 'failed';
  /** For the log. */
  readonly why: string;
  /** Since when it had been serving; null if it never did. */
  readonly onSince: UtcMs | null;
}

export type Phase = 'starting' | 'pairing' | 'syncing' | 'on' | 'offline';

export interface LifeLimits {
  /** Between two looks at the page. */
  readonly beatMs: number;
  /** From the start, or from the linking, to `ready` (F16). */
  readonly readyMs: number;
  /** How long a sync may seem to hang before the library is told that it is over. */
  readonly nudgeMs: number;
  /** A QR or code this old no longer works. */
  readonly staleCodeMs: number;
  /** Without network for this long, a new browser may help. */
  readonly offlineMs: number;
  /** Without any sign from WhatsApp's servers for this long, they are asked something. */
  readonly silenceMs: number;
  /** Missed messages are looked for this often even when all seems well. */
  readonly rereadMs: number;
  /** The browser with all its processes may hold this much. */
  readonly memoryBytes: number;
}

export interface LifeParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly limits: LifeLimits;
  /** Memory the browser holds now. */
  readonly memory: () => number;
  /** True when nothing is on its way out, so that an end now costs nothing. */
  readonly quiet: () => boolean;
  /** When the browser is to be renewed for the night's sake. */
  readonly renewAt: UtcMs;
  readonly onPhase: (phase: Phase) => void;
  /** Reads what was missed, before the channel counts as on. */
  readonly onReady: (me: string | null) => Promise<void>;
  readonly onEvent: (event: ClientEvent) => void;
}

/** Looks that may fail in a row before the page counts as dead. */
const MOST_STRIKES = 2;
const WAITS_FOR_NETWORK = new Set(['OPENING', 'TIMEOUT', 'PAIRING']);
const BLOCKED = new Set(['TOS_BLOCK', 'SMB_TOS_BLOCK', 'PROXYBLOCK', 'DEPRECATED_VERSION']);

/**
 * Lives one run of WhatsApp Web, from the launch until it ends by itself or must be ended, and watches it all the while: the
 * library tells neither of a dead browser, nor of a page that hangs, nor of a `ready` that never comes (F16, F17). Ends nothing
 * itself; never rejects.
 */
export async function live(client: WhatsAppClient, parts: LifeParts, stopping: AbortSignal, poke: (look: () => void) => void): Promise<Ending> {
  const { clock, limits, log } = parts;
  let phase: Phase = 'starting';
  let phaseSince = clock.now();
  let codeAt = 0;
  let onSince: UtcMs | null = null;
  let heardAt = clock.now();
  let readAt = 0;
  let strikes = 0;
  let deafSince: UtcMs | null = null;
  let reading: Promise<void> | null = null;
  let readAgain = false;
  let me: string | null = null;
  let finish: (ending: Ending) => void = () => undefined;
  const over = new AbortController();
  const ended = new Promise<Ending>((resolve) => { finish = resolve; });
  let wake = new AbortController();
  poke(() => {
    heardAt = Number.NEGATIVE_INFINITY;
    wake.abort();
  });

  function end(kind: Ending['kind'], why: string): void {
    over.abort();
    finish({ kind, why, onSince });
  }
  function enter(next: Phase): void {
    if (next === phase) return;
    phase = next;
    phaseSince = clock.now();
    strikes = 0;
    log.info({ phase }, 'whatsapp');
    parts.onPhase(next);
  }

  /** One reading at a time; a wish for another during one is granted after it. */
  function read(): Promise<void> {
    readAgain = reading !== null;
    reading ??= (async () => {
      do {
        readAgain = false;
        readAt = clock.now();
        await parts.onReady(me);
      } while (readAgain && !over.signal.aborted);
      if (over.signal.aborted) return;
      onSince ??= clock.now();
      enter('on');
    })().catch((error: unknown) => {
      end('failed', `missed messages could not be read: ${String(error)}`);
    }).finally(() => { reading = null; });
    return reading;
  }

  function disconnected(reason: string): void {
    if (reason === 'LOGOUT') end('logged_out', reason);
    else if (reason === 'CONFLICT') end('conflict', reason);
    else if (BLOCKED.has(reason)) end('blocked', reason);
    else if (reason.startsWith('UNPAIRED')) end('unpaired', reason);
    else end('failed', reason);
  }

  client.onEvent((event) => {
    if (over.signal.aborted) return;
    switch (event.kind) {
      case 'qr':
      case 'code':
        codeAt = clock.now();
        enter('pairing');
        break;
      case 'authenticated': if (onSince === null) enter('syncing'); break;
      case 'ready':
        me = event.me;
        void read();
        break;
      case 'state':
        if (event.state === 'UNPAIRED_IDLE' && phase === 'pairing') end('renewed', 'the QR is stale');
        else if (event.state === 'CONNECTED' && phase === 'offline') void read();
        else if (WAITS_FOR_NETWORK.has(event.state) && phase === 'on') enter('offline');
        break;
      case 'disconnected': disconnected(event.reason); break;
      case 'gone': end('failed', event.why); break;
      // It may have been nothing, or the library has lost its hold on the page: look at once (F18).
      case 'fault':
        log.warn({ what: event.what }, 'whatsapp-web.js let something fail unseen');
        wake.abort();
        break;
      case 'message':
      case 'ack': heardAt = clock.now(); break;
      case 'launched':
      case 'edited':
      case 'deleted':
      case 'call': break;
    }
    parts.onEvent(event);
  });

  function strike(why: string): void {
    strikes += 1;
    if (strikes >= MOST_STRIKES) end('failed', why);
    else wake.abort();
  }

  async function beat(): Promise<void> {
    const now = clock.now();
    // What is being read ends by itself: every question it asks has a limit.
    if (reading !== null) return;
    switch (phase) {
      case 'starting':
      case 'syncing': {
        const waited = now - phaseSince;
        if (waited >= limits.readyMs) end('failed', `no ready within ${limits.readyMs} ms`);
        else if (waited >= limits.nudgeMs) await client.nudge().catch(() => undefined);
        return;
      }
      case 'pairing':
        if (now - codeAt >= limits.staleCodeMs) end('renewed', 'the QR is stale');
        return;
      case 'on':
      case 'offline': await examine(await client.pulse().catch(() => null), now);
    }
  }

  async function examine(pulse: Pulse | null, now: UtcMs): Promise<void> {
    if (over.signal.aborted) return;
    if (!pulse) {
      strike('the page does not answer');
      return;
    }
    if (pulse.state !== null && WAITS_FOR_NETWORK.has(pulse.state)) {
      enter('offline');
      if (now - phaseSince >= limits.offlineMs) end('failed', 'offline for too long');
      return;
    }
    if (!pulse.listening) {
      await endureDeafness(now);
      return;
    }
    deafSince = null;
    if (pulse.state !== 'CONNECTED') {
      strike(`the page is ${pulse.state ?? 'not WhatsApp'}`);
      return;
    }
    strikes = 0;
    if (phase === 'offline') {
      await read();
      return;
    }
    if (now - heardAt >= limits.silenceMs) {
      const answered = await client.probe().then(() => true, () => false);
      if (!answered) {
        end('failed', 'WhatsApp does not answer through a line that looks well');
        return;
      }
      heardAt = clock.now();
    }
    if (now - readAt >= limits.rereadMs) await read();
    if (parts.quiet() && now >= parts.renewAt) end('renewed', 'it is time for a fresh browser');
    else if (parts.quiet() && parts.memory() >= limits.memoryBytes) end('renewed', 'the browser has grown too big');
  }

  /** After a reload the library must take hold of the page again; it does not always manage (F18). */
  async function endureDeafness(now: UtcMs): Promise<void> {
    deafSince ??= now;
    enter('offline');
    if (now - deafSince >= limits.readyMs) end('failed', 'nobody listens to the page any more');
    else if (now - deafSince >= limits.nudgeMs) await client.nudge().catch(() => undefined);
  }

  async function watch(): Promise<void> {
    while (!over.signal.aborted) {
      await clock.sleep(limits.beatMs, AbortSignal.any([over.signal, wake.signal]));
      wake = new AbortController();
      if (!over.signal.aborted) await beat();
    }
  }

  const stop = (): void => end('stopped', 'the shop stops');
  if (stopping.aborted) stop();
  else stopping.addEventListener('abort', stop, { once: true });
  parts.onPhase(phase);
  client.start().catch((error: unknown) => end('failed', error instanceof Error ? error.message : String(error)));
  watch().catch((error: unknown) => end('failed', String(error)));
  const ending = await ended;
  stopping.removeEventListener('abort', stop);
  return ending;
}
