import type { StaffOutcome } from '../../src/channels/staff-desk.ts';
import type { IncomingContent } from '../../src/channels/channel.ts';
import type { Received, TestShop } from '../test-shop.ts';
import type { Step } from './transcript.ts';

const INDENT = '    ';
const KINDS: Readonly<Record<string, IncomingContent>> = {
  stiker: { kind: 'other', what: 'sticker' }, suara: { kind: 'other', what: 'voice' }, video: { kind: 'other', what: 'video' },
  berkas: { kind: 'other', what: 'document' }, panggilan: { kind: 'other', what: 'call' },
  lokasi: { kind: 'location', latitude: -6.9, longitude: 107.6 },
};

/** Plays one step before a shop; returns what it brought about, as a transcript writes it. */
export class Player {
  private readonly shop: TestShop;
  private readonly offered = new Map<string, Received['choices']>();
  private before = new Map<string, Received['choices']>();
  private acts = 0;

  constructor(shop: TestShop) { this.shop = shop; }

  /** The step is told once; `times` > 1 delivers the same message again and again. */
  play(step: Step, times = 1): string[] {
    if (step.kind === 'clock') {
      if (this.shop.now < step.at && this.acts > 0) this.shop.pass(step.at);
      else this.shop.now = step.at;
      return this.told();
    }
    this.acts++;
    this.shop.now += 1000;
    if (step.kind === 'staff') return [...this.staff(step), ...this.told()];
    const content = this.content(step);
    const id = this.shop.hear(step.chat, content);
    for (let again = 1; again < times; again++) this.shop.hear(step.chat, content, { id });
    return this.told();
  }

  content(step: Exclude<Step, { kind: 'clock' | 'staff' }>): IncomingContent {
    switch (step.kind) {
      case 'says': return { kind: 'text', text: step.text };
      case 'shows': return { kind: 'photo', file: step.photo.split(' ')[0]!, caption: step.photo.split(' ').slice(1).join(' ') };
      case 'sends': {
        const content = KINDS[step.what];
        if (!content) throw new Error(`nobody can send "${step.what}"`);
        return content;
      }
      case 'taps': {
        const choice = this.offered.get(step.chat)?.find((offer) => offer.label === step.label);
        if (!choice) throw new Error(`"${step.label}" was not offered to ${step.chat}: ${JSON.stringify(this.offered.get(step.chat))}`);
        return { kind: 'tap', choice: choice.id };
      }
    }
  }

  /** Takes note of what was said, for the taps to come. */
  rest(): void {
    this.shop.now += 1000;
    this.acts++;
    this.told();
  }

  /** After something was put in between: taps still mean the choices of the story, not of the aside. */
  remember(_chat: string): void {
    for (const [chat, choices] of this.before) if (choices.length > 0) this.offered.set(chat, choices);
  }

  /** What was said and what happened since the last step. */
  private told(): string[] {
    const received = this.shop.receive();
    this.before = new Map(this.offered);
    const several = new Set(received.map((message) => message.chat)).size > 1;
    for (const message of received) if (message.choices.length > 0) this.offered.set(message.chat, message.choices);
    return [...received.flatMap((message) => spoken(message, several)), ...this.shop.events().flatMap(happened)];
  }

  private staff(step: Extract<Step, { kind: 'staff' }>): string[] {
    const outcome = this.act(step);
    return outcome.kind === 'done'
      ? outcome.note === null ? [] : [`${INDENT}(${outcome.note})`]
      : [`${INDENT}(${outcome.kind}: ${outcome.reason})`];
  }

  private act(step: Extract<Step, { kind: 'staff' }>): StaffOutcome {
    const { desk } = this.shop.shop;
    const by = { by: step.staff, id: `act-${this.shop.now}-${this.acts}` };
    const chat = () => this.shop.chatId(step.target);
    const force = step.rest.startsWith('! ');
    switch (step.act) {
      case 'claim': return desk.claim(by, chat());
      case 'reply': return desk.reply(by, chat(), force ? step.rest.slice(2) : step.rest, force ? { asWritten: true, now: true } : {});
      case 'release': return desk.release(by, chat(), step.rest);
      case 'transfer': return desk.transfer(by, chat(), step.rest);
      case 'approve_payment': return desk.approvePayment(by, step.target);
      case 'reject_payment': return desk.rejectPayment(by, step.target, step.rest);
      case 'pack': return desk.pack(by, step.target);
      case 'ship': return desk.ship(by, step.target, step.rest);
      case 'deliver': return desk.deliver(by, step.target);
      case 'cancel': return desk.cancel(by, step.target, step.rest);
      case 'return': return desk.takeBack(by, step.target, step.rest === 'restock');
      case 'refund': {
        const [amount = '', ...reference] = step.rest.split(' ');
        return desk.refund(by, step.target, amount === '' ? null : Number(amount), reference.join(' '));
      }
      default: throw new Error(`no act "${step.act}"`);
    }
  }
}

function spoken(message: Received, several: boolean): string[] {
  const who = message.from === 'bot' ? 'L' : message.from.replace('staff:', '');
  const to = several ? ` → ${message.chat}` : '';
  const [first = '', ...rest] = message.text.split('\n');
  return [
    `${INDENT}${who}${to}: ${first}`,
    ...rest.map((line) => (line === '' ? `${INDENT}   .` : `${INDENT}   ${line}`)),
    ...(message.choices.length > 0 ? [`${INDENT}   ${message.choices.map((choice) => `[${choice.label}]`).join(' ')}`] : []),
    ...(message.photo !== null ? [`${INDENT}   (foto ${message.photo.split('/').at(-1)!})`] : []),
  ];
}

function happened(event: ReturnType<TestShop['events']>[number]): string[] {
  if (!/^(?:order\.|handoff\.|staff\.)/.test(event.kind)) return [];
  const order = event.data.order as { number: string; total: number } | string | undefined;
  const about = typeof order === 'object' ? ` ${order.number} ${order.total}` : order ? ` ${order}` : '';
  const more = [event.data.reason, event.data.staff, event.data.by].filter((part) => part !== undefined).join(' ');
  return [`${INDENT}* ${event.kind}${about}${more ? ` ${more}` : ''}`];
}
