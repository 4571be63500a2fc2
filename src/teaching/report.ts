import type { Lesson, Puzzle } from './lesson.ts';

export interface ReportParts {
  readonly puzzles: readonly { readonly puzzle: Puzzle; readonly lessons: readonly Lesson[] }[];
  /** How many kinds of text would be understood by now. */
  readonly learned: number;
  readonly day: (instant: number) => string;
}

const indented = (text: string): string => text.split('\n').map((line) => `       ${line}`).join('\n');

/** The list an owner reads: what was not understood, how often, and what to write where. */
export function teachingReport({ puzzles, learned, day }: ReportParts): string {
  const taught = learned > 0 ? `${learned} macam tulisan lama sekarang sudah dimengerti.\n` : '';
  if (puzzles.length === 0) return `${taught}Tidak ada tulisan pelanggan yang belum dimengerti.\n`;
  const items = puzzles.map(({ puzzle, lessons }, i) => [
    `${i + 1}. "${puzzle.text}" (${puzzle.times} kali, terakhir ${day(puzzle.last)})`,
    ...(puzzle.alike.length > 0 ? [`   juga: ${puzzle.alike.slice(0, 5).map((text) => `"${text}"`).join(', ')}`] : []),
    ...lessons.map((lesson) => `   → ${lesson.file}, ${lesson.why}:\n${indented(lesson.write)}`),
  ].join('\n'));
  return `${taught}${items.join('\n\n')}\n\nPilih satu cara, simpan berkasnya; toko yang sedang berjalan langsung mengerti. Periksa dengan: npm run check\n`;
}
