import type { ChannelStatus } from '../channel.ts';
import { DAY_MS, HOUR_MS, localDay, startOfDay, type Zone } from '../../shop/time/zone.ts';
import type { UtcMs } from '../../shop/units.ts';
import { alarm, type Alarm, type AlarmCode } from './alarms.ts';
import type { FoundBrowser } from './browser.ts';
import type { ClientEvent, WhatsAppClient } from './client.ts';
import { live, type Ending, type LifeLimits, type Phase } from './life.ts';
import type { Clock, Log } from './surroundings.ts';

export interface SupervisorLimits extends LifeLimits {
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** A run that served this long starts the counting of failures anew. */
  readonly steadyMs: number;
  readonly blockedWaitMs: number;
  readonly noBrowserWaitMs: number;
  /** Hour of the shop's clock at which the browser is renewed. */
  readonly renewHour: number;
}

export const SUPERVISION: SupervisorLimits = {
  beatMs: 15_000, readyMs: 120_000, nudgeMs: 20_000, staleCodeMs: 190_000, offlineMs: 600_000, silenceMs: 600_000,
  rereadMs: 600_000, memoryBytes: 1_500 * 1024 * 1024,
  firstWaitMs: 1_000, longestWaitMs: 300_000, steadyMs: 60_000, blockedWaitMs: 1_800_000, noBrowserWaitMs: 60_000, renewHour: 3,
};

export interface SupervisorParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly limits: SupervisorLimits;
  readonly chance: () => number;
  readonly zone: () => Zone;
  /** Finds the browser and makes way for it; rejects when the folder cannot be used. */
  readonly prepare: () => Promise<FoundBrowser>;
  readonly startClient: (chromium: string) => WhatsAppClient;
  /** Forgets the session; no browser is running. */
  readonly forgetSession: () => void;
  /** True where a phone has been linked before. */
  readonly wasLinked: () => boolean;
  readonly memory: () => number;
  readonly quiet: () => boolean;
  readonly onReady: (client: WhatsAppClient, me: string | null) => Promise<void>;
  readonly onEvent: (event: ClientEvent) => void;
  /** The run is over; nothing can be asked of it. */
  readonly onEnded: () => void;
  readonly onStatus: (status: ChannelStatus) => void;
  readonly onAlarm: (alarm: Alarm) => void;
  readonly onRecovered: (code: AlarmCode) => void;
}

/** Failures in a row after which the owner is told. */
const ESCALATE_AFTER = 3;

const STATUS: Readonly<Record<Phase, ChannelStatus>> = {
  starting: { state: 'starting', detail: 'Membuka WhatsApp…' },
  pairing: { state: 'needs_pairing', detail: 'WhatsApp menunggu ditautkan: pindai QR dengan HP toko (Perangkat tertaut).' },
  syncing: { state: 'starting', detail: 'WhatsApp tertaut, sedang membaca pesan…' },
  on: { state: 'on', detail: 'WhatsApp tersambung.' },
  offline: { state: 'offline', detail: 'WhatsApp tidak terjangkau (internet?). Pesan menunggu dan menyambung sendiri.' },
};
const RESTARTING: ChannelStatus = { state: 'offline', detail: 'WhatsApp terputus; sedang dibuka lagi.' };

/**
 * Keeps WhatsApp Web running: one run after another, with a wait that grows, and an alarm when it does not help. Ends only when
 * stopped. A run is over before the next begins: its processes are gone (F19).
 */
