import { ENGLISH } from './messages.en.ts';
import { INDONESIAN } from './messages.id.ts';

export type MessageKey = keyof typeof INDONESIAN;

/** Placeholders that fill themselves in. */
export const AUTOMATIC = ['sapaan', 'nama_toko', 'pelanggan'] as const;

type Placeholders<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;
type Needed<K extends MessageKey> = Exclude<Placeholders<(typeof INDONESIAN)[K]>, (typeof AUTOMATIC)[number]>;

/** The values a message needs: none, or exactly its placeholders. A missing or misspelt one does not compile. */
export type MessageValues<K extends MessageKey> =
  [Needed<K>] extends [never] ? [] : [values: { readonly [P in Needed<K>]: string }];

export const MESSAGES: Readonly<Record<'id' | 'en', Readonly<Record<MessageKey, string>>>> = {
  id: INDONESIAN,
  en: ENGLISH,
};

const PLACEHOLDER = /\{([a-z_]+)\}/g;

export const placeholdersOf = (text: string): readonly string[] => [...text.matchAll(PLACEHOLDER)].map((match) => match[1]!);

/** Puts values in the place of their names, and what fills itself in where no value is given. Values are never read for placeholders themselves. */
export function fill(text: string, automatic: Readonly<Record<string, string>>, values: Readonly<Record<string, string>> = {}): string {
  const pieces = piecesOf(text);
  let filled = pieces[0]!;
  for (let i = 1; i < pieces.length; i += 2) {
    const name = pieces[i]!;
    filled += (values[name] ?? automatic[name] ?? `{${name}}`) + pieces[i + 1]!;
  }
  return filled;
}

const cut = new Map<string, readonly string[]>();
/** More than all messages in both languages and what an owner writes; what owners change does not pile up. */
const MOST_CUT = 2_000;

/** Plain text and names of placeholders in turn, text first and last. */
function piecesOf(text: string): readonly string[] {
  let pieces = cut.get(text);
  if (pieces === undefined) {
    if (cut.size >= MOST_CUT) cut.clear();
    cut.set(text, pieces = text.split(PLACEHOLDER));
  }
  return pieces;
}

/** What is wrong with an owner's wording of a message, in Indonesian; null when nothing is. */
export function checkReply(key: string, text: string): string | null {
  if (!(key in INDONESIAN)) return `tidak ada pesan bernama "${key}"`;
  const known = new Set<string>([...placeholdersOf(INDONESIAN[key as MessageKey]), ...AUTOMATIC]);
  const unknown = placeholdersOf(text).filter((name) => !known.has(name));
  if (unknown.length > 0) return `{${unknown[0]}} tidak dikenal; yang bisa dipakai: ${[...known].map((name) => `{${name}}`).join(', ')}`;
  const missing = placeholdersOf(INDONESIAN[key as MessageKey])
    .filter((name) => !(AUTOMATIC as readonly string[]).includes(name) && !text.includes(`{${name}}`));
  return missing.length > 0 ? `{${missing[0]}} harus ada, supaya pelanggan tetap membaca ${missing[0]!.replaceAll('_', ' ')}` : null;
}
