/** The kinds of picture that are accepted: those that phones and messengers send and sharp decodes. */
export type PhotoFormat = 'jpeg' | 'png' | 'webp';

/**
 * What the first bytes say a file is (S9); names and declared types are never looked at. Null for everything else: SVG
 * (which carries scripts), GIF, HEIC (which sharp's binary does not decode), archives, text.
 */
export function photoFormat(bytes: Uint8Array): PhotoFormat | null {
  const head = Buffer.from(bytes.subarray(0, 12));
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg';
  if (head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png';
  if (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP') return 'webp';
  return null;
}
