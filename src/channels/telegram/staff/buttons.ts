import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { QuickReply, StaffMember } from '../../../shop/catalogue/snapshot.ts';
import type { ChatCard, DeskChat, OrderBrief, OrderNumber, OrderStep } from '../../staff-desk.ts';
import { fitsButton, inRows } from '../keyboard.ts';

/** What a button in the staff group does. */
export type StaffTap =
  | { readonly do: 'claim' | 'release' | 'release_plain' | 'who' | 'answers' | 'force' | 'drop'; readonly chat: DeskChat }
  | { readonly do: 'transfer'; readonly chat: DeskChat; readonly to: string }
  | { readonly do: 'answer'; readonly chat: DeskChat; readonly reply: string }
  | { readonly do: 'approve' | 'reject' | 'pack' | 'ship'; readonly order: OrderNumber };

const OF_CHAT = ['claim', 'release', 'release_plain', 'who', 'answers', 'force', 'drop'] as const;
const OF_ORDER = ['approve', 'reject', 'pack', 'ship'] as const;

export function tapData(tap: StaffTap): string {
  if ('order' in tap) return `s:${tap.do}:${tap.order}`;
  if (tap.do === 'transfer') return `s:transfer:${tap.chat}:${tap.to}`;
  if (tap.do === 'answer') return `s:answer:${tap.chat}:${tap.reply}`;
  return `s:${tap.do}:${tap.chat}`;
}

export function readTap(data: string | undefined): StaffTap | null {
  const [mark, act, about, ...rest] = (data ?? '').split(':');
  if (mark !== 's' || !act || !about) return null;
  const ofOrder = OF_ORDER.find((one) => one === act);
  if (ofOrder) return { do: ofOrder, order: about };
  const chat = Number(about);
  if (!Number.isSafeInteger(chat)) return null;
  const ofChat = OF_CHAT.find((one) => one === act);
  if (ofChat) return { do: ofChat, chat };
  const argument = rest.join(':');
  if (act === 'transfer' && argument) return { do: 'transfer', chat, to: argument };
  if (act === 'answer' && argument) return { do: 'answer', chat, reply: argument };
  return null;
}

const button = (text: string, tap: StaffTap): InlineKeyboardButton => ({ text, callback_data: tapData(tap) });

const STEP_BUTTONS: Readonly<Record<OrderStep, readonly { readonly label: string; readonly do: (typeof OF_ORDER)[number] }[]>> = {
  check_payment: [{ label: 'Setujui bayar', do: 'approve' }, { label: 'Tolak', do: 'reject' }],
  pack: [{ label: 'Kemas', do: 'pack' }],
  ship: [{ label: 'Kirim + resi', do: 'ship' }],
};

/** One row of buttons an order, named only where there are several. */
export function orderRows(orders: readonly OrderBrief[]): InlineKeyboardButton[][] {
  const waiting = orders.filter((order) => order.steps.length > 0);
  return waiting.map((order) => order.steps.flatMap((step) => STEP_BUTTONS[step].map((one) =>
    button(waiting.length > 1 ? `${one.label} ${order.number}` : one.label, { do: one.do, order: order.number }))));
}

export function cardButtons(card: ChatCard): InlineKeyboardMarkup {
  const { chat } = card;
  const talk = card.mode === 'human'
    ? [[button('Selesai', { do: 'release', chat }), button('Oper ke…', { do: 'who', chat })],
      [button('Balasan cepat', { do: 'answers', chat })]]
    : [[button('Ambil', { do: 'claim', chat })]];
  return { inline_keyboard: [...talk, ...orderRows(card.orders)] };
}

export function staffButtons(chat: DeskChat, staff: readonly StaffMember[]): InlineKeyboardMarkup {
  return { inline_keyboard: inRows(staff.map((one) => button(one.name, { do: 'transfer', chat, to: one.id })).filter(fits)) };
}

const MOST_LABEL = 40;

export function answerButtons(chat: DeskChat, replies: readonly QuickReply[]): InlineKeyboardMarkup {
  return {
    inline_keyboard: replies.map((one) => [button(
      one.text.length > MOST_LABEL ? `${one.text.slice(0, MOST_LABEL - 1)}…` : one.text, { do: 'answer', chat, reply: one.id },
    )]).filter(([one]) => one !== undefined && fits(one)),
  };
}

export const releaseButtons = (chat: DeskChat): InlineKeyboardMarkup =>
  ({ inline_keyboard: [[button('Selesai tanpa catatan', { do: 'release_plain', chat })]] });

export const checkButtons = (chat: DeskChat): InlineKeyboardMarkup =>
  ({ inline_keyboard: [[button('Kirim apa adanya', { do: 'force', chat }), button('Batal', { do: 'drop', chat })]] });

const fits = (one: InlineKeyboardButton): boolean => 'callback_data' in one && fitsButton(one.callback_data);
