import { z } from 'zod';
import { suggestion } from '../nearest.ts';
import { cleanText } from '../values/clean-text.ts';
import { bad, good, quoted, type Reading } from '../values/reading.ts';

/**
 * The bricks that the schemas of the owner's files are built of. Every issue they raise says in Indonesian what is
 * wrong (`message`) and how it should look (`params.should`); `params.at` is `key` where the name itself is wrong.
 */

type Context = z.RefinementCtx;

export interface IssueParams {
  readonly should: string;
  readonly at?: 'key' | 'value';
}

/** Raises an issue at a path below the value being checked. */
export function raise(context: Context, what: string, should: string, path: readonly PropertyKey[] = [], at: 'key' | 'value' = 'value'): void {
  context.addIssue({ code: 'custom', message: what, path: [...path], params: { should, at } satisfies IssueParams });
}

/** One text, read by `read`. Where nothing is written, `empty` says what that means. */
export function field<T>(read: (text: string) => Reading<T>, empty: Reading<T>, lines: 'one' | 'many' = 'one'): z.ZodType<T> {
  return z.unknown().transform((value, context): T => {
    const reading = readValue(value, read, empty, lines);
    if (reading.kind === 'good') return reading.value;
    raise(context, reading.what, reading.should);
    return z.NEVER;
  });
}

export const required = <T>(name: string, example: string, read: (text: string) => Reading<T>, lines?: 'one' | 'many'): z.ZodType<T> =>
  field(read, bad(`${name} belum diisi`, `tulis ${name}: ${example}`), lines);

export const optional = <T, D>(fallback: D, read: (text: string) => Reading<T>, lines?: 'one' | 'many'): z.ZodType<T | D> =>
  field<T | D>(read, good(fallback), lines);

/** What a value that was written means. Where nothing is, `empty` says it. */
export function readValue<T>(value: unknown, read: (text: string) => Reading<T>, empty: Reading<T>, lines: 'one' | 'many'): Reading<T> {
  if (value === undefined || value === null) return empty;
  if (typeof value !== 'string') return isPlaceholder(value)
    ? bad(`teks ${quoted(`{${Object.keys(value)[0]}}`)} tidak diapit kutip`, 'apit dengan tanda kutip, misalnya "{sapaan}"')
    : bad(Array.isArray(value) ? 'di sini hanya boleh satu nilai, bukan daftar' : 'di sini hanya boleh satu nilai, bukan bagian', 'tulis nama: nilai di satu baris');
  const clean = cleanText(value, lines);
  if (clean.kind === 'bad') return clean;
  if (/^[“”„‘’].*[“”‘’]$/s.test(clean.value)) return bad('tanda kutipnya melengkung (“…”), bukan kutip biasa', 'ketik ulang kutipnya di Notepad: "…"');
  return clean.value === '' ? empty : read(clean.value);
}

/** `{sapaan}` without quotes is a map to YAML. */
const isPlaceholder = (value: object): boolean => !Array.isArray(value) && Object.keys(value).length === 1 && Object.values(value)[0] === null;

/** A section of named settings. Unknown names are refused, with what was probably meant; `also` are words owners try. */
export function section<S extends z.ZodRawShape>(example: string, shape: S, also: Readonly<Record<string, string>> = {}): z.ZodType<z.output<z.ZodObject<S>>> {
  const inner = z.object(shape);
  const known = Object.keys(shape);
  return z.unknown().transform((value, context): z.output<z.ZodObject<S>> => {
    const given = value ?? {};
    if (typeof given !== 'object' || Array.isArray(given)) {
      raise(context, Array.isArray(given) ? 'di sini bukan tempat daftar' : `${quoted(String(given))} bukan bagian berisi nama: nilai`, `tulis seperti ${example}`);
      return z.NEVER;
    }
    for (const key of Object.keys(given)) {
      if (known.includes(key)) continue;
      const meant = Object.hasOwn(also, key.toLowerCase()) ? `maksud Anda "${also[key.toLowerCase()]}"?` : suggestion(key, known);
      raise(context, `"${key}" tidak dikenal di sini`, meant, [key], 'key');
    }
    // What is not written is null to the bricks inside; zod has its own word for an absent key.
    const filled = Object.fromEntries(known.map((key) => [key, Object.hasOwn(given, key) ? (given as Record<string, unknown>)[key] : null]));
    return passed(inner.safeParse(filled), context);
  });
}

