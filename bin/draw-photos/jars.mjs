import { BRICK, CREAM, TEAL, TURMERIC, WOOD, lit, mix, shaded } from './colours.mjs';
import { box, oval, tub } from './paths.mjs';

export const ground = 'teal';

function carrier(p, tiers) {
  const tall = 96;
  const bottom = 640;
  const top = bottom - tiers * tall;
  p.shadow(400, bottom + 24, 156, 36);
  p.rod(`M252 ${bottom - 30}V${top - 20}Q252 ${top - 112} 400 ${top - 112}T548 ${top - 20}V${bottom - 30}`, TEAL, 22);
  for (let i = 0; i < tiers; i += 1) {
    const y = bottom - (i + 1) * tall;
    p.solid(tub(400, y, y + tall - 10, 136, 132, 34), i % 2 === 0 ? CREAM : '#EBE0C8', 38, 9);
    p.line(`M264 ${y + tall - 10}a136 34 0 0 0 272 0`, TEAL, 9);
  }
  p.solid(`M262 ${top}q8 -48 138 -52q130 4 138 52a138 35 0 0 1 -276 0z`, BRICK, 26, 9);
  p.solid(box(362, top - 130, 76, 36, 18), WOOD, 10, 6);
  for (const x of [252, 548]) p.solid(box(x - 17, top + 40, 34, 58, 10), TURMERIC, 9, 5);
}

export const pictures = {
  'toples-kaca': (p) => {
    p.shadow(410, 660, 160, 36);
    p.flat(tub(400, 400, 616, 146, 140, 34), TURMERIC, 0.92);
    p.flat(oval(400, 400, 146, 34), mix(TURMERIC, '#FFFFFF', 0.35));
    for (const [x, y] of [[330, 470], [390, 520], [460, 462], [350, 570], [440, 590], [490, 530], [300, 530]]) p.flat(oval(x, y, 17, 11), mix(TURMERIC, '#2E2A1E', 0.2));
    p.glass('M296 268q0 34 -32 52q-22 14 -22 48v256a158 38 0 0 0 316 0V368q0 -34 -22 -48q-32 -18 -32 -52z');
    p.line('M276 380v220', '#FFFFFF', 15, 0.85);
    p.line('M292 274a108 26 0 0 0 216 0', BRICK, 20);
    p.solid('M288 244q0 -64 112 -66q112 2 112 66a112 26 0 0 1 -224 0z', CREAM, 24, 9);
    p.line('M532 196v96q0 26 -26 30M532 200q-6 -30 -44 -24', TEAL, 12);
    p.line('M282 300q-24 -30 -4 -66', TEAL, 12);
  },
  'toples-kedap-udara': (p) => {
    p.shadow(400, 612, 226, 36);
    p.flat(box(204, 396, 392, 190, [0, 0, 40, 40]), '#FFFFFF', 0.45);
    for (let row = 0; row < 3; row += 1) {
      for (let i = 0; i < 6; i += 1) {
        const x = 244 + i * 61 + (row % 2) * 16 - 8;
        p.solid(oval(x, 556 - row * 48, 33, 25), row === 1 ? WOOD : TURMERIC, 9, 5);
        p.flat(oval(x, 550 - row * 48, 8, 6), BRICK);
      }
    }
    p.glass(box(192, 366, 416, 236, [10, 10, 46, 46]));
    p.line('M220 420v130', '#FFFFFF', 13, 0.85);
    p.solid(box(170, 296, 460, 78, 26), TEAL, 22, 9);
    p.solid(box(214, 270, 372, 36, [18, 18, 4, 4]), TEAL, 10, 7);
    p.line('M184 384h432', BRICK, 9);
    for (const x of [266, 534]) p.solid(box(x - 38, 322, 76, 92, 16), CREAM, 14, 7);
  },
  'rantang-susun-3': (p) => carrier(p, 3),
  'rantang-susun-4': (p) => p.move(40, 46, () => carrier(p, 4), 0.9),
  'kotak-bekal': (p) => {
    p.shadow(400, 590, 260, 30);
    p.solid('M150 330h500l-26 200q-6 54 -60 54H236q-54 0 -60 -54z', TEAL, 36, 9);
    p.solid('M196 262q4 -26 34 -26h340q30 0 34 26l46 68q10 34 -30 36H180q-40 -2 -30 -36z', lit(TEAL), 8, 7);
    p.hollow('M224 262h180l-8 80H196z', CREAM, 14);
    p.hollow('M424 262h152l12 30H422z', CREAM, 10);
    p.hollow('M420 306h172l14 36H418z', CREAM, 10);
    p.flat('M222 328q20 -48 80 -48q66 0 84 54l-2 4H220z', '#FFFFFF');
    for (const [x, y] of [[276, 306], [316, 296], [346, 318], [298, 326]]) p.flat(oval(x, y, 7, 4), TURMERIC);
    for (const x of [454, 498, 542]) p.solid(oval(x, 279, 20, 12), BRICK, 5, 3);
    for (const x of [450, 496, 544]) p.solid(oval(x, 327, 25, 13), '#3F8B5E', 6, 4);
    p.solid(box(340, 400, 120, 54, 16), TURMERIC, 12, 6);
    p.rod('M214 486h190', CREAM, 12);
  },
  'tempat-bumbu': (p) => {
    p.shadow(400, 618, 290, 32);
    [TURMERIC, BRICK, '#3F8B5E', '#7A4A2B'].forEach((spice, i) => {
      const cx = 202 + i * 132;
      p.flat(box(cx - 46, 410, 92, 140, 12), spice);
      p.glass(box(cx - 54, 318, 108, 244, [18, 18, 14, 14]));
      p.line(`M${cx - 36} 350v160`, '#FFFFFF', 9, 0.8);
      p.solid(box(cx - 50, 268, 100, 56, 12), WOOD, 14, 7);
      p.flat(box(cx - 28, 446, 56, 40, 6), CREAM);
      p.line(`M${cx - 16} 466h32`, TEAL, 5);
    });
    p.solid(box(116, 544, 568, 68, 14), WOOD, 18, 8);
    p.line('M140 580h500', shaded(WOOD), 4, 0.5);
  },
};
