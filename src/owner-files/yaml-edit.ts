import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { blockScalar, inBlock, inFlow, oneLineScalar, type ScalarStyle, type YamlContent } from './yaml-words.ts';

export type Step = string | number;

/** `set` makes what is missing on the way; a list's index that is its length adds an item. */
export type YamlEdit =
  | { readonly do: 'set'; readonly path: readonly Step[]; readonly value: YamlContent }
  | { readonly do: 'remove'; readonly path: readonly Step[] };

/** The file is written in a way that a form cannot change without touching more than was asked. */
export class NotEditable extends Error {}

/**
 * Changes values in the text of a YAML file and leaves every other letter as it is: comments, quotes, blank lines, line ends. The
 * edits are made one after the other; the result is read back, and must say what was asked and nothing else.
 * @throws NotEditable where the file cannot be changed so; nothing is changed then
 */
export function editYaml(text: string, edits: readonly YamlEdit[]): string {
  let now = text;
  for (const edit of edits) {
    const wanted = editedValue(valueOf(read(now)), edit);
    const after = edit.do === 'set' ? setIn(now, edit.path, edit.value) : removeIn(now, edit.path);
    if (!same(valueOf(read(after)), wanted)) throw new NotEditable(`the edit at ${edit.path.join('.')} would change more than that`);
    now = after;
  }
  return now;
}

/** What the file says: texts as they are written, so that the schemas say what is a number. */
export function yamlValue(text: string): Plain {
  return valueOf(read(text));
}

export type Plain = string | null | readonly Plain[] | { readonly [key: string]: Plain };

function read(text: string): Document {
  const doc = parseDocument(text, { schema: 'failsafe', uniqueKeys: true, prettyErrors: false });
  if (doc.errors.length > 0) throw new NotEditable(doc.errors[0]!.message);
  return doc;
}

const keyOf = (pair: Pair): string => (isScalar(pair.key) ? String(pair.key.value) : String(pair.key));

function valueOf(source: Document): Plain {
  const plain = (node: unknown): Plain => {
    if (isAlias(node)) throw new NotEditable('the file uses & and *');
    if (isSeq(node)) return node.items.map(plain);
    if (isMap(node)) return Object.fromEntries(node.items.map((pair) => [keyOf(pair), plain(pair.value)]));
    if (!isScalar(node)) return null;
    return node.type === 'PLAIN' && /^(?:|~|null)$/i.test(String(node.value ?? '')) ? null : String(node.value ?? '').replace(/\n+$/, '');
  };
  return plain(source.contents);
}

const contentOf = (value: YamlContent): Plain => (typeof value !== 'object' ? String(value).replace(/\n+$/, '')
  : Array.isArray(value) ? (value as readonly YamlContent[]).map(contentOf) : Object.fromEntries(Object.entries(value as { readonly [key: string]: YamlContent }).map(([key, one]) => [key, contentOf(one)])));

/** The value as the edit means it, without looking at how it is written. */
function editedValue(before: Plain, edit: YamlEdit): Plain {
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
function same(a: Plain, b: Plain): boolean {
  const shape = (value: Plain): unknown => {
    if (value === null || typeof value === 'string') return value ?? [];
    if (Array.isArray(value)) return (value as readonly Plain[]).map(shape);
    const keys = Object.keys(value).sort();
    return keys.length === 0 ? [] : keys.map((key) => [key, shape((value as Record<string, Plain>)[key]!)]);
  };
  return JSON.stringify(shape(a)) === JSON.stringify(shape(b));
}

const splice = (text: string, from: number, to: number, by: string): string => text.slice(0, from) + by + text.slice(to);
const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
const isEmpty = (node: unknown): boolean => node === null || (isScalar(node) && (node.value === null || node.value === '') && (node.type === undefined || node.type === 'PLAIN') && node.range?.[0] === node.range?.[1]);
const rangeOf = (node: unknown): readonly [number, number] => {
  const { range } = node as Node;
  if (!range) throw new NotEditable('a part of the file has no place');
  return [range[0], range[1]];
};
const columnOf = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1);

