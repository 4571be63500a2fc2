import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { openTerminalTalk } from '../../src/setting-up/terminal-talk.ts';

function terminal() {
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { isTTY: true });
  let shown = '';
  output.on('data', (chunk: Buffer) => { shown += chunk.toString(); });
  return { input, talk: openTerminalTalk({ input, output }), shown: () => shown };
}

describe('questions at the terminal', () => {
  it('shows an answer while it is typed', async () => {
    const { input, talk, shown } = terminal();
    const answer = talk.ask('Nama toko?');
    input.write('Dapur Kita\n');
    expect(await answer).toBe('Dapur Kita');
    expect(shown()).toContain('Dapur Kita');
    talk.close();
  });

  it('never shows a secret, and shows the next answer again', async () => {
    const { input, talk, shown } = terminal();
    const secret = talk.ask('Token?', { secret: true });
    input.write('123456789:AAE-secret\n');
    expect(await secret).toBe('123456789:AAE-secret');
    expect(shown()).toContain('Token?');
    expect(shown()).not.toContain('secret');
    const next = talk.ask('Grup?');
    input.write('lewati\n');
    expect(await next).toBe('lewati');
    expect(shown()).toContain('lewati');
    talk.close();
  });

  it('takes the end of the input for an empty answer', async () => {
    const { input, talk } = terminal();
    const answer = talk.ask('Nama toko?');
    input.end();
    expect(await answer).toBe('');
  });
});
