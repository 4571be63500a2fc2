import sharp from 'sharp';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fingerprintDistance, fingerprintOf, samePicture, SAME_PICTURE_WITHIN, type Fingerprint } from '../../src/media/fingerprint.ts';
import { transferScreenshot, type Transfer } from './sample-screenshots.ts';

const BANKS = ['teal', 'plain', 'card'] as const;
const transfer = (bank: Transfer['bank'], changes: Partial<Transfer> = {}): Transfer => ({
  bank, amount: 348_123, time: '10:04', reference: '20261123100412345', sender: 'RINA PUTRI', ...changes,
});

async function fingerprint(picture: Buffer): Promise<Fingerprint> {
  const { data, info } = await sharp(picture).resize(1600, 1600, { fit: 'inside', withoutEnlargement: true })
    .greyscale().raw().toBuffer({ resolveWithObject: true });
  return fingerprintOf(data, info.width, info.height);
}

const inside = (picture: Buffer, side: number) => sharp(picture).resize(side, side, { fit: 'inside', withoutEnlargement: true });

/** What messengers and people do to a picture on its way. */
const COPIES: readonly (readonly [string, (picture: Buffer) => Promise<Buffer>])[] = [
  ['as a fine JPEG', (picture) => sharp(picture).jpeg({ quality: 95 }).toBuffer()],
  ['as a very coarse JPEG', (picture) => sharp(picture).jpeg({ quality: 30 }).toBuffer()],
  ['at 1,600 pixels', (picture) => inside(picture, 1600).jpeg({ quality: 70 }).toBuffer()],
  ['at 1,280 pixels', (picture) => inside(picture, 1280).jpeg({ quality: 80 }).toBuffer()],
  ['at 800 pixels', (picture) => inside(picture, 800).jpeg({ quality: 60 }).toBuffer()],
  ['at 540 pixels', (picture) => inside(picture, 540).jpeg({ quality: 50 }).toBuffer()],
  ['as WebP of an odd size', (picture) => sharp(picture).resize(719).webp({ quality: 60 }).toBuffer()],
  ['forwarded twice', async (picture) => inside(await inside(picture, 1600).jpeg({ quality: 60 }).toBuffer(), 1000).jpeg({ quality: 60 }).toBuffer()],
  ['roughly shrunk', (picture) => sharp(picture).resize(777, null, { kernel: 'nearest' }).png().toBuffer()],
  ['a little brighter', (picture) => sharp(picture).modulate({ brightness: 1.06 }).jpeg({ quality: 75 }).toBuffer()],
  ['a little darker', (picture) => sharp(picture).linear(0.93, 4).jpeg({ quality: 75 }).toBuffer()],
];

/** Other transfers by the same app: nothing but figures differs. */
const OTHERS: readonly (readonly [string, Partial<Transfer>])[] = [
  ['one figure of the amount', { amount: 348_124 }],
  ['the amount', { amount: 285_456 }],
  ['the time and reference', { time: '14:37', reference: '20261123143798211' }],
  ['amount, time, reference and sender', { amount: 129_540, time: '19:58', reference: '20261123195877120', sender: 'BUDI SANTOSO' }],
];

describe.each(BANKS)('fingerprints of %s transfer screenshots', (bank) => {
  let picture: Buffer;
  let original: Fingerprint;
  beforeAll(async () => {
    picture = await transferScreenshot(transfer(bank));
    original = await fingerprint(picture);
  });

  it.each(COPIES)('knows a copy %s again', async (_how, copy) => {
    const copied = await fingerprint(await copy(picture));
    expect(fingerprintDistance(original, copied)).toBeLessThanOrEqual(SAME_PICTURE_WITHIN - 4);
    expect(samePicture(original, copied)).toBe(true);
  });

  it.each(OTHERS)('tells a screenshot apart in which %s differs, also when a messenger made it smaller', async (_what, changes) => {
    const other = await transferScreenshot(transfer(bank, changes));
    for (const sent of [other, await inside(other, 1600).jpeg({ quality: 70 }).toBuffer()]) {
      expect(fingerprintDistance(original, await fingerprint(sent))).toBeGreaterThanOrEqual(SAME_PICTURE_WITHIN + 12);
      expect(samePicture(original, await fingerprint(sent))).toBe(false);
    }
  });
});

describe('a fingerprint', () => {
  const picture = fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 150 }), fc.nat())
    .map(([width, height, seed]) => ({
      width, height, greys: Uint8Array.from({ length: width * height }, (_, i) => ((i * 7919 + seed) % 8191) % 256),
    }));

  it('is equal for equal pictures and nought away from itself', () => {
    fc.assert(fc.property(picture, ({ greys, width, height }) => {
      const one = fingerprintOf(greys, width, height);
      expect(one).toHaveLength(8192);
      expect(fingerprintOf(greys, width, height)).toBe(one);
      expect(fingerprintDistance(one, one)).toBe(0);
    }), { numRuns: 30 });
  });

  it('is as far from another as the other from it, and the quick comparison agrees', () => {
    fc.assert(fc.property(picture, picture, (a, b) => {
      const [one, other] = [a, b].map(({ greys, width, height }) => fingerprintOf(greys, width, height)) as [string, string];
      expect(fingerprintDistance(one, other)).toBeCloseTo(fingerprintDistance(other, one), 9);
      expect(samePicture(one, other)).toBe(fingerprintDistance(one, other) <= SAME_PICTURE_WITHIN);
    }), { numRuns: 30 });
  });

  it('does not see an even change of brightness', () => {
    const greys = Uint8Array.from({ length: 64 * 128 }, (_, i) => (i * 37) % 200);
    expect(fingerprintDistance(fingerprintOf(greys, 64, 128), fingerprintOf(greys.map((grey) => grey + 40), 64, 128))).toBeLessThanOrEqual(4);
  });

  it('wants exactly the greys of the picture', () => {
    expect(() => fingerprintOf(new Uint8Array(5), 2, 3)).toThrow(RangeError);
    expect(() => fingerprintOf(new Uint8Array(0), 0, 0)).toThrow(RangeError);
    expect(() => fingerprintDistance('A', 'AA')).toThrow(RangeError);
  });
});
