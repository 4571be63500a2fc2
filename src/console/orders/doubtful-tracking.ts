import { readTrackingNumber } from '../../shop/parcels/tracking-number.ts';
import type { PlainText } from '../language/texts.ts';
import type { Translate } from '../language/translate.tsx';

/** One question for each order somebody is about to ship. */
const MOST = 500;

const WHY: Readonly<Partial<Record<string, PlainText>>> = {
  phone_number: 'ini terlihat seperti nomor HP', mistyped: 'angka pemeriksanya tidak cocok', no_figures: 'ini tidak berisi angka',
};

/**
 * Tracking numbers that look wrong are asked about once, before the customer gets them; the same number sent again is meant.
 * Shapes are likelihoods: nothing is forbidden for good.
 */
export function createTrackingDoubts() {
  const asked = new Map<string, string>();
  return {
    /** What is doubtful, as a sentence; null where nothing is, or it was asked before. */
    about(order: { readonly number: string; readonly service_name: string }, tracking: string, t: Translate): string | null {
      const read = readTrackingNumber(tracking, order.service_name);
      const why = read.kind === 'not_a_tracking_number' ? WHY[read.reason] : undefined;
      const doubt = why ? t(why)
        : read.kind === 'told' && read.differsFrom !== null ? t('ini terlihat seperti resi {kurir}, padahal pesanannya lewat {layanan}', { kurir: read.courier.name, layanan: order.service_name }) : null;
      if (doubt === null || asked.get(order.number) === tracking) return null;
      asked.set(order.number, tracking);
      if (asked.size > MOST) asked.delete(asked.keys().next().value as string);
      return t('Resi {pesanan} belum dikirim: {ragu}. Kalau memang benar, kirim sekali lagi.', { pesanan: order.number, ragu: doubt });
    },
  };
}
