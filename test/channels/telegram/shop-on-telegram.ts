import type { IncomingMessage, Inbox, OutgoingMessage } from '../../../src/channels/channel.ts';
import type { Log } from '../../../src/channels/telegram/log.ts';
import { createPassingMemory, type Memory } from '../../../src/channels/telegram/memory.ts';
import {
  createTelegramChannel, type TelegramChannel, type TelegramOptions,
} from '../../../src/channels/telegram/telegram-channel.ts';
import { BotApi } from '../../stand-ins/bot-api/bot-api.ts';
import { ManualClock } from './manual-clock.ts';

/** An inbox as the shop's: each id once; may be full. */
export class TestInbox implements Inbox {
  full = false;
  readonly accepted: IncomingMessage[] = [];
  redelivered = 0;
  private readonly ids = new Set<string>();

  accept(message: IncomingMessage): { fresh: boolean } {
    if (this.full) throw new Error('SQLITE_FULL: database or disk is full');
    if (this.ids.has(message.id)) {
      this.redelivered += 1;
      return { fresh: false };
    }
    this.ids.add(message.id);
    this.accepted.push(message);
    return { fresh: true };
  }

  /** What the customers said, in order. */
  get said(): string[] {
    return this.accepted.map(({ content }) => (content.kind === 'text' ? content.text : content.kind));
  }
}

export interface LogLine {
  readonly level: keyof Log;
  readonly fields: object;
  readonly message: string;
}

export class TestLog implements Log {
  readonly lines: LogLine[] = [];
  debug(fields: object, message: string): void { this.lines.push({ level: 'debug', fields, message }); }
  info(fields: object, message: string): void { this.lines.push({ level: 'info', fields, message }); }
  warn(fields: object, message: string): void { this.lines.push({ level: 'warn', fields, message }); }
  error(fields: object, message: string): void { this.lines.push({ level: 'error', fields, message }); }
}

/** A shop's Telegram side with everything around it in the test's hands. */
export class ShopOnTelegram {
  readonly api: BotApi;
  readonly clock = new ManualClock();
  readonly inbox = new TestInbox();
  readonly log = new TestLog();
  readonly memory: Memory;
  readonly alarms: string[] = [];
  readonly recovered: string[] = [];
  readonly gaps: { from: number; to: number }[] = [];
  readonly stored: Uint8Array[] = [];
  channel: TelegramChannel;
  private readonly options: Partial<TelegramOptions>;
  private outboxId = 0;

  constructor(api: BotApi, options: Partial<TelegramOptions> = {}) {
    this.api = api;
    this.options = options;
    this.memory = options.memory ?? createPassingMemory();
    this.channel = this.makeChannel();
  }

  private makeChannel(): TelegramChannel {
    return createTelegramChannel({
      token: this.api.token, apiRoot: this.api.root, clock: this.clock, log: this.log, memory: this.memory,
      photos: {
        store: (bytes) => {
          this.stored.push(bytes);
          return Promise.resolve({ kind: 'stored', file: `photos/${this.stored.length}.jpg` });
        },
      },
      onAlarm: (alarm) => this.alarms.push(alarm.code),
      onRecovered: (code) => this.recovered.push(code),
      onGap: (gap) => this.gaps.push(gap),
      ...this.options,
    });
  }

  async start(): Promise<this> {
    await this.channel.start(this.inbox);
    return this;
  }

  /** The old process is gone without a word; a new one starts with the same inbox and memory. */
  async rise(): Promise<void> {
    this.channel = this.makeChannel();
    await this.channel.start(this.inbox);
  }

  message(chat: number | string, text: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage {
    this.outboxId += 1;
    return {
      id: this.outboxId, chat: String(chat), text, choices: [], photo: null, from: 'bot', maybeDuplicate: false, ...more,
    };
  }
}

/** Opens stand-ins and shops for a test file and closes them after each test. */
export function createTestShops(close: (after: () => Promise<void>) => void) {
  const shops: ShopOnTelegram[] = [];
  const apis: BotApi[] = [];
  close(async () => {
    for (const shop of shops.splice(0)) {
      let stopped = false;
      void shop.channel.stop().then(() => (stopped = true));
      await shop.clock.passUntil('it has stopped', () => stopped);
    }
    for (const api of apis.splice(0)) await api.stop();
  });
  return {
    async api(): Promise<BotApi> {
      const api = await new BotApi().start();
      apis.push(api);
      return api;
    },
    make(api: BotApi, options: Partial<TelegramOptions> = {}): ShopOnTelegram {
      const shop = new ShopOnTelegram(api, options);
      shops.push(shop);
      return shop;
    },
    async open(options: Partial<TelegramOptions> = {}): Promise<ShopOnTelegram> {
      return this.make(await this.api(), options).start();
    },
  };
}
