import type { BotCommand, InlineKeyboardMarkup, MessageEntity } from 'grammy/types';
import { badRequest } from './api-error.ts';
import type { Upload } from './multipart.ts';
import { renderHtml } from './rich-text.ts';
import type { Kept, Place, World } from './world.ts';

/** One call as it came over the wire. */
export interface Call {
  readonly payload: Readonly<Record<string, unknown>>;
  readonly files: ReadonlyMap<string, Upload>;
}

type Method = (world: World, call: Call) => unknown;

const MOST_TEXT = 4096;
const MOST_CAPTION = 1024;

function seenText(payload: Call['payload'], field: 'text' | 'caption', most: number): string {
  const source = payload[field];
  if (source === undefined) return '';
  const seen = payload.parse_mode === 'HTML' ? renderHtml(String(source)) : String(source);
  if (seen.length > most) throw badRequest(field === 'text' ? 'message is too long' : 'message caption is too long');
  return seen;
}

function keyboardOf(payload: Call['payload']): { reply_markup?: InlineKeyboardMarkup } {
  const markup = payload.reply_markup as InlineKeyboardMarkup | undefined;
  if (markup === undefined) return {};
  for (const button of markup.inline_keyboard?.flat() ?? []) {
    const data = 'callback_data' in button ? button.callback_data : undefined;
    if (data !== undefined && (data.length === 0 || Buffer.byteLength(data) > 64)) throw badRequest('BUTTON_DATA_INVALID');
    if (button.text === '') throw badRequest('Text buttons are unallowed to be empty');
  }
  return { reply_markup: markup };
}

function threadOf(place: Place, payload: Call['payload']): { message_thread_id?: number; is_topic_message?: true } {
  const thread = payload.message_thread_id;
  if (thread === undefined) return {};
  const topic = place.topics.get(Number(thread));
  if (!topic) throw badRequest('message thread not found');
  if (!topic.open) throw badRequest('TOPIC_CLOSED');
  return { message_thread_id: topic.thread, is_topic_message: true };
}

function repliedTo(world: World, place: Place, payload: Call['payload']): object {
  const asked = payload.reply_parameters as { message_id?: number; allow_sending_without_reply?: boolean } | undefined;
  if (asked?.message_id === undefined) return {};
  const found = world.messages.get(`${place.chat.id}:${asked.message_id}`);
  if (found) return { reply_to_message: found };
  if (asked.allow_sending_without_reply) return {};
  throw badRequest('message to be replied not found');
}

function photoIn(world: World, call: Call, source: unknown): string {
  const text = String(source);
  if (!text.startsWith('attach://')) {
    if (!world.files.has(text)) throw badRequest('wrong file identifier/HTTP URL specified');
    return text;
  }
  const upload = call.files.get(text.slice('attach://'.length));
  if (!upload) throw badRequest('file not found in the request');
  if (upload.bytes.length === 0) throw badRequest('file must be non-empty');
  return world.addFile(upload.bytes);
}

const photoSizes = (file: string) => [
  { file_id: `${file}`, file_unique_id: file.slice(-8), width: 800, height: 800, file_size: 1000 },
];

/** Caption and text of a sent message go together with their thread, quotation and keyboard. */
function send(world: World, call: Call, body: object, seen: string): Kept {
  const place = world.find(call.payload.chat_id);
  return world.keep(place.chat, {
    from: world.bot, ...threadOf(place, call.payload), ...repliedTo(world, place, call.payload), ...body,
    ...keyboardOf(call.payload), seen,
  } as Parameters<World['keep']>[1]);
}

