import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

describe('a fault that nobody caught (F29)', () => {
  it.each(['rejection', 'exception'])('a %s ends the process with 1, is logged, and prints no secret', (how) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'faulty-process.ts'), how], { cwd: join(import.meta.dirname, '..'), encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(JSON.parse(stderr.trim().split('\n')[0]!)).toMatchObject({ level: 60, msg: expect.stringMatching(/^un/) as string });
    expect(stderr).not.toMatch(/AAHkanari|rahasia-sekali/);
  });
});
