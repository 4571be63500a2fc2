import type { Grams, LocalDate, Rupiah } from '../units.ts';
import type { Place } from './place.ts';

/** What one service asks for one parcel list to one place, and when it arrives if paid at the asked instant. */
export interface Quote {
  readonly service: { readonly id: string; readonly name: string };
  readonly to: Place;
  readonly weightG: Grams;
  /** Kilograms charged, over all parcels. */
  readonly chargedKg: number;
  readonly parcels: number;
  readonly cost: Rupiah;
  readonly handedOver: LocalDate;
  readonly arrivesFrom: LocalDate;
  readonly arrivesTo: LocalDate;
  /** Courier days promised by the tariff zone. */
  readonly daysMin: number;
  readonly daysMax: number;
  readonly cod: boolean;
  /** Whose price it is: the courier's own through a provider, or the owner's table; null in a shop that has only its table. */
  readonly source: 'live' | 'table' | null;
}
