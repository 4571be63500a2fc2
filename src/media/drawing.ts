import { create as createQr } from 'qrcode';
import { CAP_HEIGHT, shortened, strokes, textWidth, type Weight } from './lettering.ts';

/**
 * Drawing the pictures the shop sends: a sheet of paper with lines of text, boxes and QR codes, as SVG of our own
 * making (no text of a person ever enters the markup: letters become strokes) and from it a PNG.
 */

/** The shop's colours: teal frame, turmeric for what waits, warm greys. */
export const INK = {
  teal: '#0F4C4A', tealPale: '#E6F0EF', turmeric: '#E3A008', turmericPale: '#FDF3D7', text: '#23211E', quiet: '#6B645B',
  line: '#DDD6CB', paper: '#FFFFFF',
} as const;

export type Colour = (typeof INK)[keyof typeof INK];

export interface TextStyle {
  readonly size: number;
  readonly weight?: Weight;
  readonly colour?: Colour;
  readonly align?: 'left' | 'centre' | 'right';
  /** Wider text is cut with "…". */
  readonly width?: number;
}

export type Drawing = ReturnType<typeof startDrawing>;

/** A white sheet of this many pixels. Things drawn later lie on top. */
export function startDrawing(width: number, height: number) {
  const parts: string[] = [];
  return {
    width,
    height,
    /** `x` is the left edge, the middle or the right edge as `align` says; `y` the baseline. */
    text(text: string, x: number, y: number, style: TextStyle): void {
      const { size, weight = 'regular', colour = INK.text, align = 'left' } = style;
      const line = style.width === undefined ? text : shortened(text, size, style.width, weight);
      const wide = textWidth(line, size, weight);
      const left = align === 'left' ? x : align === 'right' ? x - wide : x - wide / 2;
      parts.push(strokes(line, left, y, size, weight, colour));
    },
    box(x: number, y: number, wide: number, high: number, colour: Colour, corner = 0): void {
      parts.push(`<rect x="${x}" y="${y}" width="${wide}" height="${high}" rx="${corner}" fill="${colour}"/>`);
    },
    /** A fine rule from `x` to `x + wide`; dashes where two parts of a receipt are torn apart. */
    rule(x: number, y: number, wide: number, dashed = false): void {
      parts.push(`<path d="M${x} ${y}H${x + wide}" stroke="${INK.line}" stroke-width="2"${dashed ? ' stroke-dasharray="10 8"' : ''}/>`);
    },
    /**
     * A QR code in black on the white that is there. Modules are whole pixels, so the code comes out a little smaller
     * than `wide` and sits in its middle; leave the quiet zone of four modules around it.
     */
    qrCode(content: string, x: number, y: number, wide: number): void {
      const { modules } = createQr(content, { errorCorrectionLevel: 'M' });
      const module = Math.floor(wide / modules.size);
      const inset = Math.floor((wide - module * modules.size) / 2);
      let d = '';
      for (let row = 0; row < modules.size; row++) {
        for (let column = 0; column < modules.size; column++) {
          if (modules.get(row, column)) d += `M${column} ${row}h1v1h-1z`;
        }
      }
      parts.push(`<path transform="translate(${x + inset} ${y + inset}) scale(${module})" d="${d}" fill="#000" shape-rendering="crispEdges"/>`);
    },
    svg: (): string => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`
      + `<rect width="100%" height="100%" fill="${INK.paper}"/>${parts.join('')}</svg>`,
  };
}

/** The picture as PNG. Takes tens of milliseconds: work for a task, never for a turn. */
export async function toPng(drawing: Drawing): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(drawing.svg())).flatten({ background: INK.paper }).png({ compressionLevel: 9, palette: true, colours: 64 }).toBuffer();
}

/** Where the baseline of text of this size stands so that its capitals are centred on `middle`. */
export const baselineAt = (middle: number, size: number): number => middle + (size * CAP_HEIGHT) / 2;
