import { addKeyword, createBot, createFlow, EVENTS, MemoryDB, ProviderClass } from '@builderbot/bot';
import { FACTS, ORDERS_AT, REPLIES } from './script.mjs';

/** The leanest store it allows: the last message of each customer in a Map, where MemoryDB looks through all of everybody's. */
class MapStore extends MemoryDB {
  last = new Map();
  async getPrevByNumber(from) { return this.last.get(from); }
  async save(context) { if (context.keyword) this.last.set(context.from, context); }
}

class Provider extends ProviderClass {
  buildHTTPServer() { return null; }
  async sendMessage() {}
}

/** A purchase as a chain of captured answers, its facts in the library's own state; orders are counted in memory. */
export async function open(_folder, store) {
  let orders = 0;
  let flow = addKeyword(EVENTS.WELCOME);
  REPLIES.forEach((reply, i) => {
    const last = i === REPLIES.length - 1;
    flow = flow.addAnswer(reply, last ? null : { capture: true }, last ? null : async (context, { state }) => {
      await state.update({ [FACTS[i + 1]]: context.body });
      if (i + 1 === ORDERS_AT) orders++;
    });
  });
  const bot = await createBot(
    { flow: createFlow([flow]), provider: new Provider(), database: store === 'map' ? new MapStore() : new MemoryDB() },
    { queue: { timeout: 60_000, concurrencyLimit: 256 } },
  );
  return {
    // What the provider's event calls; its promise tells when the message is done with, the store included.
    hear: (chat, text) => bot.handleMsg({ from: chat, body: text, name: chat }),
    orders: () => orders,
    close() {},
  };
}
