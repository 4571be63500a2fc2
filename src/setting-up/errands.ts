import { stat } from 'node:fs/promises';
import type { Catalogue } from '../shop/catalogue/snapshot.ts';
import { hasSampleProducts } from './sample-values.ts';
import type { Errand, WizardTalk } from './wizard.ts';

export interface ErrandParts {
  readonly talk: WizardTalk;
  readonly load: () => Promise<Catalogue | null>;
  /** Brings products from a file, asking as it goes; `replacing` the sample's. */
  readonly importProducts: (file: string, replacing: boolean) => Promise<boolean>;
  /** Walks through BotFather and the token; true once the bot is connected. */
  readonly connectTelegram: () => Promise<boolean>;
  /** Settings of .env as they are now, and writing them. */
  readonly env: { get(name: 'TELEGRAM_BOT_TOKEN' | 'WHATSAPP'): string | undefined; set(settings: Readonly<Record<string, string>>): void };
}

export const WHATSAPP_RISK = `WhatsApp dihubungi lewat klien tidak resmi (whatsapp-web.js). Yang perlu diketahui dulu:
- WhatsApp tidak mengizinkannya, dan bisa memblokir nomor toko kapan saja, sementara atau selamanya.
- Pakai nomor yang boleh hilang, bukan nomor pribadi. Pelanggan tetap bisa dilayani lewat Telegram dan web.
- Ladeni hanya membalas yang menulis lebih dulu, berjeda seperti orang, dan tidak pernah menyiarkan. Itu mengurangi risiko, tidak menghapusnya.
- Perlu Chromium di komputer ini, dan sekitar 500 MB memori.`;

const yes = (answer: string): boolean => /^(?:y|ya|yes|iya|sambungkan|nyalakan)$/i.test(answer.trim());
const no = (answer: string): boolean => /^(?:t|tidak|no|n|matikan|off)$/i.test(answer.trim());

/** What is done rather than answered, at the end of setting up. Each can be left for later. */
export function errands(parts: ErrandParts): readonly Errand[] {
  const { talk, env } = parts;
  return [
    {
      key: 'products', title: 'Barang',
      question: 'Punya daftar barang? Tulis letak berkasnya: CSV atau XLSX dari Shopify, WooCommerce, Tokopedia, Shopee, Meta, atau Excel sendiri. (Enter = biarkan)',
      async now() {
        const shop = await parts.load();
        return shop && `${shop.sellable.length} barang dijual${hasSampleProducts(shop) ? ' (masih contoh, bukan milik Anda)' : ''}`;
      },
      async run(answer) {
        const file = answer.replace(/^(['"])(.*)\1$/, '$2');
        if (!await stat(file).then((found) => found.isFile(), () => false)) {
          talk.say(`Berkas ${file} tidak ada. Seret berkasnya ke jendela ini, atau tulis letaknya, misalnya barang.xlsx.`);
          return false;
        }
        const shop = await parts.load();
        return parts.importProducts(file, shop !== null && hasSampleProducts(shop));
      },
    },
    {
      key: 'telegram', title: 'Telegram', question: 'Sambungkan ke Telegram sekarang? (ya, atau Enter = nanti)',
      now: () => (env.get('TELEGRAM_BOT_TOKEN') === undefined ? null : 'bot sudah tersambung'),
      async run(answer) {
        if (yes(answer)) await parts.connectTelegram();
        else talk.say('Nanti saja: npm run setup telegram.');
        return true;
      },
    },
    {
      key: 'whatsapp', title: 'WhatsApp', question: 'Nyalakan WhatsApp? (ya/tidak, atau Enter = biarkan)',
      now: () => (env.get('WHATSAPP') === 'on' ? 'nyala' : 'mati'),
      async run(answer) {
        if (no(answer)) {
          if (env.get('WHATSAPP') === 'on') env.set({ WHATSAPP: 'off' });
          talk.say('WhatsApp mati.');
          return true;
        }
        if (!yes(answer)) {
          talk.say('Tulis ya atau tidak.');
          return false;
        }
        talk.say(WHATSAPP_RISK);
        if (!/^setuju$/i.test((await talk.ask('Ketik "setuju" untuk menyalakannya (Enter = tidak jadi):')).trim())) {
          talk.say('Tidak jadi; WhatsApp tetap seperti semula.');
          return true;
        }
        env.set({ WHATSAPP: 'on' });
        talk.say('WhatsApp dinyalakan. Sesudah npm start, tautkan dari konsol: Lainnya, WhatsApp.');
        return true;
      },
    },
  ];
}
