import { readTrackingNumber } from './tracking-number.ts';

/** Where a parcel can be followed. */
export interface ParcelLink {
  readonly courier: string;
  readonly url: string;
  /** False where the number has to be typed on the page. */
  readonly filledIn: boolean;
}

/**
 * The page of the courier that the number and the order agree on; null where the number tells none, or another than the
 * service the order went by: a wrong link is worse than none.
 */
export function parcelLink(order: { readonly tracking: string | null; readonly service_name: string }): ParcelLink | null {
  if (order.tracking === null || order.tracking === '') return null;
  const read = readTrackingNumber(order.tracking, order.service_name);
  return read.kind === 'told' && read.differsFrom === null
    ? { courier: read.courier.name, url: read.page.url, filledIn: read.page.filledIn } : null;
}
