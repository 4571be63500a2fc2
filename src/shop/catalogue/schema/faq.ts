import type { z } from 'zod';
import type { LoadChecks } from '../load-checks.ts';
import type { FaqEntry } from '../snapshot.ts';
import { textUpTo } from '../values/word-text.ts';
import { list, raise, refuseRepeats, required, section } from './bricks.ts';
import { wordsUpTo } from './words.ts';

const EXAMPLE = '- questions: ["ada garansi ga"] lalu answer: "Garansi 1 tahun ya {sapaan}."';
const OTHER_WORDS = {
  question: 'questions', pertanyaan: 'questions', tanya: 'questions', q: 'questions', jawaban: 'answer', jawab: 'answer', answers: 'answer', a: 'answer',
};

const entry = (checks: LoadChecks) => section(EXAMPLE, {
  questions: list('questions: ["ada garansi ga", "garansinya gimana"]', required('questions', '["ada garansi ga"]', textUpTo('pertanyaan', 300)), { single: true }),
  answer: required('answer', '"Garansi 1 tahun ya {sapaan}."', wordsUpTo('jawaban', 2_000, checks.placeholders), 'many'),
}, OTHER_WORDS).transform((given, context): FaqEntry => {
  if (given.questions.length === 0) raise(context, 'questions belum diisi', 'tulis contoh pertanyaan pelanggan: questions: ["ada garansi ga"]', ['questions']);
  return given;
});

/** faq.yaml (design §5). A question stands in one entry only, or which answer it gets would be chance. */
export const faqSchema = (checks: LoadChecks): z.ZodType<readonly FaqEntry[]> => list(EXAMPLE, entry(checks)).transform((entries, context) => {
  const asked = entries.flatMap((one, i) => one.questions.map((question, q) => ({ question, path: [i, 'questions', q] })));
  refuseRepeats(asked.map(({ question }) => question), 'pertanyaan', (i) => asked[i]!.path, context);
  return entries;
});
