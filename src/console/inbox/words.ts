import type { ChannelName } from '../../channels/channel.ts';
import type { OutboxState } from '../../database/outbox.ts';
import type { HandoffReason } from '../../shop/service/handoffs.ts';

export const CHANNEL_NAMES: Readonly<Record<ChannelName, string>> = {
  telegram: 'Telegram', whatsapp: 'WhatsApp', webchat: 'Web', terminal: 'Terminal',
};

const REASONS: Readonly<Record<HandoffReason, string>> = {
  asked: 'minta bicara dengan admin', complaint: 'komplain', angry: 'pelanggan kesal', large_order: 'pesanan besar',
  misunderstood: 'asisten tidak paham', late_parcel: 'paket terlambat', return: 'tukar atau retur',
  set_aside: 'pesan gagal diproses', payment: 'soal pembayaran', owner_phone: 'dibalas dari HP toko', privacy: 'permintaan data pribadi',
};

export const reasonInWords = (reason: string): string => REASONS[reason as HandoffReason] ?? reason;

/** A delivery mark: a sign for the eye, words for everyone. */
export const DELIVERY: Readonly<Record<OutboxState, readonly [sign: string, words: string]>> = {
  ready: ['◷', 'sedang dikirim'], sending: ['◷', 'sedang dikirim'], held: ['◷', 'ditahan'], sent: ['✓', 'terkirim'],
  unknown: ['?', 'belum pasti terkirim'], cancelled: ['–', 'dibatalkan'], dead: ['!', 'gagal terkirim'],
};

const ORDER_NEWS: Readonly<Record<string, string>> = {
  'order.placed': 'dipesan', 'order.paid': 'dibayar', 'order.packed': 'dikemas', 'order.shipped': 'dikirim', 'order.delivered': 'diterima',
  'order.cancelled': 'dibatalkan', 'order.expired': 'lewat waktu bayar', 'order.returned': 'dikembalikan', 'order.late': 'terlambat',
};

/** An event in a talk as one quiet line; null for what is of no interest there. */
export function eventInWords(what: string, data: Readonly<Record<string, unknown>>, nameOf: (id: string) => string): string | null {
  const who = (id: unknown): string => (id === 'shop' ? 'Toko' : nameOf(String(id)));
  switch (what) {
    case 'handoff.requested': return `Menunggu admin: ${reasonInWords(String(data.reason))}`;
    case 'handoff.claimed': return `${who(data.staff)} mengambil alih`;
    case 'handoff.transferred': return `${who(data.from)} mengoper ke ${who(data.to)}`;
    case 'handoff.released': return `${data.by === 'shop' ? 'Dikembalikan ke asisten' : `${who(data.by)} selesai`}${data.agreed ? `: ${String(data.agreed)}` : ''}`;
    default: {
      const news = ORDER_NEWS[what];
      const number = (data.order as { number?: unknown } | undefined)?.number;
      return news && number ? `${String(number)} ${news}` : null;
    }
  }
}
