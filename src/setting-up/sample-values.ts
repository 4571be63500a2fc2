import type { Catalogue, StoreSettings } from '../shop/catalogue/snapshot.ts';

/** What the sample shop has made up and no customer may ever be told. A test holds it to catalog/store.yaml. */
export const SAMPLE = {
  name: 'Dapur Kita', customerName: 'Sobat Dapur', phone: '+62 812-3456-7890', address: 'Jl. Contoh No. 1, Bandung', account: '1234567890', qrisMark: 'COM.EXAMPLE', prefix: 'DK',
} as const;

export const isSampleShop = (store: StoreSettings): boolean => store.name === SAMPLE.name;
export const hasSampleAccount = (store: StoreSettings): boolean => store.payments.bankTransfer.some(({ account }) => account === SAMPLE.account);
export const hasSampleQris = (store: StoreSettings): boolean => store.payments.qris.includes(SAMPLE.qrisMark);

/** A product of the sample shop that a real shop will hardly sell under the same code and name. */
export const hasSampleProducts = (shop: Pick<Catalogue, 'product'>): boolean => shop.product('WTG-28')?.title === 'Wajan Teflon Granit 28 cm' && shop.product('RTG-3') !== undefined;
