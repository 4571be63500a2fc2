import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

interface Import { readonly file: string; readonly room: string; readonly target: string; readonly typeOnly: boolean }

/** Who may know whom (design §3). `type` may be known by its types alone. */
const ROOMS: Readonly<Record<string, { readonly knows: readonly string[]; readonly types?: readonly string[]; readonly packages: readonly string[] }>> = {
  flows: { knows: ['flow', 'wording'], types: ['shop', 'understanding'], packages: ['zod'] },
  flow: { knows: [], types: ['shop', 'understanding', 'wording'], packages: ['zod'] },
  engine: { knows: ['flow', 'wording', 'shop', 'database'], types: ['understanding', 'channels'], packages: ['zod', 'lru-cache', 'node:fs/promises', 'node:url', 'node:path'] },
  understanding: { knows: [], types: ['shop'], packages: ['lru-cache', 'node:fs', 'node:path', 'node:url', 'libphonenumber-js/mobile', 'libphonenumber-js'] },
  wording: { knows: ['shop'], packages: [] },
  shop: { knows: ['media'], types: ['database'], packages: ['*'] },
  database: { knows: [], types: ['shop', 'channels'], packages: ['better-sqlite3', 'node:fs', 'node:path', 'node:crypto', 'node:fs/promises'] },
  backup: { knows: ['database'], types: ['shop'], packages: ['better-sqlite3', 'zod', 'node:fs', 'node:fs/promises', 'node:path', 'node:crypto', 'node:stream/promises', 'node:os', 'node:url', 'node:util', 'node:module', 'node:child_process'] },
  media: { knows: ['shop', 'wording'], types: ['engine', 'database'], packages: ['*'] },
  providers: { knows: ['shop'], types: ['engine', 'database', 'web'], packages: ['zod', 'hono', 'node:crypto'] },
  web: { knows: ['media'], types: ['channels', 'shop'], packages: ['*'] },
  'owner-files': { knows: ['shop', 'media'], packages: ['*'] },
  'setting-up': { knows: ['shop', 'media', 'owner-files'], types: ['channels'], packages: ['*'] },
  console: { knows: ['shop', 'wording', 'web', 'media', 'owner-files', 'setting-up'], types: ['channels', 'database', 'engine'], packages: ['*'] },
  channels: { knows: ['web'], types: ['shop'], packages: ['*'] },
};
/** Files that put parts together know what they need to. */
const ENTRY = /^src\/(?:[\w-]+|shop\/catalogue\/check-main|understanding\/main)\.tsx?$/;
/** Arithmetic of days and zones: pure, and the same for everyone. */
const PURE = /^src\/shop\/time\//;
/** Always open to the engine's errors. */
const EVERYWHERE = ['errors'];

const sources = ['src', 'flows'].flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file)).map((file) => join(folder, file)));

const roomOf = (file: string): string => (file.startsWith('flows') ? 'flows' : file.split('/')[1]!.replace(/\.tsx?$/, ''));

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/^(?:import|export)\s+(type\s+)?([^;]*?)\s*from\s+'([^']+)'|import\('([^']+)'\)/gms)].map((match) => {
    const target = match[3] ?? match[4]!;
    const names = match[2] ?? '';
    const typeOnly = match[1] !== undefined || (/^\{[^}]*\}$/.test(names.trim()) && names.replace(/[{}]/g, '').split(',').map((name) => name.trim()).filter(Boolean).every((name) => name.startsWith('type ')));
    return { file, room: roomOf(file), target: target.startsWith('.') ? relative(ROOT, resolve(ROOT, file, '..', target)) : target, typeOnly };
  });
}

function broken({ file, room, target, typeOnly }: Import): string | null {
  if (ENTRY.test(file)) return null;
  const rules = ROOMS[room];
  if (!rules) return null;
  if (!/^(?:src|flows)\//.test(target)) {
    return typeOnly || rules.packages.includes('*') || rules.packages.includes(target) ? null : `${file} uses ${target}`;
  }
  const other = roomOf(target);
  if (other === room || PURE.test(target) || EVERYWHERE.includes(other) || rules.knows.includes(other)) return null;
  if (typeOnly && rules.types?.includes(other)) return null;
  return `${file} knows ${target}`;
}

describe('who may know whom', () => {
  it('looks at the files there are', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.flatMap(importsOf).length).toBeGreaterThan(300);
  });

  it('imports run one way, without exceptions', () => {
    expect(sources.flatMap(importsOf).map(broken).filter((line) => line !== null)).toEqual([]);
  });

  it('flows never see a channel, the database, a clock or dice', () => {
    for (const file of sources.filter((source) => source.startsWith('flows'))) {
      const text = readFileSync(join(ROOT, file), 'utf8');
      expect(text, file).not.toMatch(/grammy|better-sqlite3|node:|Date\.now|Math\.random|new Date\(\)/);
    }
  });

  it('only config.ts reads the environment', () => {
    const readers = sources.filter((source) => /process\.env/.test(readFileSync(join(ROOT, source), 'utf8')));
    expect(readers).toEqual(['src/config.ts']);
  });
});
