import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { Translate } from '../language/translate.tsx';

/** What a try costs. */
export interface PasswordCost { readonly N: number; readonly r: number; readonly p: number }
/** OWASP's scrypt setting for 2^16: about 64 MB and 0.2 s a try on a small server (S3). */
const OWASP: PasswordCost = { N: 65_536, r: 8, p: 1 };
const MOST_MEMORY = 128 * 1024 * 1024;
const KEY_BYTES = 32;

export const LEAST_CHARACTERS = 8;
const MOST_CHARACTERS = 200;

/** Why a new password will not do; null when it will. Length is what counts (ASVS 6.2.1). */
export function passwordProblem(t: Translate, password: string, name: string): string | null {
  const length = [...password].length;
  if (length < LEAST_CHARACTERS) return t('Sandi paling sedikit {panjang} huruf; 15 lebih aman, misalnya tiga kata yang mudah diingat.', { panjang: LEAST_CHARACTERS });
  if (length > MOST_CHARACTERS) return t('Sandi paling banyak {panjang} huruf.', { panjang: MOST_CHARACTERS });
  if (new Set(password).size < 4 || password.toLowerCase() === name.toLowerCase()) return t('Sandi itu terlalu mudah ditebak. Coba tiga kata yang tidak berhubungan.');
  return null;
}

/** Passwords at a cost: a shop's own, unless a test that is not about passwords wants many of them. */
export function createPasswords(cost: PasswordCost = OWASP) {
  const written = (salt: Buffer, key: Buffer): string => ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
  const nobody = written(Buffer.alloc(16), Buffer.alloc(KEY_BYTES));
  return {
    /** Text to keep: the cost is part of it, so that it can be raised later. */
    async hash(password: string): Promise<string> {
      const salt = randomBytes(16);
      return written(salt, await derive(password, salt, cost));
    },
    /** Takes as long for an account that does not exist (`stored` null) as for one that does. */
    async fits(password: string, stored: string | null): Promise<boolean> {
      const [, n, r, p, salt, key] = (stored ?? nobody).split('$');
      const wanted = Buffer.from(key!, 'base64url');
      const given = await derive(password.slice(0, MOST_CHARACTERS), Buffer.from(salt!, 'base64url'), { N: Number(n), r: Number(r), p: Number(p) });
      return timingSafeEqual(given, wanted) && stored !== null;
    },
  };
}

/** One at a time: each takes 64 MB, and a burst of tries must not take the shop's memory. */
let previous: Promise<unknown> = Promise.resolve();

function derive(password: string, salt: Buffer, cost: PasswordCost): Promise<Buffer> {
  const derived = previous.then(() => new Promise<Buffer>((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, KEY_BYTES, { ...cost, maxmem: MOST_MEMORY }, (error, key) => (error ? reject(error) : resolve(key)));
  }));
  previous = derived.catch(() => undefined);
  return derived;
}