export function createSupervisor(parts: SupervisorParts) {
  const { clock, limits, log } = parts;
  let client: WhatsAppClient | null = null;
  let phase: Phase | null = null;
  let look: () => void = () => undefined;
  let renewal = new AbortController();
  const alarmed = new Set<AlarmCode>();

  function raise(code: AlarmCode, detail?: string): void {
    if (alarmed.has(code)) return;
    alarmed.add(code);
    parts.onAlarm(alarm(code, null, detail));
  }
  function recover(): void {
    for (const code of alarmed) parts.onRecovered(code);
    alarmed.clear();
  }

  async function oneLife(chromium: string, stopping: AbortSignal): Promise<Ending> {
    const linkedBefore = parts.wasLinked();
    const running = parts.startClient(chromium);
    client = running;
    renewal = new AbortController();
    const ending = await live(running, {
      clock, log, limits, memory: parts.memory, quiet: parts.quiet, renewAt: nextRenewal(clock.now(), parts.zone(), limits.renewHour),
      onReady: (me) => parts.onReady(running, me),
      onEvent: parts.onEvent,
      onPhase(next) {
        phase = next;
        parts.onStatus(STATUS[next]);
        if (next === 'on') recover();
        if (next === 'pairing' && linkedBefore) raise('needs_pairing');
      },
    }, AbortSignal.any([stopping, renewal.signal]), (lookNow) => { look = lookNow; });
    client = null;
    phase = null;
    parts.onEnded();
    if (!stopping.aborted && ending.kind !== 'renewed') parts.onStatus(RESTARTING);
    await running.end();
    log.info({ ending: ending.kind, why: ending.why }, 'a whatsapp run ended');
    return ending;
  }

  /** What an ending asks for; returns how long to wait before the next run. */
  function afterwards(ending: Ending, failures: number): number {
    switch (ending.kind) {
      case 'stopped':
      case 'renewed': return 0;
      case 'logged_out':
        parts.forgetSession();
        raise('logged_out');
        return 0;
      case 'blocked':
        raise('blocked');
        parts.onStatus({ state: 'failed', detail: alarm('blocked').detail });
        return limits.blockedWaitMs;
      case 'conflict': raise('conflict'); break;
      case 'unpaired':
      case 'failed': break;
    }
    if (failures >= ESCALATE_AFTER) {
      raise('keeps_failing');
      parts.onStatus({ state: 'failed', detail: alarm('keeps_failing').detail });
    }
    const grown = Math.min(limits.firstWaitMs * 2 ** Math.min(failures - 1, 10), limits.longestWaitMs);
    return grown * (0.75 + 0.5 * parts.chance());
  }

  async function run(stopping: AbortSignal): Promise<void> {
    let failures = 0;
    while (!stopping.aborted) {
      parts.onStatus(STATUS.starting);
      const browser = await parts.prepare().catch((error: unknown): FoundBrowser => (
        { kind: 'missing', what: `Folder WhatsApp tidak bisa dipakai: ${error instanceof Error ? error.message : String(error)}` }));
      if (stopping.aborted) break;
      if (browser.kind === 'missing') {
        parts.onStatus({ state: 'failed', detail: browser.what });
        raise('no_browser', browser.what);
        await clock.sleep(limits.noBrowserWaitMs, stopping);
        continue;
      }
      const ending = await oneLife(browser.path, stopping);
      if (stopping.aborted) break;
      const steady = ending.onSince !== null && clock.now() - ending.onSince >= limits.steadyMs;
      if (ending.kind === 'failed' || ending.kind === 'conflict' || ending.kind === 'unpaired') failures = steady ? 1 : failures + 1;
      await clock.sleep(afterwards(ending, failures), stopping);
    }
  }

  return {
    run,
    /** The running client, whatever its state. */
    client: (): WhatsAppClient | null => client,
    /** The running client while it can send. */
    online: (): WhatsAppClient | null => (phase === 'on' ? client : null),
    /** Looks at the page now, and asks WhatsApp's servers something. */
    suspect: (): void => look(),
    /** Ends the run and begins a new one at once. */
    renew: (): void => renewal.abort(),
  };
}

/** The next night in which the browser is renewed; not within six hours of its start. */
function nextRenewal(now: UtcMs, zone: Zone, hour: number): UtcMs {
  const tonight = startOfDay(localDay(now, zone), zone) + hour * HOUR_MS;
  const next = tonight > now ? tonight : tonight + DAY_MS;
  return next - now < 6 * HOUR_MS ? next + DAY_MS : next;
}
