import type { PhotoPlaces } from '../database/photo-places.ts';

/**
 * Photos that could not be stored when they came and are still with their provider: fetched when somebody wants to see them, and
 * from then on ours. Many who look at once cause one fetch.
 */
export function createPhotosElsewhere(parts: {
  /** Brings it from its provider and returns where it was stored; rejects while it cannot be had. */
  readonly fetch: (reference: string) => Promise<string>;
  readonly places: PhotoPlaces;
  readonly transact: <T>(act: () => T) => T;
  readonly remove: (file: string) => Promise<boolean>;
}) {
  const underway = new Map<string, Promise<string>>();

  async function bring(reference: string): Promise<string> {
    const file = await parts.fetch(reference);
    if (parts.transact(() => parts.places.move(reference, file))) return file;
    await parts.remove(file);
    throw new Error('a photo that no message names any more was not kept');
  }

  return {
    /** The file below the data folder; rejects while the photo cannot be had. */
    fetch(reference: string): Promise<string> {
      const begun = underway.get(reference) ?? bring(reference).finally(() => underway.delete(reference));
      underway.set(reference, begun);
      return begun;
    },
  };
}

export type PhotosElsewhere = ReturnType<typeof createPhotosElsewhere>;

/** True for a photo that its provider keeps for us. */
export const isWithProvider = (reference: string): boolean => /^(?:telegram|whatsapp):/.test(reference);
