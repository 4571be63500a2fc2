import type { Product } from '../catalogue/snapshot.ts';
import type { Grams } from '../units.ts';

/** What of a product counts for its weight. */
export type Weighed = Pick<Product, 'weightG' | 'sizeCm'>;

export interface WeighedLine {
  readonly product: Weighed;
  /** Whole pieces, at least 0. */
  readonly quantity: number;
}

export interface Parcels {
  readonly count: number;
  /** Chargeable grams of the goods, over all parcels. */
  readonly weightG: Grams;
  /** Whole kilograms charged, over all parcels. */
  readonly chargedKg: number;
}

/**
 * The grams a courier reckons one piece at: its weight, or its room (length × width × height in cm over the divisor, in
 * kg) where that is more. `divisor` is cm³ per kg.
 */
export function chargeableG(product: Weighed, divisor: number): Grams {
  if (!product.sizeCm) return product.weightG;
  const [length, width, height] = product.sizeCm;
  // Rounded first so that 30 × 20 × 10 / 6000 is 1,000 g and no binary fraction makes it 1,001.
  const volumetricG = Math.ceil(Number(((length * width * height * 1_000) / divisor).toFixed(6)));
  return Math.max(product.weightG, volumetricG);
}

/** Kilograms charged for one parcel: grams beyond the last whole kilogram count from `roundUpAfterG` on; at least 1. */
export function chargedKg(parcelG: Grams, roundUpAfterG: Grams): number {
  const whole = Math.floor(parcelG / 1_000);
  return Math.max(1, whole + (parcelG - whole * 1_000 > roundUpAfterG ? 1 : 0));
}

/**
 * Packs the lines into as few parcels as a simple rule finds: heaviest pieces first, each into the first parcel with room
 * for it. Pieces are not split, so null means that one alone is above the limit and this courier cannot carry it.
 */
export function packParcels(
  lines: readonly WeighedLine[],
  rule: { readonly volumetricDivisor: number; readonly roundUpAfterG: Grams; readonly maxParcelG: Grams | null },
): Parcels | null {
  const pieces = lines
    .map(({ product, quantity }) => ({ weightG: chargeableG(product, rule.volumetricDivisor), quantity }))
    .filter(({ quantity }) => quantity > 0)
    .sort((a, b) => b.weightG - a.weightG);
  const weightG = pieces.reduce((sum, piece) => sum + piece.weightG * piece.quantity, 0);
  if (rule.maxParcelG === null || weightG <= rule.maxParcelG) {
    return { count: 1, weightG, chargedKg: chargedKg(weightG, rule.roundUpAfterG) };
  }
  if ((pieces[0]?.weightG ?? 0) > rule.maxParcelG) return null;

  const packed = pack(pieces, rule.maxParcelG);
  return {
    count: packed.reduce((sum, { count }) => sum + count, 0),
    weightG,
    chargedKg: packed.reduce((sum, { loadG, count }) => sum + count * chargedKg(loadG, rule.roundUpAfterG), 0),
  };
}

/** So many parcels of the same load. Kept as counts, so that an order of a million pieces packs as fast as one of two. */
interface Load {
  loadG: Grams;
  count: number;
}

function pack(pieces: readonly { readonly weightG: Grams; readonly quantity: number }[], limitG: Grams): readonly Load[] {
  const loads: Load[] = [];
  for (const { weightG, quantity } of pieces) {
    let left = weightG === 0 ? 0 : quantity;
    for (let i = 0; i < loads.length && left > 0; i++) {
      const load = loads[i] as Load;
      const fits = Math.floor((limitG - load.loadG) / weightG);
      if (fits === 0) continue;
      const filled = Math.min(load.count, Math.floor(left / fits));
      const rest = filled < load.count ? left - filled * fits : 0;
      const after: Load[] = [];
      if (filled > 0) after.push({ loadG: load.loadG + fits * weightG, count: filled });
      if (rest > 0) after.push({ loadG: load.loadG + rest * weightG, count: 1 });
      const untouched = load.count - filled - (rest > 0 ? 1 : 0);
      if (untouched > 0) after.push({ loadG: load.loadG, count: untouched });
      loads.splice(i, 1, ...after);
      i += after.length - 1;
      left -= filled * fits + rest;
    }
    const perParcel = Math.floor(limitG / weightG);
    const full = Math.floor(left / perParcel);
    if (full > 0) loads.push({ loadG: perParcel * weightG, count: full });
    if (left > full * perParcel) loads.push({ loadG: (left - full * perParcel) * weightG, count: 1 });
  }
  return loads;
}
