import type { Events } from '../database/events.ts';
import type { OutboxTable } from '../database/outbox.ts';
import type { Chat, Chats } from '../database/chats.ts';
import type { Catalogue } from '../shop/catalogue/snapshot.ts';
import type { UtcMs } from '../shop/units.ts';
import { ALERTS } from './desk-events.ts';

/** Trouble of the machine or a channel that an owner must hear of, wherever they are. */
export type Alarm = 'channel' | 'channel_back' | 'channel_gap' | 'backup_failed' | 'disk_low' | 'disk_full' | 'disk_back' | 'log_large' | 'clock_jumped' | 'clock_right' | 'long_off';

/** WhatsApp is written to by those who wrote lately alone (F26); so is every channel here, ms. */
const WROTE_WITHIN_MS = 30 * 24 * 3_600_000;

/**
 * Alarms, told over every way to the owner there is, so that it reaches them over whichever still works: the diary that the console
 * and the staff group show, and the owner's own chats with the shop on Telegram and WhatsApp, for who has written to it within a month.
 */
export function createOwnerAlarms(parts: {
  readonly events: Events; readonly outbox: OutboxTable; readonly chats: Chats; readonly catalogue: () => Catalogue;
}) {
  const { events, outbox, chats } = parts;

  function chatsOfOwners(now: UtcMs): readonly Chat[] {
    return parts.catalogue().staff.filter((staff) => staff.role === 'owner')
      .flatMap((owner) => [
        ...(owner.telegram === null ? [] : [chats.find('telegram', String(owner.telegram))]),
        ...(owner.whatsapp === null ? [] : chats.byPhone('whatsapp', owner.whatsapp)),
      ])
      .filter((chat) => chat !== undefined).filter((chat) => chat.unreachable === null && now - chat.last_in_at <= WROTE_WITHIN_MS);
  }

  return {
    /** `detail` in Indonesian. In the caller's transaction. */
    raise(reason: Alarm, detail: string, now: UtcMs): void {
      events.record(now, 'staff.alert', {}, { reason, detail });
      const text = [`⚠️ ${ALERTS[reason] ?? reason}`, detail].filter((part) => part !== '').join(' ');
      for (const chat of chatsOfOwners(now)) {
        outbox.insert({ chat: chat.id, sender: 'bot', text, choices: null, photo: null, state: 'ready', dueAt: now, at: now });
      }
    },
  };
}

export type OwnerAlarms = ReturnType<typeof createOwnerAlarms>;
