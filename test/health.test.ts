import { describe, expect, it } from 'vitest';
import type { ChannelName, ChannelState } from '../src/channels/channel.ts';
import { healthOf } from '../src/health.ts';

const OPEN = { open: true };
const channel = (name: ChannelName, state: ChannelState) => ({ name, status: () => ({ state, detail: '' }) });

describe('the health of the shop', () => {
  it.each(['starting', 'needs_pairing', 'offline', 'failed'] as const)('is good while WhatsApp is %s, and names it', (state) => {
    expect(healthOf(OPEN, [channel('webchat', 'on'), channel('whatsapp', state)]))
      .toEqual({ healthy: true, parts: { database: 'ok', webchat: 'on', whatsapp: state } });
  });

  it('is ill when Telegram has failed (F5) or the database is closed', () => {
    expect(healthOf(OPEN, [channel('telegram', 'failed')])).toEqual({ healthy: false, parts: { database: 'ok', telegram: 'failed' } });
    expect(healthOf({ open: false }, [])).toEqual({ healthy: false, parts: { database: 'closed' } });
  });
});
