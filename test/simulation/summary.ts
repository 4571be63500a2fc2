import type { Simulated } from './simulate.ts';

/** What was lived through, how fast, and the digest that the same seed and sources leave again. */
export function summary(done: Simulated, seed: number): string {
  const each = (n: number) => Math.round(n / done.seconds);
  return `seed ${seed}: ${done.shops} shops, ${done.shopDays} shop-days (${each(done.shopDays)}/s), ${done.deaths} crashes (${each(done.deaths)}/s), ${done.messages} messages (${each(done.messages)}/s), ${done.orders} orders, ${done.seconds.toFixed(1)} s\n${done.digest}`;
}
