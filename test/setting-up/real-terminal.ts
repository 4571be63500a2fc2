import { spawn, spawnSync } from 'node:child_process';

const TSX = import.meta.resolve('tsx');

/** True where util-linux's `script` can open a real terminal (a pty). */
export const hasTerminal = (): boolean => /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '');

/** A program of ours in a real terminal: what it shows is read, and keys are pressed, as a person would. */
export function openTerminal(program: string, options: { readonly cwd: string; readonly env: Readonly<Record<string, string>>; readonly args?: readonly string[] }) {
  const command = [process.execPath, '--import', TSX, program, ...options.args ?? []].map((part) => `'${part.replaceAll("'", "'\\''")}'`).join(' ');
  const child = spawn('script', ['-qec', command, '/dev/null'], { cwd: options.cwd, env: { ...process.env, ...options.env, TERM: 'xterm' }, stdio: ['pipe', 'pipe', 'inherit'] });
  let shown = '';
  let read = 0;
  let look: () => void = () => undefined;
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  child.stdout.on('data', (chunk: Buffer) => {
    shown += chunk.toString();
    look();
  });
  child.stdout.on('end', () => look());
  return {
    shown: () => shown,
    /** Resolves once `text` is shown after all that was waited for before. */
    async sees(text: string): Promise<void> {
      await new Promise<void>((resolve, reject) => {
        look = () => {
          const at = shown.indexOf(text, read);
          if (at >= 0) {
            read = at + text.length;
            resolve();
          } else if (child.exitCode !== null) reject(new Error(`"${text}" was never shown:\n${shown.slice(read)}`));
        };
        look();
      });
    },
    press(keys: string): void { child.stdin.write(keys); },
    /** Types a line and Enter. */
    type(line: string): void { child.stdin.write(`${line}\r`); },
    ended,
    close(): void { child.kill('SIGKILL'); },
  };
}

