import type { ClientEvent, ClientSettings, Pulse, SentAs, WaMessage, WhatsAppClient } from '../../../src/channels/whatsapp/client.ts';
import { createWhatsAppChannel, type WhatsAppChannel, type WhatsAppOptions } from '../../../src/channels/whatsapp/whatsapp-channel.ts';
import type { Alarm } from '../../../src/channels/whatsapp/alarms.ts';
import type { LateOutcome } from '../../../src/channels/whatsapp/late-acks.ts';
import type { OwnerPhoneMessage } from '../../../src/channels/whatsapp/owner-phone.ts';
import { findZone, type Zone } from '../../../src/shop/time/zone.ts';
import { ManualClock, TestInbox, TestMemory, TestPhotos, settle, silentLog } from './surroundings.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Monday, 10.00 WIB. */
export const MONDAY = Date.parse('2026-11-23T10:00:00+07:00');
export const ME = '6281000000000@c.us';
export const WIB = findZone('WIB') as Zone;

let nextId = 1;
/** A message as the client tells it. */
export const said = (chat: string, text: string, more: Partial<WaMessage> = {}): WaMessage => {
  const id = more.id ?? `ID${nextId++}`;
  const fromMe = more.fromMe ?? false;
  return {
    id, key: `${fromMe}_${chat}_${id}`, fromMe, chat, type: 'chat', text, at: MONDAY, ack: 0, name: 'Rina', quoted: null,
    broadcast: false, location: null, vcards: [], ...more,
  };
};

/** A stand-in for a run of WhatsApp Web: does what the test tells it, at once. */
export class FakeClient implements WhatsAppClient {
  readonly sent: { readonly chat: string; readonly text: string; readonly photo: string | null }[] = [];
  readonly history = new Map<string, WaMessage[]>();
  readonly names = new Map<string, { readonly lid: string | null; readonly phone: string | null }>();
  readonly deleted: string[] = [];
  readonly typed: string[] = [];
  media: Uint8Array | null = new Uint8Array([1]);
  now: Pulse = { state: 'CONNECTED', listening: true, synced: true };
  asked = 0;
  ended = false;
  nudges = 0;
  onStart: () => Promise<void> = async () => undefined;
  onPulse: () => Promise<Pulse> = async () => this.now;
  onProbe: () => Promise<void> = async () => undefined;
  /** What a send does; the default puts it into the chat, tells the echo, resolves, and has it acked. */
  onSend: (message: WaMessage) => Promise<SentAs | null> = async (message) => {
    this.enter(message);
    this.tell({ kind: 'message', message });
    queueMicrotask(() => this.tell({ kind: 'ack', id: message.id, ack: 1 }));
    return { id: message.id, ack: 0 };
  };
  private listener: (event: ClientEvent) => void = () => undefined;
  readonly settings: ClientSettings;
  private readonly clock: ManualClock;

  constructor(settings: ClientSettings, clock: ManualClock) {
    this.settings = settings;
    this.clock = clock;
  }

  tell(event: ClientEvent): void { this.listener(event); }
  /** A message stands in a chat, whether or not anybody is told. */
  enter(message: WaMessage): void { this.history.set(message.chat, [...(this.history.get(message.chat) ?? []), message]); }
  receive(message: WaMessage): void {
    this.enter(message);
    this.tell({ kind: 'message', message });
  }

  onEvent(listener: (event: ClientEvent) => void): void { this.listener = listener; }
  start(): Promise<void> { return this.onStart(); }
  pulse(): Promise<Pulse> { return this.onPulse(); }
  probe(): Promise<void> { return this.onProbe(); }
  async nudge(): Promise<void> { this.nudges += 1; }
  sendText(chat: string, text: string): Promise<SentAs | null> { return this.send(chat, text, null); }
  sendPhoto(chat: string, photo: string, caption: string): Promise<SentAs | null> { return this.send(chat, caption, photo); }
  async typing(chat: string): Promise<void> { this.typed.push(chat); }
  async chats(): Promise<readonly { readonly chat: string; readonly at: number }[]> {
    return [...this.history].map(([chat, messages]) => ({ chat, at: Math.max(...messages.map(({ at }) => at)) }));
  }
  async messages(chat: string, limit: number): Promise<readonly WaMessage[]> { return (this.history.get(chat) ?? []).slice(-limit); }
  async download(): Promise<Uint8Array | null> { return this.media; }
  async whoIs(address: string): Promise<{ readonly lid: string | null; readonly phone: string | null }> {
    this.asked += 1;
    return this.names.get(address) ?? { lid: null, phone: null };
  }
  async deleteMessage(key: string): Promise<void> { this.deleted.push(key); }
  async end(): Promise<void> { this.ended = true; }

  private send(chat: string, text: string, photo: string | null): Promise<SentAs | null> {
    this.sent.push({ chat, text, photo });
    return this.onSend(said(chat, text, { fromMe: true, at: this.clock.now(), type: photo === null ? 'chat' : 'image' }));
  }
}

const AT_ONCE = { betweenMs: 0, betweenInChatMs: 0, typing: { leastMs: 0, perCharacterMs: 0, mostMs: 0 } };

/** The channel over fake runs, with time in the test's hand. */
export class Bench {
  readonly folder = mkdtempSync(join(tmpdir(), 'whatsapp-bench-'));
  readonly clock = new ManualClock(MONDAY);
  readonly inbox = new TestInbox();
  readonly photos = new TestPhotos();
  readonly runs: FakeClient[] = [];
  readonly alarms: Alarm[] = [];
  readonly recovered: string[] = [];
  readonly phoneMessages: OwnerPhoneMessage[] = [];
  readonly late: LateOutcome[] = [];
  readonly memory: TestMemory;
  readonly channel: WhatsAppChannel;
  /** Prepares a run before it starts. */
  onRun: (run: FakeClient) => void = () => undefined;

  constructor(more: Partial<WhatsAppOptions> = {}, memory: TestMemory = new TestMemory()) {
    this.memory = memory;
    this.channel = createWhatsAppChannel({
      dataDir: this.folder, chromiumPath: process.execPath, clock: this.clock, log: silentLog, memory, photos: this.photos,
      zone: () => WIB, chance: () => 0.5, pace: AT_ONCE,
      startClient: (settings) => {
        const run = new FakeClient(settings, this.clock);
        this.runs.push(run);
        this.onRun(run);
        return run;
      },
      onAlarm: (alarm) => this.alarms.push(alarm),
      onRecovered: (code) => this.recovered.push(code),
      onOwnerPhoneMessage: (message) => this.phoneMessages.push(message),
      onLateOutcome: (late) => this.late.push(late),
      ...more,
    });
  }

  get run(): FakeClient { return this.runs.at(-1) as FakeClient; }
  get codes(): readonly string[] { return this.alarms.map(({ code }) => code); }
  state(): string { return this.channel.status().state; }

  async start(): Promise<void> {
    await this.channel.start(this.inbox);
    await settle();
  }

  /** Started, linked and serving. */
  async serve(): Promise<void> {
    await this.start();
    this.run.tell({ kind: 'ready', me: ME });
    await settle();
  }

  /** A customer writes now; gives their chat. */
  async hear(address: string, text = 'halo'): Promise<string> {
    this.run.receive(said(address, text, { at: this.clock.now() }));
    await settle();
    return this.inbox.messages.at(-1)?.chat ?? '';
  }

  async close(): Promise<void> {
    const stopped = this.channel.stop();
    await this.clock.pass(10_000);
    await stopped;
    rmSync(this.folder, { recursive: true, force: true });
  }
}
