import { describe, expect, it } from 'vitest';
import { createHistogram, createMetrics, metricsText } from '../src/metrics.ts';
import { createServer } from '../src/web/server.ts';
import { buys, says } from './shop/ordering/buying.ts';
import { sampleCatalogue, TestShop } from './test-shop.ts';

const catalogue = await sampleCatalogue();
const NOW = '2026-11-23T10:00:00+07:00';
const LAG = { mean: 1e6, max: 4e7, percentile: (share: number) => (share > 50 ? 3e7 : 2e7) };

function aShop() {
  const shop = new TestShop({ catalogue, at: NOW });
  buys(shop, 'rahasia-pelanggan', 'spatula silikon 1');
  says(shop, 'c2', 'halo kak');
  shop.db.prepare(`UPDATE outbox SET state = 'unknown' WHERE id = 1`).run();
  const turns = createHistogram();
  for (const seconds of [0.0005, 0.004, 0.2, 9]) turns.observe(seconds);
  return {
    shop,
    parts: {
      db: shop.db, turns, now: () => shop.now, lastBackup: () => shop.now - 90_000, disk: () => ({ free: 5_000, database: 400, log: 30 }),
      channels: () => [{ name: 'telegram' as const, status: () => ({ state: 'offline' as const, detail: 'rahasia' }) }, { name: 'webchat' as const, status: () => ({ state: 'on' as const, detail: '' }) }],
    },
  };
}

describe('/metrics', () => {
  it('says in Prometheus\' format how the shop does', () => {
    const { parts } = aShop();
    const text = metricsText(parts, LAG);
    for (const line of text.trimEnd().split('\n')) expect(line).toMatch(/^(?:# (?:HELP|TYPE) ladeni_\w+ .+|ladeni_\w+(?:\{\w+="[^"\\]*"(?:,\w+="[^"\\]*")*\})? -?[\d.e+-]+)$/);
    const value = (name: string): number => Number(text.split('\n').find((line) => line.startsWith(`${name} `))?.split(' ')[1]);
    expect(value('ladeni_messages_in_total')).toBe(3);
    expect(value('ladeni_messages_out_total')).toBe(3);
    expect(value('ladeni_outbox_uncertain')).toBe(1);
    expect(value('ladeni_orders{state="awaiting_payment"}')).toBe(1);
    expect(value('ladeni_channel_up{channel="telegram",state="offline"}')).toBe(0);
    expect(value('ladeni_channel_up{channel="webchat",state="on"}')).toBe(1);
    expect([value('ladeni_database_bytes'), value('ladeni_wal_bytes'), value('ladeni_disk_free_bytes'), value('ladeni_backup_age_seconds')]).toEqual([400, 30, 5_000, 90]);
    expect(value('ladeni_event_loop_lag_seconds{quantile="0.99"}')).toBe(0.03);
    expect([value('ladeni_turns_seconds_bucket{le="0.001"}'), value('ladeni_turns_seconds_bucket{le="0.005"}'), value('ladeni_turns_seconds_bucket{le="+Inf"}'), value('ladeni_turns_seconds_count')]).toEqual([1, 2, 4, 4]);
    // Nobody is named.
    expect(text).not.toMatch(/rahasia|Rina|0812/);
  });

  it('is for this machine alone: no page for the network, a proxy or a foreign name', async () => {
    const { parts } = aShop();
    const web = createServer({ host: '127.0.0.1', port: 0, hosts: ['toko.example.com'], mounts: [createMetrics(parts)], health: () => ({ healthy: true, parts: {} }), failed: (error) => { throw error; } });
    const address = await web.listen();
    try {
      const here = await fetch(`${address}/metrics`);
      expect(here.status).toBe(200);
      expect(here.headers.get('content-type')).toContain('version=0.0.4');
      expect((await fetch(`${address}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.7' } })).status).toBe(404);
      // Without a socket of this machine, as a request from the network has none.
      expect((await web.app.request('/metrics', { headers: { host: 'toko.example.com' } })).status).toBe(404);
    } finally {
      await web.close();
    }
  });
});
