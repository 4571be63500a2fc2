import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { InputFile, type Api } from 'grammy';
import type { Message } from 'grammy/types';
import type { OutgoingMessage, SendOutcome } from '../channel.ts';
import type { TelegramApi } from './api.ts';
import { failureOf, type Failure } from './failure.ts';
import type { FloodWatch } from './flood-watch.ts';
import { escapeHtml, italic } from './html.ts';
import { keyboardFor } from './keyboard.ts';
import type { Log } from './log.ts';
import type { PhotoMemory } from './photo-memory.ts';
import { stepsFor, type Step } from './send-steps.ts';
import { fileIdOf } from './translate.ts';


export interface SendingParts {
  readonly api: TelegramApi;
  readonly photos: PhotoMemory;
  readonly floods: FloodWatch;
  readonly log: Log;
}

/** How far a reply of several bubbles has come, so that a second try does not begin at the first bubble. */
interface Progress {
  done: number;
  /** Its picture may have arrived without our knowing: it is not sent again, its words are (F11). */
  withoutPhoto: boolean;
  lastId: string;
}

const NO_NETWORK_MS = 3_000;
const TOKEN_REFUSED_MS = 60_000;
const MOST_REMEMBERED = 1_000;
const MAYBE_TWICE = 'pesan ini mungkin terkirim dua kali';

