import type { Chat, Message, Update, User } from 'grammy/types';
import { commandEntities } from './methods.ts';
import type { UpdateQueue } from './update-queue.ts';
import type { Kept, World } from './world.ts';

export interface Where {
  /** A group instead of the private chat with the bot. */
  readonly in?: Chat;
  readonly thread?: number;
  readonly replyTo?: Kept;
}

/** Someone with Telegram in hand. Everything done becomes an update for the bot. */
export class Person {
  readonly user: User;
  private readonly world: World;
  private readonly updates: UpdateQueue;
  private callbacks = 0;

  constructor(world: World, updates: UpdateQueue, user: User) {
    this.world = world;
    this.updates = updates;
    this.user = user;
  }

  get chat(): Chat {
    return this.world.privateChat(this.user.id, this.user.first_name, this.user.last_name);
  }

  says(text: string, where: Where = {}): Update {
    return this.sends({ text, ...commandEntities(text) }, where, text);
  }

  /** Any other kind of message, by Telegram's own fields. */
  sends(content: Partial<Message>, where: Where = {}, seen = ''): Update {
    const chat = where.in ?? this.chat;
    const message = this.world.keep(chat, {
      from: this.user, ...content,
      ...(where.thread === undefined ? {} : { message_thread_id: where.thread, is_topic_message: true }),
      ...(where.replyTo === undefined ? {} : { reply_to_message: where.replyTo }),
      seen,
    } as Parameters<World['keep']>[1]);
    return this.updates.push({ message: message as Message & Update.NonChannel } as Omit<Update, 'update_id'>);
  }

  sendsPhoto(bytes: Buffer, options: Where & { caption?: string; album?: string; bytesSaid?: number } = {}): Update {
    const file = this.world.addFile(bytes);
    const size = { file_unique_id: file.slice(-8), width: 90, height: 90, file_size: 900 };
    return this.sends({
      photo: [
        { ...size, file_id: `${file}-small` },
        { ...size, file_id: file, width: 1280, height: 1280, file_size: options.bytesSaid ?? bytes.length },
      ],
      ...(options.caption === undefined ? {} : { caption: options.caption }),
      ...(options.album === undefined ? {} : { media_group_id: options.album }),
    }, options, options.caption ?? '');
  }

  /** Edits what was said in an earlier update. */
  edits(said: Update, text: string, at = 1): Update {
    const message = { ...said.message, text, edit_date: at } as Message;
    return this.updates.push({ edited_message: message } as Omit<Update, 'update_id'>);
  }

  /** Taps a button, by its label or its data. The same tap sent again by the app keeps its query id (F7). */
  taps(message: Kept, button: string, again?: Update): Update {
    const found = message.reply_markup?.inline_keyboard.flat()
      .find((one) => one.text === button || ('callback_data' in one && one.callback_data === button));
    if (!found || !('callback_data' in found)) throw new Error(`no button "${button}" under "${message.seen}"`);
    this.callbacks += 1;
    const id = again?.callback_query?.id ?? `cb-${this.user.id}-${this.callbacks}`;
    this.world.openCallbacks.add(id);
    return this.updates.push({
      callback_query: { id, from: this.user, chat_instance: 'x', data: found.callback_data, message: structuredClone(message) },
    } as unknown as Omit<Update, 'update_id'>);
  }
}
