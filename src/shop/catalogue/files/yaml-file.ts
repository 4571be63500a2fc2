import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node, type Pair } from 'yaml';
import type { FileProblems, Spot } from '../file-problems.ts';
import { textOfFile } from './file-text.ts';
import { faultOfYaml } from './yaml-faults.ts';

/** What a YAML file may hold. Every scalar is text as it was written: the schemas, not YAML, say what is a number. */
export type YamlValue = string | null | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** A YAML file with the place of everything in it. */
export interface YamlFile {
  readonly file: string;
  /** Null for a file of nothing but comments. */
  readonly value: YamlValue;
  /** Where the value of a path stands, or its key; the nearest thing above it where it is absent. */
  at(path: readonly PropertyKey[], part?: 'value' | 'key'): Spot;
}

/** Far more than an owner writes; aliases of aliases reach it fast. */
const MOST_NODES = 500_000;

/** Parses a YAML file. Null when it is broken (then said in `problems`). */
export function readYaml(file: string, bytes: Uint8Array, problems: FileProblems): YamlFile | null {
  const read = textOfFile(bytes);
  if (read.kind === 'not_text') {
    problems.error({ file, line: 1, column: 1 }, 'isinya bukan teks', 'tulis dengan Notepad atau sejenisnya, bukan Word atau Excel');
    return null;
  }
  if (read.odd) problems.warn({ file, line: read.odd.line, column: 1 }, read.odd.what, 'simpan sebagai UTF-8');
  const lines = new LineCounter();
  // `failsafe` keeps "0123456789", "09:00", "no" and "1e3" as the owner wrote them.
  const doc = parseDocument(read.text, { lineCounter: lines, uniqueKeys: true, schema: 'failsafe', prettyErrors: false, strict: true });
  const spotOf = (offset: number): Spot => {
    const { line, col } = lines.linePos(Math.min(offset, read.text.length));
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (doc.errors.length > 0) {
    const told = new Set<number>();
    for (const error of doc.errors) {
      const fault = faultOfYaml(error, doc, read.text);
      const spot = spotOf(fault.at);
      // One slip makes several errors on its line and often on the next; the first says it.
      if (told.has(spot.line) || told.has(spot.line - 1)) continue;
      told.add(spot.line);
      problems.error(spot, fault.what, fault.should);
    }
    return null;
  }
  const value = plain(doc.contents, doc, { left: MOST_NODES });
  if (value === undefined) {
    problems.error({ file, line: 1, column: 1 }, 'isinya terlalu banyak atau berputar-putar (alias *)', 'tulis nilainya langsung, tanpa & dan *');
    return null;
  }
  return { file, value, at: (path, part = 'value') => spotOf(offsetOf(doc, path, part)) };
}

/** The value of a node; undefined when it is more than can be meant. */
function plain(node: unknown, doc: Document, budget: { left: number }): YamlValue | undefined {
  if (budget.left-- <= 0) return undefined;
  if (isAlias(node)) {
    budget.left -= 100;
    return plain(node.resolve(doc), doc, budget);
  }
  if (isScalar(node)) {
    const text = String(node.value ?? '');
    return node.type === 'PLAIN' && /^(?:|~|null)$/i.test(text) ? null : text;
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => plain(item, doc, budget));
    return items.some((item) => item === undefined) ? undefined : (items as YamlValue[]);
  }
  if (isMap(node)) {
    const map: Record<string, YamlValue> = Object.create(null) as Record<string, YamlValue>;
    for (const pair of node.items) {
      const value = plain(pair.value, doc, budget);
      if (value === undefined) return undefined;
      map[keyOf(pair)] = value;
    }
    return map;
  }
  return null;
}

const keyOf = (pair: Pair): string => (isScalar(pair.key) ? String(pair.key.value) : String(pair.key));

function offsetOf(doc: Document, path: readonly PropertyKey[], part: 'value' | 'key'): number {
  let node: unknown = doc.contents;
  let offset = (doc.contents as Node | null)?.range?.[0] ?? 0;
  for (const [depth, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(doc);
    if (isMap(node)) {
      const pair = node.items.find((item) => keyOf(item) === String(step));
      if (!pair) break;
      const key = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
      const empty = isScalar(node) && node.range?.[0] === node.range?.[1];
      offset = empty || (part === 'key' && depth === path.length - 1) ? key : (node as Node | null)?.range?.[0] ?? key;
    } else if (isSeq(node) && typeof step === 'number') {
      if (step >= node.items.length) break;
      node = node.items[step];
      offset = (node as Node | null)?.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}
