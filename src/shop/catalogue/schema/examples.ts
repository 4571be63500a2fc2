import type { z } from 'zod';
import type { LoadChecks } from '../load-checks.ts';
import { suggestion } from '../nearest.ts';
import { textUpTo } from '../values/word-text.ts';
import { list, named, required } from './bricks.ts';

const EXAMPLE = 'ask_hours: ["buka sampe jam brp min", "tutup jam brp"]';
const sentences = list(EXAMPLE, required('contoh kalimat', '"buka jam brp"', textUpTo('contoh kalimat', 300)), { single: true });

/** examples.yaml: intent → sentences of this shop's customers that mean it. */
export const examplesSchema = ({ intents }: LoadChecks): z.ZodType<Readonly<Record<string, readonly string[]>>> =>
  named(EXAMPLE, () => sentences, (key) => (intents === undefined || intents.includes(key) ? null : { what: `maksud "${key}" tidak dikenal`, should: suggestion(key, intents) }));
