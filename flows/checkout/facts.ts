import { z } from 'zod';
import type { FlowTalk } from '../../src/flow/question.ts';
import type { Talk } from '../../src/flow/talk.ts';
import type { Agreement } from '../../src/shop/ordering/placing.ts';
import type { PaymentMethod } from '../../src/shop/payment/payment-methods.ts';
import type { Quote } from '../../src/shop/shipping/quote.ts';
import type { Destination } from '../shipping.ts';

export const STREET = z.object({ street: z.string(), code: z.string().nullable(), postalCode: z.string().nullable() });
export type Street = z.infer<typeof STREET>;

export interface Consent { readonly payment: PaymentMethod; readonly agreed: Agreement }

export const METHOD: z.ZodType<PaymentMethod> = z.enum(['bank_transfer', 'qris', 'cod', 'online']);

export const AGREED: z.ZodType<Consent> = z.object({
  payment: METHOD,
  agreed: z.object({
    lines: z.array(z.object({ sku: z.string(), quantity: z.number(), unitPrice: z.number() })),
    shippingCost: z.number(), arrivesTo: z.string(), uniqueCode: z.number().nullable(), total: z.number(),
  }),
});

export interface WithPlace { readonly replaces?: string | null; readonly place: Destination; readonly which_place: string }
export interface WithService extends WithPlace { readonly service: string }
export interface WithName extends WithService { readonly name: string }
export interface WithPhone extends WithName { readonly phone: string }
export interface WithStreet extends WithPhone { readonly street: Street }
/** `paying`: how she said early that she will pay; it is asked all the same, with that way first. */
export interface WithPaying extends WithStreet { readonly paying: PaymentMethod | null }

export const placeCode = (facts: WithPlace): string => facts.which_place ?? facts.place.code;

/** Where the parcel goes: the district of the address where it names one, else the place that was quoted. */
export const finalCode = (facts: WithStreet): string => facts.street.code ?? placeCode(facts);

export function quotesTo(talk: Talk, code: string): readonly Quote[] {
  const place = talk.shop.place(code);
  const quoting = place && talk.shop.quotes(place);
  return quoting?.kind === 'quotes' ? quoting.quotes : [];
}

/** Whether anything can be sent there, whatever it costs. */
export const reaches = (talk: Talk, code: string): boolean => {
  const place = talk.shop.place(code);
  return place !== undefined && talk.shop.reach(place).kind === 'quotes';
};

/** The quote of the chosen service to the final address. */
export function quoteOf(talk: FlowTalk<WithStreet>): Quote | undefined {
  return quotesTo(talk, finalCode(talk.facts)).find((quote) => quote.service.id === talk.facts.service);
}

export const lastAddress = (talk: Talk) => talk.shop.addresses()[0];

/** The chosen place is the one the saved address lies in, so the rest of it holds too. */
export function savedFor(talk: FlowTalk<WithPlace>) {
  const saved = lastAddress(talk);
  if (!saved) return undefined;
  const asked = talk.shop.place(placeCode(talk.facts));
  const known = talk.shop.place(saved.place_code);
  const sameCity = asked && known && (asked.code === known.code || known.code.startsWith(`${asked.code}.`) || asked.code.startsWith(`${known.code}.`));
  return sameCity ? saved : undefined;
}

/** Whom the order that is being changed goes to: changing its address does not change that. */
export function replaced(talk: FlowTalk<WithPlace>) {
  const number = talk.facts.replaces ?? null;
  return number === null ? undefined : talk.shop.order(number);
}
