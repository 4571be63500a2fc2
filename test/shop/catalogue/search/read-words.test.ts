import { describe, expect, it } from 'vitest';
import { measureTerm } from '../../../../src/shop/catalogue/search/measures.ts';
import { readWords } from '../../../../src/shop/catalogue/search/read-words.ts';
import { Denial, stemsOf, withoutNya } from '../../../../src/shop/catalogue/search/word-forms.ts';

/** Words as they are; numbers with what they measure; "|" where a clause ends. */
function read(text: string): string[] {
  const found: string[] = [];
  readWords(text, {
    word: (word, doubled) => found.push(doubled ? `${word}²` : word),
    number: (value, unit) => found.push(unit === null ? String(value) : `${value} ${unit}`),
    pause: () => found.push('|'),
  });
  return found;
}

describe('reading a text', () => {
  it.each([
    ['Wajan Teflon Granit 28 cm', ['wajan', 'teflon', 'granit', '28 cm']],
    ['28CM', ['28 cm']], ['8l', ['8 l']], ['8 Liter', ['8 liter']], ['1,5 L', ['1.5 l']], ['0.6 liter', ['0.6 liter']], ['1.000 ml', ['1000 ml']],
    ['½ kg', ['0.5 kg']], ['1/2 kg', ['0.5 kg']], ['5in1', ['5', 'in', '1']], ['20x30 cm', ['20', '30 cm']], ['20 x 30', ['20', 'x', '30']],
    ['KX-200', ['kx', '200']], ['kx200', ['kx', '200']], ['V60', ['v', '60']], ['panci2', ['panci²']], ['panci-panci', ['panci', 'panci']],
    ["jum'at", ['jumat']], ['anti-lengket', ['anti', 'lengket']], ['Café', ['cafe']], ['ＷＡＪＡＮ', ['wajan']], ['wajan👍panci', ['wajan', 'panci']],
    ['Kuat, ringan.', ['kuat', '|', 'ringan', '|']], ['28cm3', ['28', 'cm', '3']], ['', []], ['   ', []], ['100rb', ['100 rb']],
  ])('"%s"', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('a size', () => {
  it('is the same in every unit of its kind, and never of another', () => {
    expect(measureTerm(28, 'cm')).toBe(measureTerm(280, 'mm'));
    expect(measureTerm(1.5, 'l')).toBe(measureTerm(1500, 'ml'));
    expect(measureTerm(1, 'kg')).toBe(measureTerm(10, 'ons'));
    expect(measureTerm(28, 'cm')).not.toBe(measureTerm(28, 'l'));
    expect(measureTerm(28, null)).not.toBe(measureTerm(28, 'cm'));
    expect(measureTerm(0.1, 'l')).toBe(measureTerm(100, 'cc'));
  });
});

describe('word forms', () => {
  it('lose their endings', () => {
    expect(withoutNya('gagangnya')).toBe('gagang');
    expect(withoutNya('punya')).toBe('punya');
    expect(stemsOf('wajanku')).toContain('wajan');
  });

  it.each([
    ['tidak bisa kompor induksi', ['bisa', 'kompor', 'induksi']],
    ['tidak menggores lapisan teflon', ['menggores']],
    ['bukan untuk wajan teflon | kuat', ['untuk', 'wajan', 'teflon']],
    ['ringan tanpa tutup', ['tutup']],
    ['tahan panas', []],
  ])('"%s" denies %j', (text, denied) => {
    const denial = new Denial();
    expect(text.split(' ').filter((word) => {
      if (word !== '|') return denial.reads(word);
      denial.endOfClause();
      return false;
    })).toEqual(denied);
  });
});
