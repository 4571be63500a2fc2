/** What a spreadsheet would take for a formula (S7), or what has been guarded before. */
const DANGEROUS = /^'*[\s\0]*[=+\-@\t\r\0]/;
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;

/** A text as a spreadsheet may open it: what begins like a formula gets an apostrophe before it. A plain number is none. */
export const guarded = (text: string): string => (DANGEROUS.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text);

/** Takes off exactly what `guarded` puts on, so that a file written with it reads as it was. */
export const withoutGuard = (text: string): string => (text.startsWith("'") && DANGEROUS.test(text) ? text.slice(1) : text);
