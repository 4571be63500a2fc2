import type { FileProblem } from '../../shop/catalogue/snapshot.ts';
import { useT, type Translate } from '../language/translate.tsx';

/** What is wrong and how it should look, in the reader's language. */
export const problemWords = (t: Translate, { what, should }: Pick<FileProblem, 'what' | 'should'>): string => `${t.said(what)}; ${t.said(should)}`;

/** "products.csv:12:4: what; how" with its place made easy to see. */
export function Problem({ text }: { readonly text: string }) {
  const t = useT();
  const parts = /^([^:]+):(\d+):(\d+): ([^]*)$/.exec(text);
  return parts ? <><strong>{t('{berkas} baris {baris}, kolom {kolom}', { berkas: parts[1]!, baris: parts[2]!, kolom: parts[3]! })}</strong>: {t.said(parts[4]!)}</> : <>{t.said(text)}</>;
}
