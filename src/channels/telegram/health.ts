import type { UtcMs } from '../../shop/units.ts';
import type { ChannelStatus } from '../channel.ts';
import type { Clock } from './clock.ts';
import type { Failure } from './failure.ts';

/** What keeps the channel from receiving. */
export type Trouble =
  | Failure
  /** The inbox could not take a message: a full disk, a locked database (F1). */
  | { readonly kind: 'inbox'; readonly what: string }
  /** Something of ours broke. */
  | { readonly kind: 'fault'; readonly what: string };

/** Something the owner should hear of by another way than Telegram. */
export interface Alarm {
  readonly code: 'conflict' | 'unauthorized' | 'inbox' | 'offline' | 'fault' | 'staff_group';
  /** Indonesian, one line. */
  readonly detail: string;
  readonly since: UtcMs;
}

interface Course {
  readonly code: Exclude<Alarm['code'], 'staff_group'>;
  readonly state: 'offline' | 'failed';
  readonly detail: string;
  /** Longest wait between tries. */
  readonly capMs: number;
  /** How long it must have stayed away before it counts as over; two pollers take turns at being thrown out. */
  readonly calmMs: number;
  /** How long it may last before the owner hears of it; an old process that is still ending is not worth an alarm. */
  readonly alarmMs: number;
}

const OFFLINE: Course = {
  code: 'offline', state: 'offline', capMs: 4_000, calmMs: 0, alarmMs: 300_000,
  detail: 'Telegram tidak terjangkau. Dicoba lagi terus; pesan pelanggan aman di Telegram sampai 24 jam.',
};
const COURSES: Readonly<Record<'conflict' | 'unauthorized' | 'inbox' | 'fault', Course>> = {
  conflict: {
    code: 'conflict', state: 'failed', capMs: 10_000, calmMs: 35_000, alarmMs: 30_000,
    detail: 'Token bot ini dipakai program lain, yang mengambil pesan pelanggan. Hentikan yang lain, atau ganti tokennya di @BotFather.',
  },
  unauthorized: {
    code: 'unauthorized', state: 'failed', capMs: 30_000, calmMs: 0, alarmMs: 0,
    detail: 'Token bot ditolak Telegram. Periksa TELEGRAM_BOT_TOKEN di .env, atau jalankan npm run setup telegram.',
  },
  inbox: {
    code: 'inbox', state: 'failed', capMs: 5_000, calmMs: 0, alarmMs: 10_000,
    detail: 'Pesan yang masuk belum bisa disimpan (disk penuh?). Telegram menyimpannya sampai 24 jam.',
  },
  fault: {
    code: 'fault', state: 'failed', capMs: 10_000, calmMs: 0, alarmMs: 10_000,
    detail: 'Ada kesalahan di bagian Telegram. Dicoba lagi terus; rinciannya ada di log.',
  },
};

const FIRST_WAIT_MS = 500;

const courseOf = (trouble: Trouble): Course =>
  (trouble.kind in COURSES ? COURSES[trouble.kind as keyof typeof COURSES] : OFFLINE);

export interface HealthParts {
  readonly clock: Clock;
  onStatus(status: ChannelStatus): void;
  onAlarm(alarm: Alarm): void;
  onRecovered(code: Alarm['code']): void;
}

/** How the channel is: turns troubles into a status, a wait that grows, and an alarm in due time (F5, F6). */
export function createHealth(parts: HealthParts) {
  let trouble: { course: Course; since: UtcMs; last: UtcMs; tries: number; alarmed: boolean } | null = null;

  return {
    well(detail: string): void {
      if (trouble && parts.clock.now() - trouble.last < trouble.course.calmMs) return;
      if (trouble?.alarmed) parts.onRecovered(trouble.course.code);
      trouble = null;
      parts.onStatus({ state: 'on', detail });
    },
    /** Notes a failed try; returns how long to wait before the next, in ms. */
    ill(found: Trouble): number {
      const course = courseOf(found);
      const now = parts.clock.now();
      if (trouble?.course !== course) {
        if (trouble?.alarmed) parts.onRecovered(trouble.course.code);
        trouble = { course, since: now, last: now, tries: 0, alarmed: false };
      }
      trouble.last = now;
      const grown = Math.min(FIRST_WAIT_MS * 2 ** trouble.tries, course.capMs);
      const wait = found.kind === 'limited' ? Math.max(found.afterMs, grown) : grown;
      trouble.tries = Math.min(trouble.tries + 1, 10);
      parts.onStatus({ state: course.state, detail: course.detail });
      if (!trouble.alarmed && now - trouble.since + wait >= course.alarmMs) {
        trouble.alarmed = true;
        parts.onAlarm({ code: course.code, detail: course.detail, since: trouble.since });
      }
      return wait;
    },
  };
}

export type Health = ReturnType<typeof createHealth>;
