/**
 * How far a written word is from a known one. A cost of 0 is the same word, 1 is one unlikely slip; slips that fingers
 * and ears make (neighbouring keys, p for f, a letter doubled, two letters swapped) cost less.
 */

const KEY_ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const ALIKE_SOUNDS = ['pfvb', 'kcqg', 'szx', 'td', 'jz', 'iy', 'wu', 'nm', 'lr', 'ie', 'ou', 'ae'];

const DOUBLED = 0.4;
const ALIKE = 0.5;
const SWAPPED = 0.5;
const VOWEL_LOST = 0.6;
const NEIGHBOUR_KEY = 0.7;
const OTHER = 1;

const swapCost = buildSwapCosts();

function buildSwapCosts(): Float32Array {
  const costs = new Float32Array(26 * 26).fill(OTHER);
  const lower = (a: string, b: string, cost: number): void => {
    for (const [x, y] of [[a, b], [b, a]] as const) {
      const cell = (x.charCodeAt(0) - 97) * 26 + y.charCodeAt(0) - 97;
      costs[cell] = Math.min(costs[cell] ?? OTHER, cost);
    }
  };
  KEY_ROWS.forEach((row, r) => {
    for (let i = 0; i < row.length; i++) {
      const key = row.charAt(i);
      const below = KEY_ROWS[r + 1] ?? '';
      for (const neighbour of [row.charAt(i + 1), below.charAt(i - 1), below.charAt(i)]) {
        if (neighbour !== '') lower(key, neighbour, NEIGHBOUR_KEY);
      }
    }
  });
  for (const sounds of ALIKE_SOUNDS) {
    for (const a of sounds) for (const b of sounds) if (a !== b) lower(a, b, ALIKE);
  }
  return costs;
}

function costOfSwap(a: number, b: number): number {
  if (a < 97 || a > 122 || b < 97 || b > 122) return OTHER;
  return swapCost[(a - 97) * 26 + b - 97] ?? OTHER;
}

function isVowel(code: number): boolean {
  return code === 97 || code === 101 || code === 105 || code === 111 || code === 117;
}

function extraLetterCost(extra: number, before: number, after: number): number {
  return extra === before || extra === after ? DOUBLED : isVowel(extra) ? VOWEL_LOST : OTHER;
}

/** Cost of the one slip (letter lost, added, changed, or two swapped) between them; Infinity if it takes more than one. */
export function oneSlipCost(word: string, table: Uint16Array, from: number, length: number): number {
  const n = word.length;
  const difference = n - length;
  if (difference > 1 || difference < -1) return Infinity;
  const shorter = Math.min(n, length);
  let head = 0;
  while (head < shorter && word.charCodeAt(head) === table[from + head]) head++;
  if (head === n && head === length) return 0;
  let tail = 0;
  while (tail < shorter - head && word.charCodeAt(n - 1 - tail) === table[from + length - 1 - tail]) tail++;
  const wordRest = n - head - tail;
  const termRest = length - head - tail;
  if (wordRest === 1 && termRest === 0) {
    return extraLetterCost(word.charCodeAt(head), word.charCodeAt(head - 1), word.charCodeAt(head + 1));
  }
  if (wordRest === 0 && termRest === 1) {
    const before = head > 0 ? table[from + head - 1] ?? 0 : 0;
    const after = head + 1 < length ? table[from + head + 1] ?? 0 : 0;
    return extraLetterCost(table[from + head] ?? 0, before, after);
  }
  if (wordRest === 1 && termRest === 1) return costOfSwap(word.charCodeAt(head), table[from + head] ?? 0);
  if (wordRest === 2 && termRest === 2 && word.charCodeAt(head) === table[from + head + 1] &&
    word.charCodeAt(head + 1) === table[from + head]) {
    return SWAPPED;
  }
  return Infinity;
}

/** Fewest slips between them, counting two swapped letters as one; 3 stands for "more than two". */
export function slips(word: string, table: Uint16Array, from: number, length: number): number {
  const n = word.length;
  if (Math.abs(n - length) > 2) return 3;
  const width = length + 1;
  const rows = new Uint8Array((n + 1) * width).fill(3);
  for (let i = 0; i <= Math.min(2, n); i++) rows[i * width] = i;
  for (let j = 0; j <= Math.min(2, length); j++) rows[j] = j;
  for (let i = 1; i <= n; i++) {
    let best = 3;
    const a = word.charCodeAt(i - 1);
    for (let j = Math.max(1, i - 2); j <= Math.min(length, i + 2); j++) {
      const b = table[from + j - 1];
      const cell = i * width + j;
      let least = Math.min(
        (rows[cell - width] ?? 3) + 1,
        (rows[cell - 1] ?? 3) + 1,
        (rows[cell - width - 1] ?? 3) + (a === b ? 0 : 1),
      );
      if (i > 1 && j > 1 && a === table[from + j - 2] && word.charCodeAt(i - 2) === b) {
        least = Math.min(least, (rows[cell - 2 * width - 2] ?? 3) + 1);
      }
      rows[cell] = Math.min(3, least);
      best = Math.min(best, least);
    }
    if (best > 2) return 3;
  }
  return rows[n * width + length] ?? 3;
}

/** How sure we are that a word of this length, at this cost, was meant: 1 is the word itself. */
export function likeness(cost: number, length: number): number {
  return 1 - (2 * cost) / length;
}
