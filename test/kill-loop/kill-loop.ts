import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { firstRun } from './first-run.ts';
import { Lane, type LaneRecords } from './lane.ts';
import type { Phase } from './moments.ts';
import { judge, type Verdict } from './verdict.ts';

export interface KillLoopOptions {
  readonly kills: number;
  readonly seed: number;
  /** Bots side by side, each with its own shop and its own Telegram. */
  readonly lanes: number;
  readonly progress?: (kills: number) => void;
}

export interface KillLoopResult {
  readonly kills: LaneRecords['kills'];
  readonly lives: number;
  readonly seconds: number;
  readonly verdicts: readonly Verdict[];
  readonly broken: readonly string[];
  /** Kept when something was broken, so that it can be looked at. */
  readonly folder: string;
}

/** Kills the real bot so many times while customers buy, and says what became of their purchases. */
export async function runKillLoop(options: KillLoopOptions): Promise<KillLoopResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kill-loop-'));
  const command = await firstRun(path.join(folder, 'first-run'));
  const began = performance.now();
  let kills = 0;
  const killed = () => options.progress?.(++kills);
  const records = await Promise.all(Array.from({ length: options.lanes }, (_, at) => {
    const share = Math.floor((options.kills + at) / options.lanes);
    return new Lane({ folder: path.join(folder, `shop-${at + 1}`), command, seed: options.seed * 1_000 + at }).run(share, killed);
  }));
  const verdicts = records.map(judge);
  const broken = verdicts.flatMap((verdict) => verdict.broken);
  if (broken.length === 0) await rm(folder, { recursive: true });
  return {
    kills: added(records.map((record) => record.kills)), lives: records.reduce((all, record) => all + record.lives, 0),
    seconds: (performance.now() - began) / 1_000, verdicts, broken, folder,
  };
}

function added(parts: readonly LaneRecords['kills'][]): LaneRecords['kills'] {
  const of = (phase: Phase) => parts.reduce((all, part) => all + part[phase], 0);
  return { starting: of('starting'), update: of('update'), sending: of('sending'), serving: of('serving'), closing: of('closing') };
}
