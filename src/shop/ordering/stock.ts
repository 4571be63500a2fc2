import type { Database } from '../../database/open.ts';
import type { Catalogue, Product } from '../catalogue/snapshot.ts';
import type { Sku, UtcMs } from '../units.ts';

export interface StockRow {
  readonly sku: Sku;
  readonly on_hand: number;
  readonly reserved: number;
  /** The count that the owner's file said last: a different one is a new stock-take. */
  readonly written: number;
  /** 1 once the owner was told that it runs low, or wrote so few himself. */
  readonly low_told: number;
}

export interface StockTake {
  readonly sku: Sku;
  readonly before: number;
  readonly counted: number;
  /** Free pieces before and after, for "it is back" and "running low". */
  readonly freeBefore: number;
  readonly freeAfter: number;
  /** Pieces that are promised to customers but were not counted. */
  readonly missing: number;
}

export type Reservation = { readonly kind: 'reserved' } | { readonly kind: 'not_enough'; readonly free: number };

/**
 * The stock ledger: every piece that came, was promised, was let go or left, append-only; the `stock` row of a SKU is
 * its sum, kept in the same transaction and guarded by CHECK (F37, F40). Made-to-order products have no row and no limit.
 */
export function createStock(db: Database) {
  const freeOf = db.prepare<[string], number>('SELECT on_hand - reserved FROM stock WHERE sku = ?').pluck();
  const get = db.prepare<[string], StockRow>('SELECT * FROM stock WHERE sku = ?');
  const all = db.prepare<[], StockRow>('SELECT * FROM stock');
  const insert = db.prepare<[string, number, number]>('INSERT INTO stock (sku, on_hand, written) VALUES (?, ?, ?)');
  const count = db.prepare<[number, number, string]>('UPDATE stock SET on_hand = ?, written = ? WHERE sku = ?');
  const reserve = db.prepare<[number, string, number]>(
    'UPDATE stock SET reserved = reserved + ? WHERE sku = ? AND on_hand - reserved >= ?');
  const release = db.prepare<[number, string]>('UPDATE stock SET reserved = reserved - ? WHERE sku = ?');
  const consume = db.prepare<[number, number, string]>(
    'UPDATE stock SET on_hand = on_hand - ?, reserved = reserved - ? WHERE sku = ?');
  const putBack = db.prepare<[number, string]>('UPDATE stock SET on_hand = on_hand + ? WHERE sku = ?');
  const insertEntry = db.prepare<[string, number, string, number, number, number | null, string]>(
    `INSERT INTO stock_ledger (sku, at, kind, on_hand_change, reserved_change, order_id, who)
     VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const held = db.prepare<[number, string], { held: number | null }>(
    'SELECT sum(reserved_change) AS held FROM stock_ledger WHERE order_id = ? AND sku = ?');
  const nowLow = db.prepare<[number], StockRow>('SELECT * FROM stock WHERE low_told = 0 AND on_hand - reserved <= ?');
  const setLowTold = db.prepare<[number, string]>('UPDATE stock SET low_told = ? WHERE sku = ?');
  const noLongerLow = db.prepare<[number]>('UPDATE stock SET low_told = 0 WHERE low_told = 1 AND on_hand - reserved > ?');
  const key = (sku: Sku) => sku.toUpperCase();

  /** Free pieces that were read while a group of turns is under way: they ask for the same goods many times over. */
  let kept: Map<Sku, number> | null = null;

  function free(product: Product): number {
    if (product.stock === null) return Infinity;
    const sku = key(product.sku);
    const found = kept?.get(sku) ?? freeOf.get(sku) ?? product.stock;
    kept?.set(sku, found);
    return found;
  }

  /** The stock is the sum of its ledger: whatever changes the one is entered in the other. */
  function enter(...entry: Parameters<typeof insertEntry.run>): void {
    insertEntry.run(...entry);
    kept?.delete(entry[0]);
  }

  function take(sku: Sku, counted: number, written: number, at: UtcMs, who: string): StockTake {
    const row = get.get(key(sku));
    if (!row) {
      insert.run(key(sku), counted, written);
      enter(key(sku), at, 'stock_take', counted, 0, null, who);
      return { sku, before: 0, counted, freeBefore: 0, freeAfter: counted, missing: 0 };
    }
    // Promised pieces cannot be counted away: they stay in the books until staff settle them with the customer.
    const onHand = Math.max(counted, row.reserved);
    count.run(onHand, written, key(sku));
    if (onHand !== row.on_hand) enter(key(sku), at, 'stock_take', onHand - row.on_hand, 0, null, who);
    return {
      sku, before: row.on_hand, counted, freeBefore: row.on_hand - row.reserved, freeAfter: onHand - row.reserved,
      missing: Math.max(0, row.reserved - counted),
    };
  }

  return {
    /** Runs a transaction of turns, and reads the free pieces of each product once in it. */
    keeping<T>(act: () => T): T {
      kept = new Map();
      try {
        return act();
      } finally {
        kept = null;
      }
    },
    /** Something was taken back without the whole transaction: what was read since may not be so. */
    takenBack: (): void => kept?.clear(),
    /** Pieces that may still be sold; Infinity for made to order. */
    free,
    /** Pieces that an order holds of a product. */
    heldBy: (order: number, sku: Sku): number => held.get(order, key(sku))!.held ?? 0,
    row: (sku: Sku): StockRow | undefined => get.get(key(sku)),
    rows: (): StockRow[] => all.all(),

    /** Enters every changed stock cell of the owner's files as a stock-take. Idempotent for the same files. */
    takeFromCatalogue(catalogue: Catalogue, at: UtcMs): StockTake[] {
      const known = new Map(all.all().map((row) => [row.sku, row.written]));
      return catalogue.products
        .filter((product) => product.stock !== null && known.get(key(product.sku)) !== product.stock)
        .map((product) => {
          const taken = take(product.sku, product.stock!, product.stock!, at, 'owner');
          // Who writes "2" knows that there are two.
          setLowTold.run(taken.freeAfter <= catalogue.store.lowStock ? 1 : 0, key(product.sku));
          return taken;
        });
    },

    /** A count made in the shop (console), leaving the owner's file as it is. */
    count(sku: Sku, counted: number, at: UtcMs, who: string): StockTake {
      return take(sku, counted, get.get(key(sku))?.written ?? counted, at, who);
    },

    /**
     * A count made in the shop that the owner's file says too, from now on: reading the file anew is no second count. `before` is
     * what the books said when it was counted; what was sent or came back since is taken into account.
     */
    countAndWritten(sku: Sku, counted: number, before: number, at: UtcMs, who: string): StockTake {
      const moved = (get.get(key(sku))?.on_hand ?? before) - before;
      return take(sku, Math.max(0, counted + moved), counted, at, who);
    },

    /** Promises pieces to an order, all or none. One line a SKU: sum them first (F37). */
    reserve(product: Product, quantity: number, order: number, at: UtcMs): Reservation {
      if (product.stock === null) return { kind: 'reserved' };
      if (reserve.run(quantity, key(product.sku), quantity).changes === 0) {
        return { kind: 'not_enough', free: free(product) };
      }
      enter(key(product.sku), at, 'reserve', 0, quantity, order, 'order');
      return { kind: 'reserved' };
    },

    /** Promises pieces to an order that had lapsed and lives again; the caller has seen that they are free. */
    reserveAgain(product: Product, quantity: number, order: number, at: UtcMs): Reservation {
      return this.reserve(product, quantity, order, at);
    },

    /** Lets an order's pieces go again. A second call finds nothing held and does nothing (F40). */
    release(sku: Sku, order: number, at: UtcMs, who: string): number {
      const quantity = held.get(order, key(sku))!.held ?? 0;
      if (quantity <= 0) return 0;
      release.run(quantity, key(sku));
      enter(key(sku), at, 'release', 0, -quantity, order, who);
      return quantity;
    },

    /** The parcel left the shop: held pieces are gone. */
    consume(sku: Sku, order: number, at: UtcMs, who: string): number {
      const quantity = held.get(order, key(sku))!.held ?? 0;
      if (quantity <= 0) return 0;
      consume.run(quantity, quantity, key(sku));
      enter(key(sku), at, 'consume', -quantity, -quantity, order, who);
      return quantity;
    },

    /** A returned piece that can be sold again, by a person's judgement. */
    putBack(sku: Sku, quantity: number, order: number, at: UtcMs, who: string): void {
      if (putBack.run(quantity, key(sku)).changes === 0) return;
      enter(key(sku), at, 'return', quantity, 0, order, who);
    },

    /** What has come down to so few free pieces since it was last told; told once until there is more again. */
    runningLow(limit: number): readonly StockRow[] {
      noLongerLow.run(limit);
      const low = nowLow.all(limit);
      for (const row of low) setLowTold.run(1, row.sku);
      return low;
    },
  };
}

export type Stock = ReturnType<typeof createStock>;
