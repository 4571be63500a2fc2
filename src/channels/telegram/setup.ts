import { Api } from 'grammy';
import type { Chat, Message, Update, UserFromGetMe } from 'grammy/types';
import type { Clock } from './clock.ts';
import { failureOf } from './failure.ts';
import { createTransport } from './transport.ts';

/** The person at the terminal. */
export interface SetupTalk {
  say(text: string): void;
  /** Asks and waits for a line; an empty answer is "". `secret` is not shown while typed. */
  ask(question: string, options?: { readonly secret?: boolean }): Promise<string>;
}

export interface SetupParts {
  readonly talk: SetupTalk;
  readonly clock: Clock;
  readonly apiRoot?: string | undefined;
  /** Writes settings into .env, keeping everything else in it. */
  save(settings: Readonly<Record<string, string>>): void;
}

export type SetupOutcome =
  | { readonly kind: 'done'; readonly bot: string; readonly group: number | null }
  | { readonly kind: 'given_up' };

const MOST_TRIES = 5;
const LOOK_EVERY_MS = 2_000;
const LOOK_FOR_MS = 5 * 60_000;
const TOKEN_FORM = /^\d{5,}:[A-Za-z0-9_-]{30,}$/;

const WELCOME = `Menyambungkan toko ke Telegram. Dua langkah: bot, lalu grup admin.

1. Di Telegram, buka obrolan dengan @BotFather.
2. Kirim /newbot, tulis nama tokonya, lalu nama pengguna yang diakhiri "bot", misalnya dapurkita_bot.
3. BotFather membalas dengan token seperti 123456789:AAE… Salin seluruhnya.
Token itu kunci toko: jangan dibagikan. Disimpan hanya di .env di komputer ini.`;

const GROUP_STEPS = `Grup admin (boleh dilewati): di sana admin membalas pelanggan dari Telegram.

1. Buat grup baru, nyalakan Topik di pengaturan grup.
2. Tambahkan @{bot} ke grup, jadikan admin dengan izin "Kelola Topik".
3. Tulis /grup di dalam grup itu.
Kalau toko sedang berjalan, hentikan dulu.`;

/**
 * Walks an owner through BotFather, the token and the staff group, checks each by calling Telegram, and saves what was
 * found. Confirms no update: what customers have written meanwhile waits for the shop.
 */
export async function setUpTelegram(parts: SetupParts): Promise<SetupOutcome> {
  const transport = createTransport();
  const apiFor = (token: string) =>
    new Api(token, { timeoutSeconds: 20, fetch: transport.fetch, ...(parts.apiRoot ? { apiRoot: parts.apiRoot } : {}) });
  try {
    return await walk(parts, apiFor);
  } finally {
    transport.close();
  }
}

async function walk(parts: SetupParts, apiFor: (token: string) => Api): Promise<SetupOutcome> {
  const { talk } = parts;
  talk.say(WELCOME);
  const found = await askToken(parts, apiFor);
  if (!found) return { kind: 'given_up' };
  parts.save({ TELEGRAM_BOT_TOKEN: found.token });
  talk.say(`Benar: @${found.me.username} (${found.me.first_name}). Token disimpan di .env.`);

  talk.say(GROUP_STEPS.replace('{bot}', found.me.username));
  const wanted = await talk.ask('Tekan Enter sesudah menulis /grup, atau ketik "lewati": ');
  const group = /^(lewati|l|tidak|t|n)$/i.test(wanted.trim()) ? null : await findGroup(parts, found.api);
  if (group) {
    await checkRights(parts, found.api, found.me, group);
    parts.save({ TELEGRAM_STAFF_GROUP: String(group.chat.id) });
    talk.say(`Grup "${group.chat.title}" disimpan. Nomor Telegram kamu ${group.by}: tulis di staff.yaml sebagai "telegram: ${group.by}".`);
  }
  talk.say('Selesai. Jalankan toko dengan npm start, lalu tulis halo ke botnya.');
  return { kind: 'done', bot: found.me.username, group: group?.chat.id ?? null };
}

