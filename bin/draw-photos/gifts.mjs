import { BRICK, CREAM, TEAL, TURMERIC, WOOD, lit, shaded } from './colours.mjs';
import { box, oval } from './paths.mjs';

export const ground = 'turmeric';

export const pictures = {
  'paket-kado': (p) => {
    p.shadow(400, 640, 236, 34);
    // What peeps out: a spatula, a wooden turner and a board.
    p.turn(-9, () => {
      p.solid(box(276, 150, 130, 260, 24), WOOD, 16, 8);
      p.flat(oval(341, 186, 13), shaded(WOOD));
    });
    p.turn(10, () => {
      p.rod('M470 230v180', WOOD, 22);
      p.solid('M432 120q0 -20 22 -20h44q18 0 18 22v86q0 34 -34 34h-18q-32 0 -32 -34z', BRICK, 14, 6);
    });
    p.turn(20, () => p.solid('M540 120q26 -12 52 0v90q0 30 -16 44l-4 150h-14l-4 -150q-14 -14 -14 -44z', WOOD, 10, 5));
    p.solid(box(190, 380, 420, 260, 14), TEAL, 34, 10);
    p.solid(box(166, 336, 468, 84, 12), TEAL, 20, 9);
    p.flat(box(190, 420, 420, 12, 0), shaded(TEAL));
    p.solid(box(366, 336, 68, 304, 0), TURMERIC, 16, 6);
    p.solid('M396 336C330 236 226 246 248 304c14 34 90 38 148 32z', TURMERIC, 14, 8);
    p.solid('M404 336C470 236 574 246 552 304c-14 34 -90 38 -148 32z', TURMERIC, 16, 8);
    p.flat('M380 322c-34 -44 -84 -52 -96 -30c-4 20 44 32 96 30zM420 322c34 -44 84 -52 96 -30c4 20 -44 32 -96 30z', shaded(TURMERIC));
    p.solid(box(370, 300, 60, 58, 18), TURMERIC, 12, 7);
    p.turn(-8, () => {
      p.solid(box(474, 470, 108, 78, 8), CREAM, 8, 4);
      p.line('M492 496h72M492 522h46', lit(BRICK), 6);
    });
  },
};
