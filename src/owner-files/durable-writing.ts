import { open } from 'node:fs/promises';

/** Writes a file and forces it to the disk, so that the rename that follows puts a whole file in its place or none. */
export async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
