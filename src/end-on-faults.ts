import type { Log } from './logging.ts';

/**
 * After a fault that nobody caught nothing can be trusted (F29): it is logged, redacted as everything is (S12), and the process ends
 * with 1, so that the service manager starts afresh. What was acknowledged is in the database; the rest comes again.
 */
export function endOnFaults(log: Pick<Log, 'fatal'>): void {
  const end = (what: string) => (error: unknown): void => {
    log.fatal({ err: error }, what);
    process.exit(1);
  };
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', end('unhandled rejection'));
  process.removeAllListeners('uncaughtException').on('uncaughtException', end('uncaught exception'));
}
