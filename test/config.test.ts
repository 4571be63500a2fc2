import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

describe('the settings', () => {
  it('are all optional: an empty .env is a shop', () => {
    expect(readConfig({ PORT: '', TELEGRAM_BOT_TOKEN: ' ' })).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, WHATSAPP: false });
  });

  it('name the wrong one, say why, and give an example', () => {
    expect(() => readConfig({ PORT: 'tiga ribu' })).toThrow(/PORT/);
    expect(() => readConfig({ TELEGRAM_BOT_TOKEN: 'bukan-token' })).toThrow(/TELEGRAM_BOT_TOKEN/);
    expect(() => readConfig({ BURST_PAUSE_MS: '-1' })).toThrow(/BURST_PAUSE_MS/);
  });

  it('refuse a webhook that anyone could speak through (S18)', () => {
    expect(() => readConfig({ TELEGRAM_WEBHOOK_URL: 'https://toko.example.com/telegram' })).toThrow(/TELEGRAM_WEBHOOK_SECRET/);
    expect(readConfig({ TELEGRAM_WEBHOOK_URL: 'https://toko.example.com/telegram', TELEGRAM_WEBHOOK_SECRET: 'rahasia-yang-panjang-1234' }))
      .toMatchObject({ TELEGRAM_WEBHOOK_URL: 'https://toko.example.com/telegram' });
  });
});
