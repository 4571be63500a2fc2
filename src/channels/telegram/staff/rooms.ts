import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { InputFile } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';
import type { ChatCard, DeskChat, StaffDesk } from '../../staff-desk.ts';
import { italic } from '../html.ts';
import type { Log } from '../log.ts';
import { fileIdOf } from '../translate.ts';
import { cardButtons } from './buttons.ts';
import { cardText, topicName } from './card.ts';
import { GroupRefused, type GroupCalls } from './group-calls.ts';
import { chatMark, type Topic, type Topics } from './topics.ts';

export interface RoomsParts {
  readonly calls: GroupCalls;
  readonly desk: StaffDesk;
  readonly topics: Topics;
  readonly log: Log;
  /** Where a stored photo lies; null for what is not one of ours (a `telegram:` reference, an absolute path). */
  pathOf(photo: string): string | null;
}

const MOST_CARD_PHOTOS = 3;
const HTML = { parse_mode: 'HTML' as const, link_preview_options: { is_disabled: true } };

/** A chat's place in the staff group: its topic and card, kept in order whatever people do to them there. */
export function createRooms(parts: RoomsParts) {
  const { calls, desk, topics, log } = parts;
  /** Found out by trying: a group without topics refuses the first one. */
  let forum = true;

  const inThread = (topic: Topic | null) => (topic?.thread == null ? {} : { message_thread_id: topic.thread });
  const withButtons = (markup: InlineKeyboardMarkup | undefined) => (markup?.inline_keyboard.length ? { reply_markup: markup } : {});

  /** Says something in a topic, or (null) in the group itself. Returns the message's id. */
  async function say(topic: Topic | null, html: string, markup?: InlineKeyboardMarkup): Promise<number> {
    const sent = await calls.run((way, group) => way.sendMessage(group, html, { ...HTML, ...inThread(topic), ...withButtons(markup) }));
    return sent.message_id;
  }

  /** Shows a picture; where that fails, at least its words. */
  async function showPhoto(topic: Topic | null, photo: string, caption: string, markup?: InlineKeyboardMarkup): Promise<void> {
    try {
      const media = fileIdOf(photo) ?? new InputFile(await readFile(parts.pathOf(photo) ?? photo), basename(photo));
      await calls.run((way, group) => way.sendPhoto(group, media, {
        caption, parse_mode: 'HTML', ...inThread(topic), ...withButtons(markup),
      }), { upload: media instanceof InputFile });
    } catch (error) {
      log.warn({ error }, 'telegram staff photo not shown');
      await say(topic, `${caption}\n${italic('(fotonya tidak bisa ditampilkan di sini; lihat di konsol)')}`, markup);
    }
  }

  async function newThread(card: ChatCard): Promise<number | null> {
    if (!forum) return null;
    try {
      return (await calls.run((way, group) => way.createForumTopic(group, topicName(card)))).message_thread_id;
    } catch (error) {
      if (!(error instanceof GroupRefused)) throw error;
      log.warn({ what: error.message }, 'telegram staff group has no topics for us');
      forum = false;
      return null;
    }
  }

  async function sendCard(card: ChatCard, thread: number | null, urgent: boolean): Promise<Topic> {
    const topic = { thread, card: await say({ thread, card: 0 }, cardText(card, desk.staff(), urgent), cardButtons(card)) };
    topics.set(card.chat, topic);
    return topic;
  }

  /** Opens the chat's place, or opens it again, with a fresh card and the last pictures. Null for an unknown chat. */
  async function open(chat: DeskChat, urgent = false): Promise<Topic | null> {
    const card = desk.card(chat);
    if (!card) return null;
    const before = topics.find(chat)?.thread ?? null;
    if (before !== null) await setOpen(before, true);
    const topic = await sendCard(card, before ?? (await newThread(card)), urgent).catch(async (error: unknown) => {
      if (!(error instanceof GroupRefused) || before === null) throw error;
      // Someone has deleted the topic.
      topics.forget(chat);
      return sendCard(card, await newThread(card), urgent);
    });
    for (const photo of card.photos.slice(-MOST_CARD_PHOTOS)) await showPhoto(topic, photo, chatMark(chat));
    return topic;
  }

  async function setOpen(thread: number, isOpen: boolean): Promise<void> {
    await ignoringRefusal(calls.run((way, group) =>
      (isOpen ? way.reopenForumTopic(group, thread) : way.closeForumTopic(group, thread))));
  }

  /** Brings the card up to date; an unchanged or deleted card is let be. */
  async function refresh(chat: DeskChat): Promise<void> {
    const topic = topics.find(chat);
    const card = topic && desk.card(chat);
    if (!topic || !card) return;
    await ignoringRefusal(calls.run((way, group) => way.editMessageText(group, topic.card, cardText(card, desk.staff()), {
      ...HTML, reply_markup: cardButtons(card),
    })));
  }

  /** Runs in the chat's topic, opening it where it is closed, missing or deleted. */
  async function inside(chat: DeskChat, run: (topic: Topic) => Promise<unknown>): Promise<void> {
    const topic = topics.find(chat) ?? (await open(chat));
    if (!topic) return;
    try {
      await run(topic);
    } catch (error) {
      if (!(error instanceof GroupRefused) || !/thread|TOPIC/i.test(error.message)) throw error;
      if (topic.thread !== null && /TOPIC_CLOSED/.test(error.message)) {
        await setOpen(topic.thread, true);
        await run(topic);
        return;
      }
      const again = await open(chat);
      if (again) await run(again);
    }
  }

  async function close(chat: DeskChat): Promise<void> {
    const thread = topics.find(chat)?.thread;
    if (thread != null) await setOpen(thread, false);
  }

  return { say, showPhoto, open, refresh, inside, close, has: (chat: DeskChat): boolean => topics.find(chat) !== null };
}

export type Rooms = ReturnType<typeof createRooms>;

/** For calls that only tidy up: that there is nothing to tidy is no fault. */
async function ignoringRefusal(call: Promise<unknown>): Promise<void> {
  await call.catch((error: unknown) => {
    if (!(error instanceof GroupRefused)) throw error;
  });
}
