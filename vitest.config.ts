import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest first, so that no worker stands idle while the other is still at one of them. The rest by size. */
const LONGEST = ['simulation/simulation', 'transcripts/transcripts', 'kill-loop/kill-loop', 'browser/console', 'power-cuts/power-cuts', 'engine/handoff-schedules', 'whatsapp/sudden-deaths', 'browser/webchat', 'console/serving', 'ordering/last-piece', 'whatsapp/staying-alive', 'console/security', 'backup/backups'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`${name}.test.ts`));
      return at < 0 ? LONGEST.length : at;
    };
    // Those that share a process stay beside each other.
    const shared = ({ project }: TestSpecification): number => Number(!project.config.isolate);
    return (await super.sort(files)).sort((a, b) => shared(a) - shared(b) || rank(a) - rank(b));
  }
}

/** They leave nothing behind in the process: what they share is loaded once for all of them, and not once a file. */
const SHARING = ['test/shop/**/*.test.ts', 'test/engine/**/*.test.ts', 'test/database/**/*.test.ts', 'test/wording/**/*.test.ts'];

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    sequence: { sequencer: LongestFirst },
    // A test that reads the machine's zone is wrong; run them all far from Indonesia so that it shows.
    env: { TZ: 'America/New_York' },
    projects: [
      { extends: true, test: { name: 'alone', include: ['test/**/*.test.ts'], exclude: SHARING } },
      { extends: true, test: { name: 'sharing', include: SHARING, isolate: false } },
    ],
  },
});
