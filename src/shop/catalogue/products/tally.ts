import type { FileProblems, Spot } from '../file-problems.ts';

/** Counts what may be so in every row, to warn of it once, at the first. */
export interface Tally {
  note(kind: string, at: Spot, what: (count: number) => string, should: string): void;
  tell(): void;
}

export function createTally(problems: FileProblems): Tally {
  const noted = new Map<string, { at: Spot; what: (count: number) => string; should: string; count: number }>();
  return {
    note(kind, at, what, should) {
      const known = noted.get(kind);
      if (known) known.count++;
      else noted.set(kind, { at, what, should, count: 1 });
    },
    tell() {
      for (const { at, what, should, count } of noted.values()) problems.warn(at, what(count), should);
    },
  };
}
