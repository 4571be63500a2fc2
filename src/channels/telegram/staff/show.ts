import type { DeskChat, DeskEvent, StaffDesk } from '../../staff-desk.ts';
import type { TelegramApi } from '../api.ts';
import { failureOf } from '../failure.ts';
import { bold, escapeHtml, italic } from '../html.ts';
import type { Log } from '../log.ts';
import { splitText } from '../split-text.ts';
import type { Bubble } from './bubbles.ts';
import { orderRows } from './buttons.ts';
import { nameOf, orderLine } from './card.ts';
import type { Rooms } from './rooms.ts';
import { chatMark, type Topic } from './topics.ts';

export interface ShowParts {
  readonly api: TelegramApi;
  readonly desk: StaffDesk;
  readonly rooms: Rooms;
  readonly log: Log;
}

/** Room for words beside a name and a mark. */
const LINE_ROOM = 3_900;
const CAPTION_ROOM = 900;
const HOW_TO = 'Tulis di sini untuk membalas. Awali // untuk catatan sesama admin.';

/** Shows what happens in the shop to staff: in the chat's topic, in the group, or to the owner alone. */
export function createStaffShow(parts: ShowParts) {
  const { api, desk, rooms, log } = parts;

  /** Who speaks, above the words; with the chat's mark where there is no topic to tell it. */
  const headed = (chat: DeskChat, topic: Topic, who: string): string =>
    (topic.thread === null ? `${chatMark(chat)} ${bold(who)}` : bold(who));

  const customerName = (chat: DeskChat): string => desk.card(chat)?.name ?? 'Pelanggan';
  const staffName = (id: string): string => nameOf(id, desk.staff());

  const sayLines = (chat: DeskChat, who: string, text: string): Promise<void> => rooms.inside(chat, async (topic) => {
    for (const piece of splitText(text, LINE_ROOM)) await rooms.say(topic, `${headed(chat, topic, who)}\n${escapeHtml(piece)}`);
  });

  const sayTalk = (chat: DeskChat, who: string, event: { text: string; photo: string | null }): Promise<void> => {
    const { photo } = event;
    if (photo === null) return sayLines(chat, who, event.text);
    return rooms.inside(chat, (topic) => rooms.showPhoto(
      topic, photo, [headed(chat, topic, who), escapeHtml(event.text.slice(0, CAPTION_ROOM))].join('\n').trim()));
  };

  async function sayHeld(chat: DeskChat, text: string): Promise<void> {
    await rooms.inside(chat, (topic) => rooms.say(topic, `${topic.thread === null ? `${chatMark(chat)} ` : ''}${italic(text)}`));
    await rooms.refresh(chat);
  }

  async function showOrder(event: Extract<DeskEvent, { kind: 'order_news' }>): Promise<void> {
    const { chat, photo } = event;
    const text = `${chat === null ? '' : `${chatMark(chat)} `}${escapeHtml(event.text)}\n${orderLine(event.order)}`;
    const markup = { inline_keyboard: orderRows([event.order]) };
    const show = (topic: Topic | null) => (photo === null ? rooms.say(topic, text, markup) : rooms.showPhoto(topic, photo, text, markup));
    if (chat === null || !rooms.has(chat)) {
      await show(null);
      return;
    }
    await rooms.inside(chat, show);
    await rooms.refresh(chat);
  }

  /** To every owner in private; to the group where no owner can be reached. */
  async function tellOwner(text: string): Promise<void> {
    const pieces = splitText(text, LINE_ROOM).map(escapeHtml);
    let told = false;
    for (const owner of desk.staff()) {
      if (owner.role !== 'owner' || owner.telegram === null) continue;
      try {
        for (const piece of pieces) await api.send.sendMessage(owner.telegram, piece, { parse_mode: 'HTML' });
        told = true;
      } catch (error) {
        log.warn({ what: failureOf(error).what, owner: owner.id }, 'telegram owner not told');
      }
    }
    if (!told) for (const piece of pieces) await rooms.say(null, piece);
  }

  async function showEvent(event: DeskEvent): Promise<void> {
    switch (event.kind) {
      case 'handoff_requested':
        await rooms.open(event.chat, event.urgent);
        return;
      case 'handoff_claimed':
        return sayHeld(event.chat, `${staffName(event.by)} mengambil obrolan ini. ${HOW_TO}`);
      case 'handoff_released':
        await sayHeld(event.chat, `${staffName(event.by)} mengembalikan obrolan ini ke bot.`);
        return rooms.close(event.chat);
      case 'customer_line':
        return sayTalk(event.chat, customerName(event.chat), event);
      case 'staff_line':
        // What staff wrote here stands here already.
        return event.act.startsWith('tg:') ? undefined : sayTalk(event.chat, `${staffName(event.by)} (admin)`, event);
      case 'order_news':
        return showOrder(event);
      case 'alert':
        return tellOwner(`⚠️ ${event.text}`);
      case 'daily_summary':
        return tellOwner(event.text);
    }
  }

  return {
    show: (bubble: Bubble): Promise<void> => (bubble.kind === 'lines'
      ? sayLines(bubble.chat, customerName(bubble.chat), bubble.texts.join('\n'))
      : showEvent(bubble.event)),
  };
}

export type StaffShow = ReturnType<typeof createStaffShow>;
