import type { z } from 'zod';
import type { LoadChecks } from '../load-checks.ts';
import type { QuickReply } from '../snapshot.ts';
import { readId } from '../values/word-text.ts';
import { list, required, section } from './bricks.ts';
import { wordsUpTo } from './words.ts';

const EXAMPLE = '- { id: terima-kasih, text: "Terima kasih {sapaan} 🙏" }';

/** quick_replies.yaml: the admins' canned answers (design §5). */
export const quickRepliesSchema = (checks: LoadChecks): z.ZodType<readonly QuickReply[]> => list(EXAMPLE, section(EXAMPLE, {
  id: required('id', 'terima-kasih', readId('terima-kasih')),
  text: required('text', '"Terima kasih {sapaan} 🙏"', wordsUpTo('text', 2_000, checks.quickReplyPlaceholders), 'many'),
}, { teks: 'text', isi: 'text', nama: 'id', answer: 'text' }), { distinct: { id: (id) => id } });
