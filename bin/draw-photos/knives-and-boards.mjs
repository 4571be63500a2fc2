import { BRICK, CREAM, TEAL, TURMERIC, WOOD, lit, mix, shaded } from './colours.mjs';
import { bowl, box, oval, poly } from './paths.mjs';

export const ground = 'teal';

const STEEL = '#F3EEE2';
const BLADE = 'M372 470V120q0 -40 22 -40q70 120 74 390z';

function knife(p, degrees, handleColour) {
  p.turn(degrees, () => {
    p.cast(BLADE, 22);
    p.cast(box(368, 470, 64, 240, 22), 22);
    p.solid(BLADE, STEEL, 20, 0);
    p.line('M384 150V456', '#FFFFFF', 6, 0.9);
    p.solid(box(364, 462, 76, 30, 6), CREAM, 10, 3);
    p.solid(box(368, 486, 64, 226, 22), handleColour, 16, 7);
    for (const y of [530, 596, 662]) p.flat(oval(400, y, 9), CREAM);
  });
}

function board(p, colour, draw) {
  p.turn(-16, () => {
    const d = 'M220 250q0 -36 36 -36h288q36 0 36 36v300q0 36 -36 36H256q-36 0 -36 -36z';
    const grip = 'M344 220q0 -110 56 -110t56 110z';
    p.cast(`${d}`, 30);
    p.cast(grip, 30);
    p.solid(grip, colour, 16, 8);
    p.solid(d, colour, 16, 8);
    p.flat('M350 206h100v30h-100z', colour);
    p.flat(oval(400, 160, 17), mix(p.ground, '#3A3020', 0.3));
    draw();
  });
}