export interface ListOptions {
  /** One entry may stand without a list. */
  readonly single?: boolean;
  /** Settings that no two entries may share, and how to bring two writings of one thing to the same text. */
  readonly distinct?: Readonly<Record<string, (text: string) => string>>;
}

/** A list. Nothing written is an empty list. */
export function list<T>(example: string, item: z.ZodType<T>, options: ListOptions = {}): z.ZodType<readonly T[]> {
  const inner = z.array(item);
  return z.unknown().transform((value, context): readonly T[] => {
    if (value === undefined || value === null) return [];
    if (Array.isArray(value)) {
      for (const [key, same] of Object.entries(options.distinct ?? {})) refuseDoubles(value, key, same, context);
      return passed(inner.safeParse(value), context);
    }
    if (options.single) {
      const one = passed(item.safeParse(value), context);
      return [one];
    }
    raise(context, 'isinya harus daftar', `tulis setiap butir di baris sendiri, seperti ${example}`);
    return z.NEVER;
  });
}

/** Looks at the texts as written, so that doubles show even where an entry has other mistakes. */
function refuseDoubles(entries: readonly unknown[], key: string, same: (text: string) => string, context: Context): void {
  const texts = entries.map((entry) => (typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>)[key] : null));
  refuseRepeats(texts.map((text) => (typeof text === 'string' && text.trim() !== '' ? same(text.trim()) : null)), key, (i) => [i, key], context);
}

/** Refuses each mark that an earlier entry has, without regard to case. */
export function refuseRepeats(marks: readonly (string | null)[], name: string, where: (index: number) => readonly PropertyKey[], context: Context): void {
  const first = new Map<string, number>();
  marks.forEach((mark, i) => {
    if (mark === null) return;
    const earlier = first.get(mark.toLowerCase());
    if (earlier === undefined) first.set(mark.toLowerCase(), i);
    else raise(context, `${name} "${mark}" sudah dipakai oleh butir ke-${earlier + 1}`, `beri ${name} yang berbeda untuk setiap butir`, where(i));
  });
}

/** A part that is not written at all means `fallback`, which may differ from what an empty one would mean. */
export const orElse = <T>(schema: z.ZodType<T>, fallback: T): z.ZodType<T> =>
  z.unknown().transform((value, context): T => (value === undefined || value === null ? fallback : passed(schema.safeParse(value), context)));

/** Names with a value each. `wrongKey` says what is wrong with a name, where not every name will do; `item` may depend on it. */
export function named<T>(
  example: string, item: (key: string) => z.ZodType<T>, wrongKey: (key: string) => { readonly what: string; readonly should: string } | null = () => null,
): z.ZodType<Readonly<Record<string, T>>> {
  return z.unknown().transform((value, context): Readonly<Record<string, T>> => {
    const given = value ?? {};
    if (typeof given !== 'object' || Array.isArray(given)) {
      raise(context, 'isinya harus berupa nama: nilai', `tulis seperti ${example}`);
      return z.NEVER;
    }
    const found: [string, T][] = [];
    for (const [key, inside] of Object.entries(given)) {
      const wrong = wrongKey(key);
      if (wrong) raise(context, wrong.what, wrong.should, [key], 'key');
      else found.push([key, passed(item(key).safeParse(inside), context, [key])]);
    }
    return Object.fromEntries(found);
  });
}

/** Hands the issues of an inner check on, each at its own path. */
function passed<T>(result: z.ZodSafeParseResult<T>, context: Context, under: readonly PropertyKey[] = []): T {
  if (result.success) return result.data;
  for (const issue of result.error.issues) context.addIssue({ ...issue, path: [...under, ...issue.path] } as Parameters<Context['addIssue']>[0]);
  return z.NEVER;
}
