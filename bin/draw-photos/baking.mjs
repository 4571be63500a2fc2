import { BRICK, CREAM, TEAL, TURMERIC, WOOD, lit, mix, shaded } from './colours.mjs';
import { bowl, box, oval, poly, star, tub } from './paths.mjs';

export const ground = 'brick';

const TIN = '#3B5F5C';

function cakeTin(p, { outer, rim, inner, floor }) {
  p.solid(outer, TIN, 30, 0);
  p.flat(rim, lit(TIN));
  p.hollow(inner, mix(TIN, '#000000', 0.18), 24);
  p.flat(floor, TIN, 0.75);
}

export const pictures = {
  'loyang-kotak': (p) => {
    p.shadow(400, 584, 260, 36);
    cakeTin(p, {
      outer: 'M196 290L128 480q-8 30 10 84q8 20 34 20h456q26 0 34 -20q18 -54 10 -84L604 290z',
      rim: 'M206 272h388q20 0 28 18l76 186q10 34 -28 36H130q-38 -2 -28 -36l76 -186q8 -18 28 -18z',
      inner: 'M218 290h364q12 0 18 12l64 164q6 24 -22 26H158q-28 -2 -22 -26l64 -164q6 -12 18 -12z',
      floor: poly([226, 330], [574, 330], [632, 476], [168, 476]),
    });
  },
  'loyang-bulat': (p) => {
    p.shadow(390, 606, 230, 50);
    p.solid(tub(390, 376, 556, 236, 226, 60), TIN, 44, 9);
    p.line('M158 540a232 60 0 0 0 464 0', lit(TIN), 6, 0.6);
    p.flat(oval(390, 376, 236, 76), lit(TIN));
    p.hollow(oval(390, 379, 220, 66), mix(TIN, '#000000', 0.18), 24);
    p.flat(oval(396, 402, 186, 40), TIN, 0.8);
    p.solid(box(596, 408, 50, 96, 14), CREAM, 14, 6);
    p.rod('M622 420v62', BRICK, 16);
  },
  'loyang-brownies': (p) => {
    p.shadow(400, 560, 300, 34);
    p.solid('M104 372l24 150q6 36 40 36h464q34 0 40 -36l24 -150z', TIN, 30, 8);
    p.flat('M150 316h500q14 0 22 12l34 48q6 14 -10 16H104q-16 -2 -10 -16l34 -48q8 -12 22 -12z', lit(TIN));
    p.solid('M164 330q20 -44 90 -46q100 -26 190 -4q120 -12 170 20q24 14 22 32l24 34q-260 22 -520 0z', '#5B3524', 18, 9);
    p.line('M230 320q60 -18 120 0M410 314q70 -16 130 6', '#7C4E37', 9);
    for (const [x, y] of [[290, 344], [370, 336], [470, 350], [560, 340]]) p.flat(oval(x, y, 12, 6), TURMERIC);
  },
  'timbangan-kue': (p) => {
    p.shadow(400, 626, 230, 30);
    p.solid('M206 500h388q22 0 26 22l22 78q4 26 -26 26H184q-30 0 -26 -26l22 -78q4 -22 26 -22z', CREAM, 26, 9);
    p.solid(box(300, 540, 200, 58, 10), TEAL, 8, 4);
    // 250 on the display, in seven-segment strokes.
    p.line('M352 553h18v15h-18v16h18M408 553h-18v15h18v16h-18M428 553h18v31h-18z', TURMERIC, 5);
    for (const x of [248, 552]) p.solid(oval(x, 570, 21, 19), BRICK, 8, 4);
    p.solid(box(318, 470, 164, 36, 8), shaded(CREAM), 10, 0);
    p.solid(bowl(400, 310, 482, 226, 96), TEAL, 40, 0);
    p.flat(oval(400, 310, 226, 62), lit(TEAL));
    p.hollow(oval(400, 313, 210, 52), shaded(TEAL), 18);
    p.flat('M218 318q60 -84 182 -86q130 2 182 86a200 46 0 0 1 -364 0z', '#FFFDF6');
    p.flat('M470 244q80 26 112 74q-50 30 -120 38q50 -40 8 -112z', shaded(CREAM), 0.6);
  },
  'gelas-takar': (p) => {
    p.shadow(390, 640, 140, 34);
    p.rod('M500 300h48q60 0 60 78v72q0 76 -76 76h-38', TEAL, 32);
    p.flat(tub(380, 420, 604, 140, 122, 30), BRICK, 0.75);
    p.flat(oval(380, 420, 141, 33), mix(BRICK, '#FFFFFF', 0.35));
    p.glass('M224 214q-30 -12 -44 -34q30 -10 74 4a154 36 0 0 1 282 20L502 616a122 30 0 0 1 -244 0z');
    p.line('M244 204a148 36 0 1 0 292 -2', '#FFFFFF', 7, 0.9);
    for (let i = 0; i < 7; i += 1) p.line(`M392 ${298 + i * 48}h${i % 2 === 0 ? 78 : 44}`, TEAL, 9);
    p.line('M258 270L286 580', '#FFFFFF', 14, 0.75);
  },
  'pengocok-telur': (p) => {
    const wires = [-112, -64, 0, 64, 112];
    p.turn(38, () => {
      p.castLine('M400 470C250 330 270 90 400 90S550 330 400 470', 12, 22);
      p.cast(box(374, 450, 52, 270, 26), 22);
      for (const reach of wires) {
        if (reach === 0) p.rod('M400 470V90', CREAM, 11);
        else p.rod(`M394 470C${400 + reach * 1.5} 330 ${400 + reach * 1.3} 90 400 90`, CREAM, 11);
      }
      p.solid(box(378, 440, 44, 60, 10), CREAM, 12, 5);
      p.solid(box(372, 484, 56, 236, 28), BRICK, 16, 8);
      p.flat(oval(400, 694, 8, 11), mix(p.ground, '#3A3020', 0.3));
    });
  },
  'rolling-pin': (p) => {
    p.turn(-34, () => {
      for (const d of [box(84, 376, 632, 48, 24), box(204, 336, 392, 128, 22)]) p.cast(d, 26);
      p.solid(box(84, 376, 150, 48, 24), TEAL, 14, 8);
      p.solid(box(566, 376, 150, 48, 24), TEAL, 14, 8);
      p.solid(box(204, 336, 392, 128, 22), WOOD, 34, 12);
      p.line('M240 378h190M470 400h90M260 424h120', shaded(WOOD), 5, 0.45);
    });
  },
  'cetakan-kue-kering': (p) => {
    const cutter = (d, colour) => {
      p.castLine(d, 26, 26);
      p.line(d, shaded(colour), 28);
      p.line(d, colour, 18);
      p.line(d, lit(colour), 6);
    };
    cutter(star(262, 270, 5, 132, 62), TEAL);
    cutter('M544 196c-40 -66 -140 -18 -104 66q22 44 104 106q82 -62 104 -106c36 -84 -64 -132 -104 -66z', BRICK);
    cutter(oval(262, 566, 96), TURMERIC);
    cutter('M540 450c70 0 66 64 60 74c70 0 84 90 10 100c10 70 -70 76 -88 34c-40 50 -106 6 -82 -46c-66 -26 -38 -106 26 -94c-10 -40 20 -70 74 -68z', CREAM);
  },
  'mangkuk-adonan': (p) => {
    p.shadow(390, 606, 170, 36);
    p.turn(-28, () => {
      p.rod('M430 360L600 180', WOOD, 34);
    }, 500, 300);
    p.solid(bowl(390, 350, 590, 262, 120), CREAM, 50, 0);
    p.flat(box(272, 574, 236, 26, 13), BRICK);
    p.flat(oval(390, 350, 262, 82), '#FFFFFF');
    p.hollow(oval(390, 354, 246, 70), shaded(CREAM), 26);
    p.flat('M176 372c50 -50 100 -10 150 -34s90 -10 120 6s100 -6 164 34a224 48 0 0 1 -434 -6z', mix(TURMERIC, '#FFFFFF', 0.5));
    p.line('M270 388q60 -24 110 0t100 -4', mix(TURMERIC, '#FFFFFF', 0.2), 9);
  },
  'kuas-silikon': (p) => {
    p.turn(38, () => {
      for (const d of [box(330, 96, 140, 190, 12), box(376, 330, 48, 380, 24)]) p.cast(d, 22);
      for (let i = 0; i < 7; i += 1) p.solid(box(330 + i * 20, 92 + Math.abs(i - 3) * 7, 20, 200, 10), BRICK, 7, 4);
      p.solid('M326 270h148v40q0 40 -42 44h-64q-42 -4 -42 -44z', TEAL, 18, 7);
      p.solid(box(374, 346, 52, 370, 26), TEAL, 16, 8);
      p.flat(oval(400, 690, 8, 11), mix(p.ground, '#3A3020', 0.3));
    });
  },
};
