import { looksLikeHtml, textOfHtml } from './html-text.ts';

/**
 * What other programs write, as our own products file has it. Texts that none of these understands stay as they are:
 * the check of our own file then says what is wrong with them.
 */

const IN_GRAMS: Readonly<Record<string, number>> = { g: 1, gr: 1, gram: 1, grams: 1, kg: 1_000, kilogram: 1_000, lb: 453.592, lbs: 453.592, oz: 28.3495 };

/** The unit a heading names ("Weight (kg)", "Berat* (Gram)"), or null. */
export const unitInHeading = (heading: string): string | null => /(?:^|[^a-z])(kg|kilogram|grams?|gr|g|lbs?|oz)(?:[^a-z]|$)/i.exec(heading)?.[1]?.toLowerCase() ?? null;

/** A weight in grams; "" for nought, which is how programs write that nobody has weighed it. */
export function weightText(text: string, unit: string, machine: boolean): string {
  const trimmed = text.trim();
  if (/^0+(?:[.,]0+)?$/.test(trimmed)) return '';
  const written = /^(\d+(?:\.\d+)?)\s*(g|gr|grams?|kg|kilogram|lbs?|oz)?$/i.exec(trimmed);
  const own = written?.[2]?.toLowerCase();
  const foreign = ['lb', 'lbs', 'oz'].includes(own ?? unit);
  if (written && (machine || foreign)) return String(Math.max(1, Math.round(Number(written[1]) * IN_GRAMS[own ?? unit]!)));
  return own === undefined && IN_GRAMS[unit] === 1_000 ? `${trimmed} kg` : trimmed;
}

/** A count. Oversold counts are below nought elsewhere; here there is none left. */
export const stockText = (text: string): string => (/^[-−]\s*\d+(?:[.,]0+)?$/.test(text.trim()) ? '0' : text.trim());

/** "Merah, L" and the like in a list of our own. */
export const listText = (text: string): string => text.split(/[,|\n]/).map((part) => part.trim()).filter(Boolean).join('|');

/** The last step of the first category of several; a code alone says nothing to a customer. */
export function categoryText(text: string, paths: boolean): string {
  const first = text.trim().split(/\s*,\s*(?=[^,]*(?:>|$))/)[0]!.replace(/^\d{3,}\s*[-–:]\s*/, '');
  if (/^\d+$/.test(first)) return '';
  return first.split(paths ? /\s*[>/]\s*/ : /\s*>\s*/).at(-1)!.trim();
}

/** A description as people read it: no markup, real line breaks, no apostrophe that only guards a spreadsheet. */
export function descriptionText(text: string, machine: boolean): string {
  // WooCommerce writes a line break as the two letters "\n".
  const lines = machine && !text.includes('\n') ? text.replace(/\\r?\\n|\\n/g, '\n') : text;
  return looksLikeHtml(lines) ? textOfHtml(lines) : lines.trim();
}

/** Cuts between words where a text is longer than ours may be. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), cut.lastIndexOf('\n'), most - 60)).trimEnd()}…`;
}

const side = (text: string): number => Number(text.trim().replace(',', '.'));

/** Length, width and height as "30x20x15"; "" where one is missing or nought. */
export function sizeText(length: string, width: string, height: string): string {
  const sides = [length, width, height].map(side);
  return sides.every((one) => Number.isFinite(one) && one > 0) ? sides.map((one) => String(Math.round(one * 10) / 10)).join('x') : '';
}

/** Yes, no, or what was written; programs have words and figures of their own. */
export function activeText(published: string, status: string): string {
  if (/^(?:false|0|-1|no|tidak)$/i.test(published)) return 'no';
  if (/^(?:draft|archived|unlisted|nonaktif|tidak aktif|inactive|diarsipkan|hidden|deactivated.*|suspended)$/i.test(status)) return 'no';
  if (/^(?:active|aktif|live|published|1|true|yes|ya)$/i.test(status) || (status === '' && published !== '')) return 'yes';
  return status;
}
