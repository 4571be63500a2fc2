import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Gives back to the system what only the start needed: files as they were read, what was made of them on the way, the room that all of it
 * took. V8 would keep that until the shop has as much to do again, which in a small shop is never. Holds the event loop for some 40 ms.
 */
export function giveBackMemory(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  // What V8 keeps of the compiled form is good only for the flags it was made with.
  setFlagsFromString('--no-expose-gc');
}
