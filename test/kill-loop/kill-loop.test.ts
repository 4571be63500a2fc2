import { describe, expect, test } from 'vitest';
import { runKillLoop } from './kill-loop.ts';

const MINUTE = 60_000;

describe('the real bot, killed 200 times while customers buy', () => {
  test('loses no message and no order, doubles no order, and doubles at most one message of a chat by a kill', async () => {
    const result = await runKillLoop({ kills: 200, seed: 6, lanes: 3 });
    expect(result.broken, `the shops are kept in ${result.folder}`).toEqual([]);
    // It would prove nothing if nobody had bought, if nothing was in flight, or if a phase was left out.
    expect(result.verdicts.reduce((all, verdict) => all + verdict.orders, 0)).toBeGreaterThan(20);
    expect(result.verdicts.some((verdict) => verdict.doubled > 0)).toBe(true);
    expect(Object.values(result.kills).every((kills) => kills > 0)).toBe(true);
    expect(Object.values(result.kills).reduce((all, kills) => all + kills, 0)).toBe(200);
  }, 10 * MINUTE);
});
