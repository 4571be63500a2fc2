import type { UtcMs } from '../../shop/units.ts';
import type { ClientEvent } from './client.ts';

/** What to show to link the shop's phone. */
export type Pairing =
  /** Nothing to be done: linked, or not that far yet. */
  | { readonly kind: 'none' }
  /** The text of a QR to draw; a new one comes about every twenty seconds. */
  | { readonly kind: 'qr'; readonly text: string; readonly at: UtcMs }
  /** Eight letters and digits to type on the phone ("Tautkan dengan nomor telepon"). */
  | { readonly kind: 'code'; readonly code: string; readonly phone: string; readonly at: UtcMs };

/** Digits with country code, as WhatsApp wants them: "0812 3456" is "628123456". Null for what is no phone number. */
export function pairingPhone(typed: string): string | null {
  const digits = typed.replace(/\D/g, '').replace(/^0+/, '62');
  return /^\d{8,15}$/.test(digits) ? digits : null;
}

/** Follows what there is to show. */
export function createPairing(now: () => UtcMs) {
  let shown: Pairing = { kind: 'none' };
  let phone: string | null = null;
  return {
    shown: (): Pairing => shown,
    /** The phone that wants a code instead of a QR. */
    phone: (): string | null => phone,
    askCodeFor(wanted: string | null): void {
      phone = wanted;
      shown = { kind: 'none' };
    },
    follow(event: ClientEvent): void {
      if (event.kind === 'qr') shown = { kind: 'qr', text: event.text, at: now() };
      else if (event.kind === 'code') shown = { kind: 'code', code: event.code, phone: phone ?? '', at: now() };
      else if (event.kind === 'authenticated' || event.kind === 'ready') shown = { kind: 'none' };
    },
    /** The run that showed it is over. A code that was not typed in time gives way to the QR. */
    ended(): void {
      if (shown.kind === 'code') phone = null;
      shown = { kind: 'none' };
    },
  };
}
