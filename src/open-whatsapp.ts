import { randomInt } from 'node:crypto';
import path from 'node:path';
import { toString as drawQr } from 'qrcode';
import { systemClock } from './channels/telegram/clock.ts';
import type { OwnerPhoneMessage } from './channels/whatsapp/owner-phone.ts';
import { groupedCode, type Pairing } from './channels/whatsapp/pairing.ts';
import { createWhatsAppChannel, type WhatsAppChannel, type WhatsAppOptions } from './channels/whatsapp/whatsapp-channel.ts';
import { recordAlarm } from './channel-alarms.ts';
import type { Config } from './config.ts';
import type { PairingView } from './console/parts.ts';
import { createKeyedMemory } from './database/keyed-memory.ts';
import { enterLateOutcome } from './engine/late-outcomes.ts';
import type { Log } from './logging.ts';
import type { Photos } from './media/photos.ts';
import type { OpenShop } from './open-shop.ts';
import type { RunningShop } from './running-shop.ts';
import { findZone } from './shop/time/zone.ts';

const CHANCE_STEPS = 2 ** 32;

/** WhatsApp for a running shop: its phone is a desk of its own, its pairing is shown in the terminal, its alarms go elsewhere. */
export function openWhatsApp(shop: RunningShop, config: Config, photos: Photos, log: Log, more: Partial<WhatsAppOptions> = {}): WhatsAppChannel {
  const zone = () => {
    const found = findZone(shop.world().premises.catalogue.store.timezone);
    if (!found) throw new RangeError('the shop has no zone');
    return found;
  };
  return createWhatsAppChannel({
    dataDir: path.resolve(config.DATA_DIR), chromiumPath: config.CHROMIUM_PATH,
    ...(config.WHATSAPP_WEB_VERSION !== undefined && config.WHATSAPP_WEB_CACHE !== undefined
      && { pinned: { version: config.WHATSAPP_WEB_VERSION, folder: config.WHATSAPP_WEB_CACHE } }),
    clock: systemClock, log, memory: createKeyedMemory(shop.db, ''),
    photos: { store: (bytes) => photos.store(bytes, Date.now()) },
    zone, chance: () => randomInt(CHANCE_STEPS) / CHANCE_STEPS,
    onOwnerPhoneMessage: (message) => followOwnerPhone(shop, message),
    onAlarm: (alarm) => recordAlarm(shop, 'channel', `WhatsApp: ${alarm.detail}`),
    onRecovered: () => recordAlarm(shop, 'channel_back', 'WhatsApp'),
    onLateOutcome: (late) => {
      log.warn({ message: late.message, outcome: late.kind }, 'more became known of a whatsapp reply');
      shop.engine.transact(() => enterLateOutcome(shop.tables, late, Date.now()));
    },
    onPairing: (pairing) => {
      // The console's page shows it too.
      shop.desk.committed();
      void showPairing(pairing);
    },
    ...more,
  });
}

/** What waits to be scanned or typed, for the console's page. */
export function pairingView(pairing: Pairing): PairingView | null {
  switch (pairing.kind) {
    case 'none': return null;
    case 'qr': return { kind: 'qr', text: pairing.text, at: pairing.at, noCodeFor: pairing.noCodeFor };
    case 'code': return { kind: 'code', code: groupedCode(pairing.code), phone: pairing.phone };
  }
}

async function showPairing(pairing: Pairing): Promise<void> {
  if (pairing.kind === 'qr') {
    process.stdout.write(`\nTautkan WhatsApp toko: di HP toko buka WhatsApp, Perangkat tertaut, Tautkan perangkat, lalu pindai:\n${await drawQr(pairing.text, { type: 'terminal', small: true })}\n`);
  } else if (pairing.kind === 'code') {
    process.stdout.write(`\nKode untuk +${pairing.phone}:  ${groupedCode(pairing.code)}  (di HP: Perangkat tertaut, Tautkan dengan nomor telepon)\n`);
  }
}

/**
 * Whoever writes from the shop's own phone takes that chat, as its owner; `#selesai` hands it back (F41). What was written is kept
 * among the talk, and each message puts the bot's return off again.
 */
export function followOwnerPhone(shop: Pick<OpenShop, 'tables' | 'desk' | 'engine'>, message: OwnerPhoneMessage): void {
  const chat = shop.tables.chats.find('whatsapp', message.chat);
  const owner = shop.desk.staff().find((staff) => staff.role === 'owner') ?? shop.desk.staff()[0];
  if (!chat || !owner) return;
  const act = (what: string) => ({ by: owner.id, id: `phone:${what}:${message.id}`.slice(0, 80) });
  if (message.act === 'release') {
    shop.desk.release(act('release'), chat.id, '');
    return;
  }
  if (chat.mode !== 'human') shop.desk.claim(act('claim'), chat.id);
  shop.engine.transact(() => {
    shop.tables.chats.touchHuman(chat.id, message.at);
    shop.tables.events.record(message.at, 'chat.staff_line', { chat: chat.id }, { by: owner.id, act: `phone:${message.id}`, text: message.text, photo: null });
  });
}