/** Behind the last letter of a node, its closing bracket or quote included. */
function endOf(text: string, node: unknown, before: number): number {
  if (isEmpty(node)) return before;
  if ((isMap(node) || isSeq(node)) && !node.flow) {
    const last = node.items.at(-1);
    if (last === undefined) return rangeOf(node)[1];
    return isMap(node) ? endOfPair(text, last as Pair) : endOf(text, last, text.indexOf('-', rangeOf(node)[0]) + 1);
  }
  return rangeOf(node)[1];
}

const afterColon = (text: string, pair: Pair): number => {
  const colon = text.indexOf(':', rangeOf(pair.key)[1]);
  return colon < 0 ? rangeOf(pair.key)[1] : colon + 1;
};
const endOfPair = (text: string, pair: Pair): number => endOf(text, pair.value, afterColon(text, pair));

/** The end of the line a place is in, its line break included. */
function nextLine(text: string, at: number): number {
  // A block of lines (`|`) ends at the start of the line behind it.
  if (at > 0 && text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function insertLines(text: string, at: number, lines: string): string {
  const eol = eolOf(text);
  const opened = at > 0 && text[at - 1] !== '\n' ? eol : '';
  return splice(text, at, at, `${opened}${lines}${eol}`);
}

interface Found { readonly node: unknown; readonly pair: Pair | null; readonly parent: YAMLMap | YAMLSeq | null; readonly depth: number }

/** Goes down a path as far as the file does. */
function find(doc: Document, path: readonly Step[]): Found {
  let found: Found = { node: doc.contents, pair: null, parent: null, depth: 0 };
  for (const step of path) {
    const { node } = found;
    if (isAlias(node) || (node as { anchor?: string } | null)?.anchor !== undefined) throw new NotEditable('the file uses & and *');
    if (isMap(node)) {
      const pair = node.items.find((item) => keyOf(item) === String(step));
      if (!pair) break;
      found = { node: pair.value, pair, parent: node, depth: found.depth + 1 };
    } else if (isSeq(node) && typeof step === 'number' && step < node.items.length) {
      found = { node: node.items[step], pair: null, parent: node, depth: found.depth + 1 };
    } else break;
  }
  return found;
}

/** What is set where a path ends early: the rest of the path, with the value at its end. */
const wrapped = (path: readonly Step[], value: YamlContent): YamlContent =>
  path.reduceRight<YamlContent>((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), value);

function setIn(text: string, path: readonly Step[], value: YamlContent): string {
  const doc = read(text);
  const { node, pair, depth } = find(doc, path);
  if (depth === path.length) return replace(text, node, pair, value);
  const rest = path.slice(depth);
  const [step, ...below] = rest;
  if (isMap(node) && typeof step === 'string') return addPair(text, node, step, wrapped(below, value));
  if (isSeq(node) && typeof step === 'number') return addItem(text, node, wrapped(below, value));
  if (isEmpty(node) || node === undefined) return replace(text, node, pair, wrapped(rest, value));
  throw new NotEditable(`${path.slice(0, depth).join('.')} is something else`);
}

function replace(text: string, node: unknown, pair: Pair | null, value: YamlContent): string {
  const eol = eolOf(text);
  if (isMap(node) && typeof value === 'object' && !Array.isArray(value)) return merge(text, node, value as { readonly [key: string]: YamlContent });
  if (isSeq(node) && Array.isArray(value)) return align(text, node, value as readonly YamlContent[]);
  if (isEmpty(node)) {
    if (!pair) {
      if (node === null || text.trim() === '' || node === undefined) return insertLines(text, text.length, topLevel(value, eol));
      throw new NotEditable('an empty item of a list');
    }
    const indent = ' '.repeat(columnOf(text, rangeOf(pair.key)[0]));
    const at = afterColon(text, pair);
    if (typeof value !== 'object' || (Array.isArray(value) && value.every((one) => typeof one !== 'object'))) return splice(text, at, at, ` ${typeof value === 'object' ? inFlow(value) : oneLineScalar(value, 'new')}`);
    // Below the key, behind a comment on its line.
    const lines = inBlock(value, indent, eol).slice(eol.length);
    return insertLines(text, nextLine(text, at), lines);
  }
  const [from, to] = rangeOf(node);
  if (isScalar(node) && typeof value !== 'object') {
    const style = (node.type ?? 'PLAIN') as ScalarStyle;
    if (style === 'BLOCK_LITERAL' || style === 'BLOCK_FOLDED') {
      const old = text.slice(from, to);
      const indent = /\n( +)\S/.exec(old)?.[1] ?? '  ';
      return splice(text, from, to, blockScalar(String(value), indent, eol) + (old.endsWith('\n') ? eol : ''));
    }
    return inItsPlace(text, from, to, oneLineScalar(value, style));
  }
  // A list where one word stood, and the like: a short form that owners may use too.
  if (isScalar(node) || (node as YAMLSeq | YAMLMap).flow) return splice(text, from, to, typeof value === 'object' ? inFlow(value) : oneLineScalar(value, 'new'));
  throw new NotEditable('a section would become something else');
}

/** A comment behind the value keeps its column where there is room. */
function inItsPlace(text: string, from: number, to: number, by: string): string {
  const blank = /^ +(?= #)/.exec(text.slice(to, to + 200))?.[0].length ?? 0;
  if (blank === 0) return splice(text, from, to, by);
  const left = Math.max(0, blank - (by.length - (to - from)));
  return splice(text, from, to + blank, by + ' '.repeat(left));
}

const topLevel = (value: YamlContent, eol: string): string => {
  if (Array.isArray(value)) return (value as readonly YamlContent[]).map((item) => `- ${inFlow(item)}`).join(eol);
  if (typeof value !== 'object') throw new NotEditable('a file of one word');
  return Object.entries(value as { readonly [key: string]: YamlContent }).map(([key, one]) => `${key}:${inBlock(one, '', eol)}`).join(eol);
};

/** Sets what differs, adds what is new, removes what is not named. */
function merge(text: string, node: YAMLMap, value: { readonly [key: string]: YamlContent }): string {
  let now = text;
  const gone = node.items.map(keyOf).filter((key) => !(key in value));
  // Each step reads the text anew: places move.
  const here = (source: string): YAMLMap => nodeAt(read(source), rangeOf(node)[0], isMap) as YAMLMap;
  for (const [key, one] of Object.entries(value)) {
    const map = here(now);
    const pair = map.items.find((item) => keyOf(item) === key);
    if (!pair) now = addPair(now, map, key, one);
    else if (!same(valueOf({ contents: pair.value } as Document), contentOf(one))) now = replace(now, pair.value, pair, one);
  }
  for (const key of gone) {
    const map = here(now);
    now = removePair(now, map, map.items.findIndex((item) => keyOf(item) === key));
  }
  return now;
}

function align(text: string, node: YAMLSeq, value: readonly YamlContent[]): string {
  let now = text;
  const here = (source: string): YAMLSeq => nodeAt(read(source), rangeOf(node)[0], isSeq) as YAMLSeq;
  for (let i = node.items.length - 1; i >= Math.max(value.length, 1); i--) now = removeItem(now, here(now), i);
  if (value.length === 0) return node.items.length === 0 ? text : removeItem(now, here(now), 0);
  value.forEach((one, i) => {
    const seq = here(now);
    if (i >= seq.items.length) now = addItem(now, seq, one);
    else if (!same(valueOf({ contents: seq.items[i] } as Document), contentOf(one))) now = replace(now, seq.items[i], null, one);
  });
  return now;
}

/** The collection that begins at a place; what is changed behind it does not move it. */
function nodeAt(doc: Document, at: number, is: (node: unknown) => boolean): unknown {
  let found: unknown = null;
  const look = (node: unknown): void => {
    if (is(node) && rangeOf(node)[0] === at && found === null) found = node;
    if (isMap(node)) for (const pair of node.items) look(pair.value);
    if (isSeq(node)) for (const item of node.items) look(item);
  };
  look(doc.contents);
  if (found === null) throw new NotEditable('a part of the file has moved');
  return found;
}

function addPair(text: string, map: YAMLMap, key: string, value: YamlContent): string {
  const last = map.items.at(-1);
  if (map.flow) {
    if (!last) return splice(text, rangeOf(map)[0], rangeOf(map)[1], inFlow({ [key]: value }));
    const at = endOfPair(text, last);
    return splice(text, at, at, `, ${key}: ${inFlow(value)}`);
  }
  if (!last) throw new NotEditable('a section without a line');
  const indent = ' '.repeat(columnOf(text, rangeOf(map.items[0]!.key)[0]));
  return insertLines(text, nextLine(text, endOfPair(text, last)), `${indent}${key}:${inBlock(value, indent, eolOf(text))}`);
}

function addItem(text: string, seq: YAMLSeq, value: YamlContent): string {
  const last = seq.items.at(-1);
  if (seq.flow) {
    if (last === undefined) return splice(text, rangeOf(seq)[0], rangeOf(seq)[1], `[${inFlow(value)}]`);
    const at = endOf(text, last, rangeOf(seq)[1] - 1);
    return splice(text, at, at, `, ${inFlow(value)}`);
  }
  if (last === undefined) throw new NotEditable('a list without a line');
  const eol = eolOf(text);
  const indent = ' '.repeat(columnOf(text, rangeOf(seq)[0]));
  const below = isMap(last) && !last.flow && typeof value === 'object' && !Array.isArray(value);
  const words = below
    ? Object.entries(value as { readonly [key: string]: YamlContent }).map(([key, one]) => `${key}:${inBlock(one, `${indent}  `, eol)}`).join(`${eol}${indent}  `)
    : inFlow(value);
  // Items that stand apart by an empty line go on doing so.
  const end = nextLine(text, endOf(text, last, text.length));
  const dashes = [...text.slice(0, end).matchAll(/(\r?\n)[ \t]*\r?\n(?=[ \t]*-)/g)];
  const apart = below && seq.items.length > 1 && dashes.length > 0 ? eol : '';
  return insertLines(text, end, `${apart}${indent}- ${words}`);
}

function removeIn(text: string, path: readonly Step[]): string {
  const doc = read(text);
  const { parent, depth } = find(doc, path);
  const step = path.at(-1);
  if (depth !== path.length || parent === null || step === undefined) return text;
  if (isMap(parent)) return removePair(text, parent, parent.items.findIndex((item) => keyOf(item) === String(step)));
  return removeItem(text, parent, step as number);
}

function removePair(text: string, map: YAMLMap, at: number): string {
  const pair = map.items[at]!;
  const start = rangeOf(pair.key)[0];
  const end = endOfPair(text, pair);
  if (map.flow) return removeBetween(text, map, map.items.map((one) => [rangeOf(one.key)[0], endOfPair(text, one)] as const), at);
  if (map.items.length === 1) throw new NotEditable('the last setting of a section');
  const line = text.lastIndexOf('\n', start - 1) + 1;
  if (text.slice(line, start).trim() !== '') return splice(text, start, rangeOf(map.items[at + 1]?.key ?? null)[0], '');
  return splice(text, line, nextLine(text, end), '');
}

function removeItem(text: string, seq: YAMLSeq, at: number): string {
  if (seq.flow) return removeBetween(text, seq, seq.items.map((one) => [rangeOf(one)[0], endOf(text, one, rangeOf(one)[1])] as const), at);
  const item = seq.items[at];
  const start = rangeOf(item)[0];
  const dash = text.lastIndexOf('-', start - 1);
  const line = text.lastIndexOf('\n', dash) + 1;
  if (text.slice(line, dash).trim() !== '' || /\S/.test(text.slice(dash + 1, start))) throw new NotEditable('a list within a list');
  return splice(text, line, nextLine(text, endOf(text, item, start)), '');
}

/** Takes one out of braces or brackets, with the comma that parted it. */
function removeBetween(text: string, within: YAMLMap | YAMLSeq, places: readonly (readonly [number, number])[], at: number): string {
  if (places.length === 1) return splice(text, rangeOf(within)[0], rangeOf(within)[1], isMap(within) ? '{}' : '[]');
  const next = places[at + 1];
  return next ? splice(text, places[at]![0], next[0], '') : splice(text, places[at - 1]![1], places[at]![1], '');
}
