/** Where a parcel stands with its courier. `held`: something stopped it; `returning`: on its way back. */
export type ParcelStatus = 'moving' | 'delivered' | 'returning' | 'held';
