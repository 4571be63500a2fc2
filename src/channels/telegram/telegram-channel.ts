import type { Update, UserFromGetMe } from 'grammy/types';
import type { OutgoingMessage, Channel, ChannelStatus, Inbox, IncomingMessage, SendOutcome } from '../channel.ts';
import { asGrammySignal, createTelegramApi, type CallLimits } from './api.ts';
import type { Clock } from './clock.ts';
import { CUSTOMER_COMMANDS, STAFF_COMMANDS } from './commands.ts';
import { createDownloads, type Downloads, type PhotoStore } from './downloads.ts';
import { failureOf } from './failure.ts';
import { createFloodWatch } from './flood-watch.ts';
import { createGapWatch, type Gap } from './gap-watch.ts';
import { createHealth, type Alarm } from './health.ts';
import { InFlight } from './in-flight.ts';
import { SPENT } from './keyboard.ts';
import { createRedact, createSafeLog, type Log } from './log.ts';
import type { Memory } from './memory.ts';
import { createPhotoMemory } from './photo-memory.ts';
import { runPollLoop } from './poll-loop.ts';
import { createSending } from './sending.ts';
import { createStaffGroup } from './staff-group.ts';
import type { StaffDesk } from '../staff-desk.ts';
import { answerTap, markTapped } from './taps.ts';
import { translate } from './translate.ts';
import { createTyping } from './typing.ts';
import { createWebhookHandler, isUsableSecret, type WebhookSettings } from './webhook.ts';
import { runWebhookWatch } from './webhook-watch.ts';

/** How long a stop waits for replies on their way. */
const DRAIN_MS = 8_000;
const STAFF_GROUP_GONE =
  'Grup admin di Telegram tidak bisa dihubungi. Masukkan lagi botnya ke grup, atau periksa TELEGRAM_STAFF_GROUP di .env.';

export interface TelegramOptions {
  readonly token: string;
  /** Another Bot API server than Telegram's own. */
  readonly apiRoot?: string | undefined;
  readonly clock: Clock;
  readonly log: Log;
  readonly photos: PhotoStore;
  readonly memory: Memory;
  /** Receive by webhook instead of long polling. */
  readonly webhook?: WebhookSettings | undefined;
  /** The forum group in which staff serve. */
  readonly staff?: { readonly group: number; readonly desk: StaffDesk; pathOf?(photo: string): string | null } | undefined;
  readonly limits?: Partial<CallLimits> | undefined;
  /** Something the owner must hear of by another way; within 60 s of its beginning (F5). */
  onAlarm?(alarm: Alarm): void;
  /** What an alarm was about is over. */
  onRecovered?(code: Alarm['code']): void;
  /** Telegram was out of reach for more than a day: messages may be lost (F9). */
  onGap?(gap: Gap): void;
}

export interface TelegramChannel extends Channel, Downloads {
  readonly name: 'telegram';
  send(message: OutgoingMessage): Promise<SendOutcome>;
  /** For the HTTP server to mount at the webhook's path. Answers 401 to everyone where no webhook is set up. */
  handleWebhook(request: Request): Promise<Response>;
}

/**
 * The shop on Telegram. Receives under supervision until `stop`, which is for good; sends one reply at a time as the outbox asks. Nothing it
 * throws, logs or reports holds the token (S12).
 * @throws RangeError for a webhook whose secret is missing or too weak (S18)
 */
