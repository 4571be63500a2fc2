/**
 * The units the shop counts in. Aliases, not brands: they make signatures readable without ceremony.
 */

/** Whole Indonesian rupiah. Never a fraction. */
export type Rupiah = number;

/** Whole grams. */
export type Grams = number;

/** An instant: milliseconds since 1970-01-01T00:00:00Z. */
export type UtcMs = number;

/** A calendar day in the shop's own zone, `YYYY-MM-DD`. */
export type LocalDate = string;

/** A product's stock-keeping unit, as the owner wrote it (compared without regard to case). */
export type Sku = string;
