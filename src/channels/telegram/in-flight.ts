/** Promises that are under way, so that a stop can wait for them. */
export class InFlight {
  private readonly running = new Set<Promise<unknown>>();

  /** Remembers a promise until it settles, and passes it on. */
  track<T>(promise: Promise<T>): Promise<T> {
    const done = (): void => void this.running.delete(promise);
    this.running.add(promise);
    promise.then(done, done);
    return promise;
  }

  /** Resolves when nothing is under way, or when `limit` resolves. */
  async drained(limit: Promise<void>): Promise<void> {
    await Promise.race([Promise.allSettled(this.running), limit]);
  }
}
