import type { TelegramApi } from './api.ts';
import { failureOf, type Failure } from './failure.ts';
import { MOST_DOWNLOAD_BYTES } from './translate.ts';
import { TransportError } from './transport.ts';

/** What the shop's photo store says to bytes a customer sent. */
export type StoredPhoto =
  | { readonly kind: 'stored'; readonly file: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Keeps photos safely: checked, re-encoded, under a name of its own (S9). */
export interface PhotoStore {
  store(bytes: Uint8Array): Promise<StoredPhoto>;
}

/** `later`: the same try may succeed in a while. */
export type FetchedPhoto = StoredPhoto | { readonly kind: 'later'; readonly reason: string };

/** A file that Telegram would not give. Its text never holds the URL. */
export class DownloadError extends Error {
  /** True when another try makes no sense. */
  readonly final: boolean;

  constructor(what: string, final: boolean) {
    super(what);
    this.name = 'DownloadError';
    this.final = final;
  }
}

export interface Downloads {
  /** @throws DownloadError */
  download(fileId: string): Promise<Uint8Array>;
  /** Downloads a photo and hands it to the store. */
  fetchPhoto(fileId: string): Promise<FetchedPhoto>;
}

/** Fetches what customers sent: `getFile`, then the bytes, at most 20 MB. */
export function createDownloads(api: TelegramApi, photos: PhotoStore): Downloads {
  async function download(fileId: string): Promise<Uint8Array> {
    const file = await api.file.getFile(fileId).catch((error: unknown) => {
      const failure = failureOf(error);
      throw new DownloadError(failure.what, isFinal(failure));
    });
    if (!file.file_path) throw new DownloadError('Telegram gave no path for the file', true);
    if ((file.file_size ?? 0) > MOST_DOWNLOAD_BYTES) throw new DownloadError('the file is too big', true);
    try {
      return await api.download(file.file_path, MOST_DOWNLOAD_BYTES);
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      throw new DownloadError(error.message, error.code === 'TOO_BIG');
    }
  }

  return {
    download,
    async fetchPhoto(fileId) {
      try {
        return await photos.store(await download(fileId));
      } catch (error) {
        if (!(error instanceof DownloadError)) throw error;
        return error.final
          ? { kind: 'refused', reason: 'Fotonya tidak bisa diambil dari Telegram.' }
          : { kind: 'later', reason: 'Telegram belum memberikan fotonya.' };
      }
    },
  };
}

const isFinal = (failure: Failure): boolean => failure.kind === 'refused' || failure.kind === 'unreachable';
