import { join } from 'node:path';
import { keptResults } from '../src/kept-results.ts';

/** What shops in tests keep from one test file and one run to the next: the intents are learned once for all of them. */
export const keep = keptResults(join(import.meta.dirname, '../compiled/tests'));
