import { BRICK, CREAM, TEAL, TURMERIC, lit, mix, shaded } from './colours.mjs';
import { box, dome, oval, tub } from './paths.mjs';

export const ground = 'teal';

const DARK = '#3A4544';

function dial(p, cx, cy, r, pointer = BRICK) {
  p.solid(oval(cx, cy, r), CREAM, 8, 4);
  p.line(`M${cx} ${cy - r * 0.2}V${cy - r * 0.72}`, pointer, 6);
}

function riceCooker(p) {
  p.shadow(400, 640, 216, 44);
  p.rod('M196 372q-40 10 -40 60', TEAL, 26);
  p.rod('M604 372q40 10 40 60', TEAL, 26);
  p.solid('M186 370q-12 140 24 228q190 74 380 0q36 -88 24 -228z', CREAM, 54, 12);
  p.solid(dome(400, 360, 214, 224, 62), CREAM, 44, 12);
  p.line('M178 362a222 62 0 0 0 444 0', BRICK, 15);
  p.rod('M330 240q0 -50 70 -50t70 50', TEAL, 28);
  p.solid(oval(520, 274, 22, 12), TEAL, 6, 3);
  p.solid(box(338, 462, 124, 112, 24), TEAL, 14, 7);
  p.flat(oval(400, 494, 13), TURMERIC);
  p.solid(box(372, 524, 56, 28, 10), BRICK, 8, 4);
}

