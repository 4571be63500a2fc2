import { z } from 'zod';

const AT = z.iso.datetime({ offset: true });
const common = { at: AT.optional() };

const CUSTOMER = z.strictObject({
  ...common, chat: z.string().min(1).max(200), name: z.string().max(200).optional(), id: z.string().min(1).max(200).optional(),
  text: z.string().optional(), photo: z.string().min(1).optional(), tap: z.string().min(1).max(100).optional(),
  kind: z.enum(['sticker', 'voice', 'video', 'document', 'call', 'unknown']).optional(),
  location: z.strictObject({ latitude: z.number(), longitude: z.number() }).optional(),
}).refine((line) => line.text !== undefined || line.photo !== undefined || line.tap !== undefined
  || line.kind !== undefined || line.location !== undefined, 'a customer line needs "text", "photo" or "tap"');

const ON_CHAT = { ...common, staff: z.string().min(1), chat: z.string().min(1) };
const ON_ORDER = { ...common, staff: z.string().min(1), order: z.string().min(1) };

const STAFF = z.discriminatedUnion('do', [
  z.strictObject({ ...ON_CHAT, do: z.literal('claim') }),
  // A script that says `force` has decided both: as it is written, and at once though the shop is closed.
  z.strictObject({ ...ON_CHAT, do: z.literal('reply'), text: z.string().min(1), force: z.boolean().optional() }),
  z.strictObject({ ...ON_CHAT, do: z.literal('release'), text: z.string().optional() }),
  z.strictObject({ ...ON_CHAT, do: z.literal('transfer'), to: z.string().min(1) }),
  z.strictObject({ ...ON_ORDER, do: z.literal('approve_payment') }),
  z.strictObject({ ...ON_ORDER, do: z.literal('reject_payment'), reason: z.string() }),
  z.strictObject({ ...ON_ORDER, do: z.literal('pack') }),
  z.strictObject({ ...ON_ORDER, do: z.literal('ship'), tracking: z.string().optional() }),
  z.strictObject({ ...ON_ORDER, do: z.literal('deliver') }),
  z.strictObject({ ...ON_ORDER, do: z.literal('cancel'), reason: z.string() }),
  z.strictObject({ ...ON_ORDER, do: z.literal('return'), restock: z.boolean().optional() }),
  z.strictObject({ ...ON_ORDER, do: z.literal('refund'), amount: z.number().int().optional(), reference: z.string().optional() }),
]);

const TIME = z.strictObject({ at: AT });

export type CustomerLine = z.infer<typeof CUSTOMER>;
export type StaffLine = z.infer<typeof STAFF>;
export type ScriptLine =
  | { readonly kind: 'customer'; readonly line: CustomerLine }
  | { readonly kind: 'staff'; readonly line: StaffLine }
  | { readonly kind: 'time'; readonly line: z.infer<typeof TIME> };

/**
 * Reads one line of a script (design §7).
 * @throws Error that says what cannot be read
 */
export function readScriptLine(text: string): ScriptLine {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error('not a line of JSON');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Error('not a JSON object');
  if ('staff' in json) return { kind: 'staff', line: checked(STAFF, json) };
  if ('chat' in json) return { kind: 'customer', line: checked(CUSTOMER, json) };
  return { kind: 'time', line: checked(TIME, json) };
}

function checked<T>(schema: z.ZodType<T>, json: unknown): T {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new Error(`${issue.path.join('.') || 'line'}: ${issue.message}`);
}
