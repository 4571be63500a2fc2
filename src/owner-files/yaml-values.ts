import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Pair } from 'yaml';
import type { YamlContent } from './yaml-words.ts';

export type Step = string | number;

/** `set` makes what is missing on the way; a list's index that is its length adds an item. */
export type YamlEdit =
  | { readonly do: 'set'; readonly path: readonly Step[]; readonly value: YamlContent }
  | { readonly do: 'remove'; readonly path: readonly Step[] };

/** The file is written in a way that a form cannot change without touching more than was asked. */
export class NotEditable extends Error {}

/** What the file says: texts as they are written, so that the schemas say what is a number. */
export function yamlValue(text: string): Plain {
  return valueOf(read(text));
}

export type Plain = string | null | readonly Plain[] | { readonly [key: string]: Plain };

export function read(text: string): Document {
  const doc = parseDocument(text, { schema: 'failsafe', uniqueKeys: true, prettyErrors: false });
  if (doc.errors.length > 0) throw new NotEditable(doc.errors[0]!.message);
  return doc;
}

export const keyOf = (pair: Pair): string => (isScalar(pair.key) ? String(pair.key.value) : String(pair.key));

export function valueOf(source: Document): Plain {
  const plain = (node: unknown): Plain => {
    if (isAlias(node)) throw new NotEditable('the file uses & and *');
    if (isSeq(node)) return node.items.map(plain);
    if (isMap(node)) return Object.fromEntries(node.items.map((pair) => [keyOf(pair), plain(pair.value)]));
    if (!isScalar(node)) return null;
    return node.type === 'PLAIN' && /^(?:|~|null)$/i.test(String(node.value ?? '')) ? null : String(node.value ?? '').replace(/\n+$/, '');
  };
  return plain(source.contents);
}

export const contentOf = (value: YamlContent): Plain => (typeof value !== 'object' ? String(value).replace(/\n+$/, '')
  : Array.isArray(value) ? (value as readonly YamlContent[]).map(contentOf) : Object.fromEntries(Object.entries(value as { readonly [key: string]: YamlContent }).map(([key, one]) => [key, contentOf(one)])));

/** The value as the edit means it, without looking at how it is written. */
export function editedValue(before: Plain, edit: YamlEdit): Plain {
  const [step, ...rest] = edit.path;
  if (step === undefined) return edit.do === 'set' ? contentOf(edit.value) : null;
  const below = { ...edit, path: rest } as YamlEdit;
  const removes = edit.do === 'remove' && rest.length === 0;
  if (typeof step === 'number') {
    const items: Plain[] = Array.isArray(before) ? [...(before as readonly Plain[])] : [];
    if (removes) items.splice(step, 1);
    else items[step] = editedValue(items[step] ?? null, below);
    return items;
  }
  const map: Record<string, Plain> = { ...(before as Record<string, Plain> | null) };
  if (removes) delete map[step];
  else map[step] = editedValue(map[step] ?? null, below);
  return map;
}

/** Nothing, an empty list and an empty section are one. */
export function same(a: Plain, b: Plain): boolean {
  const shape = (value: Plain): unknown => {
    if (value === null || typeof value === 'string') return value ?? [];
    if (Array.isArray(value)) return (value as readonly Plain[]).map(shape);
    const keys = Object.keys(value).sort();
    return keys.length === 0 ? [] : keys.map((key) => [key, shape((value as Record<string, Plain>)[key]!)]);
  };
  return JSON.stringify(shape(a)) === JSON.stringify(shape(b));
}
