import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'dotenv';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { saveSettings, withSettings } from '../../src/setting-up/env-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'ladeni-setup-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the .env file', () => {
  it('keeps every other line and is readable by its owner alone', () => {
    const file = join(folder, '.env');
    writeFileSync(file, '# toko\nPORT=3000\nexport TELEGRAM_BOT_TOKEN=lama\n\nBACKUP_DIR="/mnt/a b"\n', { mode: 0o644 });
    saveSettings(file, { TELEGRAM_BOT_TOKEN: '1:baru', TELEGRAM_STAFF_GROUP: '-100' });
    expect(readFileSync(file, 'utf8')).toBe('# toko\nPORT=3000\nTELEGRAM_BOT_TOKEN=1:baru\n\nBACKUP_DIR="/mnt/a b"\nTELEGRAM_STAFF_GROUP=-100\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is made where there is none', () => {
    const file = join(folder, 'fresh.env');
    saveSettings(file, { A: 'b' });
    expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['A=b\n', 0o600]);
  });

  it('gives every value back to whoever reads it', () => {
    const name = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,8}$/);
    fc.assert(fc.property(fc.dictionary(name, fc.stringMatching(/^[A-Za-z0-9:_\-/. #]{0,20}$/)), (settings) => {
      expect(parse(withSettings('', settings))).toEqual({ ...settings });
    }));
  });
});
