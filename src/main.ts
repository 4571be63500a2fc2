import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { Hono } from 'hono';
import { giveBackMemory } from './after-the-start.ts';
import type { Channel } from './channels/channel.ts';
import { systemClock } from './channels/telegram/clock.ts';
import type { TelegramChannel } from './channels/telegram/telegram-channel.ts';
import type { WhatsAppChannel } from './channels/whatsapp/whatsapp-channel.ts';
import { createHistory } from './channels/webchat/history.ts';
import { createWebchat } from './channels/webchat/webchat.ts';
import { courierProviders } from './provider-tasks.ts';
import { readConfig, type Config } from './config.ts';
import type { PairingView } from './console/parts.ts';
import { createKeyedMemory } from './database/keyed-memory.ts';
import { choicesOf, readToken } from './engine/choice-tokens.ts';
import { LadeniError } from './errors.ts';
import { endOnFaults } from './end-on-faults.ts';
import { fetchPhoto } from './fetch-photo.ts';
import { createLogFiles } from './log-files.ts';
import { openLog, type Log } from './logging.ts';
import { healthOf } from './health.ts';
import { isWithProvider } from './media/photos-elsewhere.ts';
import { createPhotos } from './media/photos.ts';
import { recordAlarm } from './channel-alarms.ts';
import { openBackups } from './open-backups.ts';
import { openConsole } from './open-console.ts';
import { serveUntilRestored } from './repair-service.tsx';
import { createMetrics } from './metrics.ts';
import { runShop, type RunningShop } from './running-shop.ts';
import { faceOf, overviewOf } from './shop-face.ts';
import { createFrontPage } from './web/front-page.tsx';
import { createMidtrans } from './providers/midtrans.ts';
import { MIDTRANS_PATH, midtransWebhook } from './providers/midtrans-webhook.ts';
import { createServer, type Mount } from './web/server.ts';
import type { WebEnv } from './web/env.ts';

const CONSOLE = '/konsol';
/** By then all that a start does has been done, also what it puts off (bin/compiled/execute.mjs). */
const STARTED_MS = 90_000;

