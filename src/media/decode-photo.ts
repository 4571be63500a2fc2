import type Sharp from 'sharp';
import { fingerprintOf, type Fingerprint } from './fingerprint.ts';
import { photoFormat } from './photo-format.ts';

export type PhotoRefusal = 'empty' | 'too_large' | 'unsupported_format' | 'too_many_pixels' | 'damaged';

export interface DecodedPhoto {
  readonly kind: 'decoded';
  readonly width: number;
  readonly height: number;
  /** The picture written anew: pixels and nothing else. */
  jpeg(): Promise<Buffer>;
  fingerprint(): Promise<Fingerprint>;
}

export type PhotoDecoding = DecodedPhoto | { readonly kind: 'refused'; readonly reason: PhotoRefusal };

export const MOST_PHOTO_BYTES = 10 * 1024 * 1024;
/** A picture of a few kilobytes can declare gigabytes of pixels; phones take up to 50 million. */
export const MOST_PIXELS = 50_000_000;
const LONGEST_SIDE = 1600;
const JPEG_QUALITY = 85;
const SECONDS_TO_DECODE = 20;

/**
 * Decodes a picture of unknown origin (S9): upright, on white, sRGB, at most 1,600 pixels long. What it carries beside
 * its pixels (EXIF, place, profile, comments, things hidden behind its end) is lost on purpose.
 */
export async function decodePhoto(received: Uint8Array): Promise<PhotoDecoding> {
  if (received.length === 0) return refused('empty');
  if (received.length > MOST_PHOTO_BYTES) return refused('too_large');
  if (photoFormat(received) === null) return refused('unsupported_format');
  const { default: sharp } = await import('sharp');
  try {
    // The header is read without the limit, so that a bomb is told from a damaged file; no pixel is decoded for it.
    const header = await sharp(received, { limitInputPixels: false }).metadata();
    if (header.width * header.height > MOST_PIXELS) return refused('too_many_pixels');
    return await pixelsOf(sharp, received);
  } catch {
    // sharp tells damage only by throwing, in words that change with its version; the file is of no use either way.
    return refused('damaged');
  }
}

async function pixelsOf(sharp: typeof Sharp, received: Uint8Array): Promise<DecodedPhoto> {
  const { data, info } = await sharp(received, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true })
    .timeout({ seconds: SECONDS_TO_DECODE })
    .autoOrient()
    .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const pixels = () => sharp(data, { raw: { width, height, channels } });
  return {
    kind: 'decoded', width, height,
    jpeg: () => pixels().jpeg({ quality: JPEG_QUALITY }).toBuffer(),
    fingerprint: async () => fingerprintOf(await pixels().greyscale().raw().toBuffer(), width, height),
  };
}

const refused = (reason: PhotoRefusal): { kind: 'refused'; reason: PhotoRefusal } => ({ kind: 'refused', reason });
