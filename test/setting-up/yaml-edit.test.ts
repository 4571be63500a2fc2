import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { entriesOf, setValue } from '../../src/setting-up/yaml-edit.ts';

const catalog = (name: string): string => readFileSync(join(import.meta.dirname, '../../catalog', name), 'utf8');

describe('a value set in a YAML file', () => {
  it('leaves every other byte, and the comment behind it in its column', () => {
    const before = catalog('store.yaml');
    const after = setValue(before, ['name'], 'Kopi Senja');
    expect(after.split('\n').filter((line, i) => line !== before.split('\n')[i])).toEqual(['name: Kopi Senja                  # nama toko, seperti yang dibaca pelanggan']);
  });

  it.each([
    ['a: 1\n', ['a'], 'b: c', 'a: "b: c"\n'],
    ['a:\nb: 2\n', ['a'], 'x', 'a: x\nb: 2\n'],
    ['a: { b: "1", c: 2 }\n', ['a', 'b'], '09:00-17:00', 'a: { b: "09:00-17:00", c: 2 }\n'],
    ['# satu\na: 1 # dua\n', ['b', 'c'], 'x', '# satu\na: 1 # dua\nb:\n  c: x\n'],
    ['', ['a'], '0812', 'a: "0812"\n'],
    ['a: 1\n', ['a'], '', 'a: ""\n'],
    ['a: yes # ya\n', ['a'], 'true', 'a: true # ya\n'],
    ['a: nama yang panjang sekali # x\n', ['a'], 'x', 'a: x                        # x\n'],
  ] as const)('%j: %j to %j', (before, path, value, after) => { expect(setValue(before, path, value)).toBe(after); });

  it('may be a list on lines of its own, wherever the old one stood', () => {
    const list = { yaml: '- { bank: BCA }\n- { bank: BNI }' };
    expect(setValue('p:\n  b:   # rekening\n    - { bank: X }\n  # sesudah\n  q: 1\n', ['p', 'b'], list)).toBe('p:\n  b:   # rekening\n    - { bank: BCA }\n    - { bank: BNI }\n  # sesudah\n  q: 1\n');
    expect(parse(setValue('p:\n  b: [ { bank: X } ]\n  q: 1\n', ['p', 'b'], list))).toEqual({ p: { b: [{ bank: 'BCA' }, { bank: 'BNI' }], q: 1 } });
    expect(parse(setValue('p: { q: 1 }\n', ['p', 'b'], list))).toEqual({ p: { q: 1, b: [{ bank: 'BCA' }, { bank: 'BNI' }] } });
    expect(parse(setValue('p:\n  b:\n  q: 1\n', ['p', 'b'], list))).toEqual({ p: { b: [{ bank: 'BCA' }, { bank: 'BNI' }], q: 1 } });
    expect(parse(setValue('p:\n  b:\n    - { bank: X }\n', ['p', 'b'], { yaml: '[]' }))).toEqual({ p: { b: [] } });
  });

  it('is what is read afterwards, whatever it is, and nothing else changes', () => {
    const paths = [['name'], ['salutation'], ['contact', 'address'], ['hours', 'sun'], ['orders', 'prefix'], ['baru'], ['bagian', 'baru']] as const;
    fc.assert(fc.property(fc.constantFrom(...paths), fc.string(), (path, value) => {
      const before = catalog('store.yaml');
      const expected = parse(before) as Record<string, unknown>;
      let part = expected;
      for (const key of path.slice(0, -1)) part = (part[key] ??= {}) as Record<string, unknown>;
      const read = parse(setValue(before, path, value)) as Record<string, unknown>;
      let found: unknown = read;
      for (const key of path) found = (found as Record<string, unknown>)[key];
      expect(String(found)).toBe(value);
      part[path.at(-1)!] = found;
      expect(read).toEqual(expected);
    }), { numRuns: 40 });
  });

  it('entries come with the comments above them', () => {
    const entries = entriesOf(catalog('shipping.yaml'), ['services']);
    expect(entries.map(({ value }) => (value as { id: string }).id)).toEqual(['jne-reg', 'sicepat-best', 'jnt-ez', 'kargo-laut']);
    expect(entries[3]!.yaml).toMatch(/^# Untuk barang berat/);
    for (const { value, yaml } of entries) expect(parse(yaml)).toEqual([value]);
    expect(parse(setValue(catalog('shipping.yaml'), ['services'], { yaml: entries.map(({ yaml }) => yaml).join('\n') }))).toEqual(parse(catalog('shipping.yaml')));
  });
});