export function createTelegramChannel(options: TelegramOptions): TelegramChannel {
  const { clock, memory, webhook } = options;
  if (webhook && !isUsableSecret(webhook.secret)) {
    throw new RangeError('a Telegram webhook needs a secret of 16 to 256 characters out of A-Z a-z 0-9 _ -');
  }
  const redact = createRedact(options.token);
  const log = createSafeLog(options.log, redact);
  const api = createTelegramApi(options);
  const inFlight = new InFlight();
  const sending = createSending({ api, photos: createPhotoMemory(memory), floods: createFloodWatch(clock), log });
  const typing = createTyping(api, clock);
  const staffGroup = options.staff && createStaffGroup({ ...options.staff, api, clock, log, memory, inFlight, onUnreachable: tellStaffGroup });
  const stopping = new AbortController();
  let status: ChannelStatus = { state: 'off', detail: 'Telegram belum dijalankan.' };
  let inbox: Inbox | null = null;
  let running: Promise<void> | null = null;

  const health = createHealth({
    clock,
    onStatus: (next) => {
      if (next.state !== status.state) log.info({ state: next.state }, 'telegram');
      status = next;
    },
    onAlarm: (alarm) => {
      log.error({ alarm: alarm.code }, 'telegram needs attention');
      passOn(() => options.onAlarm?.(alarm));
    },
    onRecovered: (code) => passOn(() => options.onRecovered?.(code)),
  });
  const gap = createGapWatch(clock, memory, (found) => {
    log.error({ from: found.from, to: found.to }, 'telegram was out of reach for more than a day');
    passOn(() => options.onGap?.(found));
  });

  /** Whoever hears an alarm may be in the same trouble (a full disk): that must not end the receiving. */
  function passOn(tell: () => void): void {
    try {
      tell();
    } catch (error) {
      log.error({ error }, 'telegram alarm not passed on');
    }
  }

  function tellStaffGroup(unreachable: boolean): void {
    passOn(() => (unreachable
      ? options.onAlarm?.({ code: 'staff_group', detail: STAFF_GROUP_GONE, since: clock.now() })
      : options.onRecovered?.('staff_group')));
  }

  /** Takes an update in for good before it returns. */
  function take(update: Update): void {
    if (!inbox) throw new Error('the telegram channel has not been started');
    if (staffGroup?.owns(update)) {
      staffGroup.take(update);
      return;
    }
    const query = update.callback_query;
    const message = understood(update);
    if (message && query?.data !== SPENT) inbox.accept(message);
    if (!query) return;
    void inFlight.track(answerTap(api, query, log));
    if (message) void inFlight.track(markTapped(api, query, log));
  }

  /** An update that cannot even be read is logged and let go: held on to, it would keep all others out for ever (F31). */
  function understood(update: Update): IncomingMessage | null {
    try {
      return translate(update);
    } catch (error) {
      log.error({ error, update: update.update_id }, 'telegram update not understood');
      return null;
    }
  }

  async function introduce(signal: AbortSignal): Promise<string> {
    const me = await api.hello.getMe(asGrammySignal(signal));
    if (!webhook) await api.hello.deleteWebhook({ drop_pending_updates: false }, asGrammySignal(signal));
    staffGroup?.start(me);
    void inFlight.track(setCommands());
    return statusLine(me);
  }

  /** The menu is a convenience: a failure here stops nothing. */
  async function setCommands(): Promise<void> {
    try {
      await api.send.setMyCommands(CUSTOMER_COMMANDS, { scope: { type: 'all_private_chats' } });
      const group = staffGroup?.chat();
      if (group !== undefined) await api.send.setMyCommands(STAFF_COMMANDS, { scope: { type: 'chat', chat_id: group } });
    } catch (error) {
      log.warn({ what: failureOf(error).what }, 'telegram command menu not set');
    }
  }

  return {
    name: 'telegram',
    ...createDownloads(api, options.photos),
    start(into) {
      if (running) return Promise.resolve();
      inbox = into;
      status = { state: 'starting', detail: 'Menghubungi Telegram…' };
      const parts = { api, clock, health, gap, log, introduce, take };
      running = webhook ? runWebhookWatch({ ...parts, webhook }, stopping.signal) : runPollLoop(parts, stopping.signal);
      return Promise.resolve();
    },
    async stop() {
      stopping.abort();
      staffGroup?.stop();
      // What was taken in but not yet confirmed comes again after the next start, and the inbox knows it.
      await running;
      const patience = new AbortController();
      await inFlight.drained(clock.sleep(DRAIN_MS, patience.signal));
      patience.abort();
      api.close();
      status = { state: 'off', detail: 'Telegram dihentikan.' };
    },
    send: (message) => inFlight.track(sending.send(message)),
    typing,
    status: () => status,
    handleWebhook: createWebhookHandler(webhook?.secret ?? '', take, log),
  };
}

const statusLine = (me: UserFromGetMe): string => `Terhubung sebagai @${me.username}.`;
