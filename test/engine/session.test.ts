import { describe, expect, it } from 'vitest';
import { freshSession, readSession, writeSession } from '../../src/engine/session.ts';

describe('a session', () => {
  it('is given out once as it was written, and read anew for whoever comes next', () => {
    const session = writeSession(1, { ...freshSession(), greeted: true, missed: 2 });
    const first = readSession({ id: 1, session });
    first.missed = 9;
    const second = readSession({ id: 1, session });
    expect(second).toEqual({ ...freshSession(), greeted: true, missed: 2 });
    second.missed = 9;
    expect(readSession({ id: 1, session }).missed).toBe(2);
  });

  it('is the one that is stored, where what was written last was taken back or is of another chat', () => {
    const session = writeSession(1, { ...freshSession(), missed: 1 });
    writeSession(1, { ...freshSession(), missed: 2 });
    writeSession(2, { ...freshSession(), missed: 3 });
    expect(readSession({ id: 1, session }).missed).toBe(1);
    expect(readSession({ id: 2, session }).missed).toBe(1);
  });

  it('is let go where another process wrote it in another shape', () => {
    expect(readSession({ id: 1, session: '{"stack":"none"}' })).toEqual(freshSession());
    const session = JSON.stringify({ ...freshSession(), greeted: true, more: 1 });
    expect(readSession({ id: 1, session })).toEqual({ ...freshSession(), greeted: true });
  });
});
