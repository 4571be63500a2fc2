/** The known word nearest to a misspelt one, for "maksud Anda …?"; null when none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  const written = word.toLowerCase();
  const limit = Math.max(1, Math.floor(written.length / 3));
  let best: string | null = null;
  let least = limit + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - written.length) >= least) continue;
    const distance = slips(written, candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** "maksud Anda …?" where something is near, else the whole list of what may stand there. */
export function suggestion(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === null ? `yang dikenal: ${known.join(', ')}` : `maksud Anda "${near}"?`;
}

/** Letters added, lost, changed or swapped with a neighbour (optimal string alignment). */
function slips(a: string, b: string): number {
  let older: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, older[j - 2]! + 1);
    }
    [older, above] = [above, row];
  }
  return above[b.length]!;
}
