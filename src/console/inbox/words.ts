import type { ChannelName } from '../../channels/channel.ts';
import type { OutboxState } from '../../database/outbox.ts';
import type { HandoffReason } from '../../shop/service/handoffs.ts';
import type { PlainText } from '../language/texts.ts';
import type { Translate } from '../language/translate.tsx';

export const CHANNEL_NAMES: Readonly<Record<ChannelName, string>> = {
  telegram: 'Telegram', whatsapp: 'WhatsApp', webchat: 'Web', terminal: 'Terminal',
};

const REASONS: Readonly<Record<HandoffReason, PlainText>> = {
  asked: 'minta bicara dengan admin', complaint: 'komplain', angry: 'pelanggan kesal', large_order: 'pesanan besar',
  misunderstood: 'asisten tidak paham', late_parcel: 'paket terlambat', return: 'tukar atau retur',
  set_aside: 'pesan gagal diproses', payment: 'soal pembayaran', owner_phone: 'dibalas dari HP toko', privacy: 'permintaan data pribadi', order_wish: 'permintaan untuk pesanan',
};

export const reasonInWords = (t: Translate, reason: string): string => (reason in REASONS ? t(REASONS[reason as HandoffReason]) : reason);

/** A delivery mark: a sign for the eye, words for everyone. */
export const DELIVERY: Readonly<Record<OutboxState, readonly [sign: string, words: PlainText]>> = {
  ready: ['◷', 'sedang dikirim'], sending: ['◷', 'sedang dikirim'], held: ['◷', 'ditahan'], sent: ['✓', 'terkirim'],
  unknown: ['?', 'belum pasti terkirim'], cancelled: ['–', 'dibatalkan'], dead: ['!', 'gagal terkirim'],
};

const ORDER_NEWS: Readonly<Record<string, PlainText>> = {
  'order.placed': 'dipesan', 'order.paid': 'dibayar', 'order.packed': 'dikemas', 'order.shipped': 'dikirim', 'order.delivered': 'diterima',
  'order.cancelled': 'dibatalkan', 'order.expired': 'lewat waktu bayar', 'order.returned': 'dikembalikan', 'order.tracking': 'resinya diperbaiki', 'order.late': 'terlambat',
};

/** An event in a talk as one quiet line; null for what is of no interest there. */
export function eventInWords(t: Translate, what: string, data: Readonly<Record<string, unknown>>, nameOf: (id: string) => string): string | null {
  const who = (id: unknown): string => (id === 'shop' ? t('Toko') : nameOf(String(id)));
  switch (what) {
    case 'handoff.requested': return t('Menunggu admin: {sebab}', { sebab: reasonInWords(t, String(data.reason)) });
    case 'handoff.claimed': return t('{siapa} mengambil alih', { siapa: who(data.staff) });
    case 'handoff.transferred': return t('{siapa} mengoper ke {kepada}', { siapa: who(data.from), kepada: who(data.to) });
    case 'handoff.released': return `${data.by === 'shop' ? t('Dikembalikan ke asisten') : t('{siapa} selesai', { siapa: who(data.by) })}${data.agreed ? `: ${String(data.agreed)}` : ''}`;
    default: {
      const news = ORDER_NEWS[what];
      const number = (data.order as { number?: unknown } | undefined)?.number;
      return news && number ? `${String(number)} ${t(news)}` : null;
    }
  }
}
