import type { CallbackQuery } from 'grammy/types';
import type { TelegramApi } from './api.ts';
import { failureOf } from './failure.ts';
import { markUsed } from './keyboard.ts';
import type { Log } from './log.ts';

/** What a person sees at once after a tap. `alert` makes it a box that must be closed. */
export interface TapAnswer {
  readonly text?: string;
  readonly alert?: boolean;
}

/** Telegram shows at most this much. */
const MOST_ANSWER = 200;

/**
 * Ends the button's waiting circle: an app that gets no answer sends the tap again (F7). Best effort, never fails: an answer
 * that comes too late is refused by Telegram and missed by no one.
 */
export async function answerTap(api: TelegramApi, query: CallbackQuery, log: Log, answer: TapAnswer = {}): Promise<void> {
  await api.send.answerCallbackQuery(query.id, {
    ...(answer.text ? { text: answer.text.slice(0, MOST_ANSWER) } : {}), ...(answer.alert ? { show_alert: true } : {}),
  }).catch((error: unknown) => log.debug({ what: failureOf(error).what }, 'telegram tap not answered'));
}

/** Marks the tapped button as used. Best effort, never fails. */
export async function markTapped(api: TelegramApi, query: CallbackQuery, log: Log): Promise<void> {
  const { message } = query;
  if (!message || !('reply_markup' in message) || query.data === undefined) return;
  const keyboard = markUsed(message.reply_markup, query.data);
  if (!keyboard) return;
  await api.send.editMessageReplyMarkup(message.chat.id, message.message_id, { reply_markup: keyboard })
    .catch((error: unknown) => log.debug({ what: failureOf(error).what }, 'telegram button not marked'));
}
