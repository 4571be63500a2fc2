import { LadeniError } from './errors.ts';
import { exportCommand } from './export-command.ts';

exportCommand(process.argv.slice(2), (text) => void process.stdout.write(`${text}\n`)).then((code) => { process.exitCode = code; }, (error: unknown) => {
  process.stderr.write(error instanceof LadeniError ? `${error.message}\n${error.todo}\n` : `${String(error instanceof Error ? error.message : error)}\n`);
  process.exitCode = 2;
});
