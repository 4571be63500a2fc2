import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { loadCatalogue } from '../../src/shop/catalogue/load.ts';
import type { LoadOutcome } from '../../src/shop/catalogue/snapshot.ts';
import { Dice } from './dice.ts';

export const CATALOG = path.resolve(import.meta.dirname, '../../catalog');
const GOOD_VERSIONS = 10;

/** How often a voucher may be used, by all and by one person. */
export const VOUCHERS = { SEPULUH: { uses: 4, perCustomer: 4 }, LIMARIBU: { uses: 1_000, perCustomer: 1 } } as const;
export const PROMOTIONS = `vouchers:
  - { code: SEPULUH, name: Sepuluh persen, percent: 10, up_to: 20000, uses: ${VOUCHERS.SEPULUH.uses} }
  - { code: LIMARIBU, amount: 5000, per_customer: ${VOUCHERS.LIMARIBU.perCustomer}, stack: yes }
shipping:
  - { name: Gratis ongkir, above: 300000, up_to: 20000, stack: yes }
wholesale:
  - { name: Grosir alat masak, categories: [Alat Masak], mix: yes, steps: [ { min: 4, percent: 5 }, { min: 8, percent: 8 } ] }
`;

/**
 * The owner's files in all the versions of the story, each read from a folder by the loader of the shop: the first is the
 * sample shop with scarce shelves, then other prices and counts, then what owners do to a file.
 */
export async function readOwnerFiles(): Promise<readonly LoadOutcome[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'owner-'));
  try {
    await cp(CATALOG, folder, { recursive: true });
    const file = path.join(folder, 'products.csv');
    await writeFile(path.join(folder, 'promotions.yaml'), PROMOTIONS);
    const outcomes: LoadOutcome[] = [];
    for (const text of ownerTexts()) {
      await writeFile(file, text);
      outcomes.push(await loadCatalogue(folder));
    }
    return outcomes;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** products.csv in all versions. */
export function ownerTexts(): readonly string[] {
  const sample = readFileSync(path.join(CATALOG, 'products.csv'), 'utf8');
  const dice = new Dice(9);
  return [...Array.from({ length: GOOD_VERSIONS }, () => changed(sample, dice)), ...brokenFiles(sample)];
}

/** Prices moved by up to a fifth, shelves counted anew: a few pieces of most things, none of some. */
function changed(sample: string, dice: Dice): string {
  const [header = [], ...rows] = parse(sample) as string[][];
  const [price, stock] = [header.indexOf('price'), header.indexOf('stock')];
  const cells = rows.map((row) => row.map((cell, at) => {
    if (at === price && dice.chance(0.4)) return String(Math.round(Number(cell) * (0.8 + 0.4 * dice.next()) / 500) * 500);
    if (at === stock && cell !== '' && dice.chance(0.7)) return String(dice.chance(0.15) ? 0 : 1 + dice.below(12));
    return cell;
  }));
  return [header, ...cells].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n') + '\n';
}

/** What owners do to a file: a word for a price, the same code twice, a save cut off, a negative count, another file under that name. */
function brokenFiles(sample: string): string[] {
  const lines = sample.split('\n');
  return [
    sample.replace(',99000,', ',murah,'),
    [...lines.slice(0, 3), lines[2]!, ...lines.slice(3)].join('\n'),
    sample.slice(0, sample.indexOf('"', sample.length / 2 | 0) + 5),
    sample.replace(',129000,15,', ',129000,-3,'),
    'PK\u0003\u0004\u0000\u0000',
  ];
}
