import { BRICK, CREAM, TEAL, TURMERIC, lit, mix } from './colours.mjs';
import { bowl, oval } from './paths.mjs';
import { glassLid, longHandle, pan } from './vessels.mjs';

export const ground = 'turmeric';

const GRANITE = '#2C6663';

function specks(p, cx, cy, rx, ry) {
  for (let i = 0; i < 46; i += 1) {
    const angle = i * 2.39996;
    const reach = Math.sqrt((i + 0.5) / 46) * 0.93;
    const size = i % 3 === 0 ? 4.2 : 2.6;
    p.flat(oval(+(cx + rx * reach * Math.cos(angle)).toFixed(1), +(cy + ry * reach * Math.sin(angle)).toFixed(1), size, size * 0.7), CREAM, 0.75);
  }
}

function wokWithEars(p, { outside, inside, rim, ear }) {
  p.shadow(400, 548, 190, 34);
  p.rod('M150 372C96 352 74 396 96 420C112 436 140 434 168 426', ear, 20);
  p.rod('M650 372C704 352 726 396 704 420C688 436 660 434 632 426', ear, 20);
  p.solid(bowl(400, 360, 556, 270, 92), outside, 40, 0);
  p.flat(oval(400, 360, 270, 92), rim);
  p.hollow(oval(400, 363, 252, 81), inside, 34);
  p.flat(oval(414, 396, 140, 36), mix(inside, '#FFFFFF', 0.12));
}

export const pictures = {
  'wajan-teflon-granit': (p) => {
    p.shadow(340, 520, 190, 36);
    longHandle(p, 540, 366, 726, 256, BRICK, TEAL, 46);
    pan(p, { cx: 330, cy: 392, rx: 244, ry: 88, depth: 132, outside: TEAL, inside: GRANITE, rim: '#3B7C78' });
    specks(p, 330, 394, 220, 74);
  },
  'wajan-enamel': (p) => wokWithEars(p, { outside: CREAM, inside: '#EFE5CF', rim: TEAL, ear: TEAL }),
  'wajan-besi-tempa': (p) => {
    wokWithEars(p, { outside: '#3A4A48', inside: '#556A67', rim: '#7E918D', ear: '#3A4A48' });
    p.line('M250 392a160 44 0 0 0 300 0', lit('#556A67'), 5, 0.5);
  },
  'wajan-telur-mini': (p) => {
    p.shadow(320, 524, 170, 34);
    longHandle(p, 490, 380, 690, 262, TEAL, CREAM, 42);
    pan(p, { cx: 318, cy: 412, rx: 208, ry: 84, depth: 104, outside: BRICK, inside: '#8E2F1E', rim: lit(BRICK) });
    p.flat('M188 416c0-38 60-52 124-54c70-2 128 20 132 50c2 34-52 52-110 54c-78 4-146-12-146-50z', CREAM);
    p.solid(oval(322, 404, 52, 27), TURMERIC, 12, 6);
  },
  'grill-pan': (p) => {
    p.shadow(340, 540, 230, 34);
    longHandle(p, 524, 384, 716, 250, '#B97A2E', TEAL, 44);
    p.solid('M150 330L108 470q-8 62 60 66h344q68-4 60-66L530 330z', TEAL, 34, 0);
    p.flat('M176 314h328q22 0 30 22l38 112q10 42-38 44H146q-48-2-38-44l38-112q8-22 30-22z', '#3B7C78');
    p.hollow('M186 328h308q16 0 22 18l34 98q6 30-28 32H158q-34-2-28-32l34-98q6-18 22-18z', '#14403E', 18);
    for (let i = 0; i < 7; i += 1) {
      const top = 214 + i * 42;
      p.line(`M${top} 346L${(top - 340) * 1.22 + 340} 458`, '#3B7C78', 13);
    }
  },
  'tutup-kaca': (p) => {
    p.shadow(400, 548, 250, 46);
    p.flat(oval(400, 490, 262, 68), mix(p.ground, '#3A3020', 0.1));
    glassLid(p, { cx: 400, base: 490, top: 330, rx: 262, ry: 68 });
    p.line('M216 436C236 396 272 374 316 362', '#FFFFFF', 14, 0.9);
  },
};
