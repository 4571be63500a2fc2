import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { liveADay } from '../console/a-day.ts';
import { ConsoleShop, type Browser as Session } from '../console/console-shop.ts';

export const PHONE = { width: 390, height: 844 } as const;
export const LAPTOP = { width: 1280, height: 800 } as const;

/** The console on a real port, with pages of a real Chromium. */
export interface OpenConsole {
  readonly at: ConsoleShop;
  readonly origin: string;
  /** A page of somebody's own browser; `null` has not entered. What it complains of lands in `faults`. */
  pageOf(session: Session | null, viewport: { readonly width: number; readonly height: number }, options?: { readonly dark?: boolean }): Promise<Page>;
  readonly faults: string[];
  close(): Promise<void>;
}

export async function openInChromium(): Promise<OpenConsole> {
  const at = await ConsoleShop.open({ dataDir: mkdtempSync(join(tmpdir(), 'konsol-')), web: true });
  await liveADay(at);
  const origin = await at.server.listen();
  const browser: Browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  const faults: string[] = [];
  return {
    at, origin, faults,
    async pageOf(session, viewport, options = {}) {
      const context = await browser.newContext({ viewport, colorScheme: options.dark ? 'dark' : 'light', hasTouch: viewport.width < 500 });
      if (session) {
        const [name, value] = session.cookie.split('=') as [string, string];
        await context.addCookies([{ name, value, url: origin }]);
      }
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('dialog', (dialog) => {
        faults.push(`a dialog opened: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('console', (message) => {
        if (/Content Security Policy|Refused to/.test(message.text())) faults.push(message.text());
      });
      return page;
    },
    async close() {
      await browser.close();
      await at.server.close();
    },
  };
}
