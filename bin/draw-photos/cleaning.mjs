import { BRICK, CREAM, TEAL, TURMERIC, lit, mix, shaded } from './colours.mjs';
import { box, oval } from './paths.mjs';

export const ground = 'teal';

export const pictures = {
  'rak-piring': (p) => {
    p.shadow(400, 652, 270, 26);
    const frame = (y) => {
      p.rod(`M150 ${y}h500`, CREAM, 17);
      p.rod(`M150 ${y + 62}h500`, CREAM, 17);
    };
    p.rod('M150 640V190q0 -40 40 -40h420q40 0 40 40V640', TEAL, 22);
    for (let i = 0; i < 6; i += 1) {
      const x = 214 + i * 62;
      p.solid(oval(x + 14, 510, 34, 92), i % 3 === 1 ? TURMERIC : CREAM, 12, 7);
      p.hollow(oval(x + 17, 512, 19, 60), i % 3 === 1 ? shaded(TURMERIC) : mix(CREAM, '#2E2A1E', 0.12), 6);
    }
    [BRICK, CREAM, TEAL, TURMERIC].forEach((colour, i) => {
      const x = 204 + i * 106;
      p.rod(`M${x + 70} 262q30 4 30 30t-30 28`, colour, 15);
      p.solid(box(x, 232, 76, 110, [8, 8, 24, 24]), colour, 18, 7);
    });
    frame(320);
    frame(560);
    p.solid(box(126, 634, 548, 28, 14), BRICK, 9, 5);
  },
  'spons-cuci': (p) => {
    p.shadow(400, 578, 290, 24);
    const sponge = (x, y, pad, soft) => {
      p.solid(box(x, y + 32, 300, 92, 24), soft, 22, 8);
      p.solid(box(x, y, 300, 46, [22, 22, 6, 6]), pad, 10, 6);
      for (const [dx, dy, r] of [[40, 76, 10], [96, 96, 7], [140, 70, 9], [196, 94, 11], [244, 72, 7]]) p.flat(oval(x + dx, y + dy, r, r * 0.8), shaded(soft), 0.7);
    };
    sponge(88, 452, TEAL, TURMERIC);
    sponge(412, 452, BRICK, CREAM);
    sponge(250, 330, TEAL, TURMERIC);
    for (const [x, y, r] of [[566, 250, 38], [624, 318, 20], [232, 268, 28], [276, 216, 15], [640, 240, 13]]) p.glass(oval(x, y, r));
  },
  'lap-microfiber': (p) => {
    p.shadow(400, 612, 226, 28);
    const fold = (y, colour, width) => {
      const x = 400 - width / 2;
      p.solid(`M${x} ${y}q-26 40 0 84h${width}q24 -42 0 -84z`, colour, 20, 8);
      p.line(`M${x + 14} ${y + 42}h${width - 40}`, shaded(colour), 6, 0.7);
    };
    fold(520, TEAL, 430);
    fold(434, TURMERIC, 418);
    p.solid('M196 440q-18 -44 12 -150q6 -30 40 -30h304q34 0 42 32q26 90 14 148q-206 24 -412 0z', CREAM, 34, 10);
    p.line('M226 392q176 18 352 0M232 414q172 16 342 0', BRICK, 8);
    p.solid('M462 262l110 4q22 6 28 34l-14 74q-90 -10 -124 -112z', mix(CREAM, '#2E2A1E', 0.14), 16, 8);
    p.line('M256 296h140M252 326h110', lit(CREAM), 9, 0.9);
  },
};