const METHODS: Readonly<Record<string, Method>> = {
  getMe: (world) => ({ ...world.bot, can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: false }),

  sendMessage(world, call) {
    world.find(call.payload.chat_id);
    const seen = seenText(call.payload, 'text', MOST_TEXT);
    if (seen.trim() === '') throw badRequest('message text is empty');
    return send(world, call, { text: seen }, seen);
  },

  sendPhoto(world, call) {
    world.find(call.payload.chat_id);
    const seen = seenText(call.payload, 'caption', MOST_CAPTION);
    const file = photoIn(world, call, call.payload.photo);
    return send(world, call, { photo: photoSizes(file), ...(seen ? { caption: seen } : {}) }, seen);
  },

  sendMediaGroup(world, call) {
    const media = call.payload.media as { type: string; media: string; caption?: string; parse_mode?: string }[];
    if (media.length < 2 || media.length > 10) throw badRequest('wrong number of media: must be 2 to 10');
    const group = `album-${world.messages.size}`;
    return media.map((one) => {
      const seen = seenText(one, 'caption', MOST_CAPTION);
      const file = photoIn(world, call, one.media);
      return send(world, call, { photo: photoSizes(file), media_group_id: group, ...(seen ? { caption: seen } : {}) }, seen);
    });
  },

  editMessageText(world, call) {
    const { payload } = call;
    const message = world.message(world.find(payload.chat_id).chat.id, payload.message_id);
    const seen = seenText(payload, 'text', MOST_TEXT);
    const keyboard = keyboardOf(payload);
    if (seen === message.seen && JSON.stringify(keyboard.reply_markup) === JSON.stringify(message.reply_markup)) {
      throw badRequest('message is not modified');
    }
    delete message.reply_markup;
    return Object.assign(message, { text: seen, seen }, keyboard);
  },

  editMessageReplyMarkup(world, call) {
    const { payload } = call;
    const message = world.message(world.find(payload.chat_id).chat.id, payload.message_id);
    const keyboard = keyboardOf(payload);
    if (JSON.stringify(keyboard.reply_markup) === JSON.stringify(message.reply_markup)) throw badRequest('message is not modified');
    delete message.reply_markup;
    return Object.assign(message, keyboard);
  },

  deleteMessage(world, call) {
    world.message(world.find(call.payload.chat_id).chat.id, call.payload.message_id).deleted = true;
    return true;
  },

  answerCallbackQuery(world, call) {
    if (!world.openCallbacks.delete(String(call.payload.callback_query_id))) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    return true;
  },

  sendChatAction(world, call) {
    world.find(call.payload.chat_id);
    return true;
  },

  setMyCommands(world, call) {
    world.commands = call.payload.commands as BotCommand[];
    return true;
  },

  getFile(world, call) {
    const id = String(call.payload.file_id);
    const bytes = world.files.get(id);
    if (!bytes) throw badRequest('wrong file_id or the file is temporarily unavailable');
    if (bytes.length > 20 * 1024 * 1024) throw badRequest('file is too big');
    return { file_id: id, file_unique_id: id.slice(-8), file_size: bytes.length, file_path: `photos/${id}.jpg` };
  },

  createForumTopic(world, call) {
    const topic = world.openTopic(world.find(call.payload.chat_id), String(call.payload.name));
    return { message_thread_id: topic.thread, name: topic.name, icon_color: 0 };
  },
  closeForumTopic: (world, call) => setTopic(world, call, false),
  reopenForumTopic: (world, call) => setTopic(world, call, true),

  getChat(world, call) {
    const { chat } = world.find(call.payload.chat_id);
    return { ...chat, accent_color_id: 0, max_reaction_count: 0 };
  },

  getChatMember(world, call) {
    const { bot } = world.find(call.payload.chat_id);
    return {
      user: world.bot, status: bot.status,
      ...(bot.status === 'administrator' ? { can_manage_topics: bot.canManageTopics } : {}),
    };
  },

  setWebhook(world, call) {
    const allowed = call.payload.allowed_updates as string[] | undefined;
    const secret = call.payload.secret_token as string | undefined;
    world.webhook = { url: String(call.payload.url), secret, allowed };
    return true;
  },
  deleteWebhook(world) {
    world.webhook = null;
    return true;
  },
  getWebhookInfo: (world) => ({
    url: world.webhook?.url ?? '', has_custom_certificate: false, pending_update_count: 0,
  }),
};

function setTopic(world: World, call: Call, open: boolean): true {
  const topic = world.find(call.payload.chat_id).topics.get(Number(call.payload.message_thread_id));
  if (!topic) throw badRequest('message thread not found');
  if (topic.open === open) throw badRequest('TOPIC_NOT_MODIFIED');
  topic.open = open;
  return true;
}

const BY_LOWER_NAME = new Map(Object.entries(METHODS).map(([name, method]) => [name.toLowerCase(), { name, method }]));

/** Telegram does not mind the case of a method's name. */
export const methodNamed = (name: string) => BY_LOWER_NAME.get(name.toLowerCase());

/** Where a `/command` stands in a text, as Telegram marks it. */
export function commandEntities(text: string): { entities?: MessageEntity[] } {
  const command = /^\/\w+(@\w+)?/.exec(text)?.[0];
  return command ? { entities: [{ type: 'bot_command', offset: 0, length: command.length }] } : {};
}
