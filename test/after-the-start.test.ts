import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { giveBackMemory } from '../src/after-the-start.ts';

const MIB = 2 ** 20;

describe('after the start', () => {
  it('memory that only the start needed goes back to the system', () => {
    let read: object[] | null = Array.from({ length: 1_000_000 }, (_, at) => ({ at, line: `baris ${at}` }));
    const full = process.memoryUsage().heapTotal;
    expect(read.length * 16).toBeLessThan(full);
    read = null;
    giveBackMemory();
    expect(full - process.memoryUsage().heapTotal).toBeGreaterThan(10 * MIB);
  });

  it('V8 has the flags that it had, for what it keeps of the compiled form is bound to them', () => {
    giveBackMemory();
    expect(runInNewContext('typeof gc')).toBe('undefined');
  });
});
