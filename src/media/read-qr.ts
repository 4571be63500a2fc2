import jsQR from 'jsqr';
import sharp from 'sharp';
import { MOST_PHOTO_BYTES, MOST_PIXELS } from './decode-photo.ts';
import { photoFormat } from './photo-format.ts';

export type QrReading =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'none' }
  /** `reason` is one clause in Indonesian. */
  | { readonly kind: 'no_picture'; readonly reason: string };

type ReadQr = (pixels: Uint8ClampedArray, width: number, height: number) => { readonly data: string } | null;
// The package is CommonJS with a default inside its default.
const readQr = (('default' in jsQR ? jsQR.default : jsQR) as unknown) as ReadQr;

/** Longest sides at which a code is looked for: a large photo has noise that a smaller one has not, and the other way round. */
const SIZES = [1_000, 1_600, 600, 2_400] as const;
const SECONDS = 20;

/** The text of the QR code in a photo, a screenshot or a print; what is in the picture beside it is of no matter. */
export async function readQrPhoto(bytes: Uint8Array): Promise<QrReading> {
  if (bytes.length > MOST_PHOTO_BYTES) return { kind: 'no_picture', reason: 'fotonya lebih dari 10 MB' };
  if (photoFormat(bytes) === null) return { kind: 'no_picture', reason: 'isinya bukan foto .jpg, .png, atau .webp' };
  try {
    for (const size of SIZES) {
      for (const sharpened of [false, true]) {
        const text = await lookAt(bytes, size, sharpened);
        if (text !== null) return { kind: 'read', text };
      }
    }
    return { kind: 'none' };
  } catch {
    // sharp tells damage only by throwing.
    return { kind: 'no_picture', reason: 'fotonya rusak' };
  }
}

async function lookAt(bytes: Uint8Array, size: number, sharpened: boolean): Promise<string | null> {
  const plain = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).timeout({ seconds: SECONDS }).autoOrient()
    .flatten({ background: '#ffffff' }).resize(size, size, { fit: 'inside', withoutEnlargement: size !== SIZES[0] }).greyscale();
  const { data, info } = await (sharpened ? plain.normalise().median(3).sharpen() : plain).toColourspace('srgb').ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const code = readQr(new Uint8ClampedArray(data), info.width, info.height);
  return code && code.data !== '' ? code.data : null;
}
