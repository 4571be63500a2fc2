import { lit, mix, shaded } from './colours.mjs';

const FIELD = 'M-3000-3000h8000v8000h-8000z';

/**
 * Draws flat shapes that all stand in one light, from the upper left: whatever its outline, a shape is lit along the edge
 * that faces the light and shaded along the other, so that pictures drawn on different days are of one hand.
 */
export function createPen(ground) {
  const parts = [];
  let clips = 0;
  // Degrees by which the shapes now drawn are turned; the light stays where it is.
  let turned = 0;

  const away = (distance) => {
    const angle = Math.PI / 4 - (turned * Math.PI) / 180;
    return `${(distance * Math.cos(angle)).toFixed(1)} ${(distance * Math.sin(angle)).toFixed(1)}`;
  };
  const edge = (d, colour, distance, opacity = 1) => (distance === 0 ? ''
    : `<path d="${FIELD}${d}" fill="${colour}" fill-opacity="${opacity}" fill-rule="evenodd" transform="translate(${away(distance)})"/>`);
  const clipped = (d, content) => {
    clips += 1;
    parts.push(`<clipPath id="c${clips}"><path d="${d}" clip-rule="evenodd"/></clipPath><g clip-path="url(#c${clips})">${content}</g>`);
  };
  const grouped = (transform, draw) => {
    parts.push(`<g transform="${transform}">`);
    draw();
    parts.push('</g>');
  };

  const pen = {
    ground,
    /** A solid thing: `shade` and `glint` are the widths of its dark and its bright edge. */
    solid(d, colour, shade = 22, glint = 7) {
      clipped(d, `<path d="${d}" fill="${colour}"/>${edge(d, shaded(colour), -shade)}${edge(d, lit(colour), glint)}`);
    },
    /** The inside of a thing: there the shade lies on the side of the light. */
    hollow(d, colour, shade = 26) {
      clipped(d, `<path d="${d}" fill="${colour}"/>${edge(d, shaded(colour), shade)}`);
    },
    /** Glass: what is behind it is seen through it. */
    glass(d, tint = '#FFFFFF') {
      clipped(d, `<path d="${d}" fill="${tint}" fill-opacity=".26"/>${edge(d, '#0F4C4A', -16, 0.2)}${edge(d, '#FFFFFF', 12, 0.85)}`);
    },
    flat(d, colour, opacity = 1) {
      parts.push(`<path d="${d}" fill="${colour}" fill-opacity="${opacity}" fill-rule="evenodd"/>`);
    },
    line(d, colour, width, opacity = 1) {
      parts.push(`<path d="${d}" fill="none" stroke="${colour}" stroke-opacity="${opacity}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`);
    },
    /** A bent rod or handle of one thickness. */
    rod(d, colour, width) {
      pen.line(d, shaded(colour), width);
      grouped(`translate(${away(-width * 0.13)})`, () => pen.line(d, colour, width * 0.72));
    },
    /** What a standing thing throws on the table. */
    shadow(cx, cy, rx, ry = rx * 0.2) {
      parts.push(`<ellipse cx="${cx + rx * 0.16}" cy="${cy}" rx="${rx * 1.12}" ry="${ry}" fill="${mix(ground, '#3A3020', 0.24)}"/>`);
    },
    /** What a lying thing throws on the table. */
    cast(d, distance = 24) {
      parts.push(`<path d="${d}" fill="${mix(ground, '#3A3020', 0.24)}" fill-rule="evenodd" transform="translate(${away(distance)})"/>`);
    },
    castLine(d, width, distance = 24) {
      grouped(`translate(${away(distance)})`, () => pen.line(d, mix(ground, '#3A3020', 0.24), width));
    },
    turn(degrees, draw, cx = 400, cy = 400) {
      turned += degrees;
      grouped(`rotate(${degrees} ${cx} ${cy})`, draw);
      turned -= degrees;
    },
    move(dx, dy, draw, scale = 1) {
      grouped(`translate(${dx} ${dy}) scale(${scale})`, draw);
    },
    svg() {
      return '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800" viewBox="0 0 800 800">'
        + `<rect width="800" height="800" fill="${ground}"/><circle cx="400" cy="400" r="330" fill="${mix(ground, '#FFFFFF', 0.34)}"/>`
        + `${parts.join('')}</svg>`;
    },
  };
  return pen;
}
