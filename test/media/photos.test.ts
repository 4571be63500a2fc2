import { mkdtemp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MOST_PHOTO_BYTES } from '../../src/media/decode-photo.ts';
import { fingerprintDistance, samePicture } from '../../src/media/fingerprint.ts';
import { createPhotos, fingerprintPhoto, type Photos, type StoredPhoto } from '../../src/media/photos.ts';
import { transferScreenshot } from './sample-screenshots.ts';

const AT = Date.UTC(2026, 10, 23, 3, 4);

let dataDir: string;
let photos: Photos;
let next: number;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'ladeni-photos-'));
  next = 0;
  photos = createPhotos({ dataDir, newId: () => `photo-id-${String(next++).padStart(16, '0')}` });
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const scene = (width = 900, height = 600) =>
  sharp({ create: { width, height, channels: 3, noise: { type: 'gaussian', mean: 120, sigma: 40 }, background: '#000' } });

async function stored(bytes: Uint8Array): Promise<StoredPhoto & { content: Buffer }> {
  const outcome = await photos.store(bytes, AT);
  if (outcome.kind !== 'stored') throw new Error(outcome.reason);
  return { ...outcome, content: await readFile(path.join(dataDir, outcome.file)) };
}

/** Every file below the data folder. */
async function filesThere(): Promise<string[]> {
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

/** As PNG's chunks carry it; zlib's own came to Node only with 20.15. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** A PNG of a few bytes that says it is this large. */
function declaredPng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1 << 20))), chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('storing a received photo', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('takes %s and writes a JPEG of its own', async (format) => {
    const photo = await stored(await scene().toFormat(format).toBuffer());
    expect(photo).toMatchObject({ width: 900, height: 600, file: 'photos/2026-11/photo-id-0000000000000000.jpg' });
    expect(photo.bytes).toBe(photo.content.length);
    expect((await sharp(photo.content).metadata()).format).toBe('jpeg');
  });

  it('makes it at most 1,600 pixels long, and never larger than it was', async () => {
    expect(await stored(await scene(3000, 1500).jpeg().toBuffer())).toMatchObject({ width: 1600, height: 800 });
    expect(await stored(await scene(40, 4000).jpeg().toBuffer())).toMatchObject({ width: 16, height: 1600 });
    expect(await stored(await scene(20, 10).png().toBuffer())).toMatchObject({ width: 20, height: 10 });
  });

  it('turns it as its EXIF says, and keeps nothing of EXIF, place, profile or comment', async () => {
    const withPlace = await scene(300, 200).withIccProfile('p3').withExif({
      IFD0: { Copyright: 'CANARY-NAME' }, IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '6/1 54/1 0/1' },
    }).withMetadata({ orientation: 6 }).withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">CANARY-XMP</x:xmpmeta>').jpeg().toBuffer();
    expect(withPlace.toString('latin1')).toMatch(/CANARY-NAME[^]*CANARY-XMP/);
    expect(await sharp(withPlace).metadata()).toMatchObject({ orientation: 6, hasProfile: true });
    const photo = await stored(withPlace);
    expect([photo.width, photo.height]).toEqual([200, 300]);
    expect(photo.content.toString('latin1')).not.toMatch(/CANARY|Exif|GPS/);
    const { exif, xmp, icc, orientation } = await sharp(photo.content).metadata();
    expect([exif, xmp, icc, orientation]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('puts what is see-through on white', async () => {
    const photo = await stored(await sharp({ create: { width: 50, height: 50, channels: 4, background: '#00000000' } }).png().toBuffer());
    expect((await sharp(photo.content).stats()).channels[0]!.min).toBeGreaterThan(250);
  });

  it('writes for its own eyes only', async () => {
    const photo = await stored(await scene().jpeg().toBuffer());
    expect((await stat(path.join(dataDir, photo.file))).mode & 0o777).toBe(0o600);
    expect((await stat(path.join(dataDir, 'photos/2026-11'))).mode & 0o777).toBe(0o700);
  });

  it('tells the same file by its hash, and a rescaled copy by its fingerprint', async () => {
    const screenshot = await transferScreenshot({ bank: 'card', amount: 348_123, time: '10:04', reference: '2026112310041', sender: 'RINA' });
    const first = await stored(screenshot);
    const again = await stored(screenshot);
    const smaller = await stored(await sharp(screenshot).resize(640).jpeg({ quality: 60 }).toBuffer());
    expect(again.sha256).toBe(first.sha256);
    expect(again.file).not.toBe(first.file);
    expect(smaller.sha256).not.toBe(first.sha256);
    expect(fingerprintDistance(first.fingerprint, smaller.fingerprint)).toBeLessThan(28);
  });

  it('takes the first picture of an animation', async () => {
    const frames = await Promise.all(['#ff0000', '#0000ff'].map((background) =>
      sharp({ create: { width: 60, height: 40, channels: 3, background } }).png().toBuffer()));
    const animation = await sharp(frames, { join: { animated: true } }).webp({ loop: 0 }).toBuffer();
    expect((await sharp(animation, { animated: true }).metadata()).pages).toBe(2);
    const photo = await stored(animation);
    expect([photo.width, photo.height]).toEqual([60, 40]);
    const { channels } = await sharp(photo.content).stats();
    expect(channels[0]!.mean).toBeGreaterThan(200);
    expect(channels[2]!.mean).toBeLessThan(50);
  });

  it('lets nothing through that was hidden behind or inside a picture', async () => {
    const honest = await scene(200, 200).jpeg().toBuffer();
    const page = Buffer.from('<html><script>alert("CANARY")</script></html>');
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, page.length + 2]), page]);
    for (const polyglot of [
      Buffer.concat([honest, page]),
      Buffer.concat([honest.subarray(0, 2), comment, honest.subarray(2)]),
      Buffer.concat([honest, Buffer.from('PK\x03\x04 CANARY')]),
    ]) {
      const photo = await stored(polyglot);
      expect(photo.content.toString('latin1')).not.toMatch(/CANARY|script|html/);
    }
  });
});

