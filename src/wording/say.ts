import type { MessageKey, MessageValues } from './messages.ts';

/** The words of the shop for one customer: her language, the owner's own wording where there is one. */
export interface Say {
  /** A message by key, its placeholders filled in. The salutation and the shop's name fill themselves in. */
  <K extends MessageKey>(key: K, ...values: MessageValues<K>): string;
  readonly language: 'id' | 'en';
  /** A text of the owner's (an FAQ answer, a policy) with the automatic placeholders filled in. */
  fill(text: string): string;
  /** "Rp165.000" */
  rupiah(amount: number): string;
  /** "0812-3456-7890" for an Indonesian number, as people write it; others as they are. */
  phone(e164: string): string;
  /** "Sel 24 Nov", or "Sel 24 – Rab 25 Nov" where they differ. */
  days(from: string, to: string): string;
  /** "Sel 24 Nov" */
  day(date: string): string;
  /** "24 Nov": the last day of a promotion. */
  date(date: string): string;
  /** "hari ini", "besok Senin", "Sen 30 Nov" */
  spokenDay(date: string): string;
  /** "09.00 WIB" */
  time(at: number): string;
  /** "Sel 24 Nov 10.04 WIB" */
  dayAndTime(at: number): string;
  /** "Sel 24 Nov 2026 10.04 WIB": as a paper says it that is read years later. */
  stamp(at: number): string;
  /** "besok Senin 09.00 WIB", "hari ini 13.00 WIB", "Sen 30 Nov 09.00 WIB" */
  opening(at: number): string;
}
