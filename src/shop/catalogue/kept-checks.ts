/**
 * Where what a check made of files that were in order is kept between starts: by a name, and what it was made from. Whoever keeps also tells
 * apart the versions of the program and the `LoadChecks` that were checked with.
 */
export type KeptChecks = (name: string, from: string) => { find(): unknown; put(made: unknown): void };

export const NOTHING_KEPT: KeptChecks = () => ({ find: () => undefined, put: () => {} });

/** How something is kept: as plain data, and back. */
export interface KeptForm<T> {
  kept(value: T): unknown;
  back(kept: unknown): T;
}

/** For what is plain data. */
export const asItIs = <T>(): KeptForm<T> => ({ kept: (value) => value, back: (kept) => kept as T });
