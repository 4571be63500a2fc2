import type { IncomingContent } from '../channels/channel.ts';
import type { Chat } from '../database/chats.ts';
import type { InboxContent, ShopEvent } from '../database/inbox.ts';
import type { NewMessage, OutboxTable } from '../database/outbox.ts';
import type { UsedChoices } from '../database/used-choices.ts';
import type { Misunderstood } from '../database/misunderstood.ts';
import type { Sought } from '../database/sought.ts';
import type { Offer, Said } from '../flow/said.ts';
import { Shop, type Business, type Known, type Premises } from '../shop/shop.ts';
import type { Lane } from '../shop/shipping/live-rates.ts';
import type { UtcMs } from '../shop/units.ts';
import type { Meaning } from '../understanding/meaning.ts';
import type { TalkContext, Understanding } from '../understanding/understanding.ts';
import { createSay } from '../wording/create-say.ts';
import type { Say } from '../wording/say.ts';
import { awayWord } from './away.ts';
import { readToken } from './choice-tokens.ts';
import { compose } from './compose.ts';
import { Conversation } from './conversation.ts';
import type { Modules } from './modules.ts';
import { offersText } from './offers-text.ts';
import { readSession, topOf, writeSession, type Session } from './session.ts';

export interface TurnWorld {
  readonly business: Business;
  readonly premises: Premises & { readonly understanding: Understanding };
  readonly modules: Modules;
  readonly outbox: OutboxTable;
  readonly usedChoices: UsedChoices;
  readonly misunderstood: Misunderstood;
  readonly sought: Sought;
}

/** What a turn begins with. */
export interface TurnBegin {
  readonly chat: Chat;
  readonly known: Known;
}

/** Reads what nearly every turn asks for. The turns of a group are begun one after the other: each then takes a third of the time. */
export function beginTurn({ business }: TurnWorld, chatId: number): TurnBegin {
  const { chat, customer, ordered, addressed } = business.chats.meet(chatId);
  return { chat, known: { customer, contents: business.carts.all(customer.id), ...(!ordered && { orders: [] }), ...(!addressed && { addresses: [] }) } };
}

/** How a turn ends: what is still to be written, and what it would have liked to know. */
export interface TurnEnd {
  readonly chat: number;
  readonly session: string | null;
  readonly at: UtcMs;
  /** See `Chat.away_until`. */
  readonly awayUntil: UtcMs;
  readonly reply: NewMessage | null;
  /** Lanes whose prices it would rather have known: the caller may take the whole turn back, have them asked for, and run it again. */
  readonly missing: readonly Lane[];
}

/**
 * One message to one reply, all of it in the caller's transaction: synchronous, and the same for the same database,
 * message and instant. `ids` are the provider's of the messages it is made of. Null when nothing is left to be written: it was a
 * repetition. The caller writes the end of the turn with `endTurns`.
 */
export function runTurn(world: TurnWorld, { chat, known }: TurnBegin, content: InboxContent, now: UtcMs, ids: readonly string[] = []): TurnEnd | null {
  const { business, premises } = world;
  const ended = (session: string | null, more: Partial<TurnEnd> = {}): TurnEnd =>
    ({ chat: chat.id, session, at: now, awayUntil: chat.away_until, reply: null, missing: [], ...more });
  if (chat.mode === 'human') {
    // A person has this chat: everything is kept, nothing is said (F41).
    business.events.record(now, 'chat.line', { chat: chat.id }, { content });
    return ended(chat.session);
  }
  const session = readSession(chat);
  const text = textOf(content);
  const shop = new Shop(business, premises, chat, now, known);
  const meaning = premises.understanding.understand(text, contextOf(session, shop, text));
  // Spam gets no answer, and nothing that it may set going: no person is called for it.
  if (meaning.spam) return ended(chat.session);
  if (content.edits !== undefined && session.undo?.of.includes(content.edits) === true) shop.restoreCart(session.undo.lines);
  const cartBefore = shop.cartNow();
  const say = sayFor(world, session, shop, meaning);
  const conversation = new Conversation({
    modules: world.modules, session, shop, say, meaning, photo: content.kind === 'photo' ? content.file : null,
  });

  const parts = content.kind === 'tap'
    ? tap(world, conversation, chat, content.choice, now)
    : conversation.hear(content as IncomingContent | ShopEvent);
  if (parts === null) return null;
  shop.keepRates();

  session.undo = undoOf(shop, cartBefore, content.edits === undefined ? ids : [...ids, content.edits]) ?? session.undo;
  session.missed = conversation.misunderstood ? session.missed + 1 : 0;
  if (conversation.misunderstood) world.misunderstood.keep(chat.id, text, now);
  for (const phrase of new Set(parts.flatMap((part) => part.lacks ?? []))) world.sought.keep(chat.id, phrase, now);
  const welcome = parts.length > 0 && !session.greeted && !onlyGreets(meaning) && shop.orders().length === 0
    ? [{ text: say('welcome.first') }] : [];
  const away = parts.length > 0 ? awayWord(chat, premises.hours, say, now) : null;
  const reply = compose([...welcome, ...parts, ...(away && !parts.some((part) => part.text.includes(say.opening(away.until))) ? [{ text: away.text }] : [])]);
  session.greeted = true;
  if (reply && echoes(session, reply.text)) return ended(writeSession(chat.id, session), { missing: shop.missingRates });
  if (reply && (reply.offers.length > 0 || !conversation.leavesQuestionOpen)) {
    if (session.offers.length > 0) session.earlier = session.offers;
    session.offers = reply.offers;
  }
  return ended(writeSession(chat.id, session), {
    missing: shop.missingRates,
    awayUntil: away?.until ?? chat.away_until,
    reply: reply && {
      chat: chat.id, sender: 'bot', text: reply.text, choices: reply.offers.length > 0 ? offersText(reply.offers) : null,
      photo: reply.photo, album: reply.album, state: 'ready', dueAt: now, at: now,
    },
  });
}

