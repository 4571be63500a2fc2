import { checkCopy } from './check-copy.ts';

// What `checkApart` starts: one file, one line of JSON.
process.stdout.write(JSON.stringify(await checkCopy(process.argv[2] ?? '')));
