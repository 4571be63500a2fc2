import cron, { type ScheduledTask } from 'node-cron';

/** A shop that has just opened answers first: node-cron takes 20 ms of CPU to begin, and no tick is for a moment. */
const BEGINS_AFTER_MS = 1_000;

/**
 * Ticks. node-cron only wakes: what is due stands in the database, so a tick that is missed, late or doubled changes
 * nothing (F27).
 */
export function startSchedule(jobs: readonly { readonly name: string; readonly cron: string; readonly run: () => void | Promise<void> }[],
  failed: (name: string, error: unknown) => void): { stop: () => Promise<void> } {
  let tasks: readonly ScheduledTask[] = [];
  const begin = setTimeout(() => {
    tasks = jobs.map((job) => cron.schedule(job.cron, async () => {
      try {
        await job.run();
      } catch (error) {
        failed(job.name, error);
      }
    }, { name: job.name, noOverlap: true }));
  }, BEGINS_AFTER_MS);
  return {
    async stop() {
      clearTimeout(begin);
      await Promise.all(tasks.map((task) => task.stop()));
    },
  };
}
