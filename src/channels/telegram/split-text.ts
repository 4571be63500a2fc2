/** Telegram's limits, in UTF-16 units after entities are resolved. */
export const MOST_TEXT = 4096;
export const MOST_CAPTION = 1024;

/** Where a text may be cut, best first; a cut is taken after the mark. */
const SEAMS = [/\n\s*\n/g, /\n/g, /[.!?…]\s/g, /\s/g];
/** A seam earlier than this share of the room is not worth the short bubble it would leave. */
const WORTHWHILE = 0.5;

/**
 * Cuts a text into pieces of at most `most` UTF-16 units: between paragraphs if it can, else lines, sentences, words, and
 * only then anywhere (never inside one character). Nothing but white space at the cuts is lost; no piece is empty.
 */
export function splitText(text: string, most: number = MOST_TEXT): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const at = cutPoint(rest, most);
    const piece = rest.slice(0, at).trimEnd();
    if (piece) pieces.push(piece);
    rest = rest.slice(at).trimStart();
  }
  if (rest) pieces.push(rest);
  return pieces;
}

function cutPoint(text: string, most: number): number {
  // One more than the room, so that a seam right at the end of it counts.
  const window = text.slice(0, most + 1);
  for (const [rank, seam] of SEAMS.entries()) {
    let best = 0;
    for (const match of window.matchAll(seam)) {
      const before = text.slice(0, match.index + match[0].length).trimEnd().length;
      if (before <= most) best = match.index + match[0].length;
    }
    const last = rank === SEAMS.length - 1;
    if (best > (last ? 0 : most * WORTHWHILE)) return best;
  }
  // Between a high and a low surrogate there is no character.
  const unit = text.charCodeAt(most - 1);
  return unit >= 0xd800 && unit <= 0xdbff ? most - 1 : most;
}
