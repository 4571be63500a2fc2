/** Outlines as SVG path data, in a field of 800 × 800 with y downwards. */

export const oval = (cx, cy, rx, ry = rx) =>
  `M${cx - rx} ${cy}a${rx} ${ry} 0 1 1 ${2 * rx} 0a${rx} ${ry} 0 1 1 ${-2 * rx} 0z`;

/** A rectangle with rounded corners; `r` is one radius or [top left, top right, bottom right, bottom left]. */
export function box(x, y, w, h, r = 0) {
  const [a, b, c, d] = Array.isArray(r) ? r : [r, r, r, r];
  return `M${x + a} ${y}h${w - a - b}a${b} ${b} 0 0 1 ${b} ${b}v${h - b - c}a${c} ${c} 0 0 1 ${-c} ${c}`
    + `h${-(w - c - d)}a${d} ${d} 0 0 1 ${-d} ${-d}v${-(h - d - a)}a${a} ${a} 0 0 1 ${a} ${-a}z`;
}

export const poly = (...points) => `M${points.map((point) => point.join(' ')).join('L')}z`;

/** A round vessel seen a little from above: straight sides, rounded floor. */
export const tub = (cx, top, bottom, rxTop, rxBottom = rxTop, ry = 0.26 * rxBottom) =>
  `M${cx - rxTop} ${top}L${cx - rxBottom} ${bottom}a${rxBottom} ${ry} 0 0 0 ${2 * rxBottom} 0L${cx + rxTop} ${top}`
  + `a${rxTop} ${ry} 0 0 1 ${-2 * rxTop} 0z`;

/** A bowl: curved sides down to a smaller floor. */
export const bowl = (cx, top, bottom, rx, floor = 0.42 * rx) =>
  `M${cx - rx} ${top}C${cx - rx + 6} ${top + (bottom - top) * 0.66} ${cx - floor - rx * 0.22} ${bottom} ${cx - floor} ${bottom}`
  + `h${2 * floor}C${cx + floor + rx * 0.22} ${bottom} ${cx + rx - 6} ${top + (bottom - top) * 0.66} ${cx + rx} ${top}z`;

/** A lid: from the rim at `base` up to `top`, its front edge round. */
export const dome = (cx, base, top, rx, ry = 0.2 * rx) =>
  `M${cx - rx} ${base}C${cx - rx} ${base - (base - top) * 0.7} ${cx - rx * 0.55} ${top} ${cx} ${top}`
  + `S${cx + rx} ${base - (base - top) * 0.7} ${cx + rx} ${base}a${rx} ${ry} 0 0 1 ${-2 * rx} 0z`;

/** Points of a regular figure, for stars and flowers. */
export function star(cx, cy, points, outer, inner) {
  const corners = Array.from({ length: points * 2 }, (_, i) => {
    const angle = (Math.PI * i) / points - Math.PI / 2;
    const radius = i % 2 === 0 ? outer : inner;
    return [+(cx + radius * Math.cos(angle)).toFixed(1), +(cy + radius * Math.sin(angle)).toFixed(1)];
  });
  return poly(...corners);
}
