/**
 * How soon the console's first page can be used on a slow phone: a real Chromium, 390 px, its CPU slowed down, a cold cache and an
 * inbox on a busy morning. `npm run bench:console [-- --slowdown 6 --runs 7]`.
 */
import { parseArgs } from 'node:util';
import { openInChromium, PHONE } from '../test/browser/console-in-chromium.ts';

const { values } = parseArgs({ options: { slowdown: { type: 'string', default: '6' }, runs: { type: 'string', default: '7' }, chats: { type: 'string', default: '200' } } });
const [slowdown, runs, chats] = [Number(values.slowdown), Number(values.runs), Number(values.chats)];

interface Timing { readonly painted: number; readonly usable: number; readonly bytes: number }

const shop = await openInChromium();
const siti = await shop.at.join('siti');
for (let i = 0; i < chats; i++) {
  shop.at.shop.hear(`b${i}`, 'halo kak, ada wajan anti lengket 28 cm?', { name: `Pelanggan ${i}` });
  if (i % 4 === 0) shop.at.shop.hear(`b${i}`, 'admin');
}

async function once(path: string): Promise<Timing> {
  const page = await shop.pageOf(siti, PHONE);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
  await page.goto(`${shop.origin}${path}`, { waitUntil: 'load' });
  // Usable: laid out, the script run, and the browser free to answer a tap.
  const [painted, usable] = await page.evaluate(`new Promise((done) => requestAnimationFrame(() => setTimeout(() =>
    done([performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0, performance.now()]))))`) as [number, number];
  await page.context().close();
  return { painted, usable, bytes };
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
for (const [name, path] of [['the inbox', '/konsol/chat'], ['orders', '/konsol/pesanan']] as const) {
  const timings: Timing[] = [];
  for (let i = 0; i < runs; i++) timings.push(await once(path));
  console.log(`${name}: painted ${Math.round(median(timings.map((one) => one.painted)))} ms, usable ${Math.round(median(timings.map((one) => one.usable)))} ms, worst ${Math.round(Math.max(...timings.map((one) => one.usable)))} ms; `
    + `${Math.round(median(timings.map((one) => one.bytes)) / 1000)} kB sent (CPU slowed ${slowdown} times, ${runs} runs, ${chats} chats more than a day's)`);
}
await shop.close();