interface FoundBot {
  readonly token: string;
  readonly api: Api;
  readonly me: UserFromGetMe;
}

async function askToken(parts: SetupParts, apiFor: (token: string) => Api): Promise<FoundBot | null> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const token = (await parts.talk.ask('Tempel token dari BotFather: ', { secret: true })).trim();
    if (!TOKEN_FORM.test(token)) {
      parts.talk.say('Itu belum lengkap. Token berupa angka, titik dua, lalu huruf dan angka panjang: 123456789:AAE…');
      continue;
    }
    const api = apiFor(token);
    try {
      return { token, api, me: await api.getMe() };
    } catch (error) {
      parts.talk.say(whyNot(error));
    }
  }
  parts.talk.say('Belum berhasil. Tidak ada yang diubah; coba lagi kapan saja dengan npm run setup telegram.');
  return null;
}

interface FoundGroup {
  readonly chat: Chat.GroupChat | Chat.SupergroupChat;
  readonly by: number;
}

/** Looks among the waiting updates for /grup, without confirming any. */
async function findGroup(parts: SetupParts, api: Api): Promise<FoundGroup | null> {
  const until = parts.clock.now() + LOOK_FOR_MS;
  try {
    await api.deleteWebhook({ drop_pending_updates: false });
    while (parts.clock.now() < until) {
      const updates = await api.getUpdates({ limit: 100, timeout: 0, allowed_updates: ['message', 'edited_message', 'callback_query'] });
      const found = updates.map(groupIn).filter((one) => one !== null).at(-1);
      if (found) return found;
      await parts.clock.sleep(LOOK_EVERY_MS);
    }
    parts.talk.say('Belum ada /grup yang terbaca dalam 5 menit. Pastikan botnya admin di grup itu, lalu jalankan lagi.');
  } catch (error) {
    parts.talk.say(whyNot(error));
  }
  return null;
}

function groupIn(update: Update): FoundGroup | null {
  const message: Message | undefined = update.message;
  if (!message?.from || !/^\/grup\b/.test(message.text ?? '')) return null;
  const { chat } = message;
  return chat.type === 'group' || chat.type === 'supergroup' ? { chat, by: message.from.id } : null;
}

/** What is missing is said; a group without topics works too, so nothing is refused. */
async function checkRights(parts: SetupParts, api: Api, me: UserFromGetMe, group: FoundGroup): Promise<void> {
  try {
    const [chat, member] = await Promise.all([api.getChat(group.chat.id), api.getChatMember(group.chat.id, me.id)]);
    if (member.status !== 'administrator') {
      parts.talk.say('⚠️ Botnya belum admin di grup itu, jadi hanya membaca balasan langsung. Jadikan admin supaya semua terbaca.');
    }
    if (!('is_forum' in chat && chat.is_forum)) {
      parts.talk.say('⚠️ Topik belum menyala. Tetap jalan: admin membalas kartu pelanggan. Dengan topik lebih rapi.');
    } else if (member.status === 'administrator' && !member.can_manage_topics) {
      parts.talk.say('⚠️ Botnya belum boleh mengelola topik. Nyalakan izin "Kelola Topik" untuknya.');
    }
  } catch (error) {
    parts.talk.say(whyNot(error));
  }
}

function whyNot(error: unknown): string {
  const failure = failureOf(error);
  switch (failure.kind) {
    case 'unauthorized':
      return 'Telegram tidak mengenal token itu. Salin ulang dari BotFather, seluruhnya.';
    case 'conflict':
      return 'Bot ini sedang dipakai program lain. Hentikan toko yang berjalan, lalu jalankan lagi.';
    case 'not_sent':
      return 'Tidak ada sambungan ke Telegram. Periksa internetnya, lalu coba lagi.';
    default:
      return `Telegram belum menjawab dengan baik (${failure.what}). Coba lagi sebentar.`;
  }
}
