import type { Memory } from '../memory.ts';

const KEY = 'telegram.staff.group';

/** Where the staff group is now. Its id changes when it becomes a supergroup; the owner's setting need not follow (F13). */
export interface GroupAddress {
  get(): number;
  moveTo(id: number): void;
}

export function createGroupAddress(configured: number, memory: Memory): GroupAddress {
  const [from, to] = (memory.get(KEY) ?? '').split('>').map(Number);
  let now = from === configured && to ? to : configured;
  return {
    get: () => now,
    moveTo(id) {
      memory.set(KEY, `${configured}>${id}`);
      now = id;
    },
  };
}
