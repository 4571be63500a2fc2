import { describe, expect, it } from 'vitest';
import { createWeeklyDrill } from '../../src/backup/weekly-drill.ts';
import { drillLine } from '../../src/backup/words.ts';
import { DAY, HOUR, MONDAY, ZONE } from './a-shop.ts';

/** A weekly drill on a clock turned by hand. */
function drilling() {
  const kept = new Map<string, string>();
  const world = { now: MONDAY, passes: true, drills: [] as number[], alarms: [] as string[], faults: 0 };
  const open = (drill = (_: AbortSignal): Promise<boolean> => {
    world.drills.push(world.now);
    return Promise.resolve(world.passes);
  }) => createWeeklyDrill({
    now: () => world.now, memory: { get: (key) => kept.get(key) ?? null, set: (key, value) => { kept.set(key, value); } }, drill,
    alarm: (detail) => world.alarms.push(detail), failed: () => { world.faults++; },
  });
  return Object.assign(world, { open });
}

describe('the weekly drill', () => {
  it('is carried out once a week, also by a shop that is opened anew every morning', async () => {
    const world = drilling();
    for (let hour = 0; hour < 22 * 24; hour++, world.now += HOUR) await world.open().tick();
    expect(world.drills.map((at) => (at - MONDAY) / DAY)).toEqual([0, 7, 14, 21]);
    expect(world.alarms).toEqual([]);
  });

  it('that fails is told to the owner and repeated after a day', async () => {
    const world = drilling();
    world.passes = false;
    const weekly = world.open();
    for (let hour = 0; hour < 49; hour++, world.now += HOUR) await weekly.tick();
    expect(world.drills).toHaveLength(3);
    expect(world.alarms).toHaveLength(3);
    expect(drillLine(weekly.last(), ZONE)).toContain('GAGAL');
    world.passes = true;
    world.now += DAY;
    await weekly.tick();
    expect(drillLine(weekly.last(), ZONE)).toBe('Latihan memulihkan 26 Nov 2026 11.15: berhasil.');
  });

  it('that was cut off by the stop of the shop is neither an alarm nor a success', async () => {
    const world = drilling();
    const weekly = world.open((signal) => new Promise((resolve) => { signal.addEventListener('abort', () => resolve(false)); }));
    const ticking = weekly.tick();
    await weekly.stop();
    await ticking;
    expect(weekly.last()).toBeNull();
    expect(world.alarms).toEqual([]);
  });
});
