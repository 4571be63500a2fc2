#!/usr/bin/env node
/**
 * Installs the packages where they are missing or older than the lock file, so that a fresh clone needs one command.
 * Nothing is touched where all is in place.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lock = join(root, 'package-lock.json');
const installed = join(root, 'node_modules', '.package-lock.json');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 12)) {
  console.error(`Ladeni perlu Node 20.12 atau lebih baru; ini ${process.version}. Pasang dari nodejs.org, lalu coba lagi.`);
  process.exit(1);
}

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  console.log('Memasang paket yang dibutuhkan (sekali saja, satu sampai dua menit) …');
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
  if (result.status !== 0) {
    console.error('Pemasangan gagal. better-sqlite3 perlu python3, make dan g++: sudo apt-get install -y python3 make g++');
    process.exit(result.status ?? 1);
  }
}
