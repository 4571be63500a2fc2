import { LadeniError } from './errors.ts';
import { importCommand } from './import-command.ts';

importCommand(process.argv.slice(2), { input: process.stdin, output: process.stdout, notes: process.stderr }).then((code) => { process.exitCode = code; }, (error: unknown) => {
  process.stderr.write(error instanceof LadeniError ? `${error.message}\n${error.todo}\n` : `${String(error instanceof Error ? error.message : error)}\n`);
  process.exitCode = 2;
});
