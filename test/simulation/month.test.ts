import { describe, expect, it } from 'vitest';
import { sampleCatalogue } from '../test-shop.ts';
import { playMonth } from './month.ts';

const catalogue = await sampleCatalogue();
const SEED = Number(process.env.SEED ?? 20261123);

describe(`a shop over a month (SEED=${SEED} replays it)`, () => {
  it('500 customers, 30 days, a death in every thirtieth message: nothing is lost, oversold or said twice', () => {
    const month = playMonth({ seed: SEED, customers: 500, days: 30, catalogue, deathRate: 1 / 30 });
    expect(month.broken.slice(0, 5)).toEqual([]);
    expect(month.orders).toBeGreaterThan(25);
    expect(month.deaths).toBeGreaterThan(150);
  }, 240_000);

  it('the same seed leaves the same shop, to the byte', () => {
    const play = () => playMonth({ seed: SEED + 1, customers: 60, days: 4, catalogue, deathRate: 1 / 20 });
    expect(play()).toEqual(play());
  });
});
