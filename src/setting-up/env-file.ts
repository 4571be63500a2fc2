import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

const LINE = /^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=/;

/** Sets names in the text of a .env file: each in its own place, new ones at the end, everything else untouched. */
export function withSettings(text: string, settings: Readonly<Record<string, string>>): string {
  const left = new Map(Object.entries(settings));
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  const changed = lines.map((line) => {
    const name = LINE.exec(line)?.[1];
    const value = name === undefined ? undefined : left.get(name);
    if (name === undefined || value === undefined) return line;
    left.delete(name);
    return `${name}=${quoted(value)}`;
  });
  return `${[...changed, ...[...left].map(([name, value]) => `${name}=${quoted(value)}`)].join('\n')}\n`;
}

const quoted = (value: string): string => (/[\s#'"\\]/.test(value) ? `"${value.replace(/(["\\])/g, '\\$1')}"` : value);

/** Writes settings into a .env file that only its owner can read (S12). Whole or not at all. */
export function saveSettings(file: string, settings: Readonly<Record<string, string>>): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const fresh = `${file}.new`;
  writeFileSync(fresh, withSettings(before, settings), { mode: 0o600 });
  // The mode above counts only for a file that did not exist.
  chmodSync(fresh, 0o600);
  renameSync(fresh, file);
}
