import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { INK, startDrawing, toPng } from '../../src/media/drawing.ts';
import { inkIn, qrIn } from './looking.ts';

describe('drawing', () => {
  it('needs no font of the machine: its letters are strokes', () => {
    const sheet = startDrawing(300, 100);
    sheet.text('Rp165.000', 10, 60, { size: 40 });
    expect(sheet.svg()).not.toMatch(/<text|font/);
  });

  it('puts ink where the text stands and none elsewhere', async () => {
    const sheet = startDrawing(400, 100);
    sheet.text('Rp165.000', 390, 60, { size: 40, align: 'right' });
    const png = await toPng(sheet);
    expect(await inkIn(png, { left: 200, top: 20, width: 195, height: 60 })).toBeGreaterThan(0.05);
    expect(await inkIn(png, { left: 0, top: 0, width: 180, height: 100 })).toBe(0);
  });

  it('centres a text, and cuts one that is too wide', async () => {
    const sheet = startDrawing(400, 100);
    sheet.text('W'.repeat(200), 200, 60, { size: 40, align: 'centre', width: 300 });
    const png = await toPng(sheet);
    expect(await inkIn(png, { left: 50, top: 20, width: 150, height: 60 })).toBeGreaterThan(0.05);
    expect(await inkIn(png, { left: 200, top: 20, width: 150, height: 60 })).toBeGreaterThan(0.05);
    expect(await inkIn(png, { left: 0, top: 0, width: 48, height: 100 })).toBe(0);
    expect(await inkIn(png, { left: 352, top: 0, width: 48, height: 100 })).toBe(0);
  });

  it('draws QR codes that can be read', async () => {
    const sheet = startDrawing(400, 400);
    sheet.qrCode('halo kak', 50, 50, 300);
    expect(await qrIn(await toPng(sheet))).toBe('halo kak');
  });

  it('draws the modules of a QR code all of one size, in whole pixels', async () => {
    const sheet = startDrawing(400, 400);
    sheet.qrCode('halo kak', 50, 50, 313);
    // 21 modules of 14 pixels, 9 pixels in; the timing pattern changes with every module from the 8th to the 12th.
    const top = 50 + 9 + 6 * 14 + 7;
    const row = await sharp(await toPng(sheet)).extract({ left: 50 + 9 + 8 * 14, top, width: 5 * 14, height: 1 }).greyscale().raw().toBuffer();
    expect([...row]).toEqual([0, 255, 0, 255, 0].flatMap((grey) => Array.from({ length: 14 }, () => grey)));
  });

  it('is the same to the byte each time, and opaque', async () => {
    const draw = (): Promise<Buffer> => {
      const sheet = startDrawing(200, 80);
      sheet.box(0, 0, 200, 40, INK.teal, 8);
      sheet.rule(10, 60, 180, true);
      return toPng(sheet);
    };
    const [first, second] = await Promise.all([draw(), draw()]);
    expect(first).toEqual(second);
    expect((await sharp(first).stats()).isOpaque).toBe(true);
  });
});
