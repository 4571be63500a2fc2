import type { PuzzleView } from './console/parts.ts';
import type { OpenShop } from './open-shop.ts';
import { groupAlike, understoodNow } from './teaching/lesson.ts';

const MOST_ROWS = 300;
const MOST = 40;
/** A guess below this is none: the owner names the intent. */
const WORTH_SAYING = 0.15;

/** What customers wrote and the assistant would not understand to this day, with its best guess. */
export function puzzlesOf(shop: OpenShop): readonly PuzzleView[] {
  const { understanding } = shop.world().premises;
  return groupAlike(shop.tables.misunderstood.since(0, MOST_ROWS)).filter((puzzle) => !understoodNow(puzzle.text, understanding)).slice(0, MOST).map((puzzle) => {
    const guess = understanding.understand(puzzle.text).intents[0];
    return { ...puzzle, guess: guess && guess.score >= WORTH_SAYING ? guess.intent : null };
  });
}
