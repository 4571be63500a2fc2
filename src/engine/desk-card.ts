import type { CardLine, ChatCard, OrderBrief } from '../channels/staff-desk.ts';
import type { InboxContent } from '../database/inbox.ts';
import { isOpen } from '../shop/ordering/order-states.ts';
import type { Order } from '../shop/ordering/orders.ts';
import type { DeskParts } from './staff-desk.ts';

const LAST_LINES = 8;
const CHANNELS: Readonly<Record<string, string>> = { telegram: 'Telegram', whatsapp: 'WhatsApp', webchat: 'Web', terminal: 'Terminal' };

/** Why a person was asked for, in words. */
export const REASONS: Readonly<Record<string, string>> = {
  asked: 'minta bicara dengan admin', complaint: 'komplain', angry: 'pelanggan kesal', large_order: 'pesanan besar',
  misunderstood: 'bot tidak paham dua kali', late_parcel: 'paket terlambat', return: 'tukar atau retur',
  set_aside: 'pesan gagal diproses', payment: 'soal pembayaran', owner_phone: 'dibalas dari HP toko', privacy: 'permintaan data pribadi', order_wish: 'permintaan untuk pesanan',
};

/** All an admin needs to know before the first word. */
export function cardOf(parts: DeskParts, brief: (order: Order) => OrderBrief, chatId: number): ChatCard | null {
  const { business } = parts;
  const chat = business.chats.get(chatId);
  const customer = business.customers.get(chat.customer_id);
  const orders = business.orders.ofCustomer(chat.customer_id, 10);
  const shown = [...orders.filter((order) => isOpen(order.state)), ...orders.filter((order) => !isOpen(order.state)).slice(0, 1)];
  const handoff = business.handoffs.openOf(chatId);
  const said = parts.inbox.lastOf(chatId, LAST_LINES).map((row) => ({ at: row.received_at, ...customerLine(JSON.parse(row.content) as InboxContent) }));
  const replied = parts.outbox.lastOf(chatId, LAST_LINES).filter((row) => row.state !== 'cancelled')
    .map((row) => ({ at: row.created_at, from: row.sender === 'bot' ? 'bot' as const : 'staff' as const, text: row.text, photo: null }));
  const lines = [...said.reverse(), ...replied.reverse()].sort((a, b) => a.at - b.at);
  return {
    chat: chatId,
    name: customer.name ?? 'Tanpa nama',
    channel: CHANNELS[chat.channel] ?? chat.channel,
    phone: customer.phone,
    mode: chat.mode,
    holder: chat.holder,
    reason: handoff ? REASONS[handoff.reason] ?? handoff.reason : null,
    cart: business.carts.lines(chat.customer_id, parts.premises().catalogue)
      .map((line) => ({ title: line.product.title, quantity: line.quantity, amount: line.amount })),
    orders: shown.map(brief),
    lines: lines.slice(-LAST_LINES).map(({ from, text }): CardLine => ({ from, text })),
    photos: said.flatMap((line) => (line.photo === null ? [] : [line.photo])),
  };
}

/** A customer's message as a person reads it. */
export function customerLine(content: InboxContent): { from: 'customer'; text: string; photo: string | null } {
  switch (content.kind) {
    case 'text': return { from: 'customer', text: content.text, photo: null };
    case 'photo': return { from: 'customer', text: content.caption || '[foto]', photo: content.file };
    case 'tap': return { from: 'customer', text: '[memilih]', photo: null };
    case 'location': return { from: 'customer', text: `[lokasi ${content.latitude}, ${content.longitude}]`, photo: null };
    case 'contact': return { from: 'customer', text: `[kontak ${content.name} ${content.phone}]`, photo: null };
    case 'other': return { from: 'customer', text: `[${content.what}]`, photo: null };
    case 'event': return { from: 'customer', text: '', photo: null };
  }
}
