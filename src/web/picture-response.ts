import { readFile } from 'node:fs/promises';
import { photoFormat } from '../media/photo-format.ts';

/** A product photo or a customer's, never a film. */
const MOST_BYTES = 15_000_000;

/**
 * A picture file as an answer. Its type is what its first bytes say; anything else is handed over as a download that no
 * browser opens by itself (S9). Null where the file is gone or too large.
 * @param keepSeconds How long the visitor's own browser may keep it.
 */
export async function pictureResponse(file: string, keepSeconds: number): Promise<Response | null> {
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null || bytes.length > MOST_BYTES) return null;
  const format = photoFormat(bytes);
  const headers: Record<string, string> = {
    'Content-Type': format === null ? 'application/octet-stream' : `image/${format}`,
    'Cache-Control': `private, max-age=${keepSeconds}, immutable`,
    'X-Content-Type-Options': 'nosniff',
  };
  if (format === null) headers['Content-Disposition'] = 'attachment';
  return new Response(new Uint8Array(bytes), { headers });
}