/** Writes the ends of turns. Rows of one kind one after the other: each then takes less than half the time. */
export function endTurns({ business, outbox }: TurnWorld, ends: readonly TurnEnd[]): void {
  for (const { reply } of ends) if (reply) outbox.insert(reply);
  for (const { chat, session, at, awayUntil } of ends) business.chats.saveTurn(chat, session, at, awayUntil);
}

type CartNow = ReturnType<Shop['cartNow']>;

function undoOf(shop: Shop, before: CartNow, ids: readonly string[]): Session['undo'] {
  const after = shop.cartNow();
  return before === after || JSON.stringify(before) === JSON.stringify(after) ? null : { of: ids, lines: before };
}

/** A message could not be handled: the customer is told honestly, and a person is fetched. */
export function apologise(world: TurnWorld, chatId: number, now: UtcMs): void {
  const chat = world.business.chats.get(chatId);
  const shop = new Shop(world.business, world.premises, chat, now);
  const say = plainSay(world, shop);
  shop.askForPerson('set_aside');
  world.business.events.record(now, 'staff.alert', { chat: chatId }, { reason: 'message_set_aside' });
  if (chat.mode === 'human') return;
  world.outbox.insert({
    chat: chatId, sender: 'bot', text: say('fault.set_aside'), choices: null, photo: null,
    state: 'ready', dueAt: now, at: now,
  });
}

/** Null when the tap is a repetition within a moment: the first one is being answered. */
function tap(world: TurnWorld, conversation: Conversation, chat: Chat, token: string, now: UtcMs): readonly Said[] | null {
  const at = readToken(token);
  const row = at && world.outbox.get(at.outboxId);
  const offer = row && row.chat_id === chat.id && row.choices !== null
    ? (JSON.parse(row.choices) as readonly Offer[])[at!.index] : undefined;
  if (!offer) return conversation.stale();
  const used = world.usedChoices.take(token, now);
  if (used === 'taken') return conversation.take(offer);
  return now - used.at < DOUBLE_TAP_MS ? null : conversation.stale();
}

/** The same words for the fourth time in a row are said to a machine, or to nobody: silence ends it. */
function echoes(session: Session, text: string): boolean {
  const now = text.slice(0, 80);
  session.repeated = session.last === now ? session.repeated + 1 : 0;
  session.last = now;
  return session.repeated >= MOST_ECHOES;
}

const MOST_ECHOES = 3;

/** The greeting that answers a greeting says all this itself. */
const onlyGreets = (meaning: Meaning): boolean =>
  meaning.raw.startsWith('/start') || (meaning.wishes.length > 0 && meaning.wishes.every((wish) => wish.intent === 'greet'));

const DOUBLE_TAP_MS = 60_000;

function textOf(content: InboxContent): string {
  if (content.kind === 'text') return content.text;
  if (content.kind === 'photo') return content.caption;
  if (content.kind === 'contact') return content.phone;
  return '';
}

/** What the talk so far lends to the understanding of the next words. */
function contextOf(session: Session, shop: Shop, text: string): TalkContext | undefined {
  if (text === '') return undefined;
  const frame = topOf(session);
  return {
    shown: session.memory.shown,
    focus: session.memory.focus,
    cart: shop.cartNow().flatMap(([sku]) => shop.product(sku)?.sku ?? []),
    asking: frame?.asked ? ASKING[frame.asked.key] ?? (session.offers.length > 0 ? 'choice' : 'text') : null,
  };
}

const ASKING: Readonly<Record<string, TalkContext['asking']>> = {
  name: 'name', phone: 'phone', street: 'address', place: 'place', quantity: 'quantity', photo: 'photo',
};

const SURE_ENGLISH = 2;

/** English for who keeps writing English; one foreign word changes nothing. */
function sayFor(world: TurnWorld, session: Session, shop: Shop, meaning: Meaning): Say {
  if (meaning.language === 'en') session.english = Math.min(4, session.english + (meaning.normal.includes(' ') ? 2 : 1));
  else if (meaning.language !== 'unknown') session.english = Math.max(0, session.english - 1);
  const language = session.english >= SURE_ENGLISH ? 'en' : world.premises.catalogue.store.language;
  return plainSay(world, shop, language);
}

function plainSay(world: TurnWorld, shop: Shop, language = world.premises.catalogue.store.language): Say {
  return createSay({
    catalogue: world.premises.catalogue, hours: world.premises.hours, language, now: shop.now,
    called: shop.customer().called,
  });
}
