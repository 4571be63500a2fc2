import type { StaffMember } from '../../../shop/catalogue/snapshot.ts';
import type { Rupiah } from '../../../shop/units.ts';
import type { CardLine, ChatCard, OrderBrief } from '../../staff-desk.ts';
import { bold, code, escapeHtml, italic } from '../html.ts';
import { chatMark } from './topics.ts';

const MOST_LINES = 8;
const MOST_LINE_CHARS = 300;
/** Telegram's limit for a topic's name. */
const MOST_NAME = 128;

export const rupiah = (amount: Rupiah): string => `Rp${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')}`;

export const topicName = (card: ChatCard): string =>
  shortened([card.name, card.reason].filter(Boolean).join(' · '), MOST_NAME);

/** Everything an admin should know, most urgent first, as HTML well within one bubble. */
export function cardText(card: ChatCard, staff: readonly StaffMember[], urgent = false): string {
  return [
    `${chatMark(card.chat)} ${bold(shortened(card.name, 60))} · ${escapeHtml(card.channel)}`,
    ...(card.phone ? [code(card.phone)] : []),
    stateLine(card, staff, urgent),
    ...(card.reason ? [`Ditanyakan: ${escapeHtml(shortened(card.reason, MOST_LINE_CHARS))}`] : []),
    ...section('Pesanan', card.orders.slice(0, 5).map(orderLine)),
    ...section('Keranjang', card.cart.slice(0, 10).map((line) =>
      `${line.quantity} × ${escapeHtml(shortened(line.title, 60))}  ${rupiah(line.amount)}`)),
    ...section('Percakapan terakhir', card.lines.slice(-MOST_LINES).map(talkLine)),
  ].join('\n');
}

export const orderLine = (order: OrderBrief): string =>
  `${code(order.number)} ${escapeHtml(order.state)}, ${rupiah(order.total)}`;

function stateLine(card: ChatCard, staff: readonly StaffMember[], urgent: boolean): string {
  switch (card.mode) {
    case 'bot':
      return 'Dilayani bot';
    case 'waiting':
      return urgent ? '🔴 Mendesak, menunggu admin' : '🟡 Menunggu admin';
    case 'human':
      return `Dilayani ${escapeHtml(nameOf(card.holder ?? '', staff))}`;
  }
}

export const nameOf = (id: string, staff: readonly StaffMember[]): string => staff.find((one) => one.id === id)?.name ?? id;

const WHO: Readonly<Record<CardLine['from'], string>> = { customer: 'Pelanggan', bot: 'Bot', staff: 'Admin' };

const talkLine = (line: CardLine): string =>
  `${italic(WHO[line.from])}: ${escapeHtml(shortened(line.text.replace(/\s+/g, ' '), MOST_LINE_CHARS))}`;

const section = (title: string, lines: readonly string[]): string[] =>
  (lines.length === 0 ? [] : ['', bold(title), ...lines]);

const shortened = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`);
