import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSeparatedText } from '../../../src/shop/catalogue/files/separated-text.ts';

const texts = (rows: readonly (readonly { readonly text: string }[])[]) => rows.map((row) => row.map((cell) => cell.text));
const delimiter = fc.constantFrom<',' | ';' | '\t'>(',', ';', '\t');
const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\t', '\n', ' ', '7', '|', '🙏'), maxLength: 8 });
const grid = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 });
const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe('separated text', () => {
  it('is read as an independent reader reads it', () => {
    fc.assert(fc.property(grid, delimiter, fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, mark, newline, last) => {
      const text = rows.map((row) => row.map(quote).join(mark)).join(newline) + (last ? newline : '');
      const theirs = parse(text, { delimiter: mark, relax_column_count: true }) as unknown as string[][];
      expect(texts(readSeparatedText(text, mark).rows)).toEqual(theirs);
    }));
  });

  it('gives each cell the line and column where it starts', () => {
    fc.assert(fc.property(grid, delimiter, fc.constantFrom('\n', '\r\n'), (rows, mark, newline) => {
      const text = rows.map((row) => row.map(quote).join(mark)).join(newline);
      const lines = text.split(/\r\n|\n/);
      for (const [r, row] of readSeparatedText(text, mark).rows.entries()) {
        for (const [c, found] of row.entries()) {
          const written = quote(rows[r]![c]!);
          expect(lines[found.line - 1]!.slice(found.column - 1).startsWith(written.split('\n')[0]!)).toBe(true);
        }
      }
    }));
  });

  it('takes any text at all without a fault of ours', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '='), maxLength: 60 }), (text) => {
      const { rows, fault } = readSeparatedText(text, ',');
      expect(fault !== null || rows.length > 0).toBe(true);
    }), { numRuns: 500 });
  });

  it.each([
    ['a,b', [['a', 'b']]],
    ['a,b\n', [['a', 'b']]],
    ['a,\n,b', [['a', ''], ['', 'b']]],
    ['Panci 12" besar,x', [['Panci 12" besar', 'x']]],
    ['a, "b, c" ,d', [['a', 'b, c', 'd']]],
    ['="00123",x', [['00123', 'x']]],
    ['"a\r\nb",c\rd,e', [['a\nb', 'c'], ['d', 'e']]],
    ['"a ""b"" c",""', [['a "b" c', '']]],
  ])('reads %j', (text, rows) => {
    expect(texts(readSeparatedText(text, ',').rows)).toEqual(rows);
  });
});
