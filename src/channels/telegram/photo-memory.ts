import { statSync } from 'node:fs';
import type { Memory } from './memory.ts';

/** Photos Telegram has already: sent by id, they need no upload. A changed file is a new photo. */
export interface PhotoMemory {
  /** The file id of the picture as it is on disk now, or null if Telegram has not got it. */
  known(path: string): string | null;
  learn(path: string, fileId: string): void;
  forget(path: string): void;
}

const keyOf = (path: string): string => `telegram.photo.${path}`;

export function createPhotoMemory(memory: Memory): PhotoMemory {
  return {
    known(path) {
      const [changed, fileId] = (memory.get(keyOf(path)) ?? '').split('|');
      return fileId && changed === changedAt(path) ? fileId : null;
    },
    learn: (path, fileId) => memory.set(keyOf(path), `${changedAt(path)}|${fileId}`),
    forget: (path) => memory.delete(keyOf(path)),
  };
}

function changedAt(path: string): string {
  const file = statSync(path, { throwIfNoEntry: false });
  return file ? `${Math.floor(file.mtimeMs)}.${file.size}` : '';
}
