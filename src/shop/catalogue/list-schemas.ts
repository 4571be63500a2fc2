import { z } from 'zod';
import type { FaqEntry, Policy, QuickReply, StaffMember } from './snapshot.ts';

const text = z.string().trim().min(1).max(2_000);
const id = z.union([z.string(), z.number()]).transform(String).pipe(z.string().trim().regex(/^[\w-]{1,40}$/));

/** Two entries of one id: the later one is said. */
const onceEach = <T extends { readonly id: string }>(entries: readonly T[], context: z.RefinementCtx): void => {
  const seen = new Set<string>();
  entries.forEach((entry, i) => {
    if (seen.has(entry.id)) context.addIssue({ code: 'custom', message: `id "${entry.id}" dipakai dua kali`, path: [i, 'id'] });
    seen.add(entry.id);
  });
};

export const FAQ: z.ZodType<readonly FaqEntry[]> = z.array(z.strictObject({
  questions: z.union([text.transform((question) => [question]), z.array(text).min(1)]), answer: text,
}));

export const QUICK_REPLIES: z.ZodType<readonly QuickReply[]> = z.array(z.strictObject({ id, text })).superRefine(onceEach);

export const STAFF: z.ZodType<readonly StaffMember[]> = z.array(z.strictObject({
  id, name: z.string().trim().min(1).max(80), role: z.enum(['owner', 'admin']).default('admin'),
  telegram: z.number().int().positive().nullish().transform((value) => value ?? null),
  whatsapp: z.union([z.string(), z.number()]).nullish().transform((value) => (value == null ? null : String(value))),
})).superRefine(onceEach);

const clause = text.nullish().transform((value) => value ?? null);
export const POLICY: z.ZodType<Policy> = z.strictObject({ returns: clause, warranty: clause, refund: clause, privacy: clause });

export const REPLIES = z.record(z.string(), z.string().max(2_000));
export const EXAMPLES = z.record(z.string(), z.array(text));

const HOW: Readonly<Record<string, string>> = {
  questions: 'questions: ["ada garansi ga", "garansinya gimana"]', answer: 'answer: "Garansi 1 tahun ya {sapaan}."', id: 'id: terima-kasih (huruf, angka, tanda hubung; satu kali saja)', text: 'text: "Terima kasih {sapaan} 🙏"',
  name: 'name: Siti', role: 'role: admin (atau owner)', telegram: 'telegram: 123456789, angka id Telegram tanpa kutip', whatsapp: 'whatsapp: "+62812…", diapit kutip', returns: 'returns: "Retur paling lambat 2 hari …"',
};

export const listAdvice = (path: readonly PropertyKey[]): string =>
  HOW[path.filter((part): part is string => typeof part === 'string').at(-1) ?? ''] ?? 'tulis sebagai daftar: setiap butir diawali tanda "- "';
