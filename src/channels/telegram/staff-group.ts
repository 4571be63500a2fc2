import type { CallbackQuery, Message, Update, UserFromGetMe } from 'grammy/types';
import type { StaffMember } from '../../shop/catalogue/snapshot.ts';
import type { StaffDesk } from '../staff-desk.ts';
import type { TelegramApi } from './api.ts';
import type { Clock } from './clock.ts';
import { createGroupAddress } from './staff/group-address.ts';
import { createGroupCalls, GroupRefused } from './staff/group-calls.ts';
import { escapeHtml } from './html.ts';
import type { InFlight } from './in-flight.ts';
import type { Log } from './log.ts';
import type { Memory } from './memory.ts';
import { createStaffActs, type StaffAnswer } from './staff/acts.ts';
import { answerButtons, checkButtons, readTap, releaseButtons, staffButtons } from './staff/buttons.ts';
import { runStaffFeed } from './staff/feed.ts';
import { promptOf } from './staff/prompts.ts';
import { createRooms } from './staff/rooms.ts';
import { createStaffShow } from './staff/show.ts';
import { answerTap } from './taps.ts';
import { createTopics, markedChat } from './staff/topics.ts';

export interface StaffGroupParts {
  readonly group: number;
  readonly desk: StaffDesk;
  /** Where a stored photo lies, for photos that came over other channels. */
  pathOf?(photo: string): string | null;
  readonly api: TelegramApi;
  readonly clock: Clock;
  readonly log: Log;
  readonly memory: Memory;
  readonly inFlight: InFlight;
  /** The group cannot be reached (true), or can again (false). */
  onUnreachable(unreachable: boolean): void;
}

export interface StaffGroup {
  /** True for an update that comes from the staff group. */
  owns(update: Update): boolean;
  /** Carries out what the update asks; committed when it returns. Throws if it could not be. */
  take(update: Update): void;
  /** Begins to show events. Again: no effect. */
  start(me: UserFromGetMe): void;
  stop(): void;
  /** The group's id of now. */
  chat(): number;
}

/** Tries at one update before it is let go, so that one bad act does not keep every customer waiting (F31). */
const MOST_TRIES = 3;
const FEED_PAUSE_MS = 5_000;

