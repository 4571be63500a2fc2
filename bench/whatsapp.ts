/**
 * What an idle bot on WhatsApp costs: this channel's lean page against whatsapp-web.js with its own defaults, each in a process of
 * its own with the same browser on the same stand-in page with pictures, turn about. Memory is the proportional share (PSS) of the
 * whole process tree where the system tells it; CPU is that of the tree over a quiet while. The real page is heavier; the ratio is
 * what counts.
 *
 *   npm run bench:whatsapp
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import wweb from 'whatsapp-web.js';
import { findBrowser } from '../src/channels/whatsapp/browser.ts';
import { createLibraryClient } from '../src/channels/whatsapp/fenced/library-client.ts';
import { endAll, systemProcesses } from '../src/channels/whatsapp/process-tree.ts';
import { WhatsAppWebStandIn } from '../test/stand-ins/whatsapp-web/stand-in.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const SETTLE_MS = 3_000;
const QUIET_MS = 6_000;
const PICTURES = 8;
const SIDE = 1_000;
/** /proc counts CPU in these, whatever the kernel's own tick. */
const TICK_MS = 10;
const CONTENDERS = ['lean', 'defaults'] as const;
type Contender = (typeof CONTENDERS)[number];

async function runBot(contender: Contender, chromium: string, folder: string): Promise<void> {
  const tell = (what: 'qr' | 'ready'): void => void process.send?.(what);
  if (contender === 'lean') {
    const client = createLibraryClient({ chromium, folder, pinned: null, pairPhone: null });
    client.onEvent((event) => { if (event.kind === 'qr' || event.kind === 'ready') tell(event.kind); });
    await client.start();
    return;
  }
  const client = new wweb.Client({
    authStrategy: new wweb.LocalAuth({ dataPath: folder }), webVersionCache: { type: 'none' },
    // The pipe is only how puppeteer speaks to it: the stand-in's wrapper is silent on the stderr that it would read else.
    puppeteer: { executablePath: chromium, headless: true, pipe: true, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] },
  });
  client.on('qr', () => tell('qr'));
  client.on('ready', () => tell('ready'));
  await client.initialize();
}

function cpuMs(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return sum + (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  }, 0);
}

async function measure(contender: Contender, chromium: string, picture: Buffer): Promise<{ mib: number; cpu: number }> {
  const standIn = await WhatsAppWebStandIn.start();
  const page = readFileSync(fileURLToPath(new URL('../test/stand-ins/whatsapp-web/page/index.html', import.meta.url)), 'utf8');
  const names = Array.from({ length: PICTURES }, (_, index) => `/face-${index}.png`);
  for (const name of names) standIn.extras.set(name, { type: 'image/png', body: picture });
  standIn.extras.set('/', { type: 'text/html', body: page.replace('</body>', `${names.map((name) => `<img src="${name}" width="90">`).join('')}</body>`) });
  const bot = fork(fileURLToPath(import.meta.url), [contender, standIn.chromium(chromium), join(standIn.folder, 'session')], { stdio: 'inherit' });
  bot.once('exit', (code) => { if (code !== null) process.exit(1); });
  for (let paired = false, said = ''; said !== 'ready';) {
    [said] = await once(bot, 'message') as [string];
    if (said === 'qr' && !paired) standIn.pair();
    paired ||= said === 'qr';
  }
  await delay(SETTLE_MS);
  const family = systemProcesses.tree(bot.pid ?? 0);
  const before = cpuMs(family);
  await delay(QUIET_MS);
  const figures = { cpu: (cpuMs(family) - before) / QUIET_MS * 100, mib: systemProcesses.memory(family) / 1024 / 1024 };
  await endAll(systemProcesses.tree(bot.pid ?? 0));
  await standIn.stop();
  return figures;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function main(): Promise<void> {
  const browser = findBrowser(process.env.CHROMIUM_PATH);
  if (browser.kind === 'missing') throw new Error(browser.what);
  const picture = await sharp({ create: { width: SIDE, height: SIDE, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 40 } } }).png().toBuffer();
  const found: Record<Contender, { mib: number; cpu: number }[]> = { lean: [], defaults: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const one of round % 2 === 0 ? CONTENDERS : [...CONTENDERS].reverse()) found[one].push(await measure(one, browser.path, picture));
  }
  const row = (one: Contender) => ({ 'memory MiB': Math.round(median(found[one].map(({ mib }) => mib))), 'CPU %': Number(median(found[one].map(({ cpu }) => cpu)).toFixed(2)) });
  const ratio = (of: 'mib' | 'cpu'): number => Number((median(found.lean.map((one) => one[of])) / median(found.defaults.map((one) => one[of]))).toFixed(2));
  console.table({ 'this channel': row('lean'), 'whatsapp-web.js defaults': row('defaults'), ratio: { 'memory MiB': ratio('mib'), 'CPU %': ratio('cpu') } });
}

const [contender, chromium = '', folder = ''] = process.argv.slice(2);
await (contender === 'lean' || contender === 'defaults' ? runBot(contender, chromium, folder) : main());
