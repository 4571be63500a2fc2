import { describe, expect, it } from 'vitest';
import { freshSession, readSession, writeSession } from '../../src/engine/session.ts';

describe('a session', () => {
  it('is given out once as it was written, and read anew for whoever comes next', () => {
    const text = writeSession({ ...freshSession(), greeted: true, missed: 2 });
    const first = readSession(text);
    first.missed = 9;
    const second = readSession(text);
    expect(second).toEqual({ ...freshSession(), greeted: true, missed: 2 });
    second.missed = 9;
    expect(readSession(text).missed).toBe(2);
  });

  it('is let go where another process wrote it in another shape', () => {
    expect(readSession('{"stack":"none"}')).toEqual(freshSession());
    const stored = JSON.stringify({ ...freshSession(), greeted: true, more: 1 });
    expect(readSession(stored)).toEqual({ ...freshSession(), greeted: true });
  });
});
