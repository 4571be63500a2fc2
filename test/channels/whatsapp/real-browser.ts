import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from '../../../src/channels/whatsapp/browser.ts';
import { startFenced } from '../../../src/channels/whatsapp/fence.ts';
import { systemProcesses } from '../../../src/channels/whatsapp/process-tree.ts';
import { createWhatsAppChannel, type WhatsAppChannel, type WhatsAppOptions } from '../../../src/channels/whatsapp/whatsapp-channel.ts';
import type { Alarm } from '../../../src/channels/whatsapp/alarms.ts';
import type { LateOutcome } from '../../../src/channels/whatsapp/late-acks.ts';
import type { OwnerPhoneMessage } from '../../../src/channels/whatsapp/owner-phone.ts';
import { findZone, type Zone } from '../../../src/shop/time/zone.ts';
import { WhatsAppWebStandIn } from '../../stand-ins/whatsapp-web/stand-in.ts';
import { TestInbox, TestMemory, TestPhotos, keptLog, realClock } from './surroundings.ts';

const browser = findBrowser(process.env.CHROMIUM_PATH);
const openssl = ((): boolean => {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** Null: the tests with a real browser cannot run here, and have said so. */
export const chromium: string | null = browser.kind === 'found' && openssl ? browser.path : null;
if (chromium === null) {
  const missing = [...(browser.kind === 'found' ? [] : ['chromium']), ...(openssl ? [] : ['openssl'])].join(' ');
  process.stderr.write(`\n\n!!! WhatsApp's browser tests are SKIPPED: run  apt-get install -y ${missing}  and test again.\n\n\n`);
}

const WIB = findZone('WIB') as Zone;
/** As fast as a test wants it. */
const QUICK_PACE = {
  betweenMs: 0, betweenInChatMs: 0, typing: { leastMs: 0, perCharacterMs: 0, mostMs: 0 }, quiet: { from: 0, to: 0 }, perDay: 100_000,
};
const QUICK_SUPERVISION = { beatMs: 250, nudgeMs: 1_500, firstWaitMs: 20, longestWaitMs: 60, silenceMs: 3_600_000, rereadMs: 3_600_000 };

/** The channel with the real library, in a real browser, on the stand-in. */
export class Rig {
  readonly inbox = new TestInbox();
  readonly photos = new TestPhotos();
  readonly alarms: Alarm[] = [];
  readonly phoneMessages: OwnerPhoneMessage[] = [];
  readonly late: LateOutcome[] = [];
  readonly log: string[] = [];
  readonly browserPids: number[] = [];
  readonly memory = new TestMemory();
  channel!: WhatsAppChannel;

  readonly standIn: WhatsAppWebStandIn;
  private readonly more: Partial<WhatsAppOptions>;

  private constructor(standIn: WhatsAppWebStandIn, more: Partial<WhatsAppOptions>) {
    this.standIn = standIn;
    this.more = more;
  }

  static async open(more: Partial<WhatsAppOptions> = {}): Promise<Rig> {
    const rig = new Rig(await WhatsAppWebStandIn.start(), more);
    await rig.begin();
    return rig;
  }

  /** Starts the channel; again after `channel.stop()`, as the next process would. */
  async begin(): Promise<void> {
    this.channel = createWhatsAppChannel({
      dataDir: this.standIn.folder, chromiumPath: this.standIn.chromium(chromium ?? ''), clock: realClock, log: keptLog(this.log),
      memory: this.memory, photos: this.photos, zone: () => WIB, chance: Math.random, pace: QUICK_PACE, ackLimitMs: 1_500,
      onAlarm: (alarm) => this.alarms.push(alarm),
      onOwnerPhoneMessage: (message) => this.phoneMessages.push(message),
      onLateOutcome: (late) => this.late.push(late),
      startClient: (settings) => {
        const client = startFenced(settings, { answerMs: 4_000, pulseMs: 1_500, gentleEndMs: 3_000 });
        return {
          ...client,
          onEvent: (listener) => client.onEvent((event) => {
            if (event.kind === 'launched') this.browserPids.push(event.browserPid);
            listener(event);
          }),
        };
      },
      ...this.more,
      supervision: { ...QUICK_SUPERVISION, ...this.more.supervision },
    });
    await this.channel.start(this.inbox);
  }

  state = (): string => this.channel.status().state;

  async until(holds: () => boolean, what: string, withinMs?: number): Promise<void> {
    try {
      await this.standIn.until(holds, what, withinMs);
    } catch (error) {
      throw new Error(`${String(error)}\nstate ${this.state()}, log:\n${this.log.slice(-15).join('\n')}`, { cause: error });
    }
  }

  untilOn = (): Promise<void> => this.until(() => this.state() === 'on', 'WhatsApp is on');

  /** Until the shop's phone is linked and WhatsApp serves. */
  async pair(): Promise<void> {
    await this.until(() => this.channel.pairing().kind !== 'none', 'there is something to pair with');
    this.standIn.pair();
    await this.untilOn();
  }

  /** A customer writes; resolves with the opaque chat when it is in the inbox. */
  async hearFrom(address: string, text: string): Promise<string> {
    const id = this.standIn.write(address, text);
    await this.until(() => this.inbox.messages.some((one) => one.id === id), `"${text}" is in the inbox`);
    return this.inbox.messages.find((one) => one.id === id)?.chat ?? '';
  }

  /** The process group of the browser dies, as under the kernel's out-of-memory killer. */
  killBrowser(): void {
    systemProcesses.kill([this.browserPids.at(-1) ?? 0]);
  }

  /** Only the page's own process dies. */
  crashPage(): void {
    const family = systemProcesses.tree(this.browserPids.at(-1) ?? 0);
    systemProcesses.kill(family.filter((pid) => systemProcesses.commandLine(pid).includes('--type=renderer')));
  }

  /** Every process of every browser this rig has started that still lives. */
  survivors(): readonly number[] {
    return this.browserPids.flatMap((pid) => systemProcesses.tree(pid));
  }

  async close(): Promise<void> {
    await this.channel.stop();
    await this.standIn.stop();
    if (existsSync(this.standIn.folder)) throw new Error('the stand-in left its folder behind');
  }
}
