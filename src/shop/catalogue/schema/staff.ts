import type { z } from 'zod';
import type { StaffMember } from '../snapshot.ts';
import { readE164 } from '../values/phone-text.ts';
import { bad, good, quoted, type Reading } from '../values/reading.ts';
import { oneOf, readId, textUpTo } from '../values/word-text.ts';
import { list, optional, required, section } from './bricks.ts';

const EXAMPLE = '- { id: siti, name: Siti, role: admin }';

const readTelegramId = (text: string): Reading<number> =>
  /^\d{4,15}$/.test(text)
    ? good(Number(text))
    : bad(`telegram ${quoted(text)} bukan nomor id Telegram`, 'tulis angka id-nya, bukan nama atau nomor HP, misalnya telegram: 123456789; tanyakan ke @userinfobot');

const asWritten = (text: string): string => text;
const oneNumber = (text: string): string => {
  const number = readE164(text);
  return number.kind === 'good' ? number.value : text;
};

/** staff.yaml: who serves (design §5). Passwords are never in files. */
export const STAFF: z.ZodType<readonly StaffMember[]> = list(EXAMPLE, section(EXAMPLE, {
  id: required('id', 'siti', readId('siti')),
  name: required('name', 'Siti', textUpTo('name', 80)),
  role: optional('admin' as const, oneOf('role', ['owner', 'admin'], { pemilik: 'owner', juragan: 'owner', staf: 'admin', staff: 'admin', cs: 'admin' })),
  telegram: optional(null, readTelegramId),
  whatsapp: optional(null, readE164),
}, { nama: 'name', peran: 'role', jabatan: 'role', wa: 'whatsapp', phone: 'whatsapp', hp: 'whatsapp', tg: 'telegram' }), { distinct: { id: asWritten, telegram: asWritten, whatsapp: oneNumber } });
