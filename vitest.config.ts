import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A test that reads the machine's zone is wrong; run them all far from Indonesia so that it shows.
    env: { TZ: 'America/New_York' },
  },
});
