import { isMap, isScalar, isSeq, type Document, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { afterColon, columnOf, endOf, endOfPair, eolOf, find, insertLines, isEmpty, nextLine, nodeAt, rangeOf, splice } from './yaml-places.ts';
import { contentOf, editedValue, keyOf, NotEditable, read, same, valueOf, yamlValue, type Plain, type Step, type YamlEdit } from './yaml-values.ts';
import { blockScalar, inBlock, inFlow, oneLineScalar, type ScalarStyle, type YamlContent } from './yaml-words.ts';

export { NotEditable, yamlValue };
export type { Plain, Step, YamlEdit };

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
  if (isMap(parent)) return removePair(text, parent, parent.items.findIndex((item) => keyOf(item) === String(step)), path.length === 1);
  return removeItem(text, parent, step as number);
}

function removePair(text: string, map: YAMLMap, at: number, isWhole = false): string {
  const pair = map.items[at]!;
  const start = rangeOf(pair.key)[0];
  const end = endOfPair(text, pair);
  if (map.flow) return removeBetween(text, map, map.items.map((one) => [rangeOf(one.key)[0], endOfPair(text, one)] as const), at);
  if (map.items.length === 1 && !isWhole) throw new NotEditable('the last setting of a section');
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
