import jsQR from 'jsqr';
import sharp from 'sharp';

type ReadQr = (data: Uint8ClampedArray, width: number, height: number) => { data: string } | null;
// The package is CommonJS with a default export of its own: which of the two Node hands over depends on the loader.
const readQr = (('default' in jsQR ? jsQR.default : jsQR) as unknown) as ReadQr;

/** The text of the QR code in a picture, or null where none can be read. */
export async function qrIn(picture: Buffer): Promise<string | null> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return readQr(new Uint8ClampedArray(data), info.width, info.height)?.data ?? null;
}

/** Share of pixels in a region that differ clearly from its commonest grey: how much is drawn there. */
export async function inkIn(picture: Buffer, region: { left: number; top: number; width: number; height: number }): Promise<number> {
  const pixels = await sharp(picture).extract(region).greyscale().raw().toBuffer();
  const counts = new Map<number, number>();
  for (const grey of pixels) counts.set(grey, (counts.get(grey) ?? 0) + 1);
  const ground = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
  return pixels.filter((grey) => Math.abs(grey - ground) > 60).length / pixels.length;
}
