import { config as readDotenv } from 'dotenv';
import { z } from 'zod';
import { settingIsWrong } from './errors.ts';

const onOff = z.enum(['on', 'off']).default('off').transform((value) => value === 'on');
const text = z.string().trim().min(1).optional();

const SETTINGS = z.object({
  HOST: z.string().trim().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  CATALOG_DIR: z.string().trim().min(1).default('catalog'),
  DATA_DIR: z.string().trim().min(1).default('data'),
  BURST_PAUSE_MS: z.coerce.number().int().min(0).max(30_000).default(2_000),
  TELEGRAM_BOT_TOKEN: z.string().trim().regex(/^\d+:[\w-]{30,}$/).optional(),
  TELEGRAM_API_ROOT: z.url().optional(),
  TELEGRAM_STAFF_GROUP: z.coerce.number().int().optional(),
  TELEGRAM_WEBHOOK_URL: z.url({ protocol: /^https$/ }).optional(),
  TELEGRAM_WEBHOOK_SECRET: z.string().trim().regex(/^[\w-]{16,256}$/).optional(),
  WHATSAPP: onOff,
  CHROMIUM_PATH: text,
  WHATSAPP_WEB_VERSION: text,
  WHATSAPP_WEB_CACHE: text,
  BACKUP_DIR: text,
  LITESTREAM: onOff,
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  RAJAONGKIR_KEY: text,
  BITESHIP_KEY: text,
  MIDTRANS_SERVER_KEY: text,
});

/** The settings of `.env` and the environment, checked. All have a default or may be absent. */
export type Config = z.infer<typeof SETTINGS>;

/** Why a value is wrong, and one that is right. */
const ADVICE: Readonly<Partial<Record<keyof Config, readonly [why: string, example: string]>>> = {
  BURST_PAUSE_MS: ['harus milidetik, 0 sampai 30000', '2000'],
  PORT: ['harus angka 1 sampai 65535', '3000'],
  TELEGRAM_BOT_TOKEN: ['bukan token dari BotFather', '123456789:AAExampleExampleExampleExampleExample'],
  TELEGRAM_API_ROOT: ['harus alamat lengkap', 'https://api.telegram.org'],
  TELEGRAM_STAFF_GROUP: ['harus angka id grup', '-1001234567890'],
  TELEGRAM_WEBHOOK_URL: ['harus alamat https', 'https://toko.example.com/telegram'],
  TELEGRAM_WEBHOOK_SECRET: ['harus 16 huruf atau angka atau lebih', 'rahasia-yang-panjang-1234'],
  WHATSAPP: ['harus on atau off', 'on'],
  LITESTREAM: ['harus on atau off', 'on'],
  LOG_LEVEL: ['harus silent, error, warn, info, atau debug', 'info'],
};

/**
 * Reads the settings; the only reader of process.env.
 * @throws LadeniError SETTING_WRONG for the first wrong or missing value: which, why, an example.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = withDotenv()): Config {
  // An empty line in .env ("PORT=") means: not set.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const parsed = SETTINGS.safeParse(given);
  if (parsed.success) {
    // Without it anyone who finds the address could speak as any customer (S18).
    if (parsed.data.TELEGRAM_WEBHOOK_URL !== undefined && parsed.data.TELEGRAM_WEBHOOK_SECRET === undefined) {
      throw settingIsWrong('TELEGRAM_WEBHOOK_SECRET', 'wajib diisi bila TELEGRAM_WEBHOOK_URL diisi', 'rahasia-yang-panjang-1234');
    }
    return parsed.data;
  }
  const name = String(parsed.error.issues[0]!.path[0]) as keyof Config;
  const [why, example] = ADVICE[name] ?? ['nilainya tidak bisa dibaca', '…'];
  throw settingIsWrong(name, why, example);
}

function withDotenv(): Readonly<Record<string, string | undefined>> {
  readDotenv({ quiet: true });
  return process.env;
}
