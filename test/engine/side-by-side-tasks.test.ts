import { expect, it } from 'vitest';
import { openDatabase } from '../../src/database/open.ts';
import { createTasks } from '../../src/database/tasks.ts';
import { createTaskRunner } from '../../src/engine/run-tasks.ts';

it('a slow task holds up no other, is begun once, and the runner rests only when it is through', async () => {
  const db = openDatabase(':memory:');
  const tasks = createTasks(db);
  const begun: string[] = [];
  let finish = (): void => {};
  const runner = createTaskRunner({
    tasks, now: () => 0, transact: (act) => db.transaction(act)(), failed: () => {},
    handlers: {
      slow: () => { begun.push('slow'); return new Promise((resolve) => { finish = () => resolve(() => {}); }); },
      quick: () => { begun.push('quick'); return Promise.resolve(() => {}); },
    },
  });
  const stateOf = (id: number) => (db.prepare('SELECT state FROM tasks WHERE id = ?').get(id) as { state: string }).state;
  const slow = tasks.add('slow', null, {}, 0);
  let rested = false;
  const first = runner.runDue().then(() => { rested = true; });
  const quick = tasks.add('quick', null, {}, 0);
  const second = runner.runDue();
  await new Promise((resolve) => setImmediate(resolve));
  expect([stateOf(slow), stateOf(quick), rested]).toEqual(['ready', 'done', false]);
  finish();
  await Promise.all([first, second]);
  expect([stateOf(slow), begun]).toEqual(['done', ['slow', 'quick']]);
});
