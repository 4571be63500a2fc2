import type { Database } from './open.ts';

/** Where customers' photos lie, as their messages and proofs of payment name them. Every write belongs to the caller's transaction. */
export function createPhotoPlaces(db: Database) {
  const inMessages = db.prepare<[string, string]>(
    `UPDATE inbox SET content = json_set(content, '$.file', ?)
     WHERE json_extract(content, '$.kind') = 'photo' AND json_extract(content, '$.file') = ?`);
  const inProofs = db.prepare<[string, string]>('UPDATE proofs SET file = ? WHERE file = ?');
  return {
    /**
     * The photo that was only a reference into its provider ("whatsapp:…") now lies in a file of ours. False: nothing names it any
     * more, since its customer has been forgotten meanwhile (S20).
     */
    move(reference: string, file: string): boolean {
      return inMessages.run(file, reference).changes + inProofs.run(file, reference).changes > 0;
    },
  };
}

export type PhotoPlaces = ReturnType<typeof createPhotoPlaces>;
