/**
 * Talks purchases through a contender and tells what they cost. Plain JavaScript, for what is measured runs without tsx: the shop from
 * its compiled form, as `npm start` runs it, and the peers by node alone.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Which purchases are talked through: the measured ones, and before them as many rounds to warm up. */
const roundsIn = (folder, warmRounds) => [...Array.from({ length: warmRounds }, (_, i) => `warm-${i + 1}.json`), 'measured.json'].map((file) => path.join(folder, file));

/**
 * Warms a contender up, and then measures it. Purchases are read round by round, so that what the benchmark holds itself is small.
 * @param {import('./talk-through.d.mts').Contender} contender
 * @param {{ folder: string, together: number, warmRounds: number }} options purchases in `folder`, so many messages at a time
 * @returns {Promise<import('./talk-through.d.mts').Run>}
 */
export async function talkThrough(contender, { folder, together, warmRounds }) {
  let before = 0;
  let found;
  for (const file of roundsIn(folder, warmRounds)) {
    const purchases = JSON.parse(readFileSync(file, 'utf8'));
    before = contender.orders();
    const cpu = process.cpuUsage();
    const began = performance.now();
    const times = await talk(contender, purchases, together);
    const seconds = (performance.now() - began) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    const messages = purchases.length * purchases[0].lines.length;
    times.sort((a, b) => a - b);
    const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
    found = { perSecond: messages / seconds, cpuUs: (user + system) / messages, p50: at(0.5), p99: at(0.99), expected: purchases.length };
  }
  return { ...found, orders: contender.orders() - before, peakMiB: process.resourceUsage().maxRSS / 1024 };
}

async function talk(contender, purchases, together) {
  const times = [];
  for (let from = 0; from < purchases.length; from += together === 1 ? 1 : purchases.length) {
    const buying = purchases.slice(from, together === 1 ? from + 1 : purchases.length);
    for (let turn = 0; turn < buying[0].lines.length; turn++) {
      for (let at = 0; at < buying.length; at += together) {
        const messages = buying.slice(at, at + together).map(({ chat, lines }) => ({ chat, text: lines[turn] }));
        const began = performance.now();
        await contender.hear(messages);
        times.push(performance.now() - began);
      }
    }
  }
  return times;
}

/** What a contender's process is started with: its name, the folder of the purchases, messages at a time, rounds to warm up. */
export function contestOf([name, folder, together, warmRounds]) {
  return { name, folder, together: Number(together), warmRounds: Number(warmRounds) };
}
