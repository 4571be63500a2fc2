import { spawn, type ChildProcess } from 'node:child_process';
import { openSync, closeSync } from 'node:fs';
import path from 'node:path';

export interface BotPlace {
  /** What node is to run. */
  readonly command: readonly string[];
  /** The folder it runs in, with its catalog/ and data/. */
  readonly folder: string;
  readonly port: number;
  readonly token: string;
  readonly apiRoot: string;
}

/** One life of the bot as an operating system process. */
export class BotProcess {
  /** True when it was ended by SIGKILL, false when it ended by itself. */
  readonly ended: Promise<boolean>;
  private readonly child: ChildProcess;

  constructor(place: BotPlace) {
    const log = openSync(path.join(place.folder, 'bot.log'), 'a');
    this.child = spawn(process.execPath, [...place.command], {
      cwd: place.folder, stdio: ['ignore', log, log],
      env: {
        PATH: process.env.PATH, TZ: process.env.TZ, LOG_LEVEL: 'warn', PORT: String(place.port), BURST_PAUSE_MS: '150',
        TELEGRAM_BOT_TOKEN: place.token, TELEGRAM_API_ROOT: place.apiRoot,
      },
    });
    closeSync(log);
    this.ended = new Promise((resolve, reject) => {
      this.child.once('error', reject);
      this.child.once('exit', (_code, signal) => resolve(signal === 'SIGKILL'));
    });
  }

  get hasEnded(): boolean { return this.child.exitCode !== null || this.child.signalCode !== null; }
  kill(): void { this.child.kill('SIGKILL'); }
  close(): void { this.child.kill('SIGTERM'); }
}
