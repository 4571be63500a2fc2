import { createHash } from 'node:crypto';
import type { BotCommand, Chat, InlineKeyboardMarkup, Message, User } from 'grammy/types';
import { badRequest } from './api-error.ts';

export interface Topic {
  readonly thread: number;
  name: string;
  open: boolean;
}

export interface Place {
  readonly chat: Chat;
  readonly topics: Map<number, Topic>;
  nextMessage: number;
  /** The bot's standing there. */
  bot: { status: 'administrator' | 'member' | 'left'; canManageTopics: boolean };
}

/** A message as kept: Telegram's fields, and what a person reads of it. */
export type Kept = Partial<Message> & {
  message_id: number;
  date: number;
  chat: Chat;
  /** What stands in the bubble, tags and entities resolved. */
  seen: string;
  reply_markup?: InlineKeyboardMarkup;
  deleted?: boolean;
};

/** Everything Telegram knows in a test: chats, topics, messages, files. */
export class World {
  readonly bot: User = { id: 424242, is_bot: true, first_name: 'Dapur Kita', username: 'dapurkita_bot' };
  readonly places = new Map<number, Place>();
  readonly messages = new Map<string, Kept>();
  readonly files = new Map<string, Buffer>();
  readonly openCallbacks = new Set<string>();
  commands: readonly BotCommand[] = [];
  webhook: { url: string; secret: string | undefined; allowed: readonly string[] | undefined } | null = null;
  private nextThread = 1;

  privateChat(id: number, firstName: string, lastName?: string): Chat {
    return this.place({
      id, type: 'private', first_name: firstName, ...(lastName === undefined ? {} : { last_name: lastName }),
    } as Chat).chat;
  }

  group(id: number, options: { forum?: boolean; title?: string; type?: 'group' | 'supergroup' } = {}): Chat {
    const forum = options.forum ?? false;
    const chat = {
      id, type: options.type ?? 'supergroup', title: options.title ?? 'Admin Dapur Kita', ...(forum ? { is_forum: true } : {}),
    } as Chat;
    return this.place(chat).chat;
  }

  find(id: unknown): Place {
    const place = typeof id === 'number' ? this.places.get(id) : undefined;
    if (!place) throw badRequest('chat not found');
    return place;
  }

  message(chat: number, id: unknown): Kept {
    const found = this.messages.get(`${chat}:${String(id)}`);
    if (!found || found.deleted) throw badRequest('message to edit not found');
    return found;
  }

  keep(chat: Chat, body: Partial<Message> & { seen: string }): Kept {
    const place = this.find(chat.id);
    const kept = { ...body, message_id: place.nextMessage, date: 0, chat } as Kept;
    place.nextMessage += 1;
    this.messages.set(`${chat.id}:${kept.message_id}`, kept);
    return kept;
  }

  addFile(bytes: Buffer): string {
    const id = `FILE${createHash('sha256').update(bytes).digest('hex').slice(0, 24)}`;
    this.files.set(id, bytes);
    return id;
  }

  openTopic(place: Place, name: string): Topic {
    if (!('is_forum' in place.chat)) throw badRequest('the chat is not a forum');
    if (!place.bot.canManageTopics) throw badRequest('not enough rights to create a topic');
    // A thread's id is the id of the message that opened it, as in Telegram.
    this.nextThread = Math.max(this.nextThread + 1, place.nextMessage);
    place.nextMessage = this.nextThread + 1;
    const topic: Topic = { thread: this.nextThread, name, open: true };
    place.topics.set(topic.thread, topic);
    return topic;
  }

  private place(chat: Chat): Place {
    const found = this.places.get(chat.id);
    if (found) return found;
    const place: Place = {
      chat, topics: new Map(), nextMessage: 1, bot: { status: 'administrator', canManageTopics: true },
    };
    this.places.set(chat.id, place);
    return place;
  }
}
