import type { z } from 'zod';
import type { LoadChecks } from '../load-checks.ts';
import { bad, good, type Reading } from '../values/reading.ts';
import { textUpTo } from '../values/word-text.ts';
import { named, required } from './bricks.ts';

const EXAMPLE = '"Halo {sapaan}, selamat datang di {nama_toko}"';

/** replies.yaml: message key → the owner's wording. Keys and placeholders are checked by who knows the messages. */
export const repliesSchema = ({ checkReply }: LoadChecks): z.ZodType<Readonly<Record<string, string>>> =>
  named(`welcome.first: ${EXAMPLE}`, (key) => required(key, EXAMPLE, (text): Reading<string> => {
    const long = textUpTo(key, 2_000)(text);
    const wrong = checkReply?.(key, text) ?? null;
    return long.kind === 'bad' ? long : wrong === null ? good(text) : bad(wrong, `salin nama pesan dan isiannya persis, misalnya welcome.first: ${EXAMPLE}`);
  }, 'many'));
