import { expect, it } from 'vitest';
import { readLabel } from '../../src/engine/offers.ts';
import type { Offer } from '../../src/flow/said.ts';
import type { Meaning } from '../../src/understanding/meaning.ts';

const OFFERS: readonly Offer[] = ['Sutil kayu', 'Sutil nilon'].map((label) => ({ label, does: { kind: 'forget', keys: [] } }));

const said = (raw: string): Meaning => ({ raw, normal: raw, products: [], wishes: [], quantity: null, yesNo: null } as unknown as Meaning);

it('reads each message by its own words, whatever was said before it', () => {
  expect(['sutil kayu', 'sutil nilon', 'nilon', 'berapa ongkirnya'].map((raw) => readLabel(OFFERS, said(raw))?.label ?? null))
    .toEqual(['Sutil kayu', 'Sutil nilon', 'Sutil nilon', null]);
});
