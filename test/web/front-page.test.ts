import { describe, expect, it } from 'vitest';
import type { ShopOverview } from '../../src/web/overview.ts';
import type { WebEnv } from '../../src/web/env.ts';
import { openWebShop } from '../channels/webchat/shop-on-the-web.ts';

const AT_THE_MACHINE = { incoming: { socket: { remoteAddress: '127.0.0.1' } } } as WebEnv['Bindings'];

async function front(overview: Partial<ShopOverview>, env: WebEnv['Bindings'], headers: Record<string, string> = {}): Promise<string> {
  const shop = openWebShop({ dataDir: ':memory:', overview });
  const page = await (await shop.app.request('/', { headers: { host: 'localhost', ...headers } }, env)).text();
  await shop.stop();
  return page;
}

const PROBLEM = 'products.csv:12:5: harga tidak terbaca; tulis 165000';

describe('the front page', () => {
  it('tells the owner what is on, what is off and how to turn it on', async () => {
    const page = await front({}, AT_THE_MACHINE);
    expect(page).toContain('Dapur Kita siap melayani');
    expect(page).toContain('63 produk');
    expect(page).toContain('Admin melayani sampai 17.00 WIB');
    expect(page).toContain('href="/chat"');
    expect(page).toContain('Belum ada TELEGRAM_BOT_TOKEN.');
    expect(page).toContain('@BotFather');
    expect(page).toContain('WHATSAPP=on');
    expect(page).toContain('products.csv');
  });

  it('puts what must be repaired on top, and only for the owner', async () => {
    const page = await front({ problems: [PROBLEM] }, AT_THE_MACHINE);
    expect(page.indexOf(PROBLEM)).toBeGreaterThan(0);
    expect(page.indexOf(PROBLEM)).toBeLessThan(page.indexOf('Di mana toko menjawab'));
  });

  it.each([
    ['through a proxy', AT_THE_MACHINE, { 'x-forwarded-for': '36.70.1.2' }],
    ['from the network', { incoming: { socket: { remoteAddress: '192.168.1.9' } } } as WebEnv['Bindings'], {}],
  ])('shows a visitor %s the shop and nothing of its works', async (_how, env, headers) => {
    const page = await front({ problems: [PROBLEM], consolePath: '/console' }, env, headers);
    expect(page).toContain('Chat dengan toko');
    for (const secret of [PROBLEM, 'TELEGRAM_BOT_TOKEN', '.env', '/console', 'products.csv', 'WhatsApp']) expect(page).not.toContain(secret);
  });

  it('offers the console where there is one', async () => {
    expect(await front({ consolePath: '/console' }, AT_THE_MACHINE)).toContain('href="/console"');
    expect(await front({}, AT_THE_MACHINE)).not.toContain('konsol');
  });

  it('says no steps for a channel that is on or ill', async () => {
    const page = await front({ channels: [{ name: 'telegram', status: { state: 'failed', detail: 'Token ditolak Telegram.' } }] }, AT_THE_MACHINE);
    expect(page).toContain('Bermasalah');
    expect(page).toContain('Token ditolak Telegram.');
    expect(page).not.toContain('@BotFather');
  });

  it('shows names as text, whatever they hold (S6)', async () => {
    const page = await front({ shop: '<img src=x onerror=alert(1)>', problems: ['<script>alert(1)</script>'] }, AT_THE_MACHINE);
    expect(page).not.toMatch(/<img src=x|<script>alert/);
  });

  it('gives out product photos by their names in the catalogue, and nothing else', async () => {
    const shop = openWebShop({ dataDir: ':memory:' });
    const get = (name: string) => shop.app.request(`/catalogue/photos/${name}`, { headers: { host: 'localhost' } });
    const photo = await get('panci-set.png');
    expect(photo.status).toBe(200);
    expect(photo.headers.get('content-type')).toBe('image/png');
    for (const name of ['..%2Fstore.yaml', '%2Fetc%2Fpasswd', 'nothing.png', '....//store.yaml']) expect((await get(name)).status, name).toBe(404);
    await shop.stop();
  });
});
