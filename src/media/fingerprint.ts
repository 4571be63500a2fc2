/**
 * Telling a picture that was sent before, also when a messenger has made it smaller or coarser. Two transfer
 * screenshots of one bank are alike but for a few figures, which the usual hashes of 64 or even 2,048 bits do not see
 * (a copy differs from its original in more bits than another receipt does). So the fingerprint is a small grey copy
 * of the picture, and the distance is its *largest* local difference: coarser copies differ everywhere a little,
 * another receipt differs somewhere a lot.
 */

/** Opaque: 8,192 characters, one for each of 64 × 128 cells. Equal pictures have equal fingerprints. */
export type Fingerprint = string;

const COLUMNS = 64;
const ROWS = 128;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Of the 256 greys, 64 are kept. */
const GREY_STEP = 4;
/** Grey by character code; a table and not a map, for thousands of fingerprints are gone through at a time. */
const GREY = new Uint8Array(128);
for (let i = 0; i < ALPHABET.length; i++) GREY[ALPHABET.charCodeAt(i)] = i * GREY_STEP;

/**
 * At most this far apart, two pictures are taken for the same. Copies by messengers (800 pixels and more, JPEG quality
 * 40 to 95, up to 6 % brighter) come to 20 at most, screenshots of another transfer from 48 on; see the tests.
 */
export const SAME_PICTURE_WITHIN = 28;

/** The fingerprint of `width` × `height` greys (0–255), row by row. Any size and shape of picture. */
export function fingerprintOf(greys: Uint8Array, width: number, height: number): Fingerprint {
  if (width < 1 || height < 1 || greys.length !== width * height) throw new RangeError('not width × height greys');
  const columns = shares(width, COLUMNS);
  const rows = shares(height, ROWS);
  const narrow = new Float64Array(COLUMNS * height);
  for (let y = 0; y < height; y++) {
    for (let column = 0; column < COLUMNS; column++) {
      narrow[y * COLUMNS + column] = mean(greys, columns[column]!, y * width, 1);
    }
  }
  let fingerprint = '';
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      fingerprint += ALPHABET[Math.floor(mean(narrow, rows[row]!, column, COLUMNS) / GREY_STEP)]!;
    }
  }
  return fingerprint;
}

/** The largest difference of any cell, 0–255, after the overall difference in brightness is taken away. */
export function fingerprintDistance(a: Fingerprint, b: Fingerprint): number {
  return largestDifference(a, b, Number.POSITIVE_INFINITY);
}

/** Whether two pictures are one; looks no further than the first clear difference, so thousands can be compared. */
export function samePicture(a: Fingerprint, b: Fingerprint): boolean {
  return largestDifference(a, b, SAME_PICTURE_WITHIN) <= SAME_PICTURE_WITHIN;
}

function largestDifference(a: Fingerprint, b: Fingerprint, enough: number): number {
  if (a.length !== b.length) throw new RangeError('fingerprints of two kinds');
  const brighter = meanGrey(a) - meanGrey(b);
  let largest = 0;
  for (let i = 0; i < a.length && largest <= enough; i++) {
    largest = Math.max(largest, Math.abs(greyAt(a, i) - greyAt(b, i) - brighter));
  }
  return largest;
}

function meanGrey(fingerprint: Fingerprint): number {
  let sum = 0;
  for (let i = 0; i < fingerprint.length; i++) sum += greyAt(fingerprint, i);
  return sum / fingerprint.length;
}

const greyAt = (fingerprint: Fingerprint, i: number): number => GREY[fingerprint.charCodeAt(i)] ?? 0;

/** Which pixels, and which part of each, make up one cell: `first` on, with these weights that sum to 1. */
interface Share { readonly first: number; readonly weights: readonly number[] }

/**
 * How `pixels` fall into `cells` by area, with pixels at a border divided. An image library's own shrinking differs by
 * format and size, enough to drown the figures of a receipt.
 */
function shares(pixels: number, cells: number): readonly Share[] {
  return Array.from({ length: cells }, (_, cell) => {
    const from = (cell * pixels) / cells;
    const to = ((cell + 1) * pixels) / cells;
    const first = Math.floor(from);
    const weights: number[] = [];
    for (let pixel = first; pixel < Math.min(Math.ceil(to), pixels); pixel++) {
      weights.push((Math.min(pixel + 1, to) - Math.max(pixel, from)) / (to - from));
    }
    return { first, weights };
  });
}

function mean(values: Uint8Array | Float64Array, share: Share, offset: number, stride: number): number {
  let sum = 0;
  for (let i = 0; i < share.weights.length; i++) sum += values[offset + (share.first + i) * stride]! * share.weights[i]!;
  return sum;
}
