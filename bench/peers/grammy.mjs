import { conversations, createConversation } from '@grammyjs/conversations';
import Sqlite from 'better-sqlite3';
import { Bot } from 'grammy';
import { FACTS, ORDERS_AT, REPLIES } from './script.mjs';
import { updateOf } from './telegram-update.mjs';

const ME = { id: 1, is_bot: true, first_name: 'Shop', username: 'shop_bot', can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: false, can_connect_to_business: false, has_main_web_app: false };
const sent = async () => ({ ok: true, result: { message_id: 1, date: 0, chat: { id: 1, type: 'private' } } });

/** A purchase as one conversation function, its state and the orders in SQLite with FULL. */
export async function open(folder) {
  const db = new Sqlite(`${folder}/grammy.db`);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE talks (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID; CREATE TABLE orders (id INTEGER PRIMARY KEY, facts TEXT NOT NULL)');
  db.pragma('synchronous = FULL');
  const read = db.prepare('SELECT value FROM talks WHERE key = ?').pluck();
  const write = db.prepare('INSERT INTO talks (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value');
  const remove = db.prepare('DELETE FROM talks WHERE key = ?');
  const order = db.prepare('INSERT INTO orders (facts) VALUES (?)');
  const storage = { type: 'key', adapter: {
    read: (key) => { const value = read.get(key); return value === undefined ? undefined : JSON.parse(value); },
    write: (key, state) => void write.run(key, JSON.stringify(state)),
    delete: (key) => void remove.run(key),
  } };
  const bot = new Bot('1:bench', { botInfo: ME });
  bot.api.config.use(sent);
  bot.use(conversations({ storage, plugins: [(context, next) => { context.api.config.use(sent); return next(); }] }));
  bot.use(createConversation(async function purchase(conversation, context) {
    const facts = {};
    for (let i = 0; i < REPLIES.length; i++) {
      const heard = i === 0 ? context : await conversation.waitFor('message:text');
      facts[FACTS[i]] = heard.message.text;
      if (i === ORDERS_AT) await conversation.external(() => void order.run(JSON.stringify(facts)));
      await heard.reply(REPLIES[i]);
    }
  }, 'purchase'));
  bot.on('message:text', (context) => context.conversation.enter('purchase'));
  return {
    hear: (chat, text) => bot.handleUpdate(updateOf(chat, text)),
    orders: () => db.prepare('SELECT count(*) FROM orders').pluck().get(),
    close: () => db.close(),
  };
}