export const pictures = {
  'oven-listrik': (p) => {
    p.shadow(400, 606, 292, 30);
    for (const x of [168, 590]) p.solid(box(x, 580, 44, 28, 6), DARK, 8, 0);
    p.solid(box(112, 224, 576, 366, 26), BRICK, 26, 10);
    p.solid(box(144, 268, 388, 290, 14), CREAM, 12, 6);
    p.hollow(box(170, 294, 336, 238, 10), '#4A3324', 22);
    p.flat(box(180, 304, 316, 60, 6), TURMERIC, 0.5);
    p.line('M184 316h308M184 514h308', TURMERIC, 7);
    p.line('M172 452h332', mix(CREAM, '#2E2A1E', 0.3), 7);
    p.solid('M248 448q-14 -64 28 -76q62 -26 124 0q42 12 28 76z', TURMERIC, 18, 8);
    p.line('M286 386q50 -20 100 0', lit(TURMERIC), 8);
    p.flat('M190 520L330 300h52L242 520z', '#FFFFFF', 0.14);
    p.rod('M196 254h284', CREAM, 18);
    for (const y of [316, 412, 508]) dial(p, 610, y, 38);
  },
  'rice-cooker-mini': (p) => p.move(64, 104, () => {
    p.shadow(400, 632, 180, 42);
    p.solid('M224 350q-20 130 20 250q156 66 312 0q40 -120 20 -250z', TURMERIC, 50, 12);
    p.flat('M244 560q156 66 312 0l-8 40q-148 60 -296 0z', shaded(TURMERIC), 0.8);
    p.solid(dome(400, 350, 232, 186, 52), CREAM, 40, 10);
    p.line('M216 352a184 52 0 0 0 368 0', TEAL, 14);
    p.flat(box(388, 208, 24, 36, 4), shaded(TEAL));
    p.solid(oval(400, 204, 40, 24), TEAL, 12, 6);
    p.solid(box(352, 470, 96, 70, 18), CREAM, 12, 6);
    p.flat(oval(382, 505, 11), BRICK);
    p.line('M408 505h22', TEAL, 9);
  }, 0.84),
  'rice-cooker': riceCooker,
  'blender': (p) => {
    p.shadow(400, 692, 150, 30);
    p.rod('M526 196h34q52 0 52 66v70q0 66 -74 66h-26', TEAL, 30);
    p.flat('M280 300h240l-30 172H310z', BRICK, 0.8);
    p.flat(oval(400, 300, 120, 26), mix(BRICK, '#FFFFFF', 0.35));
    for (const [x, y, colour] of [[340, 292, TURMERIC], [400, 306, '#F7D9C8'], [452, 294, TURMERIC]]) p.flat(oval(x, y, 17, 8), colour);
    p.glass('M254 142h292L498 484H302z');
    p.line('M286 190L312 440', '#FFFFFF', 13, 0.8);
    for (let i = 0; i < 4; i += 1) p.line(`M420 ${240 + i * 52}h${i % 2 === 0 ? 66 : 40}`, TEAL, 6, 0.8);
    p.solid(tub(400, 116, 138, 152, 150, 32), TEAL, 30, 8);
    p.solid(oval(400, 116, 152, 36), lit(TEAL), 0, 0);
    p.solid(tub(400, 82, 104, 46, 50, 12), CREAM, 16, 5);
    p.solid(box(296, 478, 208, 40, 10), shaded(CREAM), 12, 0);
    p.solid('M300 506h200q20 0 26 22l38 124q4 34 -28 34H264q-32 0 -28 -34l38 -124q6 -22 26 -22z', CREAM, 38, 10);
    dial(p, 400, 596, 46);
    p.line('M300 640h44M456 640h44', BRICK, 10);
  },
  'air-fryer': (p) => {
    p.shadow(400, 660, 200, 40);
    p.solid('M226 240q0 -112 174 -114q174 2 174 114l22 344q0 72 -196 72t-196 -72z', TEAL, 56, 13);
    p.solid('M288 196q6 -36 112 -38q106 2 112 38q-112 36 -224 0z', mix(TEAL, '#000000', 0.35), 8, 6);
    p.flat(oval(400, 190, 40, 9), TURMERIC);
    p.line('M352 190h-22M448 190h22', CREAM, 6);
    p.solid('M252 366q148 50 296 0l20 206q-4 48 -168 48t-168 -48z', mix(TEAL, '#FFFFFF', 0.12), 34, 10);
    p.line('M244 352q156 54 312 0', mix(TEAL, '#000000', 0.45), 11);
    p.solid(box(354, 410, 92, 172, 34), CREAM, 22, 9);
    p.hollow(box(374, 434, 52, 52, 20), shaded(CREAM), 10);
    p.flat(oval(400, 548, 9), BRICK);
    dial(p, 400, 288, 40);
  },
  'hand-mixer': (p) => {
    p.shadow(360, 690, 130, 22);
    for (const x of [290, 372]) {
      p.rod(`M${x} 430v110`, CREAM, 15);
      for (const reach of [-46, -16, 16, 46]) p.rod(`M${x} 536C${x + reach * 1.5} 560 ${x + reach * 1.3} 680 ${x} 682`, CREAM, 10);
    }
    p.rod('M650 372q70 40 40 120t-30 110', DARK, 15);
    p.rod('M300 238C340 150 610 150 640 276', BRICK, 56);
    p.solid('M196 316q24 -70 130 -72l220 -4q120 2 124 82q2 74 -92 86l-220 44q-112 10 -150 -40q-30 -46 -12 -96z', CREAM, 44, 11);
    p.flat('M190 360q-4 28 18 52q38 50 150 40l220 -44q60 -8 82 -42q-170 60 -470 -6z', BRICK);
    p.solid(box(360, 190, 120, 34, 17), TEAL, 10, 6);
    for (let i = 0; i < 4; i += 1) p.line(`M${520 + i * 30} 290v42`, shaded(CREAM), 9);
    dial(p, 300, 310, 34);
  },
  'teko-listrik': (p) => {
    p.shadow(380, 676, 190, 30);
    p.solid(tub(376, 636, 656, 170, 170, 30), DARK, 30, 7);
    p.rod('M500 240h56q64 4 64 80v130q0 70 -90 76', TEAL, 46);
    p.solid('M254 300L190 246q60 -26 96 -10z', CREAM, 12, 6);
    p.solid('M262 232h232l48 370q2 40 -166 40t-166 -40z', CREAM, 54, 12);
    p.flat('M214 572q160 34 324 0l4 34q-4 36 -166 36t-166 -36z', TEAL);
    p.solid(dome(378, 234, 176, 118, 24), TEAL, 22, 8);
    p.solid(oval(378, 174, 30, 18), BRICK, 9, 5);
    p.solid(box(300, 340, 34, 190, 17), TEAL, 8, 5);
    p.flat(box(308, 420, 18, 102, 9), TURMERIC);
  },
};
