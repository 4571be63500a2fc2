import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLogFiles } from '../src/log-files.ts';
import { openLog } from '../src/logging.ts';

let room: string;
let folder: string;
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'ladeni-log-test-'));
  folder = join(room, 'logs');
});
afterEach(() => rmSync(room, { recursive: true, force: true }));

const DAY = 24 * 3_600_000;
const MONDAY = Date.parse('2026-11-23T10:00:00Z');
const names = (): string[] => readdirSync(folder).sort();
const bytes = (): number => names().reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

describe('the log in files', () => {
  it('is a file a day, for the shop\'s user alone, and goes on after a restart', () => {
    let now = MONDAY;
    const first = createLogFiles(folder, () => now);
    first.write('satu\n');
    first.close();
    const second = createLogFiles(folder, () => now);
    second.write('dua\n');
    now += DAY;
    second.write('tiga\n');
    expect(names()).toEqual(['ladeni-2026-11-23.log', 'ladeni-2026-11-24.log']);
    expect(readFileSync(join(folder, 'ladeni-2026-11-23.log'), 'utf8')).toBe('satu\ndua\n');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of names()) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it('is bounded in age and in size, whatever repeats itself (F30)', () => {
    let now = MONDAY;
    const limits = { fileBytes: 1_000, allBytes: 5_000, days: 3 };
    const log = createLogFiles(folder, () => now, limits);
    writeFileSync(join(room, 'catatan.txt'), 'bukan log');
    for (let day = 0; day < 10; day++, now += DAY) log.write(`${'x'.repeat(99)}\n`);
    expect(names()).toEqual(['ladeni-2026-11-30.log', 'ladeni-2026-12-01.log', 'ladeni-2026-12-02.log']);
    for (let line = 0; line < 500; line++) log.write(`${'y'.repeat(99)}\n`);
    expect(bytes()).toBeLessThanOrEqual(limits.allBytes);
    for (const name of names()) expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(limits.fileBytes);
    expect(readFileSync(join(folder, names().at(-1)!), 'utf8')).toContain('y');
    expect(readdirSync(room)).toContain('catatan.txt');
  });

  it('never stops a shop, though its folder cannot be written', () => {
    writeFileSync(folder, 'a file where the folder should be');
    expect(() => createLogFiles(folder, () => MONDAY).write('satu\n')).not.toThrow();
  });

  it('holds no secret, wherever it stands (S12, S13)', () => {
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    try {
      const token = '123456789:AAHkanariKanariKanariKanariKanari12345';
      const log = openLog('debug', ['rahasia-webhook-1234'], createLogFiles(folder, () => MONDAY));
      log.error({ err: new Error(`request to https://api.telegram.org/bot${token}/getUpdates failed`), token }, `token ${token}`);
      log.warn({ url: `https://x.example/?key=rahasia-kunci&a=1`, header: 'rahasia-webhook-1234' }, 'baris\n{"level":60,"msg":"palsu"}');
      const text = readFileSync(join(folder, names()[0]!), 'utf8');
      expect(text).toContain('[rahasia]');
      expect(text).not.toMatch(/AAHkanari|rahasia-webhook|rahasia-kunci/);
      // One line an entry: nobody writes an entry of their own into it.
      expect(text.trimEnd().split('\n')).toHaveLength(2);
      expect(stderr.mock.calls.join('')).toBe(text);
    } finally {
      stderr.mockRestore();
    }
  });
});
