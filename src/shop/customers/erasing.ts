import type { Database } from '../../database/open.ts';
import type { UtcMs } from '../units.ts';

/** By when a wish to be erased must be carried out: 3 × 24 hours (UU PDP 27/2022, Art. 43 and 44 with Art. 32). */
export const ERASE_WITHIN_MS = 72 * 3_600_000;

/** Photos that belonged to an erased person, to be removed from the disk. */
export interface Erased {
  readonly customer: number;
  readonly files: readonly string[];
  /** Numbers of their orders: receipts drawn for them bear a name. */
  readonly orders: readonly string[];
}

/**
 * Forgetting a person: name, phone, addresses, words and photos go; orders stay in the books without the person
 * (S20). Deferred while an order is open or money is to go
 * back: a parcel needs an address.
 */
export function createErasing(db: Database) {
  const ask = db.prepare<[number, number]>('UPDATE customers SET erase_due_at = ? WHERE id = ? AND erased_at IS NULL');
  // What is still to be told ("sudah diterima") goes out first, and a talk with a person ends, as long as the deadline allows.
  const ready = db.prepare<[number], { id: number }>(
    `SELECT id FROM customers INDEXED BY customers_to_erase WHERE erase_due_at IS NOT NULL AND erased_at IS NULL AND id NOT IN (
       SELECT customer_id FROM orders INDEXED BY orders_open WHERE state IN ('awaiting_payment', 'confirmed', 'paid', 'packed', 'shipped')
       UNION SELECT o.customer_id FROM refunds r INDEXED BY refunds_owed CROSS JOIN orders o ON o.id = r.order_id WHERE r.settled_at IS NULL)
     AND (erase_due_at <= ? OR id NOT IN (
       SELECT c.customer_id FROM outbox b JOIN chats c ON c.id = b.chat_id WHERE b.state IN ('ready', 'held', 'sending')
       UNION SELECT customer_id FROM chats WHERE mode = 'human'))
     ORDER BY id`);
  const overdue = db.prepare<[number], { id: number }>(
    'SELECT id FROM customers WHERE erase_due_at <= ? AND erased_at IS NULL');
  const chatsOf = db.prepare<[number], { id: number }>('SELECT id FROM chats WHERE customer_id = ?');
  const proofFiles = db.prepare<[number], { file: string }>(
    'SELECT file FROM proofs WHERE file IS NOT NULL AND chat_id = ?');
  const photoMessages = db.prepare<[number], { content: string }>(
    `SELECT content FROM inbox WHERE chat_id = ? AND content LIKE '{"kind":"photo"%'`);
  const ordersOf = db.prepare<[number], { number: string }>('SELECT number FROM orders WHERE customer_id = ? ORDER BY id');
  const steps = [
    `UPDATE orders SET recipient = '-', phone = '-', address = '-', agreed_text = '' WHERE customer_id = @customer`,
    `UPDATE refunds SET reference = '' WHERE order_id IN (SELECT id FROM orders WHERE customer_id = @customer)`,
    `UPDATE order_events SET why = '' WHERE order_id IN (SELECT id FROM orders WHERE customer_id = @customer)`,
    'DELETE FROM told_rates WHERE customer_id = @customer',
    'UPDATE parcel_news SET said = NULL, due_at = NULL WHERE order_id IN (SELECT id FROM orders WHERE customer_id = @customer)',
    'UPDATE charges SET link = NULL WHERE order_id IN (SELECT id FROM orders WHERE customer_id = @customer)',
    'DELETE FROM addresses WHERE customer_id = @customer',
    'DELETE FROM cart_lines WHERE customer_id = @customer',
    'DELETE FROM held_vouchers WHERE customer_id = @customer',
    'DELETE FROM wishlist_lines WHERE customer_id = @customer',
    `UPDATE customers SET name = NULL, phone = NULL, called = NULL, note = '', erased_at = @at WHERE id = @customer`,
  ].map((sql) => db.prepare(sql));
  const chatSteps = [
    `UPDATE inbox SET content = '{"kind":"other","what":"deleted"}', error = NULL, provider_id = 'erased:' || id WHERE chat_id = @chat`,
    `UPDATE outbox SET text = '', choices = NULL, photo = NULL, album = NULL, provider_id = NULL, failure = NULL, state = CASE WHEN state IN ('ready', 'held', 'sending') THEN 'cancelled' ELSE state END WHERE chat_id = @chat`,
    `DELETE FROM untold_news WHERE chat_id = @chat`,
    `DELETE FROM misunderstood WHERE chat_id = @chat`,
    `DELETE FROM sought WHERE chat_id = @chat`,
    `UPDATE proofs SET file = NULL, reason = NULL WHERE chat_id = @chat`,
    `UPDATE handoffs SET released_at = COALESCE(released_at, @at), remind_at = NULL, details = '{}', agreed = NULL, rating_comment = NULL WHERE chat_id = @chat`,
    `UPDATE ratings SET comment = '' WHERE chat_id = @chat`,
    `DELETE FROM events WHERE chat_id = @chat AND kind LIKE 'chat.%'`,
    `UPDATE events SET data = json_remove(data, '$.order.reason', '$.order.reference', '$.agreed', '$.detail', '$.said', '$.photo') WHERE chat_id = @chat`,
    `UPDATE staff_acts SET detail = '' WHERE chat_id = @chat`,
    `UPDATE tasks SET data = '{}' WHERE chat_id = @chat`,
    // A chat's address and the provider's ids are a phone number on WhatsApp. Who writes again is a new person.
    `UPDATE chats SET mode = 'bot', holder = NULL, session = NULL, unreachable = NULL, address = 'erased:' || id WHERE id = @chat`,
  ].map((sql) => db.prepare(sql));

  return {
    /** Notes the wish; returns the deadline (UTC ms). */
    ask(customer: number, at: UtcMs): UtcMs {
      const due = at + ERASE_WITHIN_MS;
      ask.run(due, customer);
      return due;
    },
    /** Somebody who asked and to whom nothing is owed any more; null for nobody. */
    ready: (now: UtcMs): number | null => ready.get(now)?.id ?? null,
    /** People whose deadline has passed: staff must close their orders. */
    overdue: (now: UtcMs): readonly number[] => overdue.all(now).map((row) => row.id),
    /** Forgets a person in the caller's transaction. The files it names are removed by a task. */
    erase(customer: number, at: UtcMs): Erased {
      const files: string[] = [];
      for (const { id } of chatsOf.all(customer)) {
        files.push(...proofFiles.all(id).map((row) => row.file));
        files.push(...photoMessages.all(id).map((row) => (JSON.parse(row.content) as { file: string }).file));
        for (const step of chatSteps) step.run(step.source.includes('@at') ? { chat: id, at } : { chat: id });
      }
      for (const step of steps) {
        step.run(step.source.includes('@at') ? { customer, at } : { customer });
      }
      return { customer, files: [...new Set(files)], orders: ordersOf.all(customer).map((order) => order.number) };
    },
  };
}

export type Erasing = ReturnType<typeof createErasing>;
