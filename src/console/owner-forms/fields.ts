import type { YamlContent } from '../../owner-files/yaml-words.ts';
import type { Plain, Step, YamlEdit } from '../../owner-files/yaml-edit.ts';
import type { Catalogue } from '../../shop/catalogue/snapshot.ts';
import { postedHours } from './hours-words.ts';
import { numberOr } from './number-words.ts';
import { postedSteps, stepsContent } from './steps-words.ts';

/** One thing an owner can write, and where in the file it stands. */
export interface Field {
  /** Below the section or the item it belongs to: `['contact', 'phone']`, `['date']`. */
  readonly path: readonly Step[];
  readonly label: string;
  /** `lines` is a list, one a line; `words` a list with commas; `hours` shifts of a day; `steps` wholesale prices; `tick` yes or no. */
  readonly kind: 'text' | 'long' | 'lines' | 'words' | 'number' | 'date' | 'clock' | 'choice' | 'tick' | 'hours' | 'steps';
  /** As the page shows it now; what is posted like this is no change. */
  readonly shown: string;
  readonly hint?: string;
  readonly example?: string;
  readonly choices?: readonly (readonly [value: string, label: string])[];
  /** Other ways to write it into the file: a code in quotes, a percentage as a fraction. */
  readonly content?: (posted: string) => YamlContent;
  /** What is written before it, where it would not make sense alone. */
  readonly along?: readonly YamlEdit[];
  /** What goes with it when it is emptied; else it is written empty. */
  readonly emptied?: readonly Step[];
}

export interface FieldsPart { readonly kind: 'fields'; readonly title: string; readonly hint?: string; readonly fields: readonly Field[] }

export interface Item { readonly title: string; readonly fields: readonly Field[]; readonly stays?: string }

/** A list of the file, whose items can be changed, taken out, and added to. */
export interface ListPart {
  readonly kind: 'list';
  readonly title: string;
  readonly hint?: string;
  readonly path: readonly Step[];
  readonly items: readonly Item[];
  /** An empty item, for one more. */
  readonly blank: readonly Field[];
  readonly add: string;
  readonly empty: string;
  /** What one more needs that nobody is asked for. */
  readonly completed?: (given: Given) => Given;
}

type Given = Readonly<Record<string, YamlContent>>;

export type Part = FieldsPart | ListPart;

/** One page of settings: what it holds of which file, and what must stay true. */
export interface FormPlan {
  readonly title: string;
  /** Name of the file without its ending. */
  readonly file: string;
  readonly intro?: string;
  readonly parts: readonly Part[];
  /** Why the shop as it would be is not wanted, though its files are right. */
  readonly refuses?: (after: Catalogue) => string | null;
  /** What is done besides, once the file is in its place. */
  readonly applied?: (after: Catalogue) => void;
}

export type Posted = Readonly<Record<string, unknown>>;

/** A change as the owner is told it; null is none. */
export interface Told { readonly label: string; readonly from: string | null; readonly to: string | null }

export interface Written {
  readonly edits: readonly YamlEdit[];
  readonly told: readonly Told[];
  /** Where each field stands in the file as it would be, with what is in it, for telling a mistake beside it. */
  readonly places: ReadonlyMap<string, readonly (readonly Step[])[]>;
}

export const nameOf = (path: readonly Step[]): string => path.join('.');
export const blankName = (list: ListPart, field: Field): string => nameOf([...list.path, '+', ...field.path]);
export const itemName = (list: ListPart, i: number, field: Field): string => nameOf([...list.path, i, ...field.path]);
export const goneName = (list: ListPart, i: number): string => nameOf([...list.path, i, '-']);

/** What was typed for a field; null where the form did not have it. */
export function typed(field: Field, name: string, posted: Posted): string | null {
  if (field.kind === 'hours') return postedHours(name, posted);
  if (field.kind === 'steps') return postedSteps(name, posted);
  const value = posted[name];
  if (field.kind === 'tick') return `${name}?` in posted ? (value === undefined ? 'no' : 'yes') : null;
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : null;
}

