import { BRICK, CREAM, TEAL, TURMERIC, WOOD, lit, mix, shaded } from './colours.mjs';
import { box, oval, tub } from './paths.mjs';
import { ears, lid, pot } from './vessels.mjs';

export const ground = 'brick';

function weave(p, cx, y, rx, ry, height) {
  for (let i = -3; i <= 3; i += 1) {
    const x = cx + (i * rx) / 4;
    const drop = ry * Math.sqrt(1 - ((x - cx) / rx) ** 2);
    p.line(`M${x} ${y + drop + 6}v${height - 12}`, shaded(WOOD), 5, 0.55);
  }
}

export const pictures = {
  'panci-presto': (p) => {
    p.shadow(380, 602, 196, 46);
    p.rod('M556 352L724 320', TEAL, 50);
    p.rod('M206 420h-56', TEAL, 40);
    pot(p, { cx: 380, top: 372, bottom: 566, rx: 184, colour: CREAM });
    p.line('M202 540a178 46 0 0 0 356 0', shaded(CREAM), 5, 0.7);
    lid(p, { cx: 380, base: 366, top: 278, rx: 198, colour: CREAM, knob: TEAL, ry: 50 });
    p.rod('M430 330L724 276', TEAL, 46);
    p.solid(box(352, 204, 56, 56, 12), BRICK, 12, 6);
    p.solid(oval(470, 296, 19, 14), BRICK, 6, 3);
    p.line('M380 178C366 160 394 146 380 126', TEAL, 9, 0.5);
    p.line('M414 184C402 170 426 158 414 142', TEAL, 7, 0.4);
  },
  'karet-seal-presto': (p) => {
    const ring = `${oval(400, 410, 236, 168)}${oval(400, 406, 182, 120)}`;
    p.cast(ring, 30);
    p.solid(ring, TEAL, 16, 9);
    p.line('M196 392C210 318 300 262 402 260', lit(TEAL), 8, 0.8);
    p.solid(box(382, 550, 36, 42, 10), TEAL, 10, 4);
  },
  'dandang-kukusan': (p) => {
    p.shadow(400, 652, 190, 42);
    ears(p, { cx: 400, y: 356, rx: 186, colour: BRICK, width: 18, reach: 44 });
    pot(p, { cx: 400, top: 318, bottom: 470, rx: 186, colour: CREAM });
    p.solid(tub(400, 474, 616, 176, 164, 40), CREAM, 46, 10);
    p.line('M216 474a184 46 0 0 0 368 0', TEAL, 13);
    lid(p, { cx: 400, base: 316, top: 196, rx: 190, colour: CREAM, knob: BRICK, ry: 48 });
    p.line('M260 286C272 254 300 234 336 226', '#FFFFFF', 10, 0.9);
  },
  'klakat-bambu': (p) => {
    p.shadow(400, 604, 222, 50);
    for (const top of [480, 384]) {
      p.solid(tub(400, top, top + 84, 214, 214, 56), WOOD, 44, 9);
      weave(p, 400, top, 214, 56, 84);
      p.line(`M190 ${top + 8}a210 55 0 0 0 420 0`, shaded(WOOD), 6);
    }
    p.solid(tub(400, 320, 376, 220, 220, 58), TURMERIC, 40, 9);
    p.solid(oval(400, 320, 220, 58), mix(WOOD, '#FFFFFF', 0.34), 0, 6);
    for (let i = -5; i <= 5; i += 1) {
      const x = i * 38;
      const half = 54 * Math.sqrt(1 - (x / 220) ** 2);
      p.line(`M${400 + x - half * 0.5} ${320 - half * 0.86}L${400 + x + half * 0.5} ${320 + half * 0.86}`, WOOD, 5, 0.8);
    }
    p.rod('M366 318q34 -58 68 0', BRICK, 15);
  },
};
