import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { catalogueChecks } from './catalogue-checks.ts';
import { systemClock } from './channels/telegram/clock.ts';
import { setUpTelegram } from './channels/telegram/setup.ts';
import { readConfig } from './config.ts';
import { LadeniError } from './errors.ts';
import { fetchPicture } from './media/fetch-picture.ts';
import { createOwnerFiles } from './owner-files/desk.ts';
import { importProducts } from './owner-files/importing/import-products.ts';
import { createProgressBar } from './owner-files/progress-bar.ts';
import { saveSettings } from './setting-up/env-file.ts';
import { errands } from './setting-up/errands.ts';
import { createShopFiles } from './setting-up/shop-files.ts';
import { PAYMENT_STEPS } from './setting-up/steps/payment.ts';
import { shippingSteps } from './setting-up/steps/shipping.ts';
import { SHOP_STEPS } from './setting-up/steps/shop.ts';
import { openTerminalTalk, type TerminalTalk } from './setting-up/terminal-talk.ts';
import { stillSample, walkThrough, WELCOME } from './setting-up/wizard.ts';
import { problemLine } from './shop/catalogue/file-problems.ts';
import { createGazetteer } from './shop/shipping/gazetteer.ts';

const ENV = '.env';
const SAMPLE_DIR = join(import.meta.dirname, '..', 'catalog');
const INTERRUPTED = 130;

/** `npm run setup`: the whole shop, question by question; `npm run setup telegram`: that channel alone. */
async function main(): Promise<number> {
  const what = process.argv[2];
  if (what !== undefined && what !== 'telegram') {
    process.stdout.write('Yang bisa disiapkan: npm run setup (semuanya), atau npm run setup telegram\n');
    return 1;
  }
  const talk = openTerminalTalk({ input: process.stdin, output: process.stdout });
  try {
    return what === 'telegram' ? await connectTelegram(talk) ? 0 : 1 : await setUpShop(talk);
  } finally {
    talk.close();
  }
}

const connectTelegram = async (talk: TerminalTalk): Promise<boolean> => (await setUpTelegram({
  talk, clock: systemClock, apiRoot: readConfig().TELEGRAM_API_ROOT, save: (settings) => saveSettings(ENV, settings),
})).kind === 'done';

async function setUpShop(talk: TerminalTalk): Promise<number> {
  const config = readConfig();
  const catalogDir = config.CATALOG_DIR;
  const gazetteer = createGazetteer();
  const checks = catalogueChecks(gazetteer);
  // One moment for the whole sitting, so that what is kept is the state before it.
  const began = Date.now();
  const desk = { catalogDir, dataDir: config.DATA_DIR, checks, newId: randomUUID };
  const files = createShopFiles({ catalogDir, sampleDir: SAMPLE_DIR, checks, files: createOwnerFiles({ ...desk, now: () => began }) });
  if (await files.beginWithSample()) talk.say(`Folder ${catalogDir} masih kosong, jadi diisi berkas toko contoh.`);
  const loaded = await files.load();
  if (loaded.kind === 'refused') {
    talk.say(`Berkas toko di ${catalogDir} bermasalah. Perbaiki dulu, lalu jalankan lagi:\n${loaded.problems.filter((problem) => problem.severity === 'error').map(problemLine).join('\n')}`);
    return 1;
  }
  const settings: Record<string, string | undefined> = { TELEGRAM_BOT_TOKEN: config.TELEGRAM_BOT_TOKEN, WHATSAPP: config.WHATSAPP ? 'on' : 'off' };
  const steps = [...SHOP_STEPS, ...PAYMENT_STEPS, ...shippingSteps(gazetteer), ...errands({
    talk,
    load: async () => {
      const now = await files.load();
      return now.kind === 'loaded' ? now.catalogue : null;
    },
    importProducts: async (file, replacing) => {
      if (replacing) talk.say('Barang contoh akan diganti barang Anda.');
      const outcome = await importProducts({
        catalogDir, checks, files: createOwnerFiles({ ...desk, now: Date.now }), say: (text) => talk.say(text), ask: (question) => talk.ask(question),
        progress: createProgressBar(process.stderr), fetchPicture: (link) => fetchPicture(link), today: new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Jakarta' }),
      }, { file, ...(replacing && { others: 'drop' as const }) });
      return outcome.kind === 'written' || outcome.kind === 'same';
    },
    connectTelegram: async () => {
      const connected = await connectTelegram(talk);
      if (connected) settings['TELEGRAM_BOT_TOKEN'] = 'set';
      return connected;
    },
    env: {
      get: (name) => settings[name],
      set: (changed) => {
        saveSettings(ENV, changed);
        Object.assign(settings, changed);
      },
    },
  })];
  talk.say(WELCOME);
  const shop = await walkThrough(steps, { talk, files, shop: loaded.catalogue });
  if (talk.over()) {
    talk.say('Berhenti di sini. Yang sudah disimpan tetap tersimpan; lanjutkan dengan npm run setup.');
    return INTERRUPTED;
  }
  const samples = stillSample(steps, shop);
  talk.say(`\nSelesai. Berkasnya di folder ${catalogDir}; boleh disunting kapan saja.`);
  if (samples.length > 0) talk.say(`Masih contoh, ganti sebelum menerima pelanggan: ${samples.join(', ')}.`);
  talk.say('Jalankan toko: npm start');
  return 0;
}

main().then((code) => { process.exitCode = code; }, (error: unknown) => {
  process.stderr.write(error instanceof LadeniError ? `${error.message}\n${error.todo}\n` : `${String(error instanceof Error ? error.message : error)}\n`);
  process.exitCode = 1;
});