/** What the form asks of the file: only what differs from what it showed. */
export function written(plan: FormPlan, posted: Posted): Written {
  const sets: YamlEdit[] = [];
  const removals: YamlEdit[] = [];
  const additions: YamlEdit[] = [];
  const told: Told[] = [];
  const places = new Map<string, readonly (readonly Step[])[]>();

  function stands(field: Field, name: string, path: readonly Step[]): void {
    places.set(name, placesWithin(field, path, typed(field, name, posted) ?? field.shown));
  }

  function change(field: Field, name: string, path: readonly Step[], label: string): void {
    const value = typed(field, name, posted);
    if (value === null || value === field.shown.trim()) return;
    if (value === '' && field.emptied) removals.unshift({ do: 'remove', path: field.emptied });
    else sets.push(...field.along ?? [], { do: 'set', path, value: contentOf(field, value) });
    told.push({ label, from: saidOf(field, field.shown), to: saidOf(field, value) });
  }

  for (const part of plan.parts) {
    if (part.kind === 'fields') {
      for (const field of part.fields) {
        change(field, nameOf(field.path), field.path, field.label);
        stands(field, nameOf(field.path), field.path);
      }
      continue;
    }
    let left = 0;
    part.items.forEach((item, i) => {
      if (posted[goneName(part, i)] !== undefined && item.stays === undefined) {
        removals.unshift({ do: 'remove', path: [...part.path, i] });
        told.push({ label: part.title, from: item.title, to: null });
        return;
      }
      for (const field of item.fields) {
        const name = itemName(part, i, field);
        change(field, name, [...part.path, i, ...field.path], `${item.title}: ${field.label}`);
        stands(field, name, [...part.path, left, ...field.path]);
      }
      left++;
    });
    const given = part.blank.flatMap((field) => {
      const value = typed(field, blankName(part, field), posted) ?? '';
      return value === '' || (field.kind === 'tick' && value === 'no') ? [] : [{ field, value }];
    });
    for (const field of part.blank) stands(field, blankName(part, field), [...part.path, left, ...field.path]);
    // What is merely preselected is no wish for one more.
    if (!given.some(({ field, value }) => value !== field.shown)) continue;
    const value = itemOf(given.map(({ field, value }) => [field.path, contentOf(field, value)] as const));
    additions.push({ do: 'set', path: [...part.path, left], value: part.completed?.(value) ?? value });
    told.push({ label: part.title, from: null, to: given.map(({ field, value }) => saidOf(field, value)).filter((words) => words !== '').join(' · ') });
  }
  return { edits: [...sets, ...removals, ...additions], told, places };
}

/** One more item of a list, from what was given of it; a path of several steps makes what lies on the way. */
function itemOf(given: readonly (readonly [path: readonly Step[], value: YamlContent])[]): Given {
  const bySetting = new Map<string, (readonly [readonly Step[], YamlContent])[]>();
  for (const [[first, ...rest], value] of given) bySetting.set(String(first), [...bySetting.get(String(first)) ?? [], [rest, value]]);
  return Object.fromEntries([...bySetting].map(([key, within]) => {
    const [[path, value]] = within as [readonly [readonly Step[], YamlContent]];
    if (path.length === 0) return [key, value];
    const item = itemOf(within.map(([[, ...rest], one]) => [rest, one] as const));
    return [key, typeof path[0] === 'number' ? [item] : item];
  }));
}

/** The places of a field and of what is listed in it. */
function placesWithin(field: Field, path: readonly Step[], value: string): readonly (readonly Step[])[] {
  if (field.kind === 'steps') return [path, ...(stepsContent(value) as readonly Given[]).flatMap((step, i) => [[...path, i], ...Object.keys(step).map((key) => [...path, i, key])])];
  if (field.kind === 'words' || field.kind === 'lines') return [path, ...(contentOf(field, value) as readonly string[]).map((_, i) => [...path, i])];
  return [path];
}

function contentOf(field: Field, value: string): YamlContent {
  if (field.content) return field.content(value);
  switch (field.kind) {
    case 'lines': return value.split('\n').map((line) => line.trim()).filter((line) => line !== '');
    case 'words': return value.split(/[,\n]/).map((word) => word.trim()).filter((word) => word !== '');
    case 'tick': return value === 'yes';
    case 'number': return numberOr(value);
    case 'steps': return stepsContent(value);
    default: return value;
  }
}

/** As it is read, not as it is written. */
function saidOf(field: Field, value: string): string {
  if (field.kind === 'tick') return value === 'yes' ? 'ya' : 'tidak';
  if (field.kind === 'hours' && value === 'closed') return 'tutup';
  return field.choices?.find(([one]) => one === value)?.[1] ?? value;
}

/** The text at a place of the file; empty where nothing is written. */
export function textAt(value: Plain, path: readonly Step[]): string {
  let now: Plain | undefined = value;
  for (const step of path) now = now === null || typeof now === 'string' || now === undefined ? undefined : (now as Readonly<Record<Step, Plain>>)[step];
  if (Array.isArray(now)) return now.map(String).join('\n');
  return typeof now === 'string' ? now : '';
}

/** The items of a list of the file. */
export function itemsAt(value: Plain, path: readonly Step[]): readonly Plain[] {
  let now: Plain | undefined = value;
  for (const step of path) now = now === null || typeof now === 'string' || now === undefined ? undefined : (now as Readonly<Record<Step, Plain>>)[step];
  return Array.isArray(now) ? now as readonly Plain[] : [];
}
