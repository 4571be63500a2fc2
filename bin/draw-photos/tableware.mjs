import { BRICK, CREAM, TEAL, TURMERIC, WOOD, lit, mix, shaded } from './colours.mjs';
import { bowl, box, dome, oval } from './paths.mjs';

export const ground = 'turmeric';

const SPOON = 'M400 96c52 0 78 62 78 116c0 60 -40 92 -60 112c-8 30 -6 250 -2 340c0 34 -32 34 -32 0c4 -90 6 -310 -2 -340c-20 -20 -60 -52 -60 -112c0 -54 26 -116 78 -116z';
const FORK = 'M328 104q0 -16 13 -16t13 16v118h22V104q0 -16 12 -16h24q12 0 12 16v118h22V104q0 -16 13 -16t13 16v150c0 52 -34 62 -54 84c-6 40 -4 240 0 328c0 34 -36 34 -36 0c4 -88 6 -288 0 -328c-20 -22 -54 -32 -54 -84z';

function lying(p, d, degrees, dx, inside = false) {
  p.turn(degrees, () => p.move(dx, 0, () => {
    p.cast(d, 20);
    p.solid(d, CREAM, 15, 7);
    if (inside) p.hollow(oval(400, 206, 54, 84), mix(CREAM, '#2E2A1E', 0.1), 20);
  }));
}

export const pictures = {
  'sendok-set': (p) => {
    lying(p, SPOON, -24, -64, true);
    lying(p, SPOON, 0, 0, true);
    lying(p, SPOON, 24, 64, true);
    p.solid(box(322, 510, 160, 62, 14), BRICK, 14, 7);
    p.line('M336 541h132', lit(BRICK), 6, 0.8);
  },
  'sendok-garpu-set': (p) => {
    const cloth = box(232, 232, 336, 336, 18);
    p.turn(45, () => {
      p.cast(cloth, 24);
      p.solid(cloth, TEAL, 12, 8);
      p.line(box(254, 254, 292, 292, 10), CREAM, 5, 0.7);
    });
    lying(p, FORK, 0, -92);
    lying(p, SPOON, 0, 92, true);
  },
  'piring-keramik': (p) => {
    p.shadow(400, 590, 230, 50);
    for (let i = 0; i < 5; i += 1) {
      const y = 556 - i * 24;
      p.solid(bowl(400, y - 28, y + 28, 258, 150), i % 2 === 0 ? CREAM : '#E9DFC9', 30, 0);
    }
    p.solid(oval(400, 418, 272, 104), CREAM, 12, 8);
    p.line(oval(400, 417, 250, 92), TEAL, 9);
    p.hollow(oval(400, 418, 190, 66), mix(CREAM, '#2E2A1E', 0.06), 16);
    p.flat(oval(404, 426, 160, 50), CREAM);
    for (const [x, y] of [[196, 394], [236, 472], [400, 500], [564, 472], [604, 394], [400, 334]]) p.flat(oval(x, y, 10, 6), BRICK);
  },
  'mangkuk-keramik': (p) => {
    p.shadow(400, 606, 150, 34);
    p.solid(box(310, 560, 180, 44, [0, 0, 22, 22]), CREAM, 20, 4);
    p.solid(bowl(400, 384, 584, 248, 92), CREAM, 44, 0);
    p.flat('M164 448q236 96 472 0q-8 30 -20 50q-216 76 -432 0q-12 -20 -20 -50z', TEAL);
    p.flat(oval(400, 384, 248, 80), '#FFFDF6');
    p.hollow(oval(400, 388, 230, 68), mix(CREAM, '#2E2A1E', 0.08), 24);
    p.flat(oval(404, 404, 200, 48), mix(TURMERIC, '#FFFFFF', 0.24));
    for (const x of [318, 402, 482]) p.solid(oval(x, 396 + (x === 402 ? 16 : 0), 42, 30), '#A0714A', 14, 6);
    p.line('M250 410q28 -20 52 0M500 430q30 -18 56 -6', TEAL, 9);
  },
  'tudung-saji': (p) => {
    p.shadow(400, 560, 270, 46);
    p.solid(dome(400, 506, 240, 276, 66), WOOD, 52, 12);
    for (const share of [0.25, 0.5, 0.75]) {
      const y = 506 - 266 * share;
      const rx = 276 * Math.sqrt(1 - share ** 2.1);
      p.line(`M${400 - rx} ${y}a${rx} ${64 - share * 22} 0 0 0 ${2 * rx} 0`, share === 0.5 ? BRICK : shaded(WOOD), share === 0.5 ? 16 : 6, share === 0.5 ? 1 : 0.7);
    }
    for (const x of [-240, -176, -94, 0, 94, 176, 240]) p.line(`M400 244Q${400 + x * 0.86} 330 ${400 + x} ${506 + 64 * Math.sqrt(1 - (x / 276) ** 2)}`, shaded(WOOD), 5, 0.6);
    p.line('M126 508a274 66 0 0 0 548 0', TEAL, 20);
    p.solid(box(386, 206, 28, 44, 8), shaded(TEAL), 6, 0);
    p.solid(oval(400, 200, 38, 24), TEAL, 12, 6);
  },
};
