import type { QuickReply, StaffMember } from '../../../src/shop/catalogue/snapshot.ts';
import type {
  ChatCard, DeskChat, DeskEvent, Insistence, OrderBrief, OrderNumber, StaffAct, StaffDesk, StaffOutcome,
} from '../../../src/channels/staff-desk.ts';

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;
type NewEvent = Without<DeskEvent, 'seq' | 'at'>;

const DONE: StaffOutcome = { kind: 'done', note: null };

/** A desk that remembers each act once and lets the test say what comes of it. */
export class TestDesk implements StaffDesk {
  readonly cards = new Map<DeskChat, ChatCard>();
  readonly orders = new Map<OrderNumber, OrderBrief>();
  /** What was done, as "siti claim 12". */
  readonly acts: string[] = [];
  readonly members: StaffMember[] = [
    { id: 'siti', name: 'Siti', role: 'admin', telegram: 501, whatsapp: null },
    { id: 'budi', name: 'Budi', role: 'owner', telegram: 502, whatsapp: null },
  ];
  canned: QuickReply[] = [{ id: 'terima-kasih', text: 'Terima kasih Kak, ditunggu pesanan berikutnya ya' }];
  /** What the next act comes to, by its verb. */
  readonly outcomes = new Map<string, StaffOutcome>();
  broken = false;
  private readonly done = new Map<string, StaffOutcome>();
  private readonly diary: DeskEvent[] = [];
  private readonly listeners = new Set<() => void>();

  staff = (): readonly StaffMember[] => this.members;
  quickReplies = (): readonly QuickReply[] => this.canned;
  card = (chat: DeskChat): ChatCard | null => this.cards.get(chat) ?? null;
  order = (number: OrderNumber): OrderBrief | null => this.orders.get(number) ?? null;

  claim = (act: StaffAct, chat: DeskChat): StaffOutcome => this.act(act, 'claim', chat, () => {
    this.change(chat, { mode: 'human', holder: act.by });
    this.happen({ kind: 'handoff_claimed', chat, by: act.by });
  });
  reply = (act: StaffAct, chat: DeskChat, text: string, insist: Insistence = {}): StaffOutcome =>
    this.act(act, insist.now ? 'reply!!' : insist.asWritten ? 'reply!' : 'reply', `${chat} ${text}`, () => {
      this.happen({ kind: 'staff_line', chat, by: act.by, act: act.id, text, photo: null });
    });
  replyPhoto = (act: StaffAct, chat: DeskChat, photo: string, caption: string): StaffOutcome =>
    this.act(act, 'photo', `${chat} ${photo} ${caption}`.trim());
  release = (act: StaffAct, chat: DeskChat, note: string): StaffOutcome => this.act(act, 'release', `${chat} ${note}`.trim(), () => {
    this.change(chat, { mode: 'bot', holder: null });
    this.happen({ kind: 'handoff_released', chat, by: act.by });
  });
  transfer = (act: StaffAct, chat: DeskChat, to: string): StaffOutcome => this.act(act, 'transfer', `${chat} ${to}`);
  approvePayment = (act: StaffAct, order: OrderNumber): StaffOutcome => this.act(act, 'approve', order);
  rejectPayment = (act: StaffAct, order: OrderNumber, reason: string): StaffOutcome => this.act(act, 'reject', `${order} ${reason}`);
  pack = (act: StaffAct, order: OrderNumber): StaffOutcome => this.act(act, 'pack', order);
  ship = (act: StaffAct, order: OrderNumber, tracking: string): StaffOutcome => this.act(act, 'ship', `${order} ${tracking}`);

  events = (after: number, limit: number): readonly DeskEvent[] => this.diary.filter((event) => event.seq > after).slice(0, limit);
  lastEvent = (): number => this.diary.length;
  onEvents(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Something happens in the shop. */
  happen(event: NewEvent): void {
    this.diary.push({ ...event, seq: this.diary.length + 1, at: 0 });
    for (const listener of this.listeners) listener();
  }

  /** A customer who waits for a human. */
  waits(chat: DeskChat, name: string, more: Partial<ChatCard> = {}, urgent = false): void {
    this.cards.set(chat, {
      chat, name, channel: 'WhatsApp', phone: '+6281234567890', mode: 'waiting', holder: null, reason: 'komplain', cart: [],
      orders: [], lines: [{ from: 'customer', text: 'pancinya penyok kak' }], photos: [], ...more,
    });
    for (const order of more.orders ?? []) this.orders.set(order.number, order);
    this.happen({ kind: 'handoff_requested', chat, why: 'complaint', reason: 'komplain', urgent });
  }

  private act(act: StaffAct, verb: string, about: string | number, effect: () => void = () => undefined): StaffOutcome {
    if (this.broken) throw new Error('SQLITE_FULL');
    const before = this.done.get(act.id);
    if (before) return before;
    const outcome = this.outcomes.get(verb) ?? DONE;
    if (outcome.kind === 'done') {
      this.acts.push(`${act.by} ${verb} ${about}`);
      effect();
      this.done.set(act.id, outcome);
    }
    return outcome;
  }

  private change(chat: DeskChat, change: Partial<ChatCard>): void {
    const card = this.cards.get(chat);
    if (card) this.cards.set(chat, { ...card, ...change });
  }
}