export const pictures = {
  'pisau-set': (p) => {
    p.shadow(410, 640, 190, 34);
    const slots = [[300, TEAL, 178], [362, BRICK, 150], [424, TEAL, 168], [482, BRICK, 206]];
    for (const [x, colour, top] of slots) {
      p.solid(box(x - 22, top, 44, 240, 18), colour, 12, 6);
      for (const y of [top + 46, top + 96]) p.flat(oval(x, y, 6), CREAM);
    }
    p.line(`${oval(548, 300, 26, 34)}${oval(596, 316, 26, 34)}`, BRICK, 15);
    p.solid('M240 374l300 -14q18 -2 26 14l36 250q2 16 -16 16H236q-18 0 -20 -16l4 -230q2 -20 20 -20z', WOOD, 34, 9);
    p.solid('M236 376l308 -16q20 0 26 18l-338 20q-6 -20 4 -22z', mix(WOOD, '#FFFFFF', 0.3), 0, 4);
    for (const [x] of slots) p.line(`M${x - 26} 386l52 -3`, shaded(WOOD), 9);
    p.line('M262 470l292 -10M258 540l310 -10', shaded(WOOD), 4, 0.5);
  },
  'pisau-chef': (p) => knife(p, 44, TEAL),
  'asahan-pisau': (p) => {
    p.shadow(400, 566, 250, 36);
    p.solid('M150 470q0 -30 34 -34l150 -16q30 -126 118 -126q76 0 104 110l72 20q32 8 32 40v50q0 36 -36 36H186q-36 0 -36 -36z', TEAL, 34, 9);
    [[372, BRICK], [440, TURMERIC], [508, CREAM]].forEach(([x, colour]) => {
      p.solid(box(x - 27, 350, 54, 118, 12), colour, 12, 5);
      p.flat(poly([x - 11, 344], [x + 11, 344], [x, 426]), shaded(TEAL));
    });
    p.solid(box(170, 528, 440, 26, 13), mix(TEAL, '#000000', 0.4), 0, 4);
    p.line('M190 478h116', lit(TEAL), 12, 0.7);
  },
  'talenan-kayu': (p) => board(p, WOOD, () => {
    p.line('M250 300h300M250 380h300M250 470h300', shaded(WOOD), 4, 0.4);
    p.line('M254 266q0 -18 18 -18h256q18 0 18 18v268q0 18 -18 18H272q-18 0 -18 -18z', shaded(WOOD), 8, 0.75);
  }),
  'talenan-ukir-nama': (p) => board(p, '#C98A3C', () => {
    p.line('M262 330q40 -30 80 0t80 0t80 0q20 -14 34 -8', shaded('#C98A3C'), 7, 0.45);
    // A name in handwriting, as loops: no letter of any script is needed.
    p.line('M288 446c14 -92 60 -92 52 -26s-50 50 -14 18c22 -20 42 -60 56 -50s-30 70 -2 66s36 -72 58 -60s-40 70 -6 58s32 -56 56 -46s-14 40 10 36', shaded(BRICK), 11);
    p.line('M282 506h236', shaded(BRICK), 7, 0.8);
    p.flat('M400 286c-18 -34 -62 -12 -40 18l40 36l40 -36c22 -30 -22 -52 -40 -18z', BRICK);
  }),
  'gunting-dapur': (p) => {
    const ring = (cx) => `${oval(cx, 620, 74, 92)}${oval(cx, 622, 44, 60)}`;
    p.turn(28, () => {
      for (const cx of [318, 482]) p.cast(ring(cx), 22);
      p.cast('M372 470L330 120q0 -34 24 -30l76 360zM428 470L470 120q0 -34 -24 -30l-76 360z', 22);
      p.solid('M428 480L456 124q-4 -38 -30 -30l-72 356z', STEEL, 14, 0);
      p.solid('M372 480L344 124q4 -38 30 -30l72 356z', CREAM, 14, 5);
      p.solid('M362 440l76 0l76 116l-52 26l-62 -96l-62 96l-52 -26z', TEAL, 14, 5);
      for (const cx of [318, 482]) p.solid(ring(cx), TEAL, 14, 7);
      p.solid(oval(400, 446, 20), TURMERIC, 8, 4);
    });
  },
  'parutan-4-sisi': (p) => {
    p.shadow(420, 640, 170, 34);
    p.solid(poly([470, 250], [540, 262], [610, 600], [520, 640]), STEEL, 60, 0);
    p.solid(poly([300, 250], [472, 250], [524, 640], [230, 640]), STEEL, 12, 10);
    for (let row = 0; row < 9; row += 1) {
      const inRow = 4 + Math.floor(row / 3);
      const half = 62 + row * 9;
      for (let i = 0; i < inRow; i += 1) {
        const x = 384 - row * 1.2 - half + (2 * half * (i + 0.5)) / inRow;
        p.flat(`M${x - 11} ${306 + row * 34}q11 18 22 0q-11 -10 -22 0z`, TEAL);
      }
    }
    p.solid(poly([224, 620], [526, 620], [530, 654], [220, 654]), BRICK, 8, 4);
    p.solid(poly([526, 620], [612, 586], [616, 616], [530, 654]), shaded(BRICK), 0, 0);
    p.solid(box(296, 222, 252, 44, 16), BRICK, 12, 6);
    p.rod('M344 222v-34q0 -44 44 -44h70q44 0 44 44v34', TEAL, 26);
  },
  'cobek-batu': (p) => {
    const stone = '#5B6F6C';
    p.shadow(400, 596, 210, 40);
    p.solid(bowl(400, 420, 590, 264, 130), stone, 44, 0);
    p.flat(oval(400, 420, 264, 92), lit(stone));
    p.hollow(oval(400, 424, 226, 72), stone, 30);
    p.flat(oval(370, 452, 108, 28), BRICK);
    for (const [x, y] of [[330, 446], [380, 462], [410, 444], [352, 466]]) p.flat(oval(x, y, 7, 5), TURMERIC);
    p.turn(34, () => p.solid('M372 232q28 -22 56 0l22 214q-6 40 -50 40t-50 -40z', lit(stone), 24, 8), 460, 420);
    for (const [x, y] of [[200, 500], [262, 540], [330, 566], [470, 566], [250, 496]]) p.flat(oval(x, y, 6, 5), lit(stone), 0.6);
  },
};
