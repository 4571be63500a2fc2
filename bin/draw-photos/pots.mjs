import { BRICK, CREAM, TEAL, TURMERIC, mix, shaded } from './colours.mjs';
import { oval } from './paths.mjs';
import { ears, glassLid, lid, longHandle, pot } from './vessels.mjs';

export const ground = 'teal';

const band = (p, cx, y, rx) => p.line(`M${cx - rx + 6} ${y}a${rx - 6} ${rx * 0.26} 0 0 0 ${2 * rx - 12} 0`, shaded(CREAM), 5, 0.7);

export const pictures = {
  'panci-stainless': (p) => {
    p.shadow(400, 590, 206, 48);
    ears(p, { cx: 400, y: 406, rx: 196, colour: BRICK });
    pot(p, { cx: 400, top: 362, bottom: 552, rx: 196, colour: CREAM });
    band(p, 400, 530, 196);
    glassLid(p, { cx: 400, base: 362, top: 254, rx: 198, rim: TEAL, ry: 51 });
    p.line('M262 322C278 298 304 284 334 278', '#FFFFFF', 11, 0.9);
  },
  'panci-susu': (p) => {
    p.shadow(340, 566, 170, 42);
    longHandle(p, 470, 396, 716, 308, TEAL, CREAM, 44);
    p.solid('M196 346q-44 -6 -62 6q2 34 46 62z', BRICK, 8, 6);
    pot(p, { cx: 340, top: 372, bottom: 530, rx: 164, colour: BRICK, inside: CREAM });
    p.flat(oval(340, 388, 128, 27), '#FFFDF6');
    p.flat(oval(316, 384, 60, 9), '#FFFFFF');
  },
  'panci-kaldu': (p) => {
    p.shadow(400, 640, 196, 44);
    ears(p, { cx: 400, y: 360, rx: 188, colour: TEAL });
    pot(p, { cx: 400, top: 300, bottom: 604, rx: 188, colour: CREAM });
    band(p, 400, 578, 188);
    band(p, 400, 336, 188);
    lid(p, { cx: 400, base: 300, top: 226, rx: 192, colour: CREAM, knob: BRICK, ry: 48 });
  },
  'panci-set': (p) => {
    p.shadow(304, 470, 150, 34);
    ears(p, { cx: 300, y: 298, rx: 146, colour: BRICK, width: 16, reach: 40, height: 40 });
    pot(p, { cx: 300, top: 268, bottom: 440, rx: 146, colour: CREAM });
    lid(p, { cx: 300, base: 268, top: 214, rx: 149, knob: TEAL, ry: 37 });
    p.shadow(560, 540, 118, 30);
    ears(p, { cx: 560, y: 398, rx: 116, colour: BRICK, width: 14, reach: 34, height: 36 });
    pot(p, { cx: 560, top: 372, bottom: 512, rx: 116, colour: CREAM });
    lid(p, { cx: 560, base: 372, top: 328, rx: 119, knob: TEAL, ry: 30 });
    p.shadow(318, 628, 104, 26);
    longHandle(p, 236, 538, 96, 500, TEAL, CREAM, 32);
    pot(p, { cx: 318, top: 522, bottom: 604, rx: 104, colour: TURMERIC });
    p.flat(oval(318, 526, 78, 16), mix(TURMERIC, '#2E2A1E', 0.34));
  },
};
