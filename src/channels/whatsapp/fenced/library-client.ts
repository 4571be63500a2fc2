import wweb, { type Client, type Message } from 'whatsapp-web.js';
import type { ClientEvent, ClientSettings, SentAs, WhatsAppClient } from '../client.ts';
import { launchOptions } from './launch.ts';
import { makeLean } from './lean-page.ts';
import { NUDGE, PRIVATE_CHATS, PULSE, typingIn } from './page-scripts.ts';
import { plainMessage } from './plain.ts';

type Page = NonNullable<Client['pupPage']>;

/** The real whatsapp-web.js, unmodified, as the channel's WhatsAppClient. Line numbers below are those of its 1.34.7. */
export function createLibraryClient(settings: ClientSettings): WhatsAppClient {
  let listener: (event: ClientEvent) => void = () => undefined;
  const tell = (event: ClientEvent): void => listener(event);

  const session = new wweb.LocalAuth({ dataPath: settings.folder });
  const client = new wweb.Client({ ...launchOptions(settings, process.getuid?.()), authStrategy: session });
  let watched = false;
  // Called as soon as there is a browser, and again at a logout.
  session.afterBrowserInitialized = async () => {
    if (watched || !client.pupBrowser || !client.pupPage) return;
    watched = true;
    watchBrowser(client, tell);
    await makeLean(client.pupPage);
  };
  // The library would delete the profile under a living browser (LocalAuth.js:48), and a new link made there is lost at the next
  // start. The channel deletes it when the browser has ended.
  session.logout = async () => undefined;
  pass(client, tell);

  const page = (): Page => {
    if (!client.pupPage) throw new Error('the browser has not been started');
    return client.pupPage;
  };
  const sentAs = (message: Message | undefined | null): SentAs | null =>
    message ? { id: message.id.id, ack: Number(message.ack ?? 0) } : null;
  async function found(key: string): Promise<Message | null> {
    // Typed as always there; null when WhatsApp no longer has it.
    return (await client.getMessageById(key)) as Message | null;
  }

  return {
    onEvent: (tellTo) => { listener = tellTo; },
    start: () => client.initialize(),
    pulse: async () => await page().evaluate(PULSE) as Awaited<ReturnType<WhatsAppClient['pulse']>>,
    async probe() {
      const { user } = client.info.wid;
      await client.getNumberId(user);
    },
    nudge: async () => { await page().evaluate(NUDGE); },
    // Read receipts would take the unread badge off the owner's phone (F43); a preview would make the page fetch the link (S10).
    sendText: async (chat, text) => sentAs(await client.sendMessage(chat, text, { sendSeen: false, linkPreview: false, parseVCards: false })),
    async sendPhoto(chat, photo, caption) {
      const media = wweb.MessageMedia.fromFilePath(photo);
      return sentAs(await client.sendMessage(chat, media, { caption, sendSeen: false, linkPreview: false }));
    },
    typing: async (chat) => { await page().evaluate(typingIn(chat)); },
    chats: async () => await page().evaluate(PRIVATE_CHATS) as Awaited<ReturnType<WhatsAppClient['chats']>>,
    async messages(chat, limit) {
      const whole = await client.getChatById(chat);
      return (await whole.fetchMessages({ limit })).map(plainMessage);
    },
    async download(key) {
      const media = await (await found(key))?.downloadMedia();
      return media ? Buffer.from(media.data, 'base64') : null;
    },
    async whoIs(address) {
      const [names] = await client.getContactLidAndPhone([address]);
      return { lid: names?.lid ?? null, phone: names?.pn ?? null };
    },
    deleteMessage: async (key) => { await (await found(key))?.delete(true); },
    end: () => client.destroy().catch(() => undefined),
  };
}

/** The library never notices that its browser or its page has died (F17). */
function watchBrowser(client: Client, tell: (event: ClientEvent) => void): void {
  const pid = client.pupBrowser?.process()?.pid;
  if (pid !== undefined) tell({ kind: 'launched', browserPid: pid });
  client.pupBrowser?.on('disconnected', () => tell({ kind: 'gone', why: 'the browser ended' }));
  client.pupPage?.on('error', () => tell({ kind: 'gone', why: 'the page crashed' }));
  client.pupPage?.on('close', () => tell({ kind: 'gone', why: 'the page was closed' }));
}

/** The library's events as ours. */
function pass(client: Client, tell: (event: ClientEvent) => void): void {
  client.on('qr', (text: string) => tell({ kind: 'qr', text }));
  client.on('code', (code: string) => tell({ kind: 'code', code }));
  client.on('authenticated', () => tell({ kind: 'authenticated' }));
  client.on('ready', () => tell({ kind: 'ready', me: client.info.wid?._serialized ?? null }));
  client.on('change_state', (state) => tell({ kind: 'state', state: String(state) }));
  client.on('disconnected', (reason) => tell({ kind: 'disconnected', reason: String(reason) }));
  client.on('auth_failure', (reason) => tell({ kind: 'disconnected', reason: String(reason) }));
  // Fires for messages of both directions; `message` would only repeat half of it.
  client.on('message_create', (message) => tell({ kind: 'message', message: plainMessage(message) }));
  client.on('message_edit', (message, _now, before) => {
    tell({ kind: 'edited', message: plainMessage(message), before: typeof before === 'string' ? before : '' });
  });
  client.on('message_revoke_everyone', (message) => tell({ kind: 'deleted', message: plainMessage(message) }));
  client.on('message_ack', (message, ack) => tell({ kind: 'ack', id: message.id.id, ack: Number(ack) }));
  client.on('call', (call) => {
    if (!call.isGroup && !call.fromMe && call.from) tell({ kind: 'call', id: call.id, from: call.from });
  });
}
