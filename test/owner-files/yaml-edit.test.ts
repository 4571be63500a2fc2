import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editYaml, NotEditable, yamlValue, type Plain, type Step } from '../../src/owner-files/yaml-edit.ts';

const sample = (file: string): string => readFileSync(join(import.meta.dirname, '../../catalog', file), 'utf8');
const FILES = ['store.yaml', 'shipping.yaml', 'faq.yaml', 'quick_replies.yaml', 'staff.yaml', 'policy.yaml'].map(sample);

/** Every place of a file where a text stands. */
function placesOf(value: Plain, path: readonly Step[] = []): (readonly Step[])[] {
  if (value === null || typeof value === 'string') return [path];
  if (Array.isArray(value)) return (value as readonly Plain[]).flatMap((one, i) => placesOf(one, [...path, i]));
  return Object.entries(value as Record<string, Plain>).flatMap(([key, one]) => placesOf(one, [...path, key]));
}
const at = (value: Plain, path: readonly Step[]): Plain => path.reduce<Plain>((now, step) => (now as Record<Step, Plain>)[step]!, value);
/** The lines that differ: how many of the one stand where how many of the other do. */
function differing(before: string, after: string): { gone: string[]; come: string[] } {
  const a = before.split('\n');
  const b = after.split('\n');
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return { gone: a.slice(head, a.length - tail), come: b.slice(head, b.length - tail) };
}

const words = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((text) => !/[\u0000-\u001f\u007f-\u009f\ud800-\udfff\u2028\u2029\ufeff]/.test(text) && text.trim() === text),
  fc.constantFrom('closed', '09:00-12:00, 13:00-17:00', '{sapaan}, halo', '# bukan komentar', "it's", 'dua: titik', '- butir', 'null', '~', 'yes', '0123', '*', '"kutip"', '🙏 ya', 'a # b', '@siti', '!promo', '[x]', '{a: b}', 'x,y'),
);

describe('a change of one value', () => {
  it('changes the lines it stands on and no other, with LF and with CRLF, and says what was asked', () => {
    fc.assert(fc.property(fc.constantFrom(...FILES), fc.boolean(), fc.nat(), words, (file, windows, pick, text) => {
      const before = windows ? file.replaceAll('\n', '\r\n') : file;
      const value = yamlValue(before);
      const path = placesOf(value)[pick % placesOf(value).length]!;
      const after = editYaml(before, [{ do: 'set', path, value: text }]);
      expect(at(yamlValue(after), path)).toBe(text);
      const { gone, come } = differing(before, after);
      // Text folded over several lines (`>`) becomes a block of one line; everything else stays on its line.
      const folded = /returns|warranty|refund|privacy/.test(String(path[0]));
      expect(come.length).toBeLessThanOrEqual(folded ? 2 : 1);
      if (!folded) expect(gone.length).toBe(come.length);
      const comments = (source: string): string[] => source.split(/\r?\n/).flatMap((line) => /(?:^|\s)(#\s.*)$/.exec(line)?.[1] ?? []);
      if (!text.includes('#')) expect(comments(after)).toEqual(comments(before));
      expect(after.includes('\r\n')).toBe(windows);
      if (windows) expect(after.replaceAll('\r\n', '')).not.toContain('\n');
    }), { numRuns: 120 });
  });

  it('keeps the quotes that stood there, and the column of the comment behind', () => {
    expect(editYaml(`a: 'satu'   # tetap\nb: "dua"\n`, [{ do: 'set', path: ['a'], value: "it's" }, { do: 'set', path: ['b'], value: 'tiga' }])).toBe(`a: 'it''s'  # tetap\nb: "tiga"\n`);
  });

  it('makes a section that is not there, below all that is', () => {
    const before = '# Toko\nname: Dapur Kita # nama\n';
    expect(editYaml(before, [{ do: 'set', path: ['handoff', 'idle_minutes'], value: 20 }])).toBe(`${before}handoff:\n  idle_minutes: 20\n`);
    expect(editYaml('# kosong\n', [{ do: 'set', path: ['welcome'], value: 'Halo {sapaan}' }])).toBe('# kosong\nwelcome: "Halo {sapaan}"\n');
    expect(editYaml('', [{ do: 'set', path: [0], value: { id: 'siti', name: 'Siti' } }])).toBe('- { id: siti, name: Siti }\n');
    expect(editYaml('contact:   # nanti\nname: x', [{ do: 'set', path: ['contact', 'phone'], value: '+62 8' }])).toBe('contact:   # nanti\n  phone: "+62 8"\nname: x');
  });
});

describe('items of a list', () => {
  it('are added and taken out without a letter of the others', () => {
    fc.assert(fc.property(fc.nat(), fc.boolean(), (pick, windows) => {
      const before = windows ? sample('store.yaml').replaceAll('\n', '\r\n') : sample('store.yaml');
      const list = [['hours', 'special'], ['bonus'], ['payments', 'bank_transfer']][pick % 3]!;
      const items = at(yamlValue(before), list) as readonly Plain[];
      const added = editYaml(before, [{ do: 'set', path: [...list, items.length], value: { date: '2027-08-17', note: 'Merdeka: libur' } }]);
      expect(differing(before, added).gone).toEqual([]);
      expect(differing(before, added).come.length).toBe(1);
      expect(editYaml(added, [{ do: 'remove', path: [...list, items.length] }])).toBe(before);
    }), { numRuns: 30 });
  });

  it('in brackets, and as sections of several lines', () => {
    expect(editYaml('to: [a, b, c] # x\n', [{ do: 'remove', path: ['to', 1] }])).toBe('to: [a, c] # x\n');
    expect(editYaml('to: [a, b]\n', [{ do: 'set', path: ['to'], value: ['a', 'b', 'c d?'] }])).toBe('to: [a, b, "c d?"]\n');
    expect(editYaml('- a: 1\n  b: 2\n\n- a: 3\n  b: 4\n', [{ do: 'set', path: [2], value: { a: 'x', b: 'z' } }])).toBe('- a: 1\n  b: 2\n\n- a: 3\n  b: 4\n\n- a: x\n  b: z\n');
    expect(editYaml('- a: 1\n  b: 2\n- a: 3\n', [{ do: 'remove', path: [0] }])).toBe('- a: 3\n');
  });

  it('taken out to the last leave a list that holds nothing', () => {
    expect(yamlValue(editYaml('bonus:\n  - { metric: x }\nname: y\n', [{ do: 'remove', path: ['bonus', 0] }]))).toEqual({ bonus: null, name: 'y' });
  });
});

it('refuses what it could only change by touching more, and broken files', () => {
  expect(() => editYaml('a: &x { b: c }\nd: *x\n', [{ do: 'set', path: ['d', 'b'], value: 'e' }])).toThrow(NotEditable);
  // A list where a block of lines stood: what would come of it is read back, and is no YAML.
  expect(() => editYaml('pxt: |-\n  multi\n  line\nn: x\n', [{ do: 'set', path: ['pxt'], value: ['p', 'q'] }])).toThrow(NotEditable);
  expect(() => editYaml('a: [1\nb: 2', [{ do: 'set', path: ['b'], value: 'e' }])).toThrow(NotEditable);
});
