import { join } from 'node:path';
import type { Channel, ChannelStatus, Inbox, SendOutcome } from '../channel.ts';
import type { Zone } from '../../shop/time/zone.ts';
import { createAcks } from './acks.ts';
import { isPerson } from './addresses.ts';
import { alarm, type Alarm, type AlarmCode } from './alarms.ts';
import { readMissed } from './backfill.ts';
import { findBrowser } from './browser.ts';
import type { ClientEvent, StartClient, WaMessage, WhatsAppClient } from './client.ts';
import { startFenced } from './fence.ts';
import { createIdentities } from './identity.ts';
import { createIncoming, type FetchedPhoto } from './incoming.ts';
import { createLateAcks, type LateOutcome } from './late-acks.ts';
import { Lines } from './lines.ts';
import { createOutgoing } from './outgoing.ts';
import { createOwnSends } from './own-sends.ts';
import { createOwnerPhone, type OwnerPhoneMessage } from './owner-phone.ts';
import { PACE, type PaceLimits } from './pace.ts';
import { createPaceKeeper } from './pace-keeper.ts';
import { createPairing, pairingPhone, type CodeAsked, type Pairing } from './pairing.ts';
import { systemProcesses, type Processes } from './process-tree.ts';
import { freeProfile, hasProfile, openProfile, wipeProfile } from './profile.ts';
import { createReadingMarks } from './reading-marks.ts';
import { createSupervisor, SUPERVISION, type SupervisorLimits } from './supervisor.ts';
import type { Clock, Log, Memory, PhotoStore } from './surroundings.ts';

/** How long a stop waits for replies on their way; ending the browser takes up to four seconds more. */
const DRAIN_MS = 3_500;
/** A message that WhatsApp's servers have not confirmed within this is not called sent. */
const ACK_LIMIT_MS = 30_000;

export interface WhatsAppOptions {
  /** The data folder, absolute; the session lies in `whatsapp/` below it. */
  readonly dataDir: string;
  /** CHROMIUM_PATH. */
  readonly chromiumPath?: string | undefined;
  /** WHATSAPP_WEB_VERSION and WHATSAPP_WEB_CACHE. */
  readonly pinned?: { readonly version: string; readonly folder: string } | undefined;
  readonly clock: Clock;
  readonly log: Log;
  readonly memory: Memory;
  readonly photos: PhotoStore;
  /** The shop's zone, for its nights and days. */
  readonly zone: () => Zone;
  /** [0, 1). */
  readonly chance: () => number;
  readonly pace?: Partial<PaceLimits> | undefined;
  readonly supervision?: Partial<SupervisorLimits> | undefined;
  readonly ackLimitMs?: number | undefined;
  /** Another client than the fenced real one. */
  readonly startClient?: StartClient | undefined;
  readonly processes?: Processes | undefined;
  /** Someone wrote from the shop's own phone into a customer's chat: a claim, or by `#selesai` a release. */
  onOwnerPhoneMessage?(message: OwnerPhoneMessage): void;
  /** Something the owner must hear of by another way. */
  onAlarm?(alarm: Alarm): void;
  onRecovered?(code: AlarmCode): void;
  /** More has become known of a reply after its outcome was given. */
  onLateOutcome?(late: LateOutcome): void;
  /** There is something new to show for the linking, or nothing any more. */
  onPairing?(pairing: Pairing): void;
}

export interface WhatsAppChannel extends Channel {
  readonly name: 'whatsapp';
  /** What to show to link the shop's phone. */
  pairing(): Pairing;
  /** Shows a code for this phone instead of a QR, as soon as WhatsApp gives one. */
  pairByCode(phone: string): CodeAsked;
  /** Fetches a photo that could not be stored when it came. */
  fetchPhoto(reference: string): Promise<FetchedPhoto>;
}

/**
 * The shop on WhatsApp, by whatsapp-web.js in a browser: an unofficial client. It answers people who have written and never
 * writes first. Runs until `stop`, whatever happens to the browser.
 */
