import type { Plain } from '../../owner-files/yaml-edit.ts';
import type { YamlContent } from '../../owner-files/yaml-words.ts';
import { numberOr } from './number-words.ts';

/** A list of wholesale prices on the page has room for what there is and this many more. */
const ROOM = 2;

export interface StepRow { readonly min: string; readonly each: string }

/** The steps of a wholesale price as one text: "6: 9000, 12: 8500", or "10: 5%". */
export function stepsText(steps: readonly Plain[]): string {
  return textOf(steps.map((step) => {
    const { min, price, percent } = (step ?? {}) as Readonly<Record<string, Plain | undefined>>;
    const word = (value: Plain | undefined): string => (typeof value === 'string' ? value : '');
    return { min: word(min), each: word(price) || (word(percent) === '' ? '' : `${word(percent)}%`) };
  }));
}

/** The text as rows for a page, with room for more. */
export function rowsOf(text: string): readonly StepRow[] {
  return [...filledRows(text), ...Array.from({ length: ROOM }, () => ({ min: '', each: '' }))];
}

/** What was typed in the rows as one text; null where the form had none. */
export function postedSteps(name: string, posted: Readonly<Record<string, unknown>>): string | null {
  const rows: StepRow[] = [];
  for (let i = 0; typeof posted[`${name}.${i}.min`] === 'string'; i++) {
    const word = (key: string): string => String(posted[`${name}.${i}.${key}`] as string | undefined ?? '').replace(/[,:]/g, ' ').trim();
    rows.push({ min: word('min'), each: word('each') });
  }
  return rows.length === 0 ? null : textOf(rows.filter(({ min, each }) => min !== '' || each !== ''));
}

/** The text as the file has it. */
export function stepsContent(text: string): YamlContent {
  return filledRows(text).map(({ min, each }) => ({ min: numberOr(min), ...(each.endsWith('%') ? { percent: numberOr(each.slice(0, -1).trim()) } : { price: numberOr(each) }) }));
}

const textOf = (rows: readonly StepRow[]): string => rows.map(({ min, each }) => `${min}: ${each}`).join(', ');
const filledRows = (text: string): readonly StepRow[] => (text === '' ? [] : text.split(', ').map((row) => {
  const [min = '', each = ''] = row.split(': ');
  return { min: min.replace(/:$/, ''), each };
}));
