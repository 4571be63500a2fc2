/**
 * The console of a large shop with many open pages: how long the inbox takes at the server, and how soon after a commit every open page
 * knows of it and shows it. Pages are played by a process of its own, which does over HTTP what console.js does in a browser.
 *
 *   npm run bench:console-live [-- --scale 1 --pages 50 --changes 40 --json bench/results/console.json]
 *
 * At scale 1 there are 100,000 chats (bench/history.ts).
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openDatabase } from '../src/database/open.ts';
import { makeCatalogue } from '../src/shop/catalogue/make-catalogue.ts';
import { ConsoleShop, type Browser } from '../test/console/console-shop.ts';
import { sampleCatalogue } from '../test/test-shop.ts';
import { fillWithHistory } from './history.ts';

const { values: flags, positionals } = parseArgs({ allowPositionals: true, options: {
  scale: { type: 'string', default: '1' }, pages: { type: 'string', default: '50' }, changes: { type: 'string', default: '40' }, json: { type: 'string' },
} });
/** As in src/console/look/console.js. */
const LOOK_AGAIN_MS = 250;
/** One person may have twelve pages open. */
const PAGES_OF_ONE = 10;

/** One clock for both processes, ms. */
const clock = (): number => performance.timeOrigin + performance.now();
const sorted = (values: readonly number[]): readonly number[] => [...values].sort((a, b) => a - b);
const share = (values: readonly number[], part: number): number => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * part))]!;

interface Seen { readonly kind: 'open' | 'told' | 'shown'; readonly at: number }

/** Pages that listen and look again when they are told to; each says when. */
async function playPages(origin: string, cookies: readonly string[]): Promise<void> {
  const tell = (kind: Seen['kind']): void => void process.send!({ kind, at: clock() } satisfies Seen);
  await Promise.all(cookies.map(async (cookie) => {
    const stream = await fetch(`${origin}/konsol/langsung`, { headers: { cookie } });
    let timer: NodeJS.Timeout | null = null;
    let again = false;
    let looked = 0;
    function look(): void {
      if (timer) {
        again = true;
        return;
      }
      timer = setTimeout(() => void (async () => {
        looked = clock();
        await (await fetch(`${origin}/konsol/chat`, { headers: { cookie, 'x-look': 'again' } })).text();
        tell('shown');
        timer = null;
        if (again) {
          again = false;
          look();
        }
      })(), Math.max(0, looked + LOOK_AGAIN_MS - clock()));
    }
    for await (const chunk of stream.body!) {
      const text = Buffer.from(chunk as Uint8Array).toString();
      if (text.includes('event: hello')) tell('open');
      if (!text.includes('event: changed')) continue;
      tell('told');
      look();
    }
  }));
}

async function measure(): Promise<void> {
  const [pages, changes] = [Number(flags.pages), Number(flags.changes)];
  const folder = mkdtempSync(join(tmpdir(), 'ladeni-console-'));
  const db = openDatabase(join(folder, 'shop'));
  const history = await fillWithHistory(db, Math.round(100_000 * Number(flags.scale)));
  const base = await sampleCatalogue();
  const admins = Array.from({ length: Math.ceil(pages / PAGES_OF_ONE) }, (_, i) => ({ ...base.staff.find(({ role }) => role === 'admin')!, id: `admin${i}`, name: `Admin ${i}` }));
  const at = await ConsoleShop.open({ db, catalogue: makeCatalogue({ ...base, staff: [...base.staff, ...admins] }), failed: (error) => { throw error; } });
  const sessions: Browser[] = [];
  for (const { id } of admins) sessions.push(await at.join(id));
  // A busy morning: some wait for a person, some are served by one.
  for (let i = 0; i < 60; i++) {
    at.shop.hear(`w${i}`, 'admin', { name: `Pelanggan ${i}` });
    if (i % 3 === 0) at.shop.shop.desk.claim({ by: admins[i % admins.length]!.id, id: `a${i}` }, at.shop.chatId(`w${i}`));
  }
  at.shop.receive();

  const inbox: number[] = [];
  for (let i = 0; i < 120; i++) {
    // Something is written before each look, so that none is answered from the one before.
    at.shop.hear('w1', `halo ${i}`);
    const from = performance.now();
    await (await sessions[0]!.get('/konsol/chat')).text();
    if (i >= 20) inbox.push(performance.now() - from);
  }

  const origin = await at.server.listen();
  const seen: Seen[] = [];
  const child = fork(fileURLToPath(import.meta.url), ['pages'], { execArgv: ['--import', 'tsx'], env: { ...process.env, ORIGIN: origin, COOKIES: JSON.stringify(Array.from({ length: pages }, (_, i) => sessions[i % sessions.length]!.cookie)) } });
  child.on('message', (message) => void seen.push(message as Seen));
  const until = async (ready: () => boolean): Promise<void> => { while (!ready()) await new Promise((resolve) => { setTimeout(resolve, 5); }); };
  await until(() => seen.filter(({ kind }) => kind === 'open').length === pages);

  const [told, toldLast, shown, shownLast]: number[][] = [[], [], [], []];
  const cpu = process.cpuUsage();
  for (let i = 0; i < changes; i++) {
    await new Promise((resolve) => { setTimeout(resolve, LOOK_AGAIN_MS * 2); });
    seen.length = 0;
    at.shop.hear(`w${i % 60}`, `masih ada kak? ${i}`);
    const committed = clock();
    const after = (kind: Seen['kind']): number[] => seen.filter((one) => one.kind === kind).map((one) => one.at - committed);
    await until(() => after('shown').length >= pages);
    told!.push(share(after('told'), 0.5));
    toldLast!.push(Math.max(...after('told')));
    shown!.push(share(after('shown'), 0.5));
    shownLast!.push(Math.max(...after('shown')));
  }
  const { user, system } = process.cpuUsage(cpu);
  const figures = {
    chats: history.chats, pages, load: loadavg()[0]!, inbox: share(inbox, 0.5), inbox99: share(inbox, 0.99),
    told: share(told!, 0.5), toldLast: share(toldLast!, 0.5), shown: share(shown!, 0.5), shownLast: share(shownLast!, 0.5), cpuMs: (user + system) / 1000 / changes,
  };
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  process.stdout.write(`${history.chats.toLocaleString('en')} chats: the inbox takes ${ms(figures.inbox)} at the server (p99 ${ms(figures.inbox99)}); with ${pages} open pages a commit is known after ${ms(figures.told)} (the last page ${ms(figures.toldLast)}) `
    + `and shown after ${ms(figures.shown)} (the last page ${ms(figures.shownLast)}), for ${ms(figures.cpuMs)} of the server's CPU (load ${figures.load.toFixed(1)})\n`);
  if (flags.json !== undefined) writeFileSync(flags.json, `${JSON.stringify(figures, null, 2)}\n`);
  child.kill();
  await at.server.close();
  db.close();
  rmSync(folder, { recursive: true });
}

if (positionals[0] === 'pages') await playPages(process.env['ORIGIN']!, JSON.parse(process.env['COOKIES']!) as string[]);
else await measure();
