import type { TaskRow, Tasks } from '../database/tasks.ts';
import type { UtcMs } from '../shop/units.ts';

const MOST_TRIES = 6;
const AT_ONCE = 8;

/** Does one task. What it returns is carried out in a transaction: the task's effect on the shop. */
export type TaskHandler = (data: unknown, task: TaskRow) => Promise<() => void>;

export interface TaskRunner {
  /** Begins every task that is due. Resolves when none is in work any more, or none can be entered. Never throws. */
  runDue(): Promise<void>;
}

/** Slow things, outside of turns: tried again with growing pauses, given up after six tries (kept, visible). */
export function createTaskRunner(parts: {
  readonly tasks: Tasks;
  readonly transact: <T>(act: () => T) => T;
  readonly now: () => UtcMs;
  readonly handlers: Readonly<Record<string, TaskHandler>>;
  readonly failed: (task: TaskRow, error: unknown) => void;
}): TaskRunner {
  /** False when not even what became of it could be entered, as on a full disk: it stays due. */
  async function runOne(task: TaskRow): Promise<boolean> {
    try {
      const handler = parts.handlers[task.kind];
      if (!handler) throw new Error(`no handler for task ${task.kind}`);
      const effect = await handler(JSON.parse(task.data), task);
      parts.transact(() => {
        effect();
        parts.tasks.done(task.id);
      });
      return true;
    } catch (error) {
      parts.failed(task, error);
      return enterFailure(task, error);
    }
  }

  function enterFailure(task: TaskRow, error: unknown): boolean {
    const tries = task.attempts + 1;
    const what = String(error instanceof Error ? error.message : error).slice(0, 500);
    try {
      parts.transact(() => (tries >= MOST_TRIES
        ? parts.tasks.failed(task.id, what)
        : parts.tasks.again(task.id, parts.now() + 5_000 * 3 ** tries, what)));
      return true;
    } catch (again) {
      parts.failed(task, again);
      return false;
    }
  }

  const busy = new Set<number>();
  let idle: (() => void)[] = [];

  /** Begins what is due, as many at once as may be: a slow one holds up no other. */
  function begin(): void {
    const due = parts.tasks.due(parts.now(), AT_ONCE + busy.size).filter((task) => !busy.has(task.id));
    for (const task of due.slice(0, AT_ONCE - busy.size)) {
      busy.add(task.id);
      void settle(task);
    }
    if (busy.size === 0) rest();
  }

  function rest(): void {
    const waiting = idle;
    idle = [];
    for (const resolve of waiting) resolve();
  }

  async function settle(task: TaskRow): Promise<void> {
    const entered = await runOne(task);
    busy.delete(task.id);
    // One that could not be entered is due still: it waits for the next call, or it would be tried without a pause.
    if (entered) begin();
    else if (busy.size === 0) rest();
  }

  return {
    runDue: () => new Promise<void>((resolve) => {
      idle.push(resolve);
      begin();
    }),
  };
}
