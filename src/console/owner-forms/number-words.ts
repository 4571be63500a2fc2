/**
 * A plain number is written as one. Everything else stays as it was typed, for the file's schema to read: "12.000" is twelve thousand to an owner, and
 * twelve to a program.
 */
export const numberOr = (typed: string): number | string => (/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,2})?$/.test(typed) ? Number(typed) : typed);
