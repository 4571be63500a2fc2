import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { Choice } from '../channel.ts';

/** Telegram's limit for what a button carries. */
export const MOST_BUTTON_BYTES = 64;
/** Data of a button that has been used: tapping it again says nothing. */
export const SPENT = '-';

/** Widest row of short buttons, in characters, that a small phone shows unabridged. */
const ROW_CHARS = 30;
const ROW_BUTTONS = 5;

export const fitsButton = (data: string): boolean => data.length > 0 && Buffer.byteLength(data) <= MOST_BUTTON_BYTES;

/** Buttons for the choices: short ones side by side (1 2 3 4 5), long ones each on a row. */
export function keyboardFor(choices: readonly Choice[]): InlineKeyboardMarkup | undefined {
  if (choices.length === 0) return undefined;
  const buttons = choices.filter((choice) => fitsButton(choice.id))
    .map((choice): InlineKeyboardButton => ({ text: choice.label.trim() || '·', callback_data: choice.id }));
  if (buttons.length === 0) return undefined;
  return { inline_keyboard: inRows(buttons) };
}

export function inRows(buttons: readonly InlineKeyboardButton[]): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = [];
  let width = Number.POSITIVE_INFINITY;
  for (const button of buttons) {
    const row = rows.at(-1);
    // Every button has a margin worth about two characters.
    const wide = button.text.length + 2;
    if (row && width + wide <= ROW_CHARS && row.length < ROW_BUTTONS) {
      row.push(button);
      width += wide;
    } else {
      rows.push([button]);
      width = wide;
    }
  }
  return rows;
}

/** The keyboard with the tapped button marked as used; the others stay. Null if nothing changes. */
export function markUsed(markup: InlineKeyboardMarkup | undefined, data: string): InlineKeyboardMarkup | null {
  let found = false;
  const rows = (markup?.inline_keyboard ?? []).map((row) => row.map((button) => {
    if (!('callback_data' in button) || button.callback_data !== data) return button;
    found = true;
    return { text: `✓ ${button.text}`, callback_data: SPENT };
  }));
  return found ? { inline_keyboard: rows } : null;
}
