import cron from 'node-cron';

/**
 * Ticks. node-cron only wakes: what is due stands in the database, so a tick that is missed, late or doubled changes
 * nothing (F27).
 */
export function startSchedule(jobs: readonly { readonly name: string; readonly cron: string; readonly run: () => void | Promise<void> }[],
  failed: (name: string, error: unknown) => void): { stop: () => Promise<void> } {
  const tasks = jobs.map((job) => cron.schedule(job.cron, async () => {
    try {
      await job.run();
    } catch (error) {
      failed(job.name, error);
    }
  }, { name: job.name, noOverlap: true }));
  return { stop: async () => { await Promise.all(tasks.map((task) => task.stop())); } };
}
