/* The line to the stand-in's server, which plays WhatsApp's servers and the phones of everybody. */
import { Chat, Msg, Wid, collections, socket } from './models.js';

export const post = async (path, body) => {
  const answer = await fetch(path, { method: 'POST', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
};

/** What the page knows of its account. `sending` is what the server wants of the next sends: see `Sending` in world.ts. */
export const account = { me: 'unknown@c.us', sending: { how: 'normal' }, phoneOfLid: new Map(), lidOfPhone: new Map() };
/** What was sent while offline; goes out when the line is back. */
const unsent = [];

export function learnLids(lids) {
  account.phoneOfLid = new Map(lids);
  account.lidOfPhone = new Map(lids.map(([lid, phone]) => [phone, lid]));
}

function modelOf(message) {
  const { chat, id, fromMe, ...rest } = message;
  const remote = new Wid(chat);
  return new Msg({
    ...rest,
    id: { fromMe, remote, id, _serialized: `${fromMe}_${chat}_${id}` },
    from: fromMe ? new Wid(account.me) : remote,
    to: fromMe ? remote : new Wid(account.me),
  });
}

export function chatOf(address, messages = []) {
  const known = collections.Chat.get(address);
  if (known) return known;
  const id = new Wid(address);
  const groupMetadata = id.isGroup() ? { serialize: () => ({ participants: [] }) } : undefined;
  const chat = new Chat({ id, t: 0, unreadCount: 0, formattedTitle: id.user, groupMetadata }, messages);
  collections.Chat.keep(chat);
  return chat;
}

/** What came while this page was away: held, but no event is made of it. */
export function rememberHistory(chats) {
  for (const [address, messages] of chats) {
    const models = messages.map(modelOf);
    for (const model of models) collections.Msg.keep(model);
    chatOf(address, models).t = messages.at(-1)?.t ?? 0;
  }
}

export function receive(message) {
  const model = modelOf({ ...message, isNewMsg: true });
  const chat = chatOf(message.chat);
  chat.t = message.t;
  chat.msgs.add(model);
  collections.Msg.add(model);
}

async function transmit(msg) {
  const { acks, afterMs } = await post('/sent', {
    chat: msg.to._serialized, id: msg.id.id, type: msg.type, body: msg.type === 'chat' ? msg.body : '',
    caption: msg.caption ?? '', media: msg.mediaBase64 ?? null, t: msg.t,
  });
  if (afterMs > 0) await new Promise((resolve) => setTimeout(resolve, afterMs));
  for (const ack of acks) msg.set({ ack });
}

export async function sendUnsent() {
  for (const msg of unsent.splice(0)) await transmit(msg);
}

async function goOut(msg) {
  if (socket.state !== 'CONNECTED') unsent.push(msg);
  else await transmit(msg);
}

/** Stands for WhatsApp's `addAndSendMsgToChat`: the first promise is "it is in the chat", the second "it was sent". */
export function addAndSend(chat, message) {
  const msg = new Msg(message);
  if (account.sending.how === 'throws_unsent') return [Promise.reject(new Error('sending failed')), Promise.resolve()];
  chat.t = msg.t;
  chat.msgs.add(msg);
  collections.Msg.add(msg);
  const sent = goOut(msg).catch(() => undefined);
  switch (account.sending.how) {
    case 'throws_sent': return [sent.then(() => Promise.reject(new Error('the answer was lost'))), sent];
    case 'hangs': return [new Promise(() => undefined), sent];
    case 'undefined': return [sent.then(() => collections.Msg.forget(msg)), sent];
    default: return [Promise.resolve(msg), sent];
  }
}
