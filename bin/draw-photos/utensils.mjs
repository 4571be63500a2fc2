import { BRICK, CREAM, TEAL, TURMERIC, WOOD, lit, mix, shaded } from './colours.mjs';
import { box, oval } from './paths.mjs';

export const ground = 'teal';

const SPATULA_HEAD = 'M338 116q0 -26 30 -26h72q22 0 22 26v150q0 52 -44 52h-36q-44 0 -44 -52z';

/** A lying tool: its shadow first, then each part, head upwards, turned to the right. */
function lying(p, degrees, parts) {
  p.turn(degrees, () => {
    for (const [d] of parts) p.cast(d, 22);
    for (const [d, colour, shade = 15] of parts) p.solid(d, colour, shade, 6);
  });
}

const handle = (colour, top = 320, length = 390, width = 40) => [box(400 - width / 2, top, width, length, width / 2), colour];

function eye(p, degrees, y) {
  p.turn(degrees, () => p.flat(oval(400, y, 8, 11), mix(p.ground, '#3A3020', 0.3)));
}

export const pictures = {
  'spatula-silikon': (p) => {
    lying(p, 38, [[box(387, 296, 26, 70, 6), CREAM], handle(WOOD, 346, 372, 44), [SPATULA_HEAD, BRICK, 22]]);
    eye(p, 38, 694);
    p.turn(38, () => p.line('M362 128v112', lit(BRICK), 10, 0.8));
  },
  'sutil-kayu': (p) => {
    lying(p, 38, [['M330 96q70 -26 140 0v130q0 62 -46 84q-6 60 -4 390q-20 22 -40 0q2 -330 -4 -390q-46 -22 -46 -84z', WOOD, 20]]);
    p.turn(38, () => {
      p.line('M376 120v150M404 112v180M430 120v140', shaded(WOOD), 4, 0.5);
      p.flat(oval(400, 672, 8, 11), mix(p.ground, '#3A3020', 0.3));
    });
  },
  'sutil-set': (p) => {
    p.castLine('M150 172h500', 24, 16);
    p.rod('M150 172h500', TEAL, 24);
    const heads = [
      box(166, 480, 76, 130, [10, 10, 26, 26]), box(266, 480, 76, 130, [10, 10, 26, 26]), oval(404, 548, 46, 62),
      oval(504, 548, 46, 60), 'M566 506h68l8 84q-42 30 -84 0z',
    ];
    heads.forEach((head, i) => {
      const x = 204 + i * 99;
      p.line(`M${x} 176v26`, TEAL, 9);
      p.solid(box(x - 16, 206, 32, 160, 16), i % 2 === 0 ? BRICK : TURMERIC, 10, 5);
      p.solid(box(x - 8, 360, 16, 136, 4), CREAM, 6, 3);
      p.solid(head, CREAM, 17, 6);
    });
    for (const y of [512, 552]) p.flat(`${box(284, y, 12, 28, 6)}${box(312, y, 12, 28, 6)}`, shaded(CREAM));
    p.hollow(oval(402, 544, 32, 44), mix(CREAM, '#2E2A1E', 0.1), 12);
    for (let i = 0; i < 7; i += 1) p.flat(oval(503 + 24 * Math.cos(i) * (i > 0 ? 1 : 0), 548 + 32 * Math.sin(i) * (i > 0 ? 1 : 0), 6), shaded(CREAM));
  },
  'centong-nasi': (p) => {
    lying(p, 38, [['M400 84c76 0 104 74 104 142c0 72 -50 104 -66 142c-12 30 -8 250 -10 310c-2 38 -54 38 -56 0c-2 -60 2 -280 -10 -310c-16 -38 -66 -70 -66 -142c0 -68 28 -142 104 -142z', CREAM, 22]]);
    p.turn(38, () => {
      for (let row = 0; row < 6; row += 1) {
        for (let i = -2; i <= 2; i += 1) if (Math.abs(i) < 2 || (row > 1 && row < 5)) p.flat(oval(400 + i * 36 + (row % 2) * 8 - 4, 134 + row * 34, 6), shaded(CREAM));
      }
      p.solid(box(380, 540, 40, 120, 20), TEAL, 8, 4);
    });
  },
  'centong-sayur': (p) => {
    p.turn(30, () => {
      p.castLine('M400 470V150q0 -54 46 -54q40 0 40 40', 26);
      p.cast(oval(400, 560, 128, 108));
      p.rod('M400 470V150q0 -54 46 -54q40 0 40 40', CREAM, 28);
      p.solid(box(382, 190, 36, 190, 18), TEAL, 12, 5);
      p.solid(oval(400, 560, 128, 108), CREAM, 26, 9);
      p.hollow(oval(400, 556, 106, 86), mix(CREAM, '#2E2A1E', 0.12), 24);
      p.flat(oval(404, 572, 74, 50), BRICK);
      p.flat(oval(380, 562, 18, 10), TURMERIC);
      p.flat(oval(428, 586, 13, 8), TURMERIC);
    });
  },
  'serok-gorengan': (p) => {
    p.turn(34, () => {
      p.cast(oval(400, 280, 174));
      p.castLine('M400 450V700', 30);
      p.flat(oval(400, 280, 174), CREAM, 0.7);
      for (let i = -4; i <= 4; i += 1) {
        const half = Math.sqrt(168 ** 2 - (i * 36) ** 2);
        p.line(`M${400 + i * 36} ${280 - half}V${280 + half}M${400 - half} ${280 + i * 36}H${400 + half}`, shaded(CREAM), 5);
      }
      p.line(oval(400, 280, 170), shaded(CREAM), 20);
      p.line(oval(398, 278, 171), CREAM, 12);
      p.rod('M400 452V520', CREAM, 24);
      p.solid(box(378, 500, 44, 224, 22), WOOD, 14, 6);
      p.flat(oval(400, 700, 8), mix(p.ground, '#3A3020', 0.3));
    });
  },
  'capitan-makanan': (p) => {
    const leg = (side) => `M400 716C${400 + side * 30} 600 ${400 + side * 120} 420 ${400 + side * 66} 240`;
    p.turn(36, () => {
      for (const side of [-1, 1]) p.castLine(leg(side), 40);
      for (const side of [-1, 1]) {
        p.rod(leg(side), CREAM, 42);
        p.solid(box(400 + side * 58 - 28, 104, 56, 156, [28, 28, 12, 12]), BRICK, 14, 6);
      }
      p.solid(box(372, 640, 56, 90, 28), TEAL, 14, 6);
      p.flat(oval(400, 704, 10), mix(p.ground, '#3A3020', 0.3));
    });
  },
};
