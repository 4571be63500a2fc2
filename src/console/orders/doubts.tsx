import type { Proof } from '../../shop/payment/proofs.ts';
import type { Moments } from '../frame/moments.ts';
import type { Likeness } from '../queries/order-board.ts';
import { PROOF_FLAGS } from './words.ts';
import { useT } from '../language/translate.tsx';

/** What speaks against a proof: its flags, and where the same picture or total came before (S16). */
export function Doubts({ proof, likenesses, moments }: { readonly proof: Proof; readonly likenesses: readonly Likeness[]; readonly moments: Moments }) {
  const t = useT();
  const flags = proof.flags.split(' ').filter((flag) => flag !== '');
  if (flags.length + likenesses.length === 0) return null;
  return (
    <ul class="warnings">
      {flags.map((flag) => <li class="late">{flag in PROOF_FLAGS ? t(PROOF_FLAGS[flag]!) : flag}</li>)}
      {likenesses.map((like) => <li class={like.why === 'picture' ? 'late' : 'waits'}>
        {t.rich(like.why === 'picture' ? 'Gambar yang sama dipakai untuk {pesanan}, {kapan}.' : 'Total yang sama ada di {pesanan}, {kapan}.',
          { pesanan: <a href={`/konsol/pesanan/${like.number}`}>{like.number}</a>, kapan: moments.stamp(like.at) })}
      </li>)}
    </ul>
  );
}
