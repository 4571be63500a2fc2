import { BRICK, CREAM, TEAL, TURMERIC, lit, mix, shaded } from './colours.mjs';
import { box, oval, tub } from './paths.mjs';

export const ground = 'brick';

function tumbler(p, colour, lidColour) {
  p.shadow(400, 664, 112, 28);
  p.solid(tub(400, 236, 636, 116, 96, 24), colour, 44, 12);
  p.line('M308 574a92 23 0 0 0 184 0', shaded(colour), 6, 0.8);
  p.solid(tub(400, 206, 250, 122, 122, 30), CREAM, 34, 8);
  p.solid(tub(400, 156, 202, 104, 116, 28), lidColour, 32, 9);
  p.solid(oval(400, 156, 104, 26), lit(lidColour), 0, 0);
  p.rod('M342 150q0 -64 58 -64t58 64', lidColour, 24);
  p.line('M322 296L330 540', '#FFFFFF', 13, 0.35);
}

export const pictures = {
  'gelas-kaca': (p) => {
    p.shadow(410, 648, 134, 32);
    p.flat(tub(400, 352, 612, 136, 112, 26), TEAL, 0.5);
    p.flat(oval(400, 352, 137, 33), mix(TEAL, '#FFFFFF', 0.55));
    p.solid(box(330, 362, 76, 72, 14), '#DCEBE7', 12, 8);
    p.turn(18, () => p.solid(box(416, 366, 68, 66, 14), '#DCEBE7', 12, 8), 450, 400);
    p.glass(tub(400, 190, 624, 158, 118, 28));
    p.line(oval(400, 190, 157, 40), '#FFFFFF', 8, 0.9);
    for (const x of [-74, -26, 26, 74]) p.line(`M${400 + x * 0.98} 540L${400 + x * 0.86} 618`, '#FFFFFF', 7, 0.5);
    p.line('M268 258L294 560', '#FFFFFF', 14, 0.7);
  },
  'mug-keramik': (p) => {
    p.shadow(380, 612, 166, 40);
    p.rod('M520 330h36q72 0 72 84t-72 84h-44', TEAL, 42);
    p.solid(tub(372, 268, 572, 168, 150, 38), TEAL, 48, 12);
    p.solid(oval(372, 268, 168, 44), lit(TEAL), 0, 0);
    p.hollow(oval(372, 270, 152, 36), CREAM, 18);
    p.flat(oval(376, 282, 128, 23), '#5A3320');
    p.flat(oval(350, 278, 46, 8), '#8A5A3A');
    p.flat('M208 424a165 40 0 0 0 326 0l-4 46a160 40 0 0 1 -318 0z', TURMERIC);
    for (const [x, y] of [[330, 222], [388, 206], [442, 222]]) p.line(`M${x} ${y}c-16 -24 16 -34 0 -60`, TEAL, 9, 0.35);
  },
  'teko-kaca': (p) => {
    p.shadow(380, 648, 166, 38);
    p.rod('M520 300h40q74 4 74 104t-90 134', TEAL, 34);
    p.flat('M234 424h294l30 150q6 40 -36 52a150 30 0 0 1 -276 0q-48 -12 -40 -52z', TURMERIC, 0.85);
    p.flat(oval(381, 424, 148, 30), mix(TURMERIC, '#FFFFFF', 0.4));
    p.flat(oval(340, 426, 34, 11), '#FFE9A8');
    p.glass('M262 262q-56 -24 -96 -6q36 26 56 120l-18 206q-2 44 40 52a150 30 0 0 0 274 0q42 -8 40 -52L508 262z');
    p.line('M240 420L228 580', '#FFFFFF', 14, 0.8);
    p.solid(tub(386, 246, 268, 128, 128, 32), CREAM, 26, 8);
    p.solid(oval(386, 246, 128, 32), '#FFFDF6', 10, 0);
    p.solid(oval(386, 212, 30, 26), BRICK, 12, 6);
  },
  'tumbler-hitam': (p) => tumbler(p, '#39403F', TURMERIC),
  'tumbler-hijau': (p) => tumbler(p, '#1F6E68', BRICK),
  'tumbler-kuning': (p) => tumbler(p, TURMERIC, TEAL),
  'teko-enamel': (p) => {
    p.shadow(390, 620, 170, 38);
    p.rod('M284 262C288 96 500 96 504 262', BRICK, 24);
    p.solid('M520 420l96 -140q16 -18 40 -14q14 4 6 22L566 540z', CREAM, 18, 8);
    p.solid('M258 300q136 -44 272 0q60 110 40 226q-10 78 -176 78t-176 -78q-20 -116 40 -226z', CREAM, 44, 11);
    p.flat('M214 494q180 60 360 0l-4 36q-176 58 -352 0z', TEAL);
    p.solid('M262 300q0 -60 132 -64q132 4 132 64q-132 34 -264 0z', CREAM, 22, 8);
    p.line('M262 302q132 34 264 0', TEAL, 12);
    p.solid(oval(394, 226, 28, 22), TEAL, 10, 5);
    for (const [x, y] of [[290, 360], [350, 420], [440, 380], [300, 450], [500, 440], [400, 340]]) p.flat(oval(x, y, 8, 7), TEAL, 0.7);
  },
};
