import { openDatabase } from '../../src/database/open.ts';
import { sampleCatalogue, TestShop } from '../test-shop.ts';

// A process that one message ends, as a fault in a native library would: no exception, no clean-up.
const [folder = '', life = ''] = process.argv.slice(2);
const db = openDatabase(folder);
if (life === '0') {
  db.exec(`INSERT INTO customers (id, created_at) VALUES (1, 0), (2, 0);
    INSERT INTO chats (id, channel, address, customer_id) VALUES (1, 'terminal', 'c1', 1), (2, 'terminal', 'c2', 2);
    INSERT INTO inbox (channel, provider_id, chat_id, content, received_at) VALUES ('terminal', 'racun', 1, '{"kind":"text","text":"halo racun"}', 0), ('terminal', 'biasa', 2, '{"kind":"text","text":"halo kak"}', 0)`);
}
const shop = new TestShop({ catalogue: await sampleCatalogue(), at: '2026-11-23T10:00:00+07:00', db });
const { understanding } = shop.shop.world().premises;
const understand = understanding.understand.bind(understanding);
Object.assign(understanding, { understand: (text: string, context?: Parameters<typeof understand>[1]) => { if (text.includes('racun')) process.exit(9); return understand(text, context); } });
shop.shop.engine.recover();
db.close();
