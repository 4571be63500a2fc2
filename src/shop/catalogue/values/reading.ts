/** What a text in an owner's file means, or what is wrong with it and how it should look (both in Indonesian). */
export type Reading<T> = { readonly kind: 'good'; readonly value: T } | Bad;

export interface Bad {
  readonly kind: 'bad';
  readonly what: string;
  readonly should: string;
}

export const good = <T>(value: T): Reading<T> => ({ kind: 'good', value });
export const bad = (what: string, should: string): Bad => ({ kind: 'bad', what, should });

/** A value quoted in a message: short, on one line. */
export const quoted = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ');
  return `"${flat.length > 60 ? `${flat.slice(0, 57)}…` : flat}"`;
};
