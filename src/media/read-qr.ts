import { MOST_PHOTO_BYTES, MOST_PIXELS } from './decode-photo.ts';
import { photoFormat } from './photo-format.ts';

export type QrReading =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'none' }
  /** `reason` is one clause in Indonesian. */
  | { readonly kind: 'no_picture'; readonly reason: string };

type ReadQr = (pixels: Uint8ClampedArray, width: number, height: number, options: { inversionAttempts: 'dontInvert' }) => { readonly data: string } | null;

async function loadReader(): Promise<ReadQr> {
  const { default: jsQR } = await import('jsqr');
  // The package is CommonJS with a default inside its default.
  return (('default' in jsQR ? jsQR.default : jsQR) as unknown) as ReadQr;
}

/** Longest sides at which a code is looked for: a large photo has noise that a smaller one has not, and the other way round. */
const SIZES = [1_000, 1_600, 600, 2_400] as const;
const SECONDS = 20;

/** The text of the QR code in a photo, a screenshot or a print; what is in the picture beside it is of no matter. */
export async function readQrPhoto(bytes: Uint8Array): Promise<QrReading> {
  if (bytes.length > MOST_PHOTO_BYTES) return { kind: 'no_picture', reason: 'fotonya lebih dari 10 MB' };
  if (photoFormat(bytes) === null) return { kind: 'no_picture', reason: 'isinya bukan foto .jpg, .png, atau .webp' };
  const readQr = await loadReader();
  for (const size of SIZES) {
    for (const cleaned of [false, true]) {
      const grey = await greyAt(bytes, size, cleaned);
      if (grey === null) return { kind: 'no_picture', reason: 'fotonya rusak' };
      const code = readQr(coloured(grey.data), grey.info.width, grey.info.height, { inversionAttempts: 'dontInvert' });
      if (code && code.data !== '') return { kind: 'read', text: code.data };
    }
  }
  return { kind: 'none' };
}

/** The picture in greys at a size; null where it cannot be decoded, which sharp tells only by throwing. */
async function greyAt(bytes: Uint8Array, size: number, cleaned: boolean) {
  const { default: sharp } = await import('sharp');
  const plain = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).timeout({ seconds: SECONDS }).autoOrient()
    .flatten({ background: '#ffffff' }).resize(size, size, { fit: 'inside', withoutEnlargement: size !== SIZES[0] }).greyscale();
  return (cleaned ? plain.normalise().median(3).sharpen() : plain).extractChannel(0).raw().toBuffer({ resolveWithObject: true }).catch(() => null);
}

/** One grey a pixel as red, green, blue and opacity. */
function coloured(grey: Uint8Array): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(grey.length * 4);
  for (let i = 0; i < grey.length; i++) pixels.fill(grey[i]!, i * 4, i * 4 + 3)[i * 4 + 3] = 255;
  return pixels;
}
