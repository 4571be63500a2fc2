import type { FileProblem } from './snapshot.ts';

/** A place in an owner's file, counted from 1 as editors and spreadsheets count. */
export interface Spot {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Everything found wrong while files are read: all of it, not just the first. */
export class FileProblems {
  private readonly found: FileProblem[] = [];

  error(at: Spot, what: string, should: string): void {
    this.add('error', at, what, should);
  }

  warn(at: Spot, what: string, should: string): void {
    this.add('warning', at, what, should);
  }

  /** What was found since there were so many, in the order it was found. */
  since(count: number): readonly FileProblem[] { return this.found.slice(count); }
  get count(): number { return this.found.length; }

  /** What an earlier look found, as `since` told it. */
  foundBefore(problems: readonly FileProblem[]): void {
    this.found.push(...problems);
  }

  /** In the order of the files as they were read, and within a file from top to bottom. */
  get all(): readonly FileProblem[] {
    const files = [...new Set(this.found.map((problem) => problem.file))];
    const rank = new Map(files.map((file, i) => [file, i]));
    return [...this.found].sort((a, b) => rank.get(a.file)! - rank.get(b.file)! || a.line - b.line || a.column - b.column);
  }

  get refused(): boolean { return this.found.some((problem) => problem.severity === 'error'); }
  get warnings(): readonly FileProblem[] { return this.all.filter((problem) => problem.severity === 'warning'); }

  private add(severity: FileProblem['severity'], at: Spot, what: string, should: string): void {
    this.found.push({ file: at.file, line: at.line, column: at.column, what: oneLine(what), should: oneLine(should), severity });
  }
}

/** `file:line:column: what is wrong; how it should look` (design §7). */
export const problemLine = (problem: FileProblem): string =>
  `${problem.file}:${problem.line}:${problem.column}: ${problem.what}; ${problem.should}`;

/** A problem is one line of the report, whatever the owner's text had in it. */
 
const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
