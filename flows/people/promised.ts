import type { Talk } from '../../src/flow/talk.ts';
import type { HandoffPromise } from '../../src/shop/service/handoffs.ts';

/** When a person can be expected, honestly, by the hours. */
export function promised(talk: Talk, promise: HandoffPromise): string {
  const { say } = talk;
  switch (promise.kind) {
    case 'now': return say('handoff.soon', { menit: String(promise.minutes) });
    case 'closing_soon':
      return promise.nextOpening === null ? say('handoff.closing_soon_only', { jam_tutup: say.time(promise.closesAt) })
        : say('handoff.closing_soon', { jam_tutup: say.time(promise.closesAt), jam_buka: say.opening(promise.nextOpening) });
    case 'closed':
      return promise.nextOpening === null ? say('handoff.closed_long') : say('handoff.closed', { jam_buka: say.opening(promise.nextOpening) });
  }
}
