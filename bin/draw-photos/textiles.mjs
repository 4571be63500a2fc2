import { BRICK, CREAM, TEAL, TURMERIC, WOOD, lit, mix, shaded } from './colours.mjs';
import { box, oval } from './paths.mjs';

export const ground = 'paper';

export const pictures = {
  'sarung-tangan-oven': (p) => {
    const mitt = 'M292 560V300q4 -160 116 -164q112 4 118 160v24q22 -68 78 -66q54 12 30 84q-30 92 -108 140v82z';
    p.turn(8, () => {
      p.cast(mitt, 28);
      p.solid(mitt, BRICK, 30, 11);
      for (let i = 0; i < 4; i += 1) p.line(`M${326 + i * 50} ${i === 0 || i === 3 ? 250 : 210}V540`, shaded(BRICK), 5, 0.45);
      for (let i = 0; i < 4; i += 1) p.line(`M310 ${286 + i * 66}h206`, shaded(BRICK), 5, 0.45);
      p.cast(box(276, 552, 272, 100, 18), 20);
      p.solid(box(276, 552, 272, 100, 18), CREAM, 20, 9);
      p.line('M294 580h232M294 624h232', TEAL, 6);
      p.line('M544 602q50 6 42 44t-44 4', TEAL, 11);
    });
  },
  'celemek-kanvas': (p) => {
    const apron = 'M308 236h184q-2 108 96 150v260q0 26 -26 26H238q-26 0 -26 -26V386q98 -42 96 -150z';
    p.castLine('M318 240C290 90 510 90 482 240', 15, 22);
    p.cast(apron, 26);
    p.rod('M318 246C286 86 514 86 482 246', BRICK, 17);
    p.rod('M220 408q-80 30 -96 110', BRICK, 15);
    p.rod('M580 408q80 30 96 110', BRICK, 15);
    p.solid(apron, TEAL, 28, 10);
    p.line('M320 262h160M232 400v240', lit(TEAL), 5, 0.6);
    p.solid(box(284, 452, 232, 132, [6, 6, 26, 26]), mix(TEAL, '#FFFFFF', 0.14), 12, 7);
    p.line('M400 458v118', shaded(TEAL), 6);
    p.line('M294 474h98M408 474h98', TURMERIC, 5);
    p.rod('M450 400v60', WOOD, 15);
    p.solid(oval(450, 380, 27, 36), WOOD, 9, 5);
    p.solid(box(284, 476, 232, 40, 0), mix(TEAL, '#FFFFFF', 0.14), 0, 0);
    p.line('M294 474h98M408 474h98', TURMERIC, 5);
  },
  'tatakan-panas': (p) => {
    p.shadow(400, 544, 250, 62);
    p.solid(oval(400, 498, 252, 106), shaded(WOOD), 0, 0);
    p.solid(oval(400, 468, 252, 106), WOOD, 0, 10);
    for (const [rx, ry] of [[206, 86], [150, 63], [92, 38]]) p.line(oval(400, 468, rx, ry), shaded(WOOD), 11, 0.85);
    p.flat(oval(400, 468, 34, 14), BRICK);
    for (const [x, height] of [[330, 90], [400, 120], [470, 90]]) p.line(`M${x} ${362 - (120 - height) * 0.2}c-26 -${height * 0.3} 26 -${height * 0.5} 0 -${height}`, TEAL, 13, 0.35);
  },
};
