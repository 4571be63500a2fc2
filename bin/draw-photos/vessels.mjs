/** Things several pictures are made of: pans, pots, lids and their handles. */
import { BRICK, CREAM, TEAL, lit, mix, shaded } from './colours.mjs';
import { box, bowl, dome, oval, tub } from './paths.mjs';

/** A pan seen from a little above, without its handle. */
export function pan(p, { cx, cy, rx, ry = rx * 0.34, depth, outside, inside, rim = lit(outside) }) {
  p.solid(bowl(cx, cy, cy + depth, rx, rx * 0.55), outside, 30, 0);
  p.flat(oval(cx, cy, rx, ry), rim);
  p.hollow(oval(cx, cy + 2, rx - 13, ry - 8), inside, 26);
  p.flat(oval(cx + 4, cy + ry * 0.3, rx * 0.66, ry * 0.5), mix(inside, '#FFFFFF', 0.1));
}

/** A straight pot; its top is open unless a lid is drawn on it. */
export function pot(p, { cx, top, bottom, rx, colour, inside = shaded(colour), shade = 46, ry = rx * 0.26 }) {
  p.solid(tub(cx, top, bottom, rx, rx, ry), colour, shade, 10);
  p.flat(oval(cx, top, rx, ry), lit(colour));
  p.hollow(oval(cx, top + 2, rx - 11, ry - 7), inside, 22);
}

/** Two ears at a pot's sides. */
export function ears(p, { cx, y, rx, colour, width = 20, reach = 50, height = 48 }) {
  p.rod(`M${cx - rx + 4} ${y}h${-reach + 16}q-16 0 -16 16v${height - 32}q0 16 16 16h${reach - 16}`, colour, width);
  p.rod(`M${cx + rx - 4} ${y}h${reach - 16}q16 0 16 16v${height - 32}q0 16 -16 16h${-reach + 16}`, colour, width);
}

/** A lid of metal with a knob. */
export function lid(p, { cx, base, top, rx, colour = CREAM, knob = TEAL, ry = rx * 0.2 }) {
  p.solid(dome(cx, base, top, rx, ry), colour, 34, 9);
  p.line(`M${cx - rx + 3} ${base}a${rx - 3} ${ry} 0 0 0 ${2 * rx - 6} 0`, shaded(colour), 7);
  p.flat(box(cx - 12, top - 22, 24, 28, 4), shaded(knob));
  p.solid(oval(cx, top - 28, 34, 19), knob, 11, 5);
}

/** A lid of glass in a metal rim. */
export function glassLid(p, { cx, base, top, rx, rim = TEAL, ry = rx * 0.26, knob = BRICK }) {
  p.glass(dome(cx, base, top, rx, ry));
  p.line(`M${cx - rx} ${base}a${rx} ${ry} 0 0 0 ${2 * rx} 0`, rim, 15);
  p.line(`M${cx - rx + 8} ${base + 9}a${rx} ${ry} 0 0 0 ${rx * 0.9} ${ry * 0.82}`, lit(rim), 4);
  p.flat(oval(cx + rx * 0.34, top + (base - top) * 0.36, 10, 6), rim);
  p.flat(box(cx - 14, top - 24, 28, 34, 4), shaded(knob));
  p.solid(oval(cx, top - 34, 40, 22), knob, 13, 6);
}

/** A long handle from (x1, y1) to (x2, y2) with an eye at its end. */
export function longHandle(p, x1, y1, x2, y2, colour, neck = CREAM, width = 40) {
  const along = (share) => [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share].map((n) => n.toFixed(1)).join(' ');
  p.rod(`M${along(0)}L${along(0.3)}`, neck, width * 0.62);
  p.rod(`M${along(0.3)}L${along(1)}`, colour, width);
  p.line(`M${along(0.97)}L${along(0.975)}`, p.ground, width * 0.34);
}