/** `npm start`: the shop on its channels, until SIGTERM or Ctrl+C. */
async function main(): Promise<void> {
  const config = readConfig();
  const log = openLog(config.LOG_LEVEL, secretsOf(config), createLogFiles(path.join(config.DATA_DIR, 'logs'), Date.now));
  endOnFaults(log);
  const photos = createPhotos({ dataDir: path.resolve(config.DATA_DIR), newId: () => randomBytes(16).toString('hex') });
  let telegram: TelegramChannel | null = null;
  let whatsapp: WhatsAppChannel | null = null;
  let pairing = (): PairingView | null => null;
  const gateway = config.MIDTRANS_SERVER_KEY === undefined ? null : createMidtrans(config.MIDTRANS_SERVER_KEY);
  const shop = await runShop({
    catalogDir: config.CATALOG_DIR, dataDir: config.DATA_DIR, readByOthers: config.LITESTREAM, pauseMs: config.BURST_PAUSE_MS, log, broken: () => process.exit(1),
    couriers: courierProviders(config), gateway,
    removePicture: (file) => photos.remove(file),
    fetchPicture: (reference) => fetchPhoto(reference, { telegram, whatsapp, photos, now: Date.now }),
  });
  await photos.removeUnfinished();

  const backups = openBackups(shop, config, log);

  const webchat = createWebchat({
    history: createHistory(shop.db, { choicesOf, readToken }), photos, picture: (reference) => shop.pictures.pathOf(reference),
    shop: () => faceOf(shop), staffName: (id) => shop.world().premises.catalogue.staff.find((staff) => staff.id === id)?.name ?? null,
    now: Date.now, failed: (error, what) => log.error({ err: error }, what),
  });
  const channels: Channel[] = [webchat.channel];
  if (config.TELEGRAM_BOT_TOKEN !== undefined) {
    telegram = await openTelegram(config.TELEGRAM_BOT_TOKEN, config, shop, photos, log);
    channels.push(telegram);
  }
  if (config.WHATSAPP) {
    const { openWhatsApp, pairingView } = await import('./open-whatsapp.ts');
    const opened = whatsapp = openWhatsApp(shop, config, photos, log);
    channels.push(opened);
    pairing = () => pairingView(opened.pairing());
  }
  const all = () => [...channels, ...notOn(config)];

  const channelNames: Readonly<Record<string, string>> = { webchat: 'Chat web', telegram: 'Telegram', whatsapp: 'WhatsApp' };
  const staffConsole = openConsole(shop, {
    now: Date.now, dataDir: path.resolve(config.DATA_DIR), problems: shop.problems, ownerFiles: shop.ownerFiles,
    channels: () => all().map((channel) => ({ name: channelNames[channel.name] ?? channel.name, status: channel.status(), pairing: channel.name === 'whatsapp' ? pairing() : null })),
    pairByCode: (phone) => whatsapp?.pairByCode(phone) ?? 'off',
    backup: backups.view, backUpNow: backups.now,
    pictureElsewhere: (reference) => (isWithProvider(reference) ? shop.photosElsewhere.fetch(reference) : shop.pictures.pathOf(reference)),
  });
  const web = createServer({
    host: config.HOST, port: config.PORT, hosts: config.TELEGRAM_WEBHOOK_URL === undefined ? [] : [new URL(config.TELEGRAM_WEBHOOK_URL).hostname],
    mounts: [
      createFrontPage({
        overview: () => overviewOf(shop, all(), CONSOLE),
        cataloguePhoto: (name) => shop.world().premises.catalogue.products.find((product) => product.photo !== null && path.basename(product.photo) === name)?.photo ?? null,
      }),
      webchat.mount,
      createMetrics({ db: shop.db, channels: all, disk: shop.disk.figures, lastBackup: () => backups.view().lastAt, turns: shop.turns, now: Date.now }),
      { at: CONSOLE, routes: staffConsole.routes, close: staffConsole.close },
      ...(telegram !== null && config.TELEGRAM_WEBHOOK_URL !== undefined ? [webhookMount(telegram, config.TELEGRAM_WEBHOOK_URL)] : []),
      ...(gateway === null ? [] : [{ at: MIDTRANS_PATH, routes: midtransWebhook({ gateway, payments: shop.payments, transact: (act) => shop.transact(act), now: Date.now }) }]),
    ],
    machinePaths: [...(config.TELEGRAM_WEBHOOK_URL === undefined ? [] : [new URL(config.TELEGRAM_WEBHOOK_URL).pathname]), ...(gateway === null ? [] : [MIDTRANS_PATH])],
    health: () => healthOf(shop.db, channels),
    failed: (error, route) => log.error({ err: error, route }, 'page failed'),
  });
  const address = await web.listen();
  backups.start();
  for (const channel of channels) await shop.open(channel);
  greet(shop, address, all(), web.warning, staffConsole.firstRunPath());
  setTimeout(giveBackMemory, STARTED_MS).unref();

  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    await web.close();
    await backups.stop();
    await shop.stop();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));
}

async function openTelegram(token: string, config: Config, shop: RunningShop, photos: ReturnType<typeof createPhotos>, log: Log): Promise<TelegramChannel> {
  // A shop without it starts sooner.
  const { createTelegramChannel } = await import('./channels/telegram/telegram-channel.ts');
  const memory = createKeyedMemory(shop.db, 'telegram.');
  return createTelegramChannel({
    token, apiRoot: config.TELEGRAM_API_ROOT,
    ...(config.TELEGRAM_WEBHOOK_URL !== undefined && { webhook: { url: config.TELEGRAM_WEBHOOK_URL, secret: config.TELEGRAM_WEBHOOK_SECRET ?? '' } }), clock: systemClock, log, memory,
    photos: { store: (bytes: Uint8Array) => photos.store(bytes, Date.now()) },
    ...(config.TELEGRAM_STAFF_GROUP !== undefined && { staff: { group: config.TELEGRAM_STAFF_GROUP, desk: shop.desk, pathOf: photos.pathOf } }),
    onAlarm: (alarm) => recordAlarm(shop, 'channel', `Telegram: ${alarm.detail}`),
    onRecovered: (code) => recordAlarm(shop, 'channel_back', code === 'staff_group' ? 'Telegram: grup admin' : 'Telegram'),
    onGap: (gap) => shop.tellAfterGap({ name: 'telegram', called: 'Telegram' }, gap),
  });
}

