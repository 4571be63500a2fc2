import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { ShopEvent } from '../database/inbox.ts';
import type { TaskHandler } from '../engine/run-tasks.ts';
import type { Proofs } from '../shop/payment/proofs.ts';
import type { UtcMs } from '../shop/units.ts';
import { samePicture } from './fingerprint.ts';
import { fingerprintPhoto } from './photos.ts';

const DATA = z.object({ proof: z.number() });

/**
 * Looks at the picture of a proof of payment: whether the same one, also rescaled, came before for another order (S16).
 * `fetch` brings a picture that is still with the provider ("telegram:…") and returns where it was stored.
 */
export function lookAtProof(parts: {
  readonly proofs: Proofs;
  readonly dataFolder: string;
  readonly now: () => UtcMs;
  readonly fetch: (reference: string) => Promise<string>;
  /** Puts what was found before the chat, as an event (design §2). */
  readonly tell: (key: string, chat: number, event: ShopEvent) => void;
}): TaskHandler {
  return async (data) => {
    const { proof: id } = DATA.parse(data);
    const proof = parts.proofs.get(id);
    if (proof?.file == null) return () => {};
    const remote = /^[a-z]+:/.test(proof.file);
    const file = remote ? await parts.fetch(proof.file) : proof.file;
    const seen = await fingerprintPhoto(await readFile(path.resolve(parts.dataFolder, file)));
    if (seen === null) {
      return () => parts.tell(`proof-${id}`, proof.chat_id, { kind: 'event', name: 'proof_unreadable', data: { proof: id } });
    }
    return () => {
      if (remote) parts.proofs.moveFile(id, file);
      const before = parts.proofs.withPicture(id).some((other) => other.order_id !== proof.order_id && other.fingerprint !== null
        && (other.sha256 === seen.sha256 || samePicture(other.fingerprint, seen.fingerprint)));
      parts.proofs.enterPicture(id, { ...seen, seenBefore: before }, parts.now());
    };
  };
}
