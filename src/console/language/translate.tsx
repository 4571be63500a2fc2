import { createContext, useContext, type Child } from 'hono/jsx';
import { fill } from '../../wording/messages.ts';
import { saidInEnglish } from './said-elsewhere.ts';
import { ENGLISH, type Language, type Text, type Values } from './texts.ts';

/** `t('{jumlah} ketemu', { jumlah: 3 })`: a text as the person at the page reads it. One without English does not compile. */
export interface Translate {
  <K extends Text>(text: K, ...values: Values<K, string | number>): string;
  /** A text with parts of a page in it: `t.rich('Menurut {siapa}', { siapa: <strong>Siti</strong> })`. */
  rich<K extends Text>(text: K, ...values: Values<K, Child>): Child;
  /** A text that comes from a table of texts; what the dictionary does not have stays as it is. */
  of(text: string): string;
  /** A sentence that another room says, names and figures in it: a problem of a file, the state of a channel, an alarm. */
  said(sentence: string): string;
  readonly language: Language;
}

export const translatorFor = (language: Language): Translate => TRANSLATORS[language];

function makeTranslator(language: Language): Translate {
  function wording(text: Text, values: Readonly<Record<string, unknown>>): string {
    if (language === 'id') return text;
    const english: string | readonly [one: string, many: string] = ENGLISH[text];
    return typeof english === 'string' ? english : english[values.jumlah === 1 ? 0 : 1];
  }
  const plain = (text: Text, values: Readonly<Record<string, string | number>> = {}): string =>
    fill(wording(text, values), Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])));
  const rich = (text: Text, values: Readonly<Record<string, Child>> = {}): Child =>
    <>{wording(text, values).split(/(\{[a-z_]+\})/).map((part) => (part.startsWith('{') && part.endsWith('}') ? values[part.slice(1, -1)] : part))}</>;
  const of = (text: string): string => (text in ENGLISH ? wording(text as Text, {}) : text);
  const said = (sentence: string): string => (language === 'id' ? sentence : saidInEnglish(sentence) ?? sentence);
  return Object.assign(plain, { rich, of, said, language });
}

const TRANSLATORS: Readonly<Record<Language, Translate>> = { id: makeTranslator('id'), en: makeTranslator('en') };

const Spoken = createContext<Translate>(translatorFor('id'));

/** Everything within is said in one person's language. */
export const Speaking = ({ t, children }: { readonly t: Translate; readonly children: Child }) => <Spoken.Provider value={t}>{children}</Spoken.Provider>;

/** The translator of the page a component stands on. */
export const useT = (): Translate => useContext(Spoken);
