import type { Product, ShippingService, ShippingSettings, Weekday } from '../../../src/shop/catalogue/snapshot.ts';
import { createGazetteer } from '../../../src/shop/shipping/gazetteer.ts';

export const gazetteer = createGazetteer();

const MON_SAT: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const zone = (to: readonly string[], perKg: number, daysMin: number, daysMax: number) => ({ to, perKg, daysMin, daysMax });

export const REG: ShippingService = {
  id: 'reg', name: 'JNE Reguler', works: MON_SAT, cod: true, maxParcelG: null,
  zones: [
    zone(['Kota Bandung', 'Kabupaten Bandung', 'Kota Cimahi'], 9_000, 1, 2),
    zone(['DKI Jakarta', 'Kota Bekasi', 'Kota Depok'], 12_000, 2, 3),
    zone(['*'], 45_000, 4, 7),
  ],
};
export const BEST: ShippingService = {
  id: 'best', name: 'SiCepat BEST', works: [...MON_SAT, 'sun'], cod: false, maxParcelG: null,
  zones: [zone(['Kota Bandung'], 15_000, 1, 1)],
};
export const CARGO: ShippingService = {
  id: 'cargo', name: 'Kargo Hemat', works: MON_SAT.slice(0, 5), cod: false, maxParcelG: 20_000,
  zones: [zone(['Jawa Barat'], 3_000, 3, 5)],
};
export const SAMEDAY: ShippingService = {
  id: 'sameday', name: 'Antar Hari Ini', works: MON_SAT, cod: true, maxParcelG: null,
  zones: [zone(['Kota Bandung'], 25_000, 0, 0)],
};

export function shipping(services: readonly ShippingService[], rest: Partial<ShippingSettings> = {}): ShippingSettings {
  return {
    origin: 'Kota Bandung', cutoff: 900, handlingDays: 0, roundUpAfterG: 300, volumetricDivisor: 6_000, live: null, services, ...rest,
  };
}

export const SETTINGS = shipping([REG, BEST, CARGO, SAMEDAY]);

export function product(weightG: number, sizeCm: Product['sizeCm'] = null): Product {
  return {
    sku: `P${weightG}`, title: 'Wajan', name: 'Wajan', category: 'Wajan', price: 165_000, stock: 8, weightG, sale: null, sizeCm,
    description: '', aliases: [], photo: null, goesWith: [], variantOf: null, variant: null, tags: [], active: true,
    source: { file: 'products.csv', line: 2 },
  };
}

export function place(name: string) {
  const found = gazetteer.byName(name);
  if (!found) throw new Error(`no place ${name}`);
  return found;
}