/** Sends replies, one bubble after the other, and says what became of each. Never retries by itself: the outbox decides. */
export function createSending(parts: SendingParts) {
  const { api, photos, floods, log } = parts;
  const begun = new Map<number, Progress>();

  async function send(message: OutgoingMessage): Promise<SendOutcome> {
    const chat = Number(message.chat);
    if (!Number.isSafeInteger(chat)) return { kind: 'unreachable', reason: 'Alamat Telegram tidak dikenal.' };
    const progress = begun.get(message.id) ?? { done: 0, withoutPhoto: false, lastId: '' };
    const steps = stepsFor(message, progress.withoutPhoto);
    if (steps.length === 0) return { kind: 'unknown', reason: 'Balasan ini kosong.', retry: false };
    for (; progress.done < steps.length; progress.done += 1) {
      const step = steps[progress.done] as Step;
      try {
        progress.lastId = String(await sendStep(chat, step, message, progress.done === steps.length - 1));
      } catch (error) {
        const failure = failureOf(error);
        log.warn({ outbox: message.id, failure: failure.kind, what: failure.what }, 'telegram send failed');
        return afterFailure(message, chat, step, progress, failure);
      }
    }
    begun.delete(message.id);
    return { kind: 'sent', providerId: progress.lastId };
  }

  function afterFailure(
    message: OutgoingMessage, chat: number, step: Step, progress: Progress, failure: Failure,
  ): SendOutcome | Promise<SendOutcome> {
    const lostOrRefused = failure.kind === 'unknown' || failure.kind === 'refused';
    if (step.kind !== 'text' && lostOrRefused && stepsFor(message, true).length > 0) {
      remember(message.id, { ...progress, withoutPhoto: true, done: 0 });
      // Refused outright, the picture cannot have arrived: its words may follow at once.
      return failure.kind === 'refused' ? send(message) : outcomeOf(failure, chat, true);
    }
    const retry = failure.kind === 'unknown' && step.kind === 'text';
    if (retry || failure.kind === 'limited' || failure.kind === 'not_sent') remember(message.id, progress);
    else begun.delete(message.id);
    return outcomeOf(failure, chat, retry);
  }

  function remember(id: number, progress: Progress): void {
    begun.set(id, progress);
    const [oldest] = begun.keys();
    if (begun.size > MOST_REMEMBERED && oldest !== undefined) begun.delete(oldest);
  }

  /** Returns the id of the (last) message sent. The buttons stand under the last bubble. */
  async function sendStep(chat: number, step: Step, message: OutgoingMessage, last: boolean): Promise<number> {
    const keyboard = last ? keyboardFor(message.choices) : undefined;
    const markup = keyboard ? { reply_markup: keyboard } : {};
    const marked = last && message.maybeDuplicate;
    switch (step.kind) {
      case 'text':
        return (await api.send.sendMessage(chat, htmlOf(step.text, marked), {
          parse_mode: 'HTML', link_preview_options: { is_disabled: true }, ...markup,
        })).message_id;
      case 'photo': {
        const caption = step.caption ? { caption: htmlOf(step.caption, marked), parse_mode: 'HTML' as const } : {};
        const [sent] = await withPhotos([step.photo], async (way, [photo]) =>
          [await way.sendPhoto(chat, photo as InputFile | string, { ...caption, ...markup })]);
        return (sent as Message).message_id;
      }
      case 'album': {
        const sent = await withPhotos(step.photos, (way, media) => way.sendMediaGroup(chat, media.map((photo, place) => ({
          type: 'photo' as const, media: photo,
          ...(place === 0 && step.caption ? { caption: htmlOf(step.caption, marked), parse_mode: 'HTML' as const } : {}),
        }))));
        return (sent.at(-1) as Message).message_id;
      }
    }
  }

  /** Sends pictures by the ids Telegram knows them by, or uploads them; an id it no longer knows is uploaded anew. */
  async function withPhotos(
    paths: readonly string[], sender: (way: Api, media: (InputFile | string)[]) => Promise<Message[]>,
  ): Promise<Message[]> {
    const known = paths.map((path) => fileIdOf(path) ?? photos.known(path));
    if (known.every((id) => id !== null)) {
      try {
        return await sender(api.send, known);
      } catch (error) {
        const failure = failureOf(error);
        const forgotten = failure.kind === 'refused' && /file identifier|file_id|FILE_REFERENCE/i.test(failure.what);
        if (!forgotten || paths.some((path) => fileIdOf(path) !== null)) throw error;
        for (const path of paths) photos.forget(path);
      }
    }
    const sent = await sender(api.file, await Promise.all(paths.map(async (path) =>
      fileIdOf(path) ?? new InputFile(await readFile(path), basename(path)))));
    for (const [place, path] of paths.entries()) {
      const fileId = sent[place]?.photo?.at(-1)?.file_id;
      if (fileId && fileIdOf(path) === null) learn(path, fileId);
    }
    return sent;
  }

  /** The picture has been sent, whether or not its id can be noted. */
  function learn(path: string, fileId: string): void {
    try {
      photos.learn(path, fileId);
    } catch (error) {
      log.warn({ error }, 'telegram photo id not noted');
    }
  }

  function outcomeOf(failure: Failure, chat: number, again: boolean): SendOutcome {
    switch (failure.kind) {
      case 'limited':
        return { kind: 'later', afterMs: failure.afterMs, scope: floods.limited(chat), reason: 'Telegram meminta menunggu.' };
      case 'not_sent':
        return { kind: 'later', afterMs: NO_NETWORK_MS, scope: 'channel', reason: 'Tidak ada sambungan ke Telegram.' };
      case 'unauthorized':
      case 'conflict':
        return { kind: 'later', afterMs: TOKEN_REFUSED_MS, scope: 'channel', reason: 'Token bot ditolak Telegram.' };
      case 'unreachable':
        return { kind: 'unreachable', reason: `Pelanggan tidak bisa dihubungi di Telegram (${failure.what}).` };
      case 'moved':
        return { kind: 'moved', to: String(failure.to) };
      case 'unknown':
        return { kind: 'unknown', reason: `Jawaban Telegram tidak sampai (${failure.what}).`, retry: again };
      case 'refused':
        return { kind: 'refused', reason: `Telegram menolak balasan ini (${failure.what}).` };
    }
  }

  return { send };
}

const htmlOf = (text: string, marked: boolean): string =>
  (marked ? `${escapeHtml(text)}\n${italic(`(${MAYBE_TWICE})`)}` : escapeHtml(text));
