#!/usr/bin/env node
/**
 * `npm test`: everything there is to prove, and a loud word about what could not be. Chromium is installed by apt where
 * that may be done; without it the browser tests do not run, and this says so with the command that mends it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const BROWSERS = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable'];
const chromium = () => BROWSERS.find((path) => path && existsSync(path));
const run = (command, args, options = {}) => spawnSync(command, args, { stdio: 'inherit', ...options });

if (!chromium() && process.platform === 'linux' && process.getuid?.() === 0) {
  console.log('Memasang Chromium untuk uji di peramban …');
  run('apt-get', ['update', '-qq'], { stdio: 'ignore' });
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}

const found = chromium();
const tests = run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)], {
  env: { ...process.env, ...(found ? { CHROMIUM_PATH: found } : {}) },
});

if (!found) {
  console.error('\n=== TIDAK SEMUA UJI DIJALANKAN: Chromium tidak ada, jadi uji di peramban (test/browser, WhatsApp) dilewati.');
  console.error('=== NOT ALL TESTS RAN: no Chromium, so the browser tests were skipped. Mend it with: sudo apt-get install -y chromium\n');
}
process.exit(tests.status ?? 1);
