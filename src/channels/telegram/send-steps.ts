import { accessSync, constants, statSync } from 'node:fs';
import { MOST_CAPTION, MOST_TEXT, splitText } from './split-text.ts';
import { fileIdOf } from './translate.ts';
import type { OutgoingMessage } from '../channel.ts';

/** One bubble, or one album. */
export type Step =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'photo'; readonly photo: string; readonly caption: string }
  | { readonly kind: 'album'; readonly photos: readonly string[]; readonly caption: string };

const MOST_IN_ALBUM = 10;
const LEAST_IN_ALBUM = 2;
/** Room for the line that marks a possible repetition. */
const MARK_ROOM = 48;

/**
 * The bubbles a reply is made of. A text that fits stands under its picture; a longer one follows it. An album cannot carry
 * buttons, so with choices its text follows too.
 */
export function stepsFor(message: OutgoingMessage, withoutPhoto: boolean): Step[] {
  const pictures = withoutPhoto ? [] : picturesOf(message);
  const text = message.text.trim();
  if (pictures.length === 0) return textSteps(text);
  const album = pictures.length >= LEAST_IN_ALBUM;
  const under = text.length <= MOST_CAPTION - MARK_ROOM && !(album && message.choices.length > 0);
  const caption = under ? text : '';
  return [...pictureSteps(pictures, caption), ...(under ? [] : textSteps(text))];
}

const textSteps = (text: string): Step[] =>
  splitText(text, MOST_TEXT - MARK_ROOM).map((piece) => ({ kind: 'text', text: piece }));

function pictureSteps(pictures: readonly string[], caption: string): Step[] {
  const steps: Step[] = [];
  for (let at = 0; at < pictures.length; at += MOST_IN_ALBUM) {
    const some = pictures.slice(at, at + MOST_IN_ALBUM);
    const words = at === 0 ? caption : '';
    steps.push(some.length === 1
      ? { kind: 'photo', photo: some[0] as string, caption: words }
      : { kind: 'album', photos: some, caption: words });
  }
  return steps;
}

/** A picture whose file is gone or cannot be read is left out: the words still matter. */
function picturesOf(message: OutgoingMessage): string[] {
  const all = message.album?.length ? message.album : message.photo === null ? [] : [message.photo];
  return all.filter((path) => fileIdOf(path) !== null || isReadableFile(path));
}

function isReadableFile(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
