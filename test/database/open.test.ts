import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../src/database/open.ts';

const MIB = 2 ** 20;

it('a large database takes no more memory than a small one: 8 MiB of it are held', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ladeni-large-'));
  const db = openDatabase(folder);
  db.exec('CREATE TABLE ballast (id INTEGER PRIMARY KEY, bytes BLOB)');
  const add = db.prepare('INSERT INTO ballast (bytes) VALUES (zeroblob(3000))');
  const read = db.prepare('SELECT sum(length(bytes)) FROM ballast').pluck();
  const fill = db.transaction(() => { for (let i = 0; i < 1_000; i++) add.run(); });
  fill();
  read.get();
  const small = process.memoryUsage().rss;
  for (let i = 0; i < 15; i++) fill();
  expect(read.get()).toBe(16 * 1_000 * 3_000);
  expect((process.memoryUsage().rss - small) / MIB).toBeLessThan(24);
  db.close();
  rmSync(folder, { recursive: true });
});