/** The admins' forum group: a topic for each chat that waits for a human. Staff are known by numeric id alone (S14). */
export function createStaffGroup(parts: StaffGroupParts): StaffGroup {
  const { desk, api, clock, log, memory, inFlight } = parts;
  const stopping = new AbortController();
  const address = createGroupAddress(parts.group, memory);
  const calls = createGroupCalls({ api, clock, log, address }, stopping.signal);
  const topics = createTopics(memory);
  const show = createStaffShow({ api, desk, rooms: createRooms({ calls, desk, topics, log, pathOf: parts.pathOf ?? (() => null) }), log });
  let botId = 0;
  const acts = createStaffActs({ desk, topics, botId: () => botId });
  const strangers = new Set<number>();
  const tries = { update: 0, count: 0 };
  let feeding = false;
  let unreachable = false;

  /** An admin who posts anonymously has the group's id, not a person's: no privileges. */
  const memberOf = (id: number | undefined): StaffMember | null =>
    (id === undefined ? null : (desk.staff().find((one) => one.telegram === id) ?? null));

  function takeMessage(message: Message): void {
    if (message.migrate_to_chat_id !== undefined) {
      address.moveTo(message.migrate_to_chat_id);
      return;
    }
    if (message.from?.is_bot && !message.sender_chat) return;
    const member = message.sender_chat ? null : memberOf(message.from?.id);
    if (member) present(acts.onMessage(message, member), message);
    else turnAway(message);
  }

  /** Tells a stranger once how to be let in; says nothing more. */
  function turnAway(message: Message): void {
    const id = message.sender_chat?.id ?? message.from?.id ?? 0;
    if (strangers.has(id) || (message.text ?? message.photo) === undefined) return;
    strangers.add(id);
    reply(message, message.sender_chat
      ? 'Pesan sebagai admin anonim tidak diteruskan. Matikan "Tetap Anonim" di pengaturan admin grup.'
      : `Kamu belum terdaftar sebagai staf. Pemilik toko bisa menambahkan telegram: ${id} di staff.yaml.`);
  }

  function takeTap(query: CallbackQuery): void {
    const member = memberOf(query.from.id);
    const tap = readTap(query.data);
    if (!member || !tap) {
      answer(query, member ? 'Tombol ini sudah tidak berlaku.' : 'Hanya staf di staff.yaml yang bisa memakai tombol ini.', true);
      return;
    }
    const outcome = acts.onTap(query, tap, member);
    if (outcome.kind === 'note') {
      answer(query, outcome.text, outcome.text.startsWith('⚠️'));
      return;
    }
    answer(query, outcome.kind === 'quiet' ? 'Beres.' : undefined, false);
    if (query.message && 'date' in query.message) present(outcome, query.message as Message);
  }

  function answer(query: CallbackQuery, text: string | undefined, alert: boolean): void {
    void inFlight.track(answerTap(api, query, log, { ...(text ? { text } : {}), alert }));
  }

  function present(answer: StaffAnswer, to: Message): void {
    switch (answer.kind) {
      case 'quiet':
        return;
      case 'note':
        return reply(to, answer.text);
      case 'check':
        return reply(to, answer.reason, checkButtons(answer.chat));
      case 'ask':
        return reply(to, promptOf(answer.prompt),
          answer.prompt.ask === 'note' ? releaseButtons(answer.prompt.chat) : { force_reply: true, selective: true });
      case 'choose_staff':
        return reply(to, 'Oper ke siapa?', staffButtons(answer.chat, desk.staff()));
      case 'choose_answer':
        return desk.quickReplies(answer.chat).length === 0
          ? reply(to, 'Belum ada balasan cepat; pemilik bisa menulisnya di quick_replies.yaml.')
          : reply(to, 'Kirim yang mana?', answerButtons(answer.chat, desk.quickReplies(answer.chat)));
    }
  }

  type Markup = NonNullable<NonNullable<Parameters<TelegramApi['send']['sendMessage']>[2]>['reply_markup']>;

  /** Answers before anything that is only shown. Best effort: the act itself is done. */
  function reply(to: Message, text: string, markup?: Markup): void {
    const call = calls.run((way, group) => way.sendMessage(group, escapeHtml(text), {
      parse_mode: 'HTML',
      reply_parameters: { message_id: to.message_id, allow_sending_without_reply: true },
      ...(to.is_topic_message && to.message_thread_id !== undefined ? { message_thread_id: to.message_thread_id } : {}),
      ...(markup ? { reply_markup: markup } : {}),
    }), { urgent: true });
    void inFlight.track(call.catch((error: unknown) => log.warn({ error }, 'telegram staff answer not shown')));
  }

  async function feed(): Promise<void> {
    while (!stopping.signal.aborted) {
      await runStaffFeed({ desk, show, memory, clock, onShown: noteShown }, stopping.signal).catch(async (error: unknown) => {
        log.error({ error }, 'telegram staff feed begins again');
        await clock.sleep(FEED_PAUSE_MS, stopping.signal);
      });
    }
  }

  function noteShown(failure: unknown): void {
    if (failure !== null) log.error({ error: failure }, 'telegram staff bubble not shown');
    const now = failure instanceof GroupRefused && failure.unreachable;
    if (now !== unreachable) parts.onUnreachable(now);
    unreachable = now;
  }

  function takeNow(update: Update): void {
    if (update.callback_query) takeTap(update.callback_query);
    else if (update.message) takeMessage(update.message);
    else if (update.edited_message) noteEdit(update.edited_message);
  }

  /** A customer has read the first wording; staff should know that an edit changes nothing there. */
  function noteEdit(message: Message): void {
    const inTalk = message.is_topic_message || markedChat(message.reply_to_message?.text) !== null;
    if (inTalk && message.text !== undefined && memberOf(message.from?.id)) {
      reply(message, 'Suntingan tidak sampai ke pelanggan. Tulis pesan baru ya.');
    }
  }

  return {
    chat: address.get,
    owns(update) {
      const from = update.message ?? update.edited_message ?? update.callback_query?.message;
      return from !== undefined && (from.chat.id === address.get() || from.chat.id === parts.group);
    },
    take(update) {
      try {
        takeNow(update);
      } catch (error) {
        tries.count = tries.update === update.update_id ? tries.count + 1 : 1;
        tries.update = update.update_id;
        if (tries.count < MOST_TRIES) throw error;
        log.error({ error, update: update.update_id }, 'telegram staff act set aside');
        if (update.message) reply(update.message, '⚠️ Maaf, ini gagal diproses dan tidak terkirim. Coba tulis lagi.');
      }
    },
    start(me) {
      botId = me.id;
      if (feeding) return;
      feeding = true;
      void feed();
    },
    stop: () => stopping.abort(),
  };
}
