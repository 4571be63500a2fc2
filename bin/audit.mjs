#!/usr/bin/env node
/**
 * Looks the installed packages through for known holes (S22). A critical hole in what the shop runs with ends with 1; anything less is
 * printed. Where the registry cannot be asked this is said loudly, and is no failure: CI must also run without a network.
 */
import { spawnSync } from 'node:child_process';

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=15000'], { encoding: 'utf8', timeout: 40_000, shell: process.platform === 'win32' });

function answer() {
  try {
    return JSON.parse(stdout).metadata?.vulnerabilities ?? null;
  } catch {
    return null;
  }
}

const found = answer();
if (found === null) {
  console.error('\n=== TIDAK DIPERIKSA: registry npm tidak menjawab npm audit, jadi celah keamanan paket tidak diketahui.');
  console.error('=== NOT AUDITED: the npm registry did not answer. Run "npm audit --omit=dev" where there is a network.\n');
} else {
  console.log(`npm audit: ${Object.entries(found).map(([level, count]) => `${level} ${count}`).join(', ')}`);
  if (found.critical > 0) {
    console.error('Celah kritis di paket yang dipakai toko. Lihat: npm audit --omit=dev');
    process.exit(1);
  }
}