describe('refusing what is no photo', () => {
  const jpeg = () => scene(600, 600).jpeg({ quality: 95 }).toBuffer();

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['nothing', () => new Uint8Array(0), 'empty'],
    ['12 MB', async () => Buffer.concat([await jpeg(), Buffer.alloc(12 * 1024 * 1024)]), 'too_large'],
    ['one byte too many', async () => Buffer.concat([await jpeg(), Buffer.alloc(MOST_PHOTO_BYTES)]).subarray(0, MOST_PHOTO_BYTES + 1), 'too_large'],
    ['SVG with a script', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'unsupported_format'],
    ['SVG after blanks', () => Buffer.from('   \n<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'unsupported_format'],
    ['a GIF that is JavaScript', () => Buffer.from('GIF89a/*\0\0*/=alert(1)'), 'unsupported_format'],
    ['an iPhone\'s HEIC', () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'unsupported_format'],
    ['a PDF', () => Buffer.from('%PDF-1.7\n'), 'unsupported_format'],
    ['a text named like a photo', () => Buffer.from('../../../../etc/passwd'), 'unsupported_format'],
    ['a JPEG head on an SVG', () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')]), 'damaged'],
    ['a JPEG cut in half', async () => { const whole = await jpeg(); return whole.subarray(0, whole.length / 2); }, 'damaged'],
    ['a PNG cut in half', async () => { const whole = await scene().png().toBuffer(); return whole.subarray(0, whole.length / 2); }, 'damaged'],
    ['a WebP cut in half', async () => { const whole = await scene().webp().toBuffer(); return whole.subarray(0, whole.length / 2); }, 'damaged'],
    ['three bytes', () => Buffer.from([0xff, 0xd8, 0xff]), 'damaged'],
    ['a bomb of 50,000 × 50,000 pixels', () => declaredPng(50_000, 50_000), 'too_many_pixels'],
    ['a bomb of 1 × 60 million', () => declaredPng(1, 60_000_000), 'too_many_pixels'],
  ])('refuses %s, and leaves no file', async (_what, make, reason) => {
    expect(await photos.store(await make(), AT)).toEqual({ kind: 'refused', reason });
    expect(await filesThere()).toEqual([]);
  });

  it('goes on working after a refusal', async () => {
    const outcomes = await Promise.all([photos.store(Buffer.from('x'), AT), jpeg().then((bytes) => photos.store(bytes, AT))]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['refused', 'stored']);
  });
});

describe('looking at a picture that lies somewhere', () => {
  it('gives what storing it would give, and knows the stored copy as the same', async () => {
    const received = await transferScreenshot({ bank: 'teal', amount: 348_123, time: '10:04', reference: '2026112310041', sender: 'RINA' });
    const photo = await stored(received);
    expect(await fingerprintPhoto(received)).toEqual({ sha256: photo.sha256, fingerprint: photo.fingerprint });
    expect(samePicture((await fingerprintPhoto(photo.content))!.fingerprint, photo.fingerprint)).toBe(true);
  });

  it('gives nothing for what is no picture', async () => {
    expect(await fingerprintPhoto(Buffer.from('bukan foto'))).toBeNull();
  });
});

describe('the folder of photos', () => {
  it.each([
    '../../../etc/passwd', 'photos/../../x.jpg', '/etc/passwd', 'photos/2026-11/../../../../etc/passwd.jpg', 'photos/2026-11/a.jpg',
    'photos/2026-11/photo-id-0000000000000000.jpg\0.png', 'photos\\2026-11\\photo-id-0000000000000000.jpg', '',
  ].map((file) => [JSON.stringify(file), file] as const))('gives no path and removes nothing for %s', async (_name, file) => {
    expect(photos.pathOf(file)).toBeNull();
    expect(await photos.remove(file)).toBe(false);
  });

  it.each(['../../../../evil-name-long', 'short', 'with/slash-and-more-letters', 'dots..dots..dots..dots'])(
    'treats "%s" from the id source as a fault', async (id) => {
      const careless = createPhotos({ dataDir, newId: () => id });
      await expect(careless.store(await scene(20, 20).jpeg().toBuffer(), AT)).rejects.toThrow('newId');
      expect(await filesThere()).toEqual([]);
    });

  it('never writes over a photo, though ids repeat', async () => {
    const repeating = createPhotos({ dataDir, newId: () => 'the-same-id-twice-over' });
    const first = await scene(30, 30).jpeg().toBuffer();
    const outcome = await repeating.store(first, AT);
    const before = await readFile(path.join(dataDir, (outcome as StoredPhoto).file));
    await expect(repeating.store(await scene(50, 50).jpeg().toBuffer(), AT)).rejects.toThrow('repeats');
    expect(await readFile(path.join(dataDir, (outcome as StoredPhoto).file))).toEqual(before);
  });

  it('removes a photo for good, and twice does no harm', async () => {
    const photo = await stored(await scene(30, 30).jpeg().toBuffer());
    expect(await photos.remove(photo.file)).toBe(true);
    expect(await photos.remove(photo.file)).toBe(true);
    expect(await filesThere()).toEqual([]);
  });

  it('clears away what a crash left, and only that', async () => {
    expect(await photos.removeUnfinished()).toBe(0);
    const photo = await stored(await scene(30, 30).jpeg().toBuffer());
    await writeFile(path.join(dataDir, 'photos/2026-11/half-written.jpg.part'), 'x');
    expect(await photos.removeUnfinished()).toBe(1);
    expect(await filesThere()).toEqual([path.basename(photo.file)]);
  });

  it('says so when the disk fails, leaves nothing half-written, and goes on afterwards', async () => {
    await mkdir(path.join(dataDir, 'photos/2026-11'), { recursive: true });
    await writeFile(path.join(dataDir, 'photos/2026-12'), 'a file where a folder should be');
    const december = Date.UTC(2026, 11, 1);
    const bytes = await scene(30, 30).jpeg().toBuffer();
    await expect(photos.store(bytes, december)).rejects.toThrow();
    expect(await filesThere()).toEqual(['2026-12']);
    expect((await photos.store(bytes, AT)).kind).toBe('stored');
  });
});
