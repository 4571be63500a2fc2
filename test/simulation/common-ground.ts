import { loadFlows } from '../../src/engine/load-flows.ts';
import type { TurnWorld } from '../../src/engine/turn.ts';
import { understandingPremises } from '../../src/open-shop.ts';
import type { Catalogue } from '../../src/shop/catalogue/snapshot.ts';
import { openHolidays } from '../../src/shop/service/holidays.ts';
import { createGazetteer } from '../../src/shop/shipping/gazetteer.ts';
import { keep } from '../keep.ts';
import { readOwnerFiles } from './owner-files.ts';

/** What every simulated shop shares, made once: all of it is pure. */
export const gazetteer = createGazetteer();
export const holidays = openHolidays();
export const modules = await loadFlows();
export const ownerFiles = await readOwnerFiles();

const made = new Map<Catalogue, TurnWorld['premises']>();

/** The shop by one version of the owner's files: made once, however often a process starts. */
export function premisesOf(catalogue: Catalogue): TurnWorld['premises'] {
  const known = made.get(catalogue);
  if (known) return known;
  const premises = understandingPremises(catalogue, { gazetteer, holidays, modules, keep });
  made.set(catalogue, premises);
  return premises;
}
