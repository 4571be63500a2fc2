import { BRICK, CREAM, TEAL, TURMERIC, WOOD, lit, mix, shaded } from './colours.mjs';
import { box, dome, oval, poly, tub } from './paths.mjs';

export const ground = 'brick';

const COFFEE = '#5A3320';

export const pictures = {
  'french-press': (p) => {
    p.shadow(390, 672, 142, 32);
    p.rod('M510 300h48q54 4 54 66v120q0 62 -60 66h-46', TEAL, 32);
    p.line('M390 96v150', shaded(CREAM), 10);
    p.flat(tub(384, 400, 624, 124, 124, 30), COFFEE, 0.92);
    p.flat(oval(384, 400, 124, 30), '#8A5A3A');
    p.flat(tub(384, 372, 388, 122, 122, 28), shaded(CREAM));
    p.line('M384 250v112', shaded(CREAM), 10);
    p.glass(tub(384, 250, 630, 130, 130, 30));
    p.line('M278 290v300', '#FFFFFF', 13, 0.8);
    for (const y of [306, 590]) p.line(`M252 ${y}a132 32 0 0 0 264 0`, BRICK, 17);
    for (const x of [258, 510]) p.line(`M${x} 306V650`, BRICK, 14);
    p.line('M384 338v284', BRICK, 13);
    p.solid(tub(384, 226, 250, 136, 136, 32), CREAM, 32, 8);
    p.solid(dome(384, 228, 184, 132, 30), CREAM, 28, 8);
    p.solid(oval(386, 92, 38, 30), TEAL, 13, 6);
  },
  'dripper-v60': (p) => {
    p.shadow(400, 664, 150, 34);
    p.rod('M512 500h30q52 0 52 54t-52 54h-36', TEAL, 26);
    p.solid(tub(400, 462, 628, 124, 116, 28), TEAL, 40, 10);
    p.flat(oval(400, 462, 124, 30), COFFEE);
    p.solid(tub(400, 426, 444, 178, 170, 40), CREAM, 30, 8);
    p.rod('M566 252h34q46 2 42 54t-60 58', CREAM, 24);
    p.solid(poly([208, 212], [592, 212], [452, 440], [348, 440]), CREAM, 44, 0);
    p.flat(oval(400, 212, 194, 58), lit(CREAM));
    p.hollow(oval(400, 215, 176, 47), '#FFFDF6', 14);
    p.hollow('M232 220q168 -70 336 0q-60 40 -168 42t-168 -42z', mix(WOOD, '#FFFFFF', 0.5), 12);
    p.flat(oval(404, 232, 116, 24), COFFEE);
    p.line('M270 300q60 40 90 120M360 304q36 50 30 124M460 300q0 60 -34 124', shaded(CREAM), 7, 0.8);
    p.line('M372 150q20 -22 0 -44M426 152q20 -22 0 -44', BRICK, 9, 0.5);
  },
  'moka-pot': (p) => {
    const octagon = (cx, top, bottom, a, b) => poly([cx - a, top], [cx + a, top], [cx + b, bottom], [cx - b, bottom]);
    p.shadow(390, 676, 154, 32);
    p.rod('M496 268h64q44 4 44 56v136', TEAL, 36);
    p.solid(octagon(380, 456, 660, 104, 154), CREAM, 58, 10);
    p.flat(poly([330, 470], [430, 470], [452, 660], [308, 660]), lit(CREAM), 0.8);
    p.solid(oval(500, 560, 17), TURMERIC, 7, 4);
    p.solid(box(268, 424, 224, 44, 8), shaded(CREAM), 16, 6);
    p.solid('M250 226L196 214l50 74z', CREAM, 8, 6);
    p.solid(octagon(380, 220, 428, 144, 100), CREAM, 50, 10);
    p.flat(poly([316, 222], [444, 222], [424, 426], [336, 426]), lit(CREAM), 0.8);
    p.solid(poly([236, 222], [528, 222], [470, 168], [300, 168]), BRICK, 26, 8);
    p.flat(box(372, 136, 28, 36, 4), shaded(TEAL));
    p.solid(oval(386, 130, 30, 24), TEAL, 11, 5);
  },
  'saringan-teh': (p) => {
    p.turn(34, () => {
      p.cast(oval(400, 250, 150), 24);
      p.cast(box(374, 400, 52, 320, 26), 24);
      p.solid(oval(400, 250, 150), CREAM, 14, 7);
      p.hollow(oval(400, 250, 126), mix(CREAM, '#2E2A1E', 0.16), 26);
      for (let i = -5; i <= 5; i += 1) {
        const half = Math.sqrt(122 ** 2 - (i * 22) ** 2);
        p.line(`M${400 + i * 22} ${250 - half}V${250 + half}M${400 - half} ${250 + i * 22}H${400 + half}`, mix(CREAM, '#2E2A1E', 0.34), 3);
      }
      for (const [x, y, turn] of [[370, 270, 20], [420, 230, -40], [430, 300, 60], [380, 212, 10]]) {
        p.turn(turn, () => p.flat(oval(x, y, 26, 9), TEAL), x, y);
      }
      p.solid(box(374, 92, 52, 24, 10), CREAM, 8, 4);
      p.solid(box(374, 396, 52, 70, 10), CREAM, 14, 6);
      p.solid(box(372, 452, 56, 272, 28), BRICK, 16, 8);
      p.flat(oval(400, 696, 9), mix(p.ground, '#3A3020', 0.3));
    });
  },
};
