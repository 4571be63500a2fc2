import { readFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { MAYBE_TWICE } from './buyer.ts';
import type { Arrived, LaneRecords } from './lane.ts';

export interface Verdict {
  readonly orders: number;
  /** Updates customers caused. */
  readonly updates: number;
  /** Messages that arrived. */
  readonly arrived: number;
  /** Messages that arrived once more than they were promised. */
  readonly doubled: number;
  /** Most doubled messages that one kill caused, over all chats. */
  readonly doubledByOneKill: number;
  readonly repeatedByCustomers: number;
  /** What must not be, in words. */
  readonly broken: readonly string[];
}

/** Compares what customers were told with what stands in the books of the shop. */
export function judge(records: LaneRecords): Verdict {
  const db = new Sqlite(path.join(records.folder, 'data/ladeni.db'));
  try {
    const messages = judgeMessages(db, records);
    return {
      ...messages,
      orders: number(db, 'SELECT count(*) FROM orders'),
      updates: sum(records.buyers.map((buyer) => buyer.updates)),
      arrived: records.arrived.length,
      repeatedByCustomers: sum(records.buyers.map((buyer) => buyer.repeats)),
      broken: [...messages.broken, ...brokenFile(db), ...brokenOrders(db, records), ...brokenInbox(db, records), ...brokenStock(db), ...faultsInLog(records)],
    };
  } finally {
    db.close();
  }
}

function brokenFile(db: Sqlite.Database): string[] {
  const integrity = String(db.pragma('integrity_check', { simple: true }));
  const strangers = db.pragma('foreign_key_check') as unknown[];
  return [...(integrity === 'ok' ? [] : [`integrity_check: ${integrity}`]), ...strangers.map((row) => `foreign key: ${JSON.stringify(row)}`)];
}

/** Every customer has one order, was told of that one, and it holds what was asked for. */
function brokenOrders(db: Sqlite.Database, { buyers }: LaneRecords): string[] {
  const ofChat = db.prepare<[string], { number: string; pieces: number; titles: string; placed: number }>(
    `SELECT o.number, sum(l.quantity) AS pieces, group_concat(l.title) AS titles,
       (SELECT count(*) FROM events e WHERE e.kind = 'order.placed' AND e.order_id = o.id) AS placed
     FROM orders o JOIN chats c ON c.id = o.chat_id JOIN order_lines l ON l.order_id = o.id
     WHERE c.address = ? GROUP BY o.id`);
  const broken: string[] = [];
  for (const buyer of buyers) {
    const orders = ofChat.all(String(buyer.chat));
    const told = [...buyer.told].join(', ');
    const who = `customer ${buyer.chat}`;
    if (buyer.told.size === 0) broken.push(`${who} got no confirmation; orders in the books: ${orders.map((order) => order.number).join(', ') || 'none'}`);
    if (orders.length > 1) broken.push(`${who} made one purchase and has ${orders.length} orders`);
    if (orders.map((order) => order.number).join(', ') !== told) broken.push(`${who} was told of "${told}", the books hold "${orders.map((order) => order.number).join(', ')}"`);
    for (const order of orders) {
      if (order.pieces !== buyer.wish.pieces * buyer.wished || order.titles !== buyer.wish.title) {
        broken.push(`${who} asked ${buyer.wished} times for ${buyer.wish.pieces} × ${buyer.wish.title}, ${order.number} holds ${order.pieces} × ${order.titles}`);
      }
      if (order.placed !== 1) broken.push(`${order.number} was entered as placed ${order.placed} times`);
    }
  }
  return broken;
}

/** What was said has been taken in once and worked off. */
function brokenInbox(db: Sqlite.Database, { buyers }: LaneRecords): string[] {
  const taken = db.prepare<[string], { all: number; done: number }>(
    `SELECT count(*) AS "all", coalesce(sum(i.state = 'done'), 0) AS done FROM inbox i JOIN chats c ON c.id = i.chat_id WHERE c.address = ? AND i.channel = 'telegram'`);
  return buyers.flatMap((buyer) => {
    const { all, done } = taken.get(String(buyer.chat))!;
    return all === buyer.updates && done === all ? [] : [`customer ${buyer.chat} said ${buyer.updates} things, ${all} were taken in, ${done} worked off`];
  });
}

/** Every promised message arrived; what arrived twice says so; and a kill doubles no more than one message of a chat. */
function judgeMessages(db: Sqlite.Database, records: LaneRecords): Pick<Verdict, 'doubled' | 'doubledByOneKill' | 'broken'> {
  const rows = db.prepare<[], { address: string; text: string; state: string }>('SELECT c.address, o.text, o.state FROM outbox o JOIN chats c ON c.id = o.chat_id').all();
  const broken = rows.filter((row) => row.state !== 'sent').map((row) => `a message to ${row.address} is ${row.state}: ${row.text.slice(0, 60)}`);
  const key = (chat: string | number, text: string) => `${chat} ${text.trim()}`;
  const promised = grouped(rows, (row) => key(row.address, row.text));
  const arrived = grouped(records.arrived, (bubble) => key(bubble.chat, bubble.text.replace(MAYBE_TWICE, '')));
  const doubled: Arrived[] = [];
  for (const text of new Set([...promised.keys(), ...arrived.keys()])) {
    const bubbles = arrived.get(text) ?? [];
    const extra = bubbles.length - (promised.get(text)?.length ?? 0);
    const marked = bubbles.filter((bubble) => MAYBE_TWICE.test(bubble.text));
    if (extra < 0) broken.push(`${-extra} message(s) lost: ${text.slice(0, 80)}`);
    if (marked.length < extra) broken.push(`arrived ${extra} time(s) too often, and ${marked.length} of them say so: ${text.slice(0, 80)}`);
    if (extra > 0) doubled.push(...marked.slice(-extra));
  }
  const ofOneKillAndChat = grouped(doubled, ({ chat, life }) => `${chat} after the kill of life ${life - 1}`);
  for (const [where, bubbles] of ofOneKillAndChat) if (bubbles.length > 1) broken.push(`${bubbles.length} messages doubled in chat ${where}`);
  const ofOneKill = grouped(doubled, ({ life }) => String(life));
  return { doubled: doubled.length, doubledByOneKill: Math.max(0, ...[...ofOneKill.values()].map((bubbles) => bubbles.length)), broken };
}

/** The pieces that left the shelf are the pieces that were ordered. */
function brokenStock(db: Sqlite.Database): string[] {
  const wrong = db.prepare<[], { sku: string; ordered: number; taken: number; on_hand: number; reserved: number; ledger_on_hand: number; ledger_reserved: number; takes: number }>(
    `SELECT * FROM (SELECT s.sku, s.on_hand, s.reserved,
       (SELECT coalesce(sum(quantity), 0) FROM order_lines l WHERE l.sku = s.sku) AS ordered,
       (SELECT coalesce(sum(reserved_change), 0) FROM stock_ledger g WHERE g.sku = s.sku AND g.kind = 'reserve') AS taken,
       (SELECT coalesce(sum(on_hand_change), 0) FROM stock_ledger g WHERE g.sku = s.sku) AS ledger_on_hand,
       (SELECT coalesce(sum(reserved_change), 0) FROM stock_ledger g WHERE g.sku = s.sku) AS ledger_reserved,
       (SELECT count(*) FROM stock_ledger g WHERE g.sku = s.sku AND g.kind = 'stock_take') AS takes
     FROM stock s)
     WHERE ordered <> taken OR on_hand <> ledger_on_hand OR reserved <> ledger_reserved OR reserved <> ordered OR takes <> 1`).all();
  return wrong.map((row) => `stock: ${JSON.stringify(row)}`);
}

const faultsInLog = ({ folder }: LaneRecords): string[] =>
  readFileSync(path.join(folder, 'bot.log'), 'utf8').split('\n').filter((line) => /"level":[56]0/.test(line) || /^\w*Error: /.test(line)).map((line) => `log: ${line.slice(0, 300)}`);

function grouped<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

const number = (db: Sqlite.Database, sql: string): number => db.prepare(sql).pluck().get() as number;
const sum = (of: readonly number[]): number => of.reduce((all, one) => all + one, 0);
