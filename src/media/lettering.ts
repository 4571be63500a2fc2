import { LETTERS } from './letters.ts';

/** Setting a line of text as strokes: measuring, fitting, wrapping. All measures in pixels; `size` is the em. */

export type Weight = 'regular' | 'bold';

/** Line widths and the gap between two letters' lines, in hundredths of the em, like the letters themselves. */
const STROKE: Readonly<Record<Weight, number>> = { regular: 8.5, bold: 13 };
const GAP = 20;
const BASELINE = 70;

/** Height of a capital, and from one baseline to the next, as parts of the size. */
export const CAP_HEIGHT = BASELINE / 100;
export const LINE_HEIGHT = 1.35;

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '’': "'", '‘': "'", '“': '"', '”': '"', '−': '-', '‐': '-', '‑': '-', '\t': ' ', '\n': ' ',
  ß: 'ss', Æ: 'AE', æ: 'ae', Ø: 'O', ø: 'o', Ł: 'L', ł: 'l', đ: 'd', ı: 'i',
};

/**
 * The text as it can be drawn: accents off, fancy and look-alike letters replaced, anything else (emoji, other scripts)
 * left out.
 */
export function drawable(text: string): string {
  const known = (character: string): boolean => Object.hasOwn(LETTERS, character);
  const plain = [...text.normalize('NFC')]
    .map((character) => (known(character) ? character : LOOK_ALIKES[character] ?? character.normalize('NFKD'))).join('');
  return [...plain].filter(known).join('').replace(/ {2,}/g, ' ').trim();
}

export function textWidth(text: string, size: number, weight: Weight = 'regular'): number {
  const letters = [...drawable(text)];
  if (letters.length === 0) return 0;
  const advance = letters.reduce((sum, letter) => sum + LETTERS[letter]!.w + GAP, -GAP);
  return ((advance + STROKE[weight]) * size) / 100;
}

/** One line as SVG, its left edge at `x` and its baseline at `y`. `colour` is a CSS colour of the program's own. */
export function strokes(text: string, x: number, y: number, size: number, weight: Weight, colour: string): string {
  const scale = size / 100;
  let pen = STROKE[weight] / 2;
  const paths = [...drawable(text)].map((character) => {
    const letter = LETTERS[character]!;
    const path = letter.d === '' ? '' : `<path transform="translate(${pen})" d="${letter.d}"/>`;
    pen += letter.w + GAP;
    return path;
  });
  return `<g transform="translate(${x} ${y - BASELINE * scale}) scale(${scale})" fill="none" stroke="${colour}" `
    + `stroke-width="${STROKE[weight]}" stroke-linecap="round" stroke-linejoin="round">${paths.join('')}</g>`;
}

/** The largest size up to `size` at which the text fits into `width`, but not below half of it. */
export function fittingSize(text: string, size: number, width: number, weight: Weight = 'regular'): number {
  const needed = textWidth(text, size, weight);
  return needed <= width ? size : Math.max(size / 2, (size * width) / needed);
}

/** The text, cut and ended with "…" where it is wider than `width`. */
export function shortened(text: string, size: number, width: number, weight: Weight = 'regular'): string {
  const whole = drawable(text);
  if (textWidth(whole, size, weight) <= width) return whole;
  const cut = (kept: number): string => `${whole.slice(0, kept).trimEnd()}…`;
  let kept = whole.length - 1;
  while (kept > 0 && textWidth(cut(kept), size, weight) > width) kept--;
  return cut(kept);
}

/** Breaks a text at blanks into lines no wider than `width`; a single word that is wider is cut. */
export function wrapped(text: string, size: number, width: number, weight: Weight = 'regular'): string[] {
  const fits = (line: string): boolean => textWidth(line, size, weight) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of drawable(text).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) { line = longer; continue; }
    if (line !== '') lines.push(line);
    line = '';
    for (const letter of word) {
      if (line !== '' && !fits(line + letter)) { lines.push(line); line = ''; }
      line += letter;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}
