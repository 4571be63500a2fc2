import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawable, fittingSize, shortened, strokes, textWidth, wrapped } from '../../src/media/lettering.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 80 });
const width = fc.integer({ min: 60, max: 700 });

describe('the line font', () => {
  it('has every character a keyboard writes, and those of our own messages', () => {
    const keyboard = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter((c) => !'`^{}'.includes(c)).join('');
    expect(drawable(keyboard)).toBe(keyboard);
    expect(drawable('2 × Rp165.000 – Sel 24 Nov · DK-1…')).toBe('2 × Rp165.000 – Sel 24 Nov · DK-1…');
  });

  it('draws accents and fancy letters plainly and leaves out what it has not', () => {
    expect(drawable('Kafé “Señor” 🍳 最佳 Straße 𝐓𝐨𝐤𝐨')).toBe('Kafe "Senor" Strasse Toko');
  });

  it('gives all figures the same width, so that amounts stand under each other', () => {
    expect(new Set([...'0123456789'].map((figure) => textWidth(`${figure}${figure}`, 100))).size).toBe(1);
  });

  it('never lets a text into the markup', () => {
    fc.assert(fc.property(text, (any) => {
      expect(strokes(any, 0, 0, 20, 'regular', '#000').replace(/<\/?g[^<>]*>|<path transform="[^"<>]*" d="[MLHVCAZ0-9 .-]*"\/>/g, '')).toBe('');
    }));
    expect(strokes('"/><script>alert(1)</script>', 0, 0, 20, 'regular', '#000')).not.toContain('script');
  });

  it('shortens to the width asked for', () => {
    fc.assert(fc.property(text, width, (any, wide) => {
      expect(textWidth(shortened(any, 30, wide), 30)).toBeLessThanOrEqual(wide);
    }));
    expect(shortened('Wajan Teflon', 30, 700)).toBe('Wajan Teflon');
  });

  it('wraps without losing a letter, and no line too wide', () => {
    fc.assert(fc.property(text, width, (any, wide) => {
      const lines = wrapped(any, 30, wide);
      for (const line of lines) expect(textWidth(line, 30)).toBeLessThanOrEqual(wide);
      expect(lines.join('').replaceAll(' ', '')).toBe(drawable(any).replaceAll(' ', ''));
    }));
  });

  it('makes a long name smaller, though never unreadably so', () => {
    expect(fittingSize('Dapur', 40, 600)).toBe(40);
    expect(fittingSize('D'.repeat(30), 40, 600)).toBeLessThan(40);
    expect(fittingSize('D'.repeat(500), 40, 600)).toBe(20);
  });
});
