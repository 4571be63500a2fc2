import type { Rupiah } from '../units.ts';
import { MOST_PER_QRIS_PAYMENT } from './qris.ts';
import type { StoreSettings } from '../catalogue/snapshot.ts';

export type PaymentMethod = 'bank_transfer' | 'qris' | 'cod';

/** The ways to pay that this shop offers; cash on delivery only where the courier's service takes it, QRIS up to its limit. */
export function paymentMethods(store: StoreSettings, service: { readonly cod: boolean }, total: Rupiah): readonly PaymentMethod[] {
  const methods: PaymentMethod[] = [];
  if (store.payments.bankTransfer.length > 0) methods.push('bank_transfer');
  if (store.payments.qris !== '' && total > 0 && total <= MOST_PER_QRIS_PAYMENT) methods.push('qris');
  if (store.payments.cod && service.cod) methods.push('cod');
  return methods;
}
