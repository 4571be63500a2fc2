import { AUTOMATIC, placeholdersOf } from './messages.ts';
import type { Say } from './say.ts';

/** What a canned answer may say of the customer's last order. */
const OF_ORDER = ['pesanan', 'total', 'layanan', 'resi', 'tiba'] as const;

/** Placeholders of quick_replies.yaml. */
export const QUICK_REPLY_PLACEHOLDERS: readonly string[] = [...AUTOMATIC, ...OF_ORDER];

interface OrderSaid {
  readonly number: string;
  readonly total: number;
  readonly service_name: string;
  readonly tracking: string | null;
  readonly arrives_from: string;
  readonly arrives_to: string;
}

/** A canned answer ready to send; null where it speaks of an order or a tracking number that the customer does not have. */
export function quickReplyText(say: Say, text: string, order: OrderSaid | undefined): string | null {
  const values: Readonly<Record<(typeof OF_ORDER)[number], string>> = {
    pesanan: order?.number ?? '', total: order ? say.rupiah(order.total) : '', layanan: order?.service_name ?? '', resi: order?.tracking ?? '',
    tiba: order ? say.days(order.arrives_from, order.arrives_to) : '',
  };
  const named = OF_ORDER.filter((name) => placeholdersOf(text).includes(name));
  if (named.some((name) => values[name] === '')) return null;
  // Values are put in last, for what is filled in is never read for placeholders itself.
  return say.fill(text).replace(/\{([a-z]+)\}/g, (whole, name: string) => (name in values ? values[name as keyof typeof values] : whole));
}