export function createWhatsAppChannel(options: WhatsAppOptions): WhatsAppChannel {
  const { clock, log, memory } = options;
  const folder = join(options.dataDir, 'whatsapp');
  const processes = options.processes ?? systemProcesses;
  const startClient: StartClient = options.startClient ?? ((settings) => startFenced(settings));
  const limits = { ...SUPERVISION, ...options.supervision };
  const stopping = new AbortController();
  const onAlarm = (one: Alarm): void => {
    log.error({ alarm: one.code }, 'whatsapp needs attention');
    options.onAlarm?.(one);
  };

  let inbox: Inbox | null = null;
  let status: ChannelStatus = { state: 'off', detail: 'WhatsApp belum dijalankan.' };
  let running: Promise<void> | null = null;
  let browserPid: number | null = null;
  let sending = 0;
  /** While missed messages are read, new ones wait here, so that each chat stays in order. */
  let held: (() => void)[] | null = [];

  const pairing = createPairing(() => clock.now());
  const marks = createReadingMarks(memory);
  const sends = createOwnSends(memory);
  const acks = createAcks(clock);
  const lateAcks = createLateAcks(memory, (late) => {
    if (late.kind === 'failed' && late.was === 'sent') onAlarm(alarm('send_failed'));
    options.onLateOutcome?.(late);
  });
  const lines = new Lines((error) => log.error({ error }, 'a whatsapp message could not be worked off'));
  const identities = createIdentities({
    memory, clock,
    ask: (address) => supervisor.client()?.whoIs(address) ?? Promise.reject(new Error('WhatsApp is not running')),
    onDoubt: ({ kind, chat }) => onAlarm(alarm(kind === 'ambiguous' ? 'ambiguous_person' : 'same_person', chat)),
  });
  const phone = createOwnerPhone({
    identities, sends, marks, client: () => supervisor.client(), onMessage: (message) => options.onOwnerPhoneMessage?.(message),
  });
  const incoming = createIncoming({
    inbox: () => {
      if (!inbox) throw new Error('the whatsapp channel has not been started');
      return inbox;
    },
    identities, marks, photos: options.photos, client: () => supervisor.client(), clock, log, onAlarm, stopping: stopping.signal,
  });
  const outgoing = createOutgoing({
    identities, sends, phone, acks, lateAcks, clock, log, onAlarm, stopping: stopping.signal,
    pace: createPaceKeeper({ memory, clock, zone: options.zone, limits: { ...PACE, ...options.pace }, chance: options.chance }),
    client: () => supervisor.online(),
    ackLimitMs: options.ackLimitMs ?? ACK_LIMIT_MS,
    onSilence: () => supervisor.suspect(),
  });

  const take = (message: WaMessage): Promise<void> =>
    lines.add(message.chat, () => (message.fromMe ? phone.heard(message) : incoming.message(message)));

  async function onReady(client: WhatsAppClient, me: string | null): Promise<void> {
    held ??= [];
    marks.linked(clock.now());
    const names = me === null ? null : await client.whoIs(me).catch(() => null);
    phone.iAm([me, names?.lid, names?.phone].filter((address) => address != null));
    const count = await readMissed({ client, marks, theirs: take, ours: take, stopping: stopping.signal });
    log.info({ count }, 'whatsapp messages read back');
    const waiting = held;
    held = null;
    for (const work of waiting) work();
  }

  /** Only private chats exist for the shop (F25). */
  function dispatch(event: ClientEvent): void {
    switch (event.kind) {
      case 'message': if (isPerson(event.message.chat)) void take(event.message); return;
      case 'edited':
      case 'deleted':
        if (event.message.fromMe || !isPerson(event.message.chat)) return;
        void lines.add(event.message.chat, () => (
          event.kind === 'edited' ? incoming.edited(event.message, event.before) : incoming.deleted(event.message)));
        return;
      case 'call': if (isPerson(event.from)) void lines.add(event.from, () => incoming.call(event.id, event.from)); return;
      default: return;
    }
  }

  function onEvent(event: ClientEvent): void {
    if (event.kind === 'launched') browserPid = event.browserPid;
    if (event.kind === 'ack') outgoing.ackHeard(event.id, event.ack);
    // The library asks for a code without anybody listening to the answer: a refusal is only a rejection that nobody caught.
    if (event.kind === 'fault' && pairing.awaitsCode()) supervisor.renew();
    const before = pairing.shown();
    pairing.follow(event);
    if (pairing.shown() !== before) options.onPairing?.(pairing.shown());
    const said = event.kind === 'edited' || event.kind === 'deleted' || event.kind === 'call'
      // An echo of our own must be heard at once, or its send would wait for it in vain.
      || (event.kind === 'message' && !event.message.fromMe);
    if (held && said) held.push(() => dispatch(event));
    else dispatch(event);
  }

  const supervisor = createSupervisor({
    clock, log, limits, chance: options.chance, zone: options.zone, onAlarm, onEvent, onReady,
    async prepare() {
      const browser = findBrowser(options.chromiumPath);
      if (browser.kind === 'missing') return browser;
      openProfile(folder);
      await freeProfile(folder, processes);
      return browser;
    },
    startClient: (chromium) => startClient({ chromium, folder, pinned: options.pinned ?? null, pairPhone: pairing.begin() }),
    forgetSession: () => wipeProfile(folder),
    wasLinked: () => hasProfile(folder) && marks.everLinked(),
    memory: () => (browserPid === null ? 0 : processes.memory(processes.tree(browserPid))),
    quiet: () => sending === 0,
    onEnded() {
      held = [];
      browserPid = null;
      acks.interrupt();
      const shown = pairing.shown();
      pairing.ended();
      if (shown.kind !== 'none') options.onPairing?.(pairing.shown());
    },
    onStatus: (next) => { if (!stopping.signal.aborted) status = next; },
    onRecovered: (code) => options.onRecovered?.(code),
  });

  async function drained(): Promise<void> {
    const limit = clock.now() + DRAIN_MS;
    while (sending > 0 && clock.now() < limit) await clock.sleep(20);
  }

  return {
    name: 'whatsapp',
    start(into) {
      if (running) return Promise.resolve();
      inbox = into;
      running = supervisor.run(stopping.signal).catch((error: unknown) => {
        log.error({ error }, 'the whatsapp supervisor broke');
        status = { state: 'failed', detail: 'Ada kesalahan di bagian WhatsApp; rinciannya ada di log.' };
      });
      return Promise.resolve();
    },
    async stop() {
      await drained();
      stopping.abort();
      await running;
      status = { state: 'off', detail: 'WhatsApp dihentikan.' };
    },
    async send(message): Promise<SendOutcome> {
      sending += 1;
      try {
        return await outgoing.send(message);
      } finally {
        sending -= 1;
      }
    },
    typing: (chat) => outgoing.typing(chat),
    status: () => status,
    pairing: () => pairing.shown(),
    pairByCode(typed) {
      const wanted = pairingPhone(typed);
      if (wanted === null) return 'not_a_number';
      if (status.state === 'on' || status.state === 'offline') return 'linked_already';
      pairing.askCodeFor(wanted);
      supervisor.renew();
      return 'asked';
    },
    fetchPhoto: (reference) => incoming.fetchPhoto(reference),
  };
}
