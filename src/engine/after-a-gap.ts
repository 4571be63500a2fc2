import type { ChannelName } from '../channels/channel.ts';
import type { Business, Premises } from '../shop/shop.ts';
import type { UtcMs } from '../shop/units.ts';
import type { Notices } from './notices.ts';
import type { OwnerAlarms } from './owner-alarms.ts';

/** Who has been silent for longer than this is not asked to write again. */
const RECENT_MS = 30 * 24 * 3_600_000;

/**
 * A channel was out of reach for so long that messages may be lost for good (F9): staff are asked to look through the chats,
 * and every customer there whose order is open is asked to write again, once, not before the shop opens. In the caller's
 * transaction.
 */
export function tellAfterGap(
  parts: { readonly business: Business; readonly notices: Notices; readonly alarms: OwnerAlarms; readonly premises: () => Premises },
  channel: { readonly name: ChannelName; readonly called: string }, gap: { readonly from: UtcMs; readonly to: UtcMs }, now: UtcMs,
): void {
  const { business, notices, alarms } = parts;
  const { hours } = parts.premises();
  alarms.raise('channel_gap', `${channel.called}, ${Math.round((gap.to - gap.from) / 3_600_000)} jam`, now);
  const dueAt = hours.isOpen(now) ? now : hours.nextOpening(now) ?? now;
  for (const chat of business.chats.withOpenOrder(channel.name, now - RECENT_MS)) {
    notices.tell(chat, now, (say) => say('channel.gap', { saluran: channel.called, waktu: say.days(hours.localDate(gap.from), hours.localDate(gap.to)) }), { dueAt });
  }
}
