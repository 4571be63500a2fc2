import type { Rupiah } from '../units.ts';
import { MOST_PER_QRIS_PAYMENT } from './qris.ts';
import type { StoreSettings } from '../catalogue/snapshot.ts';

/** `online`: on the page of a payment gateway, in whatever way it has there. */
export type PaymentMethod = 'bank_transfer' | 'qris' | 'cod' | 'online';

/** Virtual accounts take no less. */
export const LEAST_ONLINE: Rupiah = 10_000;

/** The ways to pay that this shop offers; cash on delivery only where the courier's service takes it, QRIS up to its limit, `online` with a gateway. */
export function paymentMethods(store: StoreSettings, service: { readonly cod: boolean }, total: Rupiah, online = false): readonly PaymentMethod[] {
  const methods: PaymentMethod[] = [];
  if (online && total >= LEAST_ONLINE) methods.push('online');
  if (store.payments.bankTransfer.length > 0) methods.push('bank_transfer');
  if (store.payments.qris !== '' && total > 0 && total <= MOST_PER_QRIS_PAYMENT) methods.push('qris');
  if (store.payments.cod && service.cod) methods.push('cod');
  return methods;
}
