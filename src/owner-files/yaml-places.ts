import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { keyOf, NotEditable, type Step } from './yaml-values.ts';

export const splice = (text: string, from: number, to: number, by: string): string => text.slice(0, from) + by + text.slice(to);
export const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
export const isEmpty = (node: unknown): boolean => node === null || (isScalar(node) && (node.value === null || node.value === '') && (node.type === undefined || node.type === 'PLAIN') && node.range?.[0] === node.range?.[1]);
export const rangeOf = (node: unknown): readonly [number, number] => {
  const { range } = node as Node;
  if (!range) throw new NotEditable('a part of the file has no place');
  return [range[0], range[1]];
};
export const columnOf = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1);

/** Behind the last letter of a node, its closing bracket or quote included. */
export function endOf(text: string, node: unknown, before: number): number {
  if (isEmpty(node)) return before;
  if ((isMap(node) || isSeq(node)) && !node.flow) {
    const last = node.items.at(-1);
    if (last === undefined) return rangeOf(node)[1];
    return isMap(node) ? endOfPair(text, last as Pair) : endOf(text, last, text.indexOf('-', rangeOf(node)[0]) + 1);
  }
  return rangeOf(node)[1];
}

export const afterColon = (text: string, pair: Pair): number => {
  const colon = text.indexOf(':', rangeOf(pair.key)[1]);
  return colon < 0 ? rangeOf(pair.key)[1] : colon + 1;
};
export const endOfPair = (text: string, pair: Pair): number => endOf(text, pair.value, afterColon(text, pair));

/** The end of the line a place is in, its line break included. */
export function nextLine(text: string, at: number): number {
  // A block of lines (`|`) ends at the start of the line behind it.
  if (at > 0 && text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

export function insertLines(text: string, at: number, lines: string): string {
  const eol = eolOf(text);
  const opened = at > 0 && text[at - 1] !== '\n' ? eol : '';
  return splice(text, at, at, `${opened}${lines}${eol}`);
}

interface Found { readonly node: unknown; readonly pair: Pair | null; readonly parent: YAMLMap | YAMLSeq | null; readonly depth: number }

/** Goes down a path as far as the file does. */
export function find(doc: Document, path: readonly Step[]): Found {
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

/** The collection that begins at a place; what is changed behind it does not move it. */
export function nodeAt(doc: Document, at: number, is: (node: unknown) => boolean): unknown {
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
