import { parseArgs } from 'node:util';
import { runKillLoop } from './kill-loop.ts';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '2000' }, seed: { type: 'string', default: '7' }, lanes: { type: 'string', default: '3' } } });
const kills = Number(values.kills);

const result = await runKillLoop({
  kills, seed: Number(values.seed), lanes: Number(values.lanes),
  progress: (done) => { if (done % 50 === 0) process.stderr.write(`  ${done}/${kills} kills\n`); },
});
const all = (of: (verdict: (typeof result.verdicts)[number]) => number) => result.verdicts.reduce((sum, verdict) => sum + of(verdict), 0);
const total = Object.values(result.kills).reduce((sum, some) => sum + some, 0);
process.stdout.write([
  `${total} kills in ${result.seconds.toFixed(1)} s (${(total / result.seconds).toFixed(1)}/s), ${result.lives} lives, seed ${values.seed}`,
  `  died while ${Object.entries(result.kills).map(([phase, some]) => `${phase} ${some}`).join(', ')}`,
  `  ${all((verdict) => verdict.orders)} purchases, ${all((verdict) => verdict.updates)} updates (${all((verdict) => verdict.repeatedByCustomers)} said again by customers), ${all((verdict) => verdict.arrived)} messages arrived`,
  `  doubled messages: ${all((verdict) => verdict.doubled)}; most by one kill: ${Math.max(...result.verdicts.map((verdict) => verdict.doubledByOneKill))}`,
  result.broken.length === 0 ? '  nothing lost, nothing doubled in the books' : `  BROKEN (${result.broken.length}), see ${result.folder}:\n${result.broken.slice(0, 40).map((line) => `    ${line}`).join('\n')}`,
  '',
].join('\n'));
process.exitCode = result.broken.length === 0 ? 0 : 1;
