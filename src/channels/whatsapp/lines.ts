/** Work done one thing after another within a line, lines side by side. A thing that fails holds up nothing after it. */
export class Lines {
  private readonly ends = new Map<string, Promise<void>>();
  private readonly onFailure: (error: unknown) => void;

  constructor(onFailure: (error: unknown) => void) {
    this.onFailure = onFailure;
  }

  add(line: string, work: () => Promise<void>): Promise<void> {
    const end = (this.ends.get(line) ?? Promise.resolve()).then(work).catch(this.onFailure).finally(() => {
      if (this.ends.get(line) === end) this.ends.delete(line);
    });
    this.ends.set(line, end);
    return end;
  }

  /** Resolves when nothing is waiting any more. */
  async idle(): Promise<void> {
    while (this.ends.size > 0) await Promise.all(this.ends.values());
  }
}
