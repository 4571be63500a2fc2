import { getHeapStatistics, setFlagsFromString } from 'node:v8';

/** Where V8 may take more than this it lets the heap grow to four times what is in use; on smaller machines to less than twice. */
const PLENTY_BYTES = 2 * 2 ** 30;

/**
 * Has garbage collected when there is as much of it as of what is in use, also on a machine with much memory: a shop is not alone there.
 * V8 asks for this anew after every collection, so it may be set in a process that runs; a version that no longer knows it says so and goes on.
 */
export function collectInTime() {
  if (getHeapStatistics().heap_size_limit > PLENTY_BYTES) setFlagsFromString('--heap-growing-percent=100');
}
