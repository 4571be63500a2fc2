import Sqlite from 'better-sqlite3';
import { Scenes, session, Telegraf, Telegram } from 'telegraf';
import { FACTS, ORDERS_AT, REPLIES } from './script.mjs';
import { updateOf } from './telegram-update.mjs';

Telegram.prototype.callApi = async () => ({ message_id: 1 });

/** A purchase as a wizard scene, its session and the orders in SQLite with FULL. */
export async function open(folder) {
  const db = new Sqlite(`${folder}/telegraf.db`);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE sessions (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID; CREATE TABLE orders (id INTEGER PRIMARY KEY, facts TEXT NOT NULL)');
  db.pragma('synchronous = FULL');
  const read = db.prepare('SELECT value FROM sessions WHERE key = ?').pluck();
  const write = db.prepare('INSERT INTO sessions (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value');
  const remove = db.prepare('DELETE FROM sessions WHERE key = ?');
  const order = db.prepare('INSERT INTO orders (facts) VALUES (?)');
  const store = {
    get: (key) => { const value = read.get(key); return value === undefined ? undefined : JSON.parse(value); },
    set: (key, value) => void write.run(key, JSON.stringify(value)),
    delete: (key) => void remove.run(key),
  };
  const steps = REPLIES.map((reply, i) => async (context) => {
    context.wizard.state[FACTS[i]] = context.message.text;
    if (i === ORDERS_AT) order.run(JSON.stringify(context.wizard.state));
    await context.reply(reply);
    return i === REPLIES.length - 1 ? context.scene.leave() : context.wizard.next();
  });
  const bot = new Telegraf('1:bench');
  bot.botInfo = { id: 1, is_bot: true, first_name: 'Shop', username: 'shop_bot' };
  bot.use(session({ store }));
  bot.use(new Scenes.Stage([new Scenes.WizardScene('purchase', ...steps)]).middleware());
  bot.on('text', (context) => context.scene.enter('purchase'));
  return {
    hear: (chat, text) => bot.handleUpdate(updateOf(chat, text)),
    orders: () => db.prepare('SELECT count(*) FROM orders').pluck().get(),
    close: () => db.close(),
  };
}
