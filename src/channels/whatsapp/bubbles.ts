import type { Choice, OutgoingMessage } from '../channel.ts';

/** What WhatsApp's own clients allow under a picture. */
const MOST_CAPTION = 1_024;

/** One message as WhatsApp shows it. */
export type Bubble =
  | { readonly kind: 'text'; readonly text: string }
  /** `photo` is an absolute path. */
  | { readonly kind: 'photo'; readonly photo: string; readonly caption: string };

/**
 * A reply as one bubble: the words under the picture, the choices as a numbered list below the words (buttons do not work on
 * WhatsApp Web). Only words too long for a caption come before their picture.
 */
export function bubblesOf(message: Pick<OutgoingMessage, 'text' | 'choices' | 'photo'>): readonly Bubble[] {
  const text = withChoices(message.text.trim(), message.choices);
  if (message.photo === null) return [{ kind: 'text', text }];
  if (text.length <= MOST_CAPTION) return [{ kind: 'photo', photo: message.photo, caption: text }];
  return [{ kind: 'text', text }, { kind: 'photo', photo: message.photo, caption: '' }];
}

function withChoices(text: string, choices: readonly Choice[]): string {
  if (choices.length === 0 || isListed(text, choices)) return text;
  const list = choices.map(({ label }, index) => `${index + 1}. ${label}`).join('\n');
  return text === '' ? list : `${text}\n\n${list}`;
}

/** True when the text numbers these very choices itself; saying them twice would only confuse. */
function isListed(text: string, choices: readonly Choice[]): boolean {
  const lines = text.split('\n').map((line) => line.trim());
  return choices.every(({ label }, index) => lines.some((line) => line.startsWith(`${index + 1}. ${label}`)));
}
