import { COURIERS, courierNamed, type Courier, type TrackingPage } from './couriers.ts';

export type TrackingNumber =
  | {
    readonly kind: 'told';
    /** As the courier writes it: capitals and figures, nothing between. */
    readonly number: string;
    readonly courier: Courier;
    /** What told it: the number's own shape, or only the service the order goes by. */
    readonly by: 'format' | 'service';
    /** The other courier the service names: the order says JNE, the number looks like J&T. Ask before telling anyone. */
    readonly differsFrom: Courier | null;
    readonly page: TrackingPage;
  }
  /** The shape is of no courier known here. Usable as it is, without a link. */
  | { readonly kind: 'unsure'; readonly number: string }
  | { readonly kind: 'not_a_tracking_number'; readonly reason: 'too_short' | 'too_long' | 'no_figures' | 'phone_number' | 'mistyped' };

const SHORTEST = 8;
const LONGEST = 24;
/** A number with its label, blanks or link. */
const LONGEST_TEXT = 200;
const POSTAL = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/;
const PHONE = /^(?:0|62)8\d{8,11}$/;

/**
 * Reads a tracking number (resi) as staff type or paste it ("jne: 0101 9000 1491 925", a tracking link), and tells its
 * courier from its shape. `service` is the name of the service the order goes by; it decides where the shape alone
 * does not. A shape is a likelihood, never a proof that the parcel exists.
 */
export function readTrackingNumber(text: string, service = ''): TrackingNumber {
  if (text.length > LONGEST_TEXT) return not('too_long');
  const number = numberIn(text);
  if (!/\d/.test(number)) return not('no_figures');
  if (number.length < SHORTEST) return not('too_short');
  if (number.length > LONGEST) return not('too_long');
  if (PHONE.test(number)) return not('phone_number');
  const postal = POSTAL.exec(number);
  if (postal && checkDigit(postal[1]!) !== Number(postal[2])) return not('mistyped');

  const promised = courierNamed(service) ?? courierNamed(text.replace(number, ' '));
  const shaped = courierByShape(number);
  if (shaped) return told(number, shaped, 'format', promised && promised.id !== shaped.id ? promised : null);
  return promised ? told(number, promised, 'service', null) : { kind: 'unsure', number };
}

/**
 * The number alone, in capitals: without label, link, blanks and marks. Letters that stand before the figures may be a
 * courier's name or the number's own beginning, so both are tried.
 */
function numberIn(text: string): string {
  const link = /^https?:\/\/\S+$/i.test(text.trim());
  const pasted = link ? text.trim().replace(/\/+$/, '').split(/[/?=&]/).at(-1)! : text;
  const labelled = pasted.toUpperCase().replace(/^.*?\b(?:RESI(?:NYA)?|AWB|STT)\b/s, '');
  const unnamed = COURIERS.reduce((rest, courier) => rest.replace(courier.called, ' '), labelled);
  const readings = [labelled, unnamed, unnamed.replace(/^[^\d]*[^A-Z\d](?=[A-Z]*\d)/, '')].map((part) => part.replace(/[^A-Z0-9]/g, ''));
  return readings.find((reading) => courierByShape(reading) !== undefined) ?? readings.at(-1)!;
}

const courierByShape = (number: string): Courier | undefined =>
  COURIERS.find((courier) => courier.formats.some((format) => format.test(number)));

/** The ninth figure of an S10 number (UPU standard S10): weights 8 6 4 2 3 5 9 7, from eleven. */
function checkDigit(serial: string): number {
  const sum = [8, 6, 4, 2, 3, 5, 9, 7].reduce((total, weight, i) => total + weight * Number(serial[i]), 0);
  const rest = 11 - (sum % 11);
  return rest === 10 ? 0 : rest === 11 ? 5 : rest;
}

function told(number: string, courier: Courier, by: 'format' | 'service', differsFrom: Courier | null): TrackingNumber {
  return { kind: 'told', number, courier, by, differsFrom, page: courier.page(number) };
}

const not = (reason: Extract<TrackingNumber, { kind: 'not_a_tracking_number' }>['reason']): TrackingNumber =>
  ({ kind: 'not_a_tracking_number', reason });
