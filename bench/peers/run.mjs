/** One repetition of one peer in a process of its own; prints one line of JSON. `NAME FOLDER TOGETHER WARM_ROUNDS` */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { contestOf, talkThrough } from '../talk-through.mjs';

const contest = contestOf(process.argv.slice(2));
const [file, store] = { 'builderbot-map': ['builderbot', 'map'], 'builderbot-memory': ['builderbot', 'memory'], grammy: ['grammy'], telegraf: ['telegraf'] }[contest.name];
const { open } = await import(`./${file}.mjs`);
const folder = mkdtempSync(path.join(tmpdir(), 'ladeni-peer-'));
const peer = await open(folder, store);
const run = await talkThrough({ ...peer, hear: async (messages) => { await Promise.all(messages.map(({ chat, text }) => peer.hear(chat, text))); } }, contest);
peer.close();
rmSync(folder, { recursive: true });
process.stdout.write(JSON.stringify(run));
// Some keep timers of their own.
process.exit(0);
