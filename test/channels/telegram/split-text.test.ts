import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitText } from '../../../src/channels/telegram/split-text.ts';

const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

describe('splitting a long text', () => {
  it('leaves a text that fits as it is', () => {
    expect(splitText('Halo Kak\n\nada?', 20)).toEqual(['Halo Kak\n\nada?']);
  });

  it('cuts between paragraphs before lines, lines before sentences, sentences before words', () => {
    expect(splitText('satu dua.\ntiga\n\nempat lima', 20)).toEqual(['satu dua.\ntiga', 'empat lima']);
    expect(splitText('satu dua. tiga\nempat lima', 16)).toEqual(['satu dua. tiga', 'empat lima']);
    expect(splitText('satu dua tiga. empat lima', 16)).toEqual(['satu dua tiga.', 'empat lima']);
    expect(splitText('satu dua tiga empat', 11)).toEqual(['satu dua', 'tiga empat']);
  });

  it('does not leave a stub for the sake of a fine seam', () => {
    expect(splitText('a\n\nbbbb bbbb bbbb bbbb', 15)).toEqual(['a\n\nbbbb bbbb', 'bbbb bbbb']);
  });

  it('loses nothing but white space, fills no piece beyond the room, makes none empty and breaks no character', () => {
    fc.assert(fc.property(
      fc.array(fc.constantFrom('a', 'bb', ' ', '\n', '\n\n', '. ', '👍', 'wajan')).map((parts) => parts.join('')),
      fc.integer({ min: 2, max: 40 }),
      (text, most) => {
        const pieces = splitText(text, most);
        expect(withoutSpace(pieces.join(''))).toBe(withoutSpace(text));
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(most);
          expect(piece.trim()).not.toBe('');
          expect(piece).not.toMatch(/\p{Surrogate}/u);
        }
      },
    ));
  });
});
