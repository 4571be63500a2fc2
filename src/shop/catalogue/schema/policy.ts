import type { Policy } from '../snapshot.ts';
import { textUpTo } from '../values/word-text.ts';
import { optional, section } from './bricks.ts';

const clause = (name: string) => optional(null, textUpTo(name, 2_000), 'many');

/** policy.yaml: what the shop promises about returns, warranty, refunds and data, in the owner's words. */
export const POLICY = section('returns: "Barang cacat diganti baru …"', {
  returns: clause('returns'), warranty: clause('warranty'), refund: clause('refund'), privacy: clause('privacy'),
}, { retur: 'returns', return: 'returns', pengembalian: 'returns', garansi: 'warranty', refunds: 'refund', 'uang kembali': 'refund', privasi: 'privacy' })
  .transform((policy): Policy => policy);
