import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ClientEvent, ClientSettings, WhatsAppClient } from './client.ts';
import type { Command, FromFenced, ToFenced } from './fence-protocol.ts';
import { endAll, systemProcesses, type Processes } from './process-tree.ts';

/** A question to the fenced process is given up after this long, so that a hung page holds up nothing here. */
const ANSWER_LIMIT_MS = 35_000;
/** Opening WhatsApp Web on a slow line takes long; the supervisor has its own deadline. */
const START_LIMIT_MS = 180_000;
const PULSE_LIMIT_MS = 10_000;
const GENTLE_END_MS = 4_000;

const ENTRY = fileURLToPath(new URL('./fenced/main.ts', import.meta.url));
/** The sources are TypeScript: they are run by this, whatever runs this process. */
const RUN = fileURLToPath(new URL('../../../bin/run.mjs', import.meta.url));

export interface FenceLimits {
  readonly answerMs: number;
  readonly pulseMs: number;
  readonly gentleEndMs: number;
}

const LIMITS: FenceLimits = { answerMs: ANSWER_LIMIT_MS, pulseMs: PULSE_LIMIT_MS, gentleEndMs: GENTLE_END_MS };

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
  readonly timer: NodeJS.Timeout;
}

/**
 * Starts whatsapp-web.js in a process of its own and speaks with it (F18). Whatever happens in there, this process sees an
 * event, an answer, or a rejected promise within a limit; and `end` leaves neither that process nor its browser behind (F19).
 */
export function startFenced(settings: ClientSettings, limits: FenceLimits = LIMITS, processes: Processes = systemProcesses): WhatsAppClient {
  const child: ChildProcess = fork(RUN, [ENTRY], {
    // Its own session: Ctrl+C in the terminal must not end WhatsApp before the shop has.
    detached: true,
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const waiting = new Map<number, Waiting>();
  let listener: (event: ClientEvent) => void = () => undefined;
  let browserPid: number | null = null;
  let gone = false;
  let asked = 0;
  let ending: Promise<void> | null = null;

  function die(why: string): void {
    if (gone) return;
    gone = true;
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer);
      reject(new Error(why));
    }
    waiting.clear();
    listener({ kind: 'gone', why });
  }

  child.on('message', (message: FromFenced) => {
    if (message.kind === 'event') {
      if (message.event.kind === 'launched') browserPid = message.event.browserPid;
      if (message.event.kind === 'gone') {
        // While it ends on purpose, its going is no news, and its answer is still to come.
        if (!ending) die(message.event.why);
      }
      else if (!gone) listener(message.event);
      return;
    }
    const one = waiting.get(message.number);
    if (!one) return;
    waiting.delete(message.number);
    clearTimeout(one.timer);
    if (message.kind === 'answer') one.resolve(message.value);
    else one.reject(new Error(message.reason));
  });
  child.on('exit', (code, signal) => die(`the process around whatsapp-web.js ended (${signal ?? code})`));
  child.on('error', (error) => die(`the process around whatsapp-web.js failed: ${error.message}`));
  tell({ kind: 'settings', settings });

  function tell(message: ToFenced): void {
    if (child.connected) child.send(message, () => undefined);
  }

  function ask(command: Command, args: readonly unknown[], limitMs: number): Promise<unknown> {
    // A browser whose page has crashed can still be closed properly; nothing else can be asked of it.
    if (!child.connected || (gone && command !== 'end')) return Promise.reject(new Error('WhatsApp Web is not running'));
    return new Promise((resolve, reject) => {
      const number = (asked += 1);
      const timer = setTimeout(() => {
        waiting.delete(number);
        reject(new Error(`no answer to ${command} within ${limitMs} ms`));
      }, limitMs);
      waiting.set(number, { resolve, reject, timer });
      tell({ kind: 'ask', number, command, args });
    });
  }
  /** The compiler checks each of these against the interface; the fence only carries them. */
  const carry = <C extends Command>(command: C, limitMs = limits.answerMs): WhatsAppClient[C] =>
    ((...args: readonly unknown[]) => ask(command, args, limitMs)) as WhatsAppClient[C];

  async function end(): Promise<void> {
    await ask('end', [], limits.gentleEndMs).catch(() => undefined);
    gone = true;
    // Read before the parents die: orphans can no longer be found from above.
    const family = [child.pid, browserPid].flatMap((pid) => (pid == null ? [] : processes.tree(pid)));
    await endAll(family, processes);
  }

  return {
    onEvent: (tellTo) => { listener = tellTo; },
    start: carry('start', START_LIMIT_MS),
    pulse: carry('pulse', limits.pulseMs),
    probe: carry('probe'),
    nudge: carry('nudge'),
    sendText: carry('sendText'),
    sendPhoto: carry('sendPhoto'),
    typing: carry('typing', limits.pulseMs),
    chats: carry('chats'),
    messages: carry('messages'),
    download: carry('download'),
    whoIs: carry('whoIs', limits.pulseMs),
    deleteMessage: carry('deleteMessage'),
    end: () => (ending ??= end()),
  };
}
