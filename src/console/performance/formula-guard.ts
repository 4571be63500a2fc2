const FORMULA = /^[\s\0]*[=+\-@\t\r\0]/;

/** Text that a spreadsheet would take for a formula gets an apostrophe before it (S7). */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text).replaceAll('\0', '');
