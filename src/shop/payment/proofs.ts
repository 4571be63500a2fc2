import type { Events } from '../../database/events.ts';
import type { Database } from '../../database/open.ts';
import type { Tasks } from '../../database/tasks.ts';
import type { Order, Orders } from '../ordering/orders.ts';
import type { Rupiah, UtcMs } from '../units.ts';

export interface Proof {
  readonly id: number;
  readonly order_id: number | null;
  readonly chat_id: number;
  readonly at: UtcMs;
  /** Path below the data folder, or null for a claim in words. */
  readonly file: string | null;
  readonly sha256: string | null;
  readonly fingerprint: string | null;
  readonly claimed_amount: Rupiah | null;
  /** Space-separated: `amount_differs`, `seen_before`, `late`. */
  readonly flags: string;
  readonly state: 'waiting' | 'approved' | 'rejected';
  readonly decided_by: string | null;
  readonly decided_at: UtcMs | null;
  readonly reason: string | null;
}

export interface ProofClaim {
  readonly proof: Proof;
  /** The order had lapsed already: a person decides whether it lives again. */
  readonly late: boolean;
  readonly amountDiffers: boolean;
}

/** Claims to have paid. A proof is never a payment: a person looks at the bank's own record (S16). */
export function createProofs(db: Database, parts: { orders: Orders; events: Events; tasks: Tasks }) {
  const insert = db.prepare<[number | null, number, number, string | null, number | null, string]>(
    'INSERT INTO proofs (order_id, chat_id, at, file, claimed_amount, flags) VALUES (?, ?, ?, ?, ?, ?)');
  const byId = db.prepare<[number], Proof>('SELECT * FROM proofs WHERE id = ?');
  const waitingOf = db.prepare<[number], Proof>(
    `SELECT * FROM proofs WHERE order_id = ? AND state = 'waiting' ORDER BY id DESC`);
  const ofOrder = db.prepare<[number], Proof>('SELECT * FROM proofs WHERE order_id = ? ORDER BY id');
  const waiting = db.prepare<[], Proof>(`SELECT * FROM proofs WHERE state = 'waiting' ORDER BY at, id`);
  const decide = db.prepare<[string, string, number, string | null, number]>(
    `UPDATE proofs SET state = ?, decided_by = ?, decided_at = ?, reason = ? WHERE id = ? AND state = 'waiting'`);
  const setPicture = db.prepare<[string, string, string, number]>(
    'UPDATE proofs SET sha256 = ?, fingerprint = ?, flags = ? WHERE id = ?');
  const withPicture = db.prepare<[number], Proof>(
    'SELECT * FROM proofs WHERE fingerprint IS NOT NULL AND id <> ? ORDER BY id DESC LIMIT 2000');
  const moveFile = db.prepare<[string, number]>('UPDATE proofs SET file = ? WHERE id = ?');
  const attach = db.prepare<[number, number]>('UPDATE proofs SET order_id = ? WHERE id = ?');

  const flagged = (flags: readonly string[]): string => flags.join(' ');

  return {
    get: (id: number): Proof | undefined => byId.get(id),
    ofOrder: (order: number): readonly Proof[] => ofOrder.all(order),
    waitingOf: (order: number): readonly Proof[] => waitingOf.all(order),
    waiting: (): readonly Proof[] => waiting.all(),
    withPicture: (except: number): readonly Proof[] => withPicture.all(except),

    /** Enters a claim: the unpaid order's clock stops, staff are told (F39). `confirmedBy`: a gateway has the money, and it came too late. */
    claim(chat: number, order: Order | null, proof: { file: string | null; amount: Rupiah | null; confirmedBy?: string }, at: UtcMs): ProofClaim {
      const late = order?.state === 'expired';
      const amountDiffers = order !== null && proof.amount !== null && !fits(proof.amount, order.total);
      const flags = [...(late ? ['late'] : []), ...(amountDiffers ? ['amount_differs'] : [])];
      const id = Number(insert.run(order?.id ?? null, chat, at, proof.file, proof.amount, flagged(flags)).lastInsertRowid);
      if (order?.state === 'awaiting_payment') parts.orders.stopClock(order);
      parts.events.record(at, 'staff.alert', { chat, order: order?.id ?? null }, {
        reason: proof.confirmedBy !== undefined ? 'online_late' : late ? 'late_payment_proof' : 'payment_proof', ...(order && { order: order.number }),
        ...(proof.file !== null && { photo: proof.file }), ...(proof.amount !== null && { amount: proof.amount }), ...(flags.length > 0 && { flags }),
      });
      // Comparing pictures reads files, which a turn must not do.
      if (proof.file !== null) parts.tasks.add('look_at_proof', chat, { proof: id }, at);
      return { proof: byId.get(id)!, late, amountDiffers };
    },

    attach: (proof: Proof, order: Order): void => void attach.run(order.id, proof.id),

    /** The picture was fetched from the provider and lies here now. */
    moveFile: (id: number, file: string): void => void moveFile.run(file, id),

    /** What the picture showed: its hash and likeness, and whether it came before. */
    enterPicture(id: number, picture: { sha256: string; fingerprint: string; seenBefore: boolean }, at: UtcMs): void {
      const proof = byId.get(id);
      if (!proof) return;
      const flags = [...proof.flags.split(' ').filter((flag) => flag !== ''), ...(picture.seenBefore ? ['seen_before'] : [])];
      setPicture.run(picture.sha256, picture.fingerprint, flagged(flags), id);
      if (picture.seenBefore) {
        parts.events.record(at, 'staff.alert', { chat: proof.chat_id, order: proof.order_id }, { reason: 'proof_seen_before', proof: id });
      }
    },

    /** A person's decision on every waiting claim of an order. */
    decide(order: Order, state: 'approved' | 'rejected', by: string, reason: string | null, at: UtcMs): number {
      return waitingOf.all(order.id).filter((proof) => decide.run(state, by, at, reason, proof.id).changes === 1).length;
    },
  };
}

/** "285rb" for Rp285.123 is the same amount said roundly; "285.000" may be short of it, and a person sees both. */
const fits = (said: Rupiah, total: Rupiah): boolean => said === total || (said % 1_000 === 0 && said === total - (total % 1_000));

export type Proofs = ReturnType<typeof createProofs>;
