import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { UtcMs } from '../../shop/units.ts';
import type { ClientEvent } from './client.ts';

/** What to show to link the shop's phone. */
export type Pairing =
  /** Nothing to be done: linked, or not that far yet. */
  | { readonly kind: 'none' }
  /**
   * The text of a QR to draw; a new one comes about every twenty seconds. `noCodeFor` is a phone that WhatsApp would give no code,
   * or whose code was not typed in time.
   */
  | { readonly kind: 'qr'; readonly text: string; readonly at: UtcMs; readonly noCodeFor: string | null }
  /** Eight letters and digits to type on the phone ("Tautkan dengan nomor telepon"). */
  | { readonly kind: 'code'; readonly code: string; readonly phone: string; readonly at: UtcMs };

/** What became of the wish for a code. */
export type CodeAsked = 'asked' | 'not_a_number' | 'linked_already';

/** Digits with country code, as WhatsApp wants them: "0812 3456 7890" is "6281234567890". Null for what is no phone number. */
export function pairingPhone(typed: string): string | null {
  if (!/^[+()\d\s.-]+$/.test(typed)) return null;
  const trimmed = typed.trim();
  // With Indonesia as the default, "62812…" would be read as +62 62812…: the plus goes first.
  const number = parsePhoneNumberFromString(trimmed.startsWith('62') ? `+${trimmed}` : trimmed, 'ID');
  return number?.isValid() ? number.number.slice(1) : null;
}

/** A code as people read it aloud: "ABCD-1234". */
export const groupedCode = (code: string): string => (code.length === 8 ? `${code.slice(0, 4)}-${code.slice(4)}` : code);

/** Follows what there is to show. */
export function createPairing(now: () => UtcMs) {
  let shown: Pairing = { kind: 'none' };
  let phone: string | null = null;
  /** The phone whose code this run is to bring. */
  let bringing: string | null = null;
  let noCodeFor: string | null = null;
  return {
    shown: (): Pairing => shown,
    /** A run begins: the phone that wants a code instead of a QR. A wish holds for one run; then the QR has its turn again. */
    begin(): string | null {
      bringing = phone;
      phone = null;
      return bringing;
    },
    askCodeFor(wanted: string): void {
      phone = wanted;
      noCodeFor = null;
      shown = { kind: 'none' };
    },
    /** True while a code has been asked for and has not come. */
    awaitsCode: (): boolean => bringing !== null && shown.kind === 'none',
    follow(event: ClientEvent): void {
      if (event.kind === 'qr') shown = { kind: 'qr', text: event.text, at: now(), noCodeFor };
      else if (event.kind === 'code') shown = { kind: 'code', code: event.code, phone: bringing ?? '', at: now() };
      else if (event.kind === 'authenticated' || event.kind === 'ready') {
        shown = { kind: 'none' };
        bringing = null;
        noCodeFor = null;
      }
    },
    /** The run that showed it is over. A code that never came, or was not typed in time, gives way to the QR. */
    ended(): void {
      if (bringing !== null && phone === null) noCodeFor = bringing;
      bringing = null;
      shown = { kind: 'none' };
    },
  };
}
