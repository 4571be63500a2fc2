/** What a form may write into a YAML file: texts, numbers, yes or no, and lists and sections of them. */
export type YamlContent = string | number | boolean | readonly YamlContent[] | { readonly [key: string]: YamlContent };

/** How a text stood in the file before; `new` is one that was not there. */
export type ScalarStyle = 'PLAIN' | 'QUOTE_SINGLE' | 'QUOTE_DOUBLE' | 'BLOCK_LITERAL' | 'BLOCK_FOLDED' | 'new';

/** Words that other programs take for something else than a word. */
const NOT_A_WORD = /^(?:y|n|yes|no|on|off|true|false|null|~)$/i;
/** Needs no quotes where nothing stood before: a word or two, a day. */
const WORDLIKE = /^(?:\p{L}[\p{L}\p{N} _().-]*(?<! )|\d{4}-\d\d-\d\d)$/u;
/** Needs no quotes where none stood before. The schemas, not YAML, say what is a number. */
const SAFE_AS_IT_STANDS = /^[\p{L}\p{N}+][\p{L}\p{N} _+./()%-]*(?<! )$/u;

/** A value on one line. Quoting follows what stood there; a text of many lines stays one line, with `\n` in it. */
export function oneLineScalar(value: string | number | boolean, style: ScalarStyle): string {
  if (typeof value !== 'string') return String(value);
  if (value.includes('\n')) return JSON.stringify(value);
  if (style === 'QUOTE_SINGLE' && !/[\u0000-\u001f\u007f-\u009f]/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  const bare = style === 'PLAIN' ? SAFE_AS_IT_STANDS.test(value) : style === 'new' && WORDLIKE.test(value);
  return bare && !NOT_A_WORD.test(value) ? value : JSON.stringify(value);
}

/** A text in a block of its own lines (`|`), each after `indent`. Ends without a line break. */
export function blockScalar(value: string, indent: string, eol: string): string {
  const lines = value.replace(/\n+$/, '').split('\n');
  return ['|', ...lines.map((line) => (line === '' ? '' : indent + line))].join(eol);
}

/** A value within braces or brackets, as owners' files write an item: `{ bank: BCA, account: "123" }`. */
export function inFlow(value: YamlContent): string {
  if (Array.isArray(value)) return `[${(value as readonly YamlContent[]).map(inFlow).join(', ')}]`;
  if (typeof value !== 'object') return oneLineScalar(value, 'new');
  const pairs = Object.entries(value).map(([key, one]) => `${key}: ${inFlow(one)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

/** Lines of a value that stands below its key or after its dash: what follows `key:` or `-`, from the blank on. */
export function inBlock(value: YamlContent, indent: string, eol: string): string {
  if (typeof value !== 'object') return ` ${typeof value === 'string' && value.includes('\n') ? blockScalar(value, `${indent}  `, eol) : oneLineScalar(value, 'new')}`;
  if (Array.isArray(value)) {
    const items = value as readonly YamlContent[];
    const lists = items.some((item) => typeof item === 'object');
    if (!lists) return ` ${inFlow(items)}`;
    return items.map((item) => `${eol}${indent}  - ${inFlow(item)}`).join('');
  }
  return Object.entries(value as { readonly [key: string]: YamlContent }).map(([key, one]) => `${eol}${indent}  ${key}:${inBlock(one, `${indent}  `, eol)}`).join('');
}
