/**
 * Draws the pictures of the sample shop into catalog/photos/, each 800 × 800 on its own. Run by hand, when a drawing
 * changes: `node bin/draw-photos.mjs [name …]`.
 */
import { mkdir, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { GROUNDS } from './draw-photos/colours.mjs';
import { createPen } from './draw-photos/pen.mjs';

const drawings = new URL('./draw-photos/', import.meta.url);
const photos = new URL('../catalog/photos/', import.meta.url);
const only = new Set(process.argv.slice(2));
// What the drawings are made with; every other file there holds the pictures of one category.
const tools = new Set(['colours.mjs', 'paths.mjs', 'pen.mjs', 'vessels.mjs']);

await mkdir(photos, { recursive: true });
let drawn = 0;
let bytes = 0;
for (const file of (await readdir(drawings)).sort()) {
  if (tools.has(file)) continue;
  const { ground, pictures } = await import(new URL(file, drawings).href);
  for (const [name, draw] of Object.entries(pictures)) {
    if (only.size > 0 && !only.has(name)) continue;
    const pen = createPen(GROUNDS[ground]);
    draw(pen);
    // Flat colours need few palette entries: small files that every chat app shows.
    const { size } = await sharp(Buffer.from(pen.svg())).png({ palette: true, quality: 70, dither: 0, compressionLevel: 9 })
      .toFile(fileURLToPath(new URL(`${name}.png`, photos)));
    drawn += 1;
    bytes += size;
  }
}
console.log(`${drawn} pictures, ${Math.round(bytes / 1024)} kB`);
