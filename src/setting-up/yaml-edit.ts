import { isCollection, isMap, isScalar, isSeq, parseDocument, Scalar, stringify, type Document, type Node } from 'yaml';

export type YamlPath = readonly (string | number)[];

/** A list written as YAML text on several lines, each entry beginning with "- ", or on one line as "[…]". */
export interface YamlText { readonly yaml: string }

/**
 * Sets one value in the text of a YAML file. All else stays byte for byte: comments, order, quotes, what is commented out.
 * Only where a part has to be added does `yaml` write the file anew, and keeps the comments then too.
 */
export function setValue(text: string, path: YamlPath, value: string | YamlText): string {
  const doc = parseDocument(text);
  if (doc.errors.length > 0) throw new Error('a broken file is not edited');
  const node = doc.getIn(path, true) as Node | undefined;
  const written = typeof value === 'string' ? scalarText(value) : value.yaml;
  if (node?.range && (isScalar(node) || isCollection(node))) {
    const [start, until] = node.range;
    // A list of lines ends where the next thing begins; the blanks between are not its own.
    const end = start + text.slice(start, until).trimEnd().length;
    // "key:" with nothing behind it has an empty place: the value needs a blank before it.
    const empty = start === end;
    if (!(empty && written.startsWith('- '))) return spliced(text, start, end, `${empty && !/\s/.test(text[start - 1] ?? ' ') ? ' ' : ''}${written}`, indentAt(text, start, doc, path));
  }
  doc.setIn(path, typeof value === 'string' ? quotedScalar(value) : parseDocument(value.yaml).contents);
  return doc.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** How far the lines of a list are indented: as the list is that they take the place of, else two more than its name. */
function indentAt(text: string, start: number, doc: Document, path: YamlPath): string {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  if (/^ *$/.test(line)) return line;
  const parent = doc.getIn(path.slice(0, -1), true);
  const key = isMap(parent) ? parent.items.find((pair) => isScalar(pair.key) && pair.key.value === path.at(-1))?.key : undefined;
  const column = isScalar(key) && key.range ? key.range[0] - (text.lastIndexOf('\n', key.range[0] - 1) + 1) : 0;
  return ' '.repeat(column + 2);
}

function spliced(text: string, start: number, end: number, written: string, indent: string): string {
  const lines = written.split('\n');
  const onOwnLine = /^ *$/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));
  // A list of lines cannot begin behind its name.
  const block = lines.length > 1 || written.startsWith('- ') ? `${onOwnLine ? '' : `\n${indent}`}${lines.join(`\n${indent}`)}` : written;
  const kept = onOwnLine || !block.startsWith('\n') ? text.slice(0, start) : text.slice(0, start).replace(/ +$/, '');
  const rest = text.slice(end);
  const comment = /^( +)#/.exec(rest);
  if (!comment || block.includes('\n')) return kept + block + rest;
  // The comment behind the value stays in its column where there is room.
  const blanks = Math.max(1, comment[1]!.length + (end - start) - block.length);
  return `${kept}${block}${' '.repeat(blanks)}${rest.slice(comment[1]!.length)}`;
}

/** Figures, clocks and the like are quoted, so that no program takes them for something else than text. */
const needsQuotes = (value: string): boolean => value === '' || /^[\d+\-.:,\s]+$/.test(value) || stringify(value).trim() !== value;

export const scalarText = (value: string): string => (/^(?:true|false|0|[1-9]\d{0,5})$/.test(value) ? value : needsQuotes(value) ? JSON.stringify(value) : value);

function quotedScalar(value: string): Scalar {
  const scalar = new Scalar<unknown>(/^(?:0|[1-9]\d{0,5})$/.test(value) ? Number(value) : value === 'true' || value === 'false' ? value === 'true' : value);
  if (typeof scalar.value === 'string' && needsQuotes(value)) scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

/** The entries of a list with their own lines and the comments above them, as written; empty where there is no such list. */
export function entriesOf(text: string, path: YamlPath): readonly { readonly value: unknown; readonly yaml: string }[] {
  const doc = parseDocument(text);
  const list = doc.getIn(path, true);
  if (!isSeq(list) || list.flow === true) return [];
  const starts = list.items.map((item) => startOfEntry(text, (item as Node).range![0]));
  return list.items.map((item, i) => {
    const end = starts[i + 1] ?? (item as Node).range![1];
    const indent = /^ */.exec(text.slice(starts[i]!))![0].length;
    const lines = text.slice(starts[i], end).trimEnd().split('\n').map((line) => (line.trim() === '' ? '' : line.slice(Math.min(indent, line.search(/\S/)))));
    return { value: (item as Node).toJSON() as unknown, yaml: lines.join('\n') };
  });
}

/** The beginning of an entry's first line, or of the comment lines right above it. */
function startOfEntry(text: string, at: number): number {
  let start = text.lastIndexOf('\n', text.lastIndexOf('-', at) - 1) + 1;
  while (start > 0) {
    const above = text.lastIndexOf('\n', start - 2) + 1;
    if (!/^\s*#/.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}
