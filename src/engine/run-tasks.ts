import type { TaskRow, Tasks } from '../database/tasks.ts';
import type { UtcMs } from '../shop/units.ts';

const MOST_TRIES = 6;
const AT_ONCE = 8;

/** Does one task. What it returns is carried out in a transaction: the task's effect on the shop. */
export type TaskHandler = (data: unknown, task: TaskRow) => Promise<() => void>;

export interface TaskRunner {
  /** Works off every task that is due. Resolves when each has an outcome, or when none can be entered. Never throws. */
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

  let running: Promise<void> | null = null;
  async function runDue(): Promise<void> {
    for (let due = parts.tasks.due(parts.now(), AT_ONCE); due.length > 0; due = parts.tasks.due(parts.now(), AT_ONCE)) {
      const entered = await Promise.all(due.map(runOne));
      if (!entered.every(Boolean)) return;
    }
  }
  return {
    runDue() {
      running ??= runDue().finally(() => { running = null; });
      return running;
    },
  };
}
