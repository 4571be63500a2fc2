import { BRICK, CREAM, TEAL, TURMERIC, lit, mix, shaded } from './colours.mjs';
import { box, oval } from './paths.mjs';

export const ground = 'turmeric';

const IRON = '#3A4544';

function burner(p, cx, cy, r) {
  p.flat(oval(cx, cy, r * 1.24, r * 0.5), shaded(CREAM));
  p.hollow(oval(cx, cy, r * 1.16, r * 0.45), mix(CREAM, '#2E2A1E', 0.2), 8);
  for (let i = 0; i < 9; i += 1) {
    // From the back to the front, so that the near flames stand before the far ones.
    const angle = Math.PI * 1.5 + Math.ceil(i / 2) * (i % 2 === 0 ? 1 : -1) * (Math.PI * 2 / 9);
    const x = (cx + r * 0.62 * Math.cos(angle)).toFixed(1);
    const y = (cy - 4 + r * 0.25 * Math.sin(angle)).toFixed(1);
    p.flat(`M${x} ${y}m0 -44q24 34 0 50q-24 -16 0 -50z`, '#2F8792');
    p.flat(`M${x} ${y}m0 -20q11 16 0 24q-11 -8 0 -24z`, '#CDEBE6');
  }
  p.solid(oval(cx, cy - 8, r * 0.52, r * 0.22), TURMERIC, 8, 5);
  p.flat(oval(cx, cy - 10, r * 0.26, r * 0.11), shaded(TURMERIC));
  for (const [dx, dy] of [[-1, 0.05], [1, 0.05], [-0.42, -0.36], [0.42, -0.36], [-0.42, 0.42], [0.42, 0.42]]) {
    p.rod(`M${cx + dx * r * 1.16} ${cy + dy * r}v-34l${-dx * r * 0.44} ${-dy * r * 0.3}`, IRON, 13);
  }
}

function knob(p, cx, cy, r = 34) {
  p.solid(oval(cx, cy, r), IRON, 10, 6);
  p.line(`M${cx} ${cy - r * 0.7}V${cy + 4}`, CREAM, 8);
}

function body(p, left, right, face) {
  p.shadow((left + right) / 2, 606, (right - left) / 2 + 4, 28);
  for (const x of [left + 40, right - 84]) p.solid(box(x, 580, 44, 30, 8), IRON, 8, 0);
  p.solid(`M${left + 62} 336H${right - 62}q16 0 24 14l48 104H${left - 10}l48 -104q8 -14 24 -14z`, CREAM, 14, 10);
  p.solid(box(left - 12, 450, right - left + 24, 136, [8, 8, 26, 26]), face, 24, 9);
}

export const pictures = {
  'kompor-gas-1': (p) => {
    body(p, 176, 624, BRICK);
    burner(p, 400, 396, 132);
    knob(p, 400, 520, 42);
  },
  'kompor-gas-2': (p) => {
    body(p, 92, 708, TEAL);
    burner(p, 250, 398, 108);
    burner(p, 552, 396, 90);
    knob(p, 250, 520);
    knob(p, 552, 520);
    p.line('M360 520h82', lit(TEAL), 10);
  },
  'kompor-induksi': (p) => {
    p.shadow(400, 588, 286, 28);
    p.solid('M206 300h388q22 0 32 18l76 196q8 30 -24 32H122q-32 -2 -24 -32l76 -196q10 -18 32 -18z', IRON, 20, 9);
    p.solid(box(98, 532, 604, 46, [4, 4, 22, 22]), CREAM, 16, 6);
    p.line(oval(400, 398, 156, 62), BRICK, 8);
    p.line(oval(400, 398, 106, 42), BRICK, 6, 0.75);
    p.line(oval(400, 398, 50, 20), BRICK, 5, 0.5);
    p.flat('M230 318h70L226 470h-76z', '#FFFFFF', 0.08);
    p.solid(box(334, 490, 132, 34, 8), mix(IRON, '#000000', 0.5), 0, 3);
    p.line('M356 507h18M392 507h18M426 507h18', TURMERIC, 6);
    for (const x of [228, 280, 520, 572]) p.line(oval(x, 507, 14, 10), CREAM, 5, 0.9);
  },
};
