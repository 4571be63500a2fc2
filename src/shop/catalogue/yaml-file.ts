import { readFile } from 'node:fs/promises';
import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { nearest, type FileProblems } from './file-problems.ts';

export interface Place { readonly file: string; readonly line: number; readonly column: number }

/** A YAML file with the place of everything in it. */
export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  /** Where the value of a path stands; the nearest thing above it where it is absent. */
  at(path: readonly PropertyKey[]): Place;
}

/** Parses a YAML file. Null when it is absent, or broken (then said in `problems`). */
export async function readYaml(path: string, file: string, problems: FileProblems): Promise<YamlFile | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => { if (error.code === 'ENOENT') return null; throw error; });
  if (text === null) return null;
  const lines = new LineCounter();
  const doc = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines, uniqueKeys: true });
  if (doc.errors.length > 0) {
    for (const error of doc.errors.slice(0, 5)) {
      const { line, col } = lines.linePos(error.pos[0]);
      const [what, should] = yamlAdvice(error.code, text.split('\n')[line - 1] ?? '');
      problems.error({ file, line, column: col }, what, should);
    }
    return null;
  }
  return { file, value: doc.toJS() as unknown, at: (path) => locate(doc, lines, file, path) };
}

function yamlAdvice(code: string, line: string): readonly [string, string] {
  if (/^\s*\t|\t\s*\S/.test(line) && code.includes('TAB')) return ['ada tab di awal baris', 'ganti tab dengan dua spasi'];
  if (code === 'DUPLICATE_KEY') return ['nama ini ditulis dua kali', 'pakai satu saja'];
  if (code === 'MISSING_CHAR' || code === 'UNEXPECTED_TOKEN') return ['tanda kutip atau kurung tidak lengkap', 'tutup kutip ("…") dan kurung ([…], {…}) di baris ini'];
  if (line.includes('\t')) return ['ada tab di baris ini', 'ganti tab dengan dua spasi'];
  return ['baris ini tidak terbaca sebagai YAML', 'tulis "nama: nilai", dengan spasi setelah titik dua dan lekukan dua spasi; teks dengan tanda ":" atau "#" diapit kutip'];
}

function locate(doc: Document, lines: LineCounter, file: string, path: readonly PropertyKey[]): Place {
  for (let depth = path.length; depth >= 0; depth--) {
    const offset = offsetOf(doc, path.slice(0, depth));
    if (offset !== null) {
      const { line, col } = lines.linePos(offset);
      return { file, line, column: col };
    }
  }
  return { file, line: 1, column: 1 };
}

function offsetOf(doc: Document, path: readonly PropertyKey[]): number | null {
  const node = path.length === 0 ? doc.contents : doc.getIn(path as unknown[], true);
  if (isNode(node) && node.range) return node.range[0];
  const parent = path.length > 1 ? doc.getIn(path.slice(0, -1) as unknown[], true) : doc.contents;
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1));
    if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
  }
  return isSeq(parent) || isMap(parent) ? parent.range?.[0] ?? null : null;
}

/** Advice by path for what a schema refuses: what should stand there, with an example. */
export type Advice = (path: readonly PropertyKey[]) => string;

/** Checks a YAML file by a schema; each issue is said at its own place, in Indonesian. Null when there is any. */
export function check<T>(yaml: YamlFile, schema: z.ZodType<T>, advice: Advice, problems: FileProblems): T | null {
  const parsed = schema.safeParse(yaml.value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      const known = knownKeys(schema, issue.path);
      for (const key of issue.keys) {
        const near = nearest(key, known);
        problems.error(yaml.at([...issue.path, key]), `"${key}" tidak dikenal`, near === null ? `yang dikenal: ${known.join(', ')}` : `maksudnya "${near}"?`);
      }
      continue;
    }
    const what = issue.code === 'custom' ? issue.message : whatIsWrong(valueAt(yaml.value, issue.path), issue.path);
    problems.error(yaml.at(issue.path), what, advice(issue.path));
  }
  return null;
}

function whatIsWrong(value: unknown, path: readonly PropertyKey[]): string {
  const name = path.filter((part) => typeof part === 'string').at(-1) ?? 'isinya';
  if (value === undefined || value === null) return `"${String(name)}" belum diisi`;
  return `"${String(name)}" berisi ${JSON.stringify(value).slice(0, 60)}, tidak bisa dipakai`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined), value);
}

/** The keys an object schema has at a path, as far as they can be seen. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: unknown = schema;
  const open = (type: unknown): unknown => {
    const def = (type as { def?: { type: string; innerType?: unknown; in?: unknown; element?: unknown; options?: unknown[] } }).def;
    if (!def) return type;
    if (def.innerType) return open(def.innerType);
    if (def.type === 'pipe') return open(def.in);
    return type;
  };
  for (const key of path) {
    at = open(at);
    const { shape, def } = at as { shape?: Record<string, unknown>; def?: { element?: unknown } };
    at = typeof key === 'number' ? def?.element : shape?.[String(key)];
    if (at === undefined) return [];
  }
  return Object.keys((open(at) as { shape?: object }).shape ?? {});
}
