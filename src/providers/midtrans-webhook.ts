import { Hono } from 'hono';
import type { GatewayWord, OnlinePayments } from '../engine/online-payments.ts';
import type { UtcMs } from '../shop/units.ts';
import type { WebEnv } from '../web/env.ts';
import type { Gateway } from './midtrans.ts';

/** Where Midtrans calls: to be entered in its dashboard behind the shop's public https address. */
export const MIDTRANS_PATH = '/midtrans';
/** Its notifications are one or two kB. */
const MOST_BYTES = 64_000;
/** What the dashboard's own test button sends. */
const TEST = /^payment_notif_test_/;

/**
 * Receives notifications: 200 once one is entered for good, 401 for a signature that is not the gateway's, 500 when it could not be entered, so
 * that it is brought again. Nothing of the body is believed or noted before its signature.
 */
export function midtransWebhook(parts: {
  readonly gateway: Gateway; readonly payments: OnlinePayments; readonly transact: <T>(act: () => T) => T; readonly now: () => UtcMs;
}): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.post('/', async (c) => {
    if (Number(c.req.header('content-length') ?? 0) > MOST_BYTES) return c.body(null, 413);
    const text = await c.req.text();
    const body = text.length > MOST_BYTES ? null : parsed(text);
    if (body === null) return c.body(null, 400);
    const word = parts.gateway.read(body);
    if (!word) return c.body(null, 401);
    parts.transact(() => enter(word));
    return c.body(null, 200);
  });

  function enter(word: GatewayWord): void {
    const known = parts.payments.hear(word, parts.now());
    if (!known && word.status === 'paid' && !TEST.test(word.reference)) parts.payments.strange(word, parts.now());
  }
  return routes;
}

function parsed(text: string): object | null {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
