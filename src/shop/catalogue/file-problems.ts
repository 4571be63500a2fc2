import type { FileProblem } from './snapshot.ts';

/** Everything found wrong while files are read: all of it, not just the first. */
export class FileProblems {
  readonly all: FileProblem[] = [];

  error(at: { file: string; line: number; column: number }, what: string, should: string): void {
    this.all.push({ file: at.file, line: at.line, column: at.column, what, should, severity: 'error' });
  }

  warn(at: { file: string; line: number; column: number }, what: string, should: string): void {
    this.all.push({ file: at.file, line: at.line, column: at.column, what, should, severity: 'warning' });
  }

  get errors(): readonly FileProblem[] { return this.all.filter((problem) => problem.severity === 'error'); }
  get warnings(): readonly FileProblem[] { return this.all.filter((problem) => problem.severity === 'warning'); }
}

/** The known word nearest to a misspelt one, for "maksud Anda …?"; null when none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  const ranked = known.map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)[0];
  return ranked && ranked.distance <= Math.max(1, Math.floor(word.length / 3)) ? ranked.candidate : null;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length]!;
}
