import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { GatewayWord } from '../engine/online-payments.ts';
import type { Rupiah } from '../shop/units.ts';
import { ask, ProviderError } from './ask.ts';

/** https://docs.midtrans.com (Snap, and the status and cancel calls of the Core API), read in 2026-11. */
const ADDRESSES = {
  sandbox: { snap: 'https://app.sandbox.midtrans.com', core: 'https://api.sandbox.midtrans.com' },
  production: { snap: 'https://app.midtrans.com', core: 'https://api.midtrans.com' },
} as const;

/** No cards: a card payment can be called back weeks later, and no small shop is prepared for that. */
const WAYS = ['bca_va', 'bni_va', 'bri_va', 'permata_va', 'cimb_va', 'echannel', 'other_va', 'gopay', 'shopeepay', 'other_qris'];
/** A page stays open for five minutes at least. */
const LEAST_MINUTES = 5;

const PAGE = z.object({ token: z.string().min(1).max(200), redirect_url: z.url({ protocol: /^https$/ }) });

const STATUS = z.object({
  order_id: z.string(), status_code: z.string(), gross_amount: z.string(), transaction_status: z.string(),
  payment_type: z.string().optional(), fraud_status: z.string().optional(),
});
const NOTIFICATION = STATUS.extend({ signature_key: z.string() });
const ANY = z.object({ status_code: z.string().optional() });

/** A payment gateway as the shop uses it. Every method throws ProviderError. */
export interface Gateway {
  /** A page to pay an amount on, in any of several ways, until it closes. The same reference again is the same payment. */
  open(charge: { readonly reference: string; readonly amount: Rupiah; readonly minutes: number }): Promise<{ readonly link: string; readonly token: string }>;
  /** Where a charge stands; null where nobody has begun to pay it. */
  status(reference: string): Promise<GatewayWord | null>;
  /** Makes it unpayable, as far as it is not paid. */
  close(charge: { readonly reference: string; readonly token: string | null }): Promise<void>;
  /** Reads what it sends of its own accord; null where the signature is not its own. */
  read(body: unknown): GatewayWord | null;
}

/** Sandbox or production, as the key says: sandbox keys begin with "SB-". `roots` are otherwise in tests only. */
export function createMidtrans(key: string, roots: { readonly snap: string; readonly core: string } = ADDRESSES[key.startsWith('SB-') ? 'sandbox' : 'production']): Gateway {
  const provider = 'midtrans';
  const headers = { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` };
  const of = (reference: string) => `${roots.core}/v2/${encodeURIComponent(reference)}`;

  return {
    async open({ reference, amount, minutes }) {
      const duration = Math.max(LEAST_MINUTES, Math.floor(minutes));
      const body = {
        transaction_details: { order_id: reference, gross_amount: amount }, enabled_payments: WAYS,
        expiry: { unit: 'minutes', duration }, page_expiry: { unit: 'minutes', duration },
      };
      const page = await ask({ provider, url: `${roots.snap}/snap/v1/transactions`, method: 'POST', headers, body, answer: PAGE });
      if (!page) throw new ProviderError(provider, 'garbage', 'no page');
      return { link: page.redirect_url, token: page.token };
    },

    async status(reference) {
      const found = await ask({ provider, url: `${of(reference)}/status`, method: 'GET', headers, answer: z.union([STATUS, ANY]), none: [404] });
      if (found === null || !('order_id' in found)) return null;
      if (found.order_id !== reference) throw new ProviderError(provider, 'garbage', 'told of another charge');
      return wordOf(found);
    },

    async close({ reference, token }) {
      // Nothing to cancel is as good as cancelled.
      if (token !== null) {
        await ask({ provider, url: `${roots.snap}/snap/v1/transactions/${encodeURIComponent(token)}/cancel`, method: 'POST', headers, body: {}, answer: z.unknown(), none: [400, 404, 406, 409, 412] });
      }
      await ask({ provider, url: `${of(reference)}/cancel`, method: 'POST', headers, body: {}, answer: z.unknown(), none: [404, 412] });
    },

    read(body) {
      const parsed = NOTIFICATION.safeParse(body);
      if (!parsed.success) return null;
      const { order_id, status_code, gross_amount, signature_key } = parsed.data;
      const expected = createHash('sha512').update(order_id + status_code + gross_amount + key).digest('hex');
      return sameText(signature_key, expected) ? wordOf(parsed.data) : null;
    },
  };
}

/** Compares without telling by its duration where the texts differ. */
function sameText(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function wordOf(said: z.infer<typeof STATUS>): GatewayWord {
  const amount = /^\d{1,12}(?:\.00?)?$/.test(said.gross_amount) ? Math.trunc(Number(said.gross_amount)) : null;
  return { reference: said.order_id, amount, status: statusOf(said), how: /^[a-z0-9_]{1,40}$/.exec(said.payment_type ?? '')?.[0] ?? 'lain' };
}

function statusOf({ transaction_status: status, fraud_status: fraud = 'accept' }: z.infer<typeof STATUS>): GatewayWord['status'] {
  if ((status === 'settlement' || status === 'capture') && fraud === 'accept') return 'paid';
  return /^(?:partial_)?(?:refund|chargeback)$/.test(status) ? 'returned' : 'open';
}
