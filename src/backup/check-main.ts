import { checkCopy } from './check-copy.ts';

// What `checkApart` starts: one file, one line of JSON.
void checkCopy(process.argv[2] ?? '').then((found) => process.stdout.write(JSON.stringify(found)));