/** Where Telegram calls, when the owner has a public address. The channel checks the secret itself (S18). */
function webhookMount(telegram: TelegramChannel, url: string): Mount {
  const routes = new Hono<WebEnv>();
  routes.post('/', (c) => telegram.handleWebhook(c.req.raw));
  return { at: new URL(url).pathname, routes };
}

/** Channels that are not on, so that the pages can say how to turn them on. */
function notOn(config: Config): readonly Channel[] {
  const off = (name: Channel['name'], detail: string): Channel => ({
    name, start: () => Promise.resolve(), stop: () => Promise.resolve(), typing: () => Promise.resolve(),
    send: () => Promise.resolve({ kind: 'unreachable', reason: 'off' }), status: () => ({ state: 'off', detail }),
  });
  return [
    ...(config.TELEGRAM_BOT_TOKEN === undefined ? [off('telegram', 'Belum dinyalakan: jalankan "npm run setup telegram".')] : []),
    ...(config.WHATSAPP ? [] : [off('whatsapp', 'Belum dinyalakan: tulis WHATSAPP=on di .env. Baca risikonya di README dulu.')]),
  ];
}

function greet(shop: RunningShop, address: string, channels: readonly Channel[], warning: string | null, firstRun: string | null): void {
  const { catalogue } = shop.world().premises;
  const names: Readonly<Record<string, string>> = { webchat: 'Chat web', telegram: 'Telegram', whatsapp: 'WhatsApp' };
  const lines = [
    `\n${catalogue.store.name} sudah buka: ${catalogue.sellable.length} barang dari ${catalogue.folder}`,
    `  Halaman depan   ${address}/`,
    `  Chat web        ${address}/chat`,
    `  Konsol admin    ${firstRun === null ? `${address}${CONSOLE}` : `${address}${firstRun}  (tautan sekali pakai: buat kata sandi pemilik)`}`,
    ...channels.filter((channel) => channel.name !== 'webchat')
      .map((channel) => `  ${(names[channel.name] ?? channel.name).padEnd(15)} ${channel.status().state === 'off' ? 'mati. ' : ''}${channel.status().detail}`),
    '  Ubah barang dan pengaturan di folder katalog; tersimpan langsung berlaku. Berhenti: Ctrl+C.',
    ...(warning === null ? [] : [`\n${warning}`]),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

const secretsOf = (config: Config): readonly string[] =>
  [config.TELEGRAM_BOT_TOKEN, config.TELEGRAM_WEBHOOK_SECRET, config.RAJAONGKIR_KEY, config.BITESHIP_KEY, config.MIDTRANS_SERVER_KEY]
    .filter((secret) => secret !== undefined);

/** Starts the shop; while its database is damaged, a page that says how to repair it, and then the shop (F36). */
async function start(): Promise<void> {
  try {
    await main();
  } catch (error) {
    const config = readConfig();
    await serveUntilRestored(error, config, openLog(config.LOG_LEVEL, secretsOf(config), createLogFiles(path.join(config.DATA_DIR, 'logs'), Date.now)));
    await start();
  }
}

start().catch((error: unknown) => {
  process.stderr.write(error instanceof LadeniError ? `\n${error.message}\n${error.todo}\n` : `${String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(1);
});
