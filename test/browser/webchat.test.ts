import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWebShop, PHOTO, type WebShop, type WebShopOptions } from '../channels/webchat/shop-on-the-web.ts';
import { findChromium, openBrowser } from './webchat-chromium.ts';
import { PAYLOADS } from './webchat-payloads.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { width: 390, height: 844 };
const executablePath = findChromium();

interface AxeFindings { readonly violations: readonly { readonly id: string; readonly impact: string; readonly nodes: readonly { readonly html: string }[] }[] }

describe.skipIf(executablePath === null)('the web chat in a real browser', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let dataDir: string;
  let shop: WebShop;
  let url: string;
  let complaints: string[];

  async function open(options: Partial<WebShopOptions> = {}): Promise<void> {
    shop = openWebShop({ dataDir, limits: { perChat: 10_000, perAddress: 10_000 }, ...options });
    await shop.start();
    url = await shop.server.listen();
  }

  async function visit(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
    await context?.close();
    context = await browser.newContext({ viewport: PHONE, ...options });
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(`${url}/chat`);
    await page.waitForSelector('body[data-ready]');
  }

  const replies = () => page.locator('.shop .text').allTextContents();
  const own = () => page.locator('.own .text').allTextContents();
  async function say(text: string): Promise<void> {
    await page.fill('#text', text);
    await page.click('.send');
  }
  const answered = (count: number) => page.locator('.message.shop').nth(count - 1).waitFor();

  beforeAll(async () => {
    browser = await openBrowser(executablePath!);
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    complaints = [];
    dataDir = mkdtempSync(join(tmpdir(), 'ladeni-browser-'));
    await open();
    await visit();
  });
  afterEach(async () => {
    await context.close();
    await shop.stop();
    rmSync(dataDir, { recursive: true });
  });

  it('greets an empty chat and begins it with one tap', async () => {
    expect(await page.locator('#welcome').isVisible()).toBe(true);
    await page.click('text=Ongkir ke Bandung berapa?');
    await answered(1);
    expect(await own()).toEqual(['Ongkir ke Bandung berapa?']);
    expect(await page.locator('#welcome').isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('talks, offers choices that are taken once, and survives reload and restart', async () => {
    await say('mau pilih\nbaris dua');
    await answered(1);
    expect(await own()).toEqual(['mau pilih\nbaris dua']);
    await page.waitForSelector('.own[data-state=sent]');
    await page.click('text=Ya, pesan');
    await answered(2);
    expect(await page.locator('.shop .choice:disabled').count()).toBe(2);
    const before = { own: await own(), replies: await replies() };
    expect(before).toEqual({ own: ['mau pilih\nbaris dua', 'Ya, pesan'], replies: ['Kata Kakak: mau pilih\nbaris dua', 'Pilihan Kakak dicatat.'] });

    await page.reload();
    await answered(2);
    expect({ own: await own(), replies: await replies() }).toEqual(before);
    expect(await page.locator('.choice[aria-pressed=true]').textContent()).toBe('Ya, pesan');

    const port = Number(new URL(url).port);
    await shop.stop();
    await say('sewaktu toko mati');
    await page.waitForSelector('.own[data-state=waiting]');
    expect(await page.textContent('#notice')).toContain('disimpan');
    await open({ port });
    await answered(3);
    expect((await replies()).at(-1)).toBe('Kata Kakak: sewaktu toko mati');
    await page.reload();
    await answered(3);
    expect(await own()).toEqual([...before.own, 'sewaktu toko mati']);
    expect(shop.accepted).toHaveLength(1);
  });

  it('keeps what was written without a line, over a reload, and sends it in order and once', async () => {
    await say('satu');
    await answered(1);
    await page.route('**/chat/messages', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    await say('dua');
    await say('tiga');
    await page.locator('#notice', { hasText: 'disimpan' }).waitFor();
    await page.reload();
    await page.locator('.own[data-state=waiting]').nth(1).waitFor();
    await page.unroute('**/chat/messages');
    await page.evaluate(`window.dispatchEvent(new Event('online'))`);
    await answered(3);
    expect(shop.accepted.map(({ content }) => content.kind === 'text' && content.text)).toEqual(['satu', 'dua', 'tiga']);
    expect(await own()).toEqual(['satu', 'dua', 'tiga']);
    expect(await page.textContent('#notice')).toBe('');
  });

  it('sends again what was taken but whose answer was lost, and it counts once', async () => {
    let lost = 0;
    await page.route('**/chat/messages', async (route) => {
      if (route.request().method() !== 'POST' || lost++ > 0) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await say('halo');
    const again = await page.waitForResponse('**/chat/messages');
    expect(again.status()).toBe(200);
    await page.waitForSelector('.own[data-state=sent]');
    expect(shop.accepted).toHaveLength(1);
    expect(await own()).toEqual(['halo']);
  });

  it('shows a second page of the same customer what the first one says', async () => {
    const second = await context.newPage();
    await second.goto(`${url}/chat`);
    await second.waitForSelector('body[data-ready]');
    await say('dari halaman pertama');
    await second.waitForSelector('.message.shop');
    expect(await second.locator('.message .text').allTextContents()).toEqual(['dari halaman pertama', 'Kata Kakak: dari halaman pertama']);
  });

  it('waits politely when the shop asks to', async () => {
    await shop.stop();
    let now = Date.UTC(2026, 10, 23, 3, 0);
    await open({ limits: { perChat: 2, perAddress: 100 }, now: () => now });
    await visit();
    for (const text of ['satu', 'dua', 'tiga']) await say(text);
    await page.locator('#notice', { hasText: 'Tunggu 30 detik' }).waitFor();
    expect(await page.locator('.own[data-state=waiting] .text').allTextContents()).toEqual(['tiga']);
    now += 30_000;
    await page.evaluate(`window.dispatchEvent(new Event('online'))`);
    await answered(3);
    expect(await page.textContent('#notice')).toBe('');
    expect(shop.accepted).toHaveLength(3);
  });

  it('sends a photo with its words, and shows it after a reload', async () => {
    await page.setInputFiles('#photo', PHOTO);
    await page.waitForSelector('#chosen-photo:visible');
    await say('bukti transfer');
    await answered(1);
    expect(shop.accepted[0]!.content).toMatchObject({ kind: 'photo', caption: 'bukti transfer' });
    await page.reload();
    await answered(1);
    // Not waitForFunction: what it polls with in the page is an eval, which the page's own policy forbids.
    await expect.poll(() => page.evaluate(`document.querySelector('.own img')?.naturalWidth`), { timeout: 20_000 }).toBe(800);
    expect(complaints).toEqual([]);
  });

  it('refuses what is no photo, in words, and stays usable', async () => {
    await page.setInputFiles('#photo', { name: '<img src=x onerror=window.executed=true>.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') });
    await page.locator('#notice', { hasText: 'bukan foto' }).waitFor();
    await say('halo');
    await answered(1);
    expect(await page.evaluate('window.executed')).toBeUndefined();
  });

  it('runs none of 200 scripts that come as words, choices and names (S6)', async () => {
    expect(PAYLOADS).toHaveLength(200);
    await shop.stop();
    await open({
      answer: ({ content }) => (content.kind === 'text'
        ? [{ text: content.text, choices: [content.text.slice(0, 60)], sender: `staff:${content.text}` }] : []),
    });
    await visit();
    const posts = await page.evaluate((payloads) => Promise.all(payloads.map((text, i) => fetch('/chat/messages', {
      method: 'POST', headers: { 'X-Ladeni-Chat': '1', 'Content-Type': 'application/json' }, body: JSON.stringify({ id: `payload-${i}`, text }),
    }).then((response) => response.status))), PAYLOADS);
    expect(posts).toEqual(PAYLOADS.map(() => 200));
    await answered(200);
    expect(new Set(await replies())).toEqual(new Set(PAYLOADS));
    await page.hover('.shop .text >> nth=5');
    await page.reload();
    await page.waitForSelector('.shop');
    expect(await page.evaluate('window.executed')).toBeUndefined();
    expect(await page.locator('.log script, .log iframe, .log svg, .log a[href^="javascript"]').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('forbids a script that has got into the page after all', async () => {
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.executed=true">')`);
    await expect.poll(() => complaints.join(), { timeout: 20_000 }).toMatch(/Content Security Policy/);
    expect(await page.evaluate(`document.querySelector('body > img').complete`)).toBe(true);
    expect(await page.evaluate('window.executed')).toBeUndefined();
  });

  it('reads the older talk back without moving the reader, every message once, under its day', async () => {
    await shop.stop();
    let now = Date.UTC(2026, 10, 20, 3, 0);
    await open({ now: () => now });
    await visit();
    await say('pesan 0');
    await answered(1);
    const { chat } = shop.accepted[0]!;
    for (let i = 1; i <= 60; i++) {
      now += 3_600_000;
      await shop.say(chat, { text: `balasan ${i}` });
    }
    await page.reload();
    await answered(40);
    const first = page.locator('.message').first();
    const seen = await first.textContent();
    await page.click('#older');
    await answered(61);
    await page.locator('#older').waitFor({ state: 'hidden' });
    expect(await page.locator('.message').filter({ hasText: seen! }).isVisible()).toBe(true);
    expect(await replies()).toEqual(['Kata Kakak: pesan 0', ...Array.from({ length: 60 }, (_, i) => `balasan ${i + 1}`)]);
    expect(await page.locator('.day').count()).toBe(3);
  });

  it('is used with the keyboard alone', async () => {
    await page.focus('#text');
    await page.keyboard.type('mau pilih');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('dua baris');
    await page.keyboard.press('Enter');
    await answered(1);
    expect(await own()).toEqual(['mau pilih\ndua baris']);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await page.locator(':focus').textContent()).toBe('Ubah');
    await page.keyboard.press('Enter');
    await answered(2);
    expect(await page.locator(':focus').getAttribute('id')).toBe('text');
  });

  it('tells a screen reader who speaks, and only what is new', async () => {
    await say('mau pilih');
    await answered(1);
    await page.reload();
    await answered(1);
    expect(await page.getAttribute('#log', 'role')).toBe('log');
    await page.waitForSelector('#log[aria-live=polite]');
    expect(await page.locator('.message.own .bubble').textContent()).toMatch(/^Kakak: mau pilih/);
    expect(await page.locator('.message.shop .bubble').textContent()).toMatch(/^Asisten toko: Kata Kakak/);
    expect(await page.getByRole('img', { name: 'Diterima toko' }).count()).toBe(1);
  });

  it.each([
    ['a phone', PHONE, 'light'], ['a phone in the dark', PHONE, 'dark'], ['a laptop', { width: 1280, height: 800 }, 'light'],
  ] as const)('fits %s, has no serious fault of access, and targets a thumb can hit', async (_what, viewport, colorScheme) => {
    await visit({ viewport, colorScheme });
    await say('mau pilih');
    await answered(1);
    await shop.say(shop.accepted.at(-1)!.chat, { text: 'dengan Siti. https://toko.example/x', sender: 'staff:siti', photo: PHOTO });
    await answered(2);
    await say(`a${'b'.repeat(400)}`);
    await answered(3);
    for (const path of ['/chat', '/']) {
      if (path === '/') await page.goto(url);
      await page.evaluate(AXE);
      const { violations } = await page.evaluate<AxeFindings>('axe.run()');
      const found = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      expect(found, path).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'), path).toBeLessThanOrEqual(0);
      const small = await page.locator('button:visible, a:visible:not(.text a), textarea:visible, summary:visible').evaluateAll((targets) =>
        targets.filter((target) => target.getBoundingClientRect().height < 44).map((target) => target.outerHTML));
      expect(small, path).toEqual([]);
    }
  });

  it('moves nothing where no motion is wanted', async () => {
    await visit({ reducedMotion: 'reduce' });
    await page.evaluate(`document.querySelector('#typing').hidden = false`);
    expect(await page.evaluate(`getComputedStyle(document.querySelector('#typing i')).animationName`)).toBe('none');
  });

  it('weighs less than 60 kB', async () => {
    const weight = `[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, entry) => sum + entry.encodedBodySize, 0)`;
    for (const path of ['/', '/chat']) {
      await page.goto(url + path);
      const bytes = await page.evaluate<number>(weight);
      expect(bytes, path).toBeGreaterThan(3_000);
      expect(bytes, path).toBeLessThan(60_000);
    }
  });

  it('lets the server stop within three seconds while it is open', async () => {
    await say('halo');
    await answered(1);
    const stopped = shop.server.close();
    const late = new Promise((resolve) => setTimeout(() => resolve('late'), 3_000));
    expect(await Promise.race([stopped.then(() => 'closed'), late])).toBe('closed');
  });
});
