import { describe, expect, it } from 'vitest';
import { makeCatalogue, type CatalogueParts } from '../../../src/shop/catalogue/make-catalogue.ts';
import type { Product } from '../../../src/shop/catalogue/snapshot.ts';
import { sampleCatalogue, TestShop } from '../../test-shop.ts';
import { lastOrder, says } from './buying.ts';

const sample = await sampleCatalogue();
const SKU = 'SPT-SIL';

const edited = (change: Partial<CatalogueParts>) => makeCatalogue({ ...sample, ...change, version: `${sample.version} edited` });
const product = (change: Partial<Product>) => edited({ products: sample.products.map((one) => (one.sku === SKU ? { ...one, ...change } : one)) });
const tariffs = (factor: number) => edited({
  shipping: { ...sample.shipping, services: sample.shipping.services.map((service) => ({ ...service, zones: service.zones.map((zone) => ({ ...zone, perKg: Math.round(zone.perKg * factor) })) })) },
});

const EDITS = {
  'a higher price': product({ price: 41_000 }),
  'a lower price': product({ price: 29_000 }),
  'the last piece gone': product({ stock: 0 }),
  'one piece left of two wanted': product({ stock: 1 }),
  'sold no more': product({ active: false }),
  'deleted': edited({ products: sample.products.filter((one) => one.sku !== SKU) }),
  'heavier': product({ weightG: 1_400 }),
  'dearer shipping': tariffs(2),
  'cheaper shipping': tariffs(0.5),
  'another courier only': edited({ shipping: { ...sample.shipping, services: sample.shipping.services.filter((service) => service.id !== 'jne-reg') } }),
  'a longer preparation': edited({ shipping: { ...sample.shipping, handlingDays: 4 } }),
  'no bank transfer': edited({ store: { ...sample.store, payments: { ...sample.store.payments, bankTransfer: [] } } }),
} as const;

/** A checkout in as many messages as it can take; the edit may come before any of them. */
const STEPS = ['ambil spatula silikon 2', 'checkout', 'bandung', 'jne reguler', 'Rina', '081234567890', 'Jl. Merpati 5 RT 2 RW 3, Coblong', 'transfer'] as const;

/** What she is told when it happens between the summary and her yes; null where it is passed on in silence. */
const TOLD: Readonly<Record<keyof typeof EDITS, RegExp | null>> = {
  'a higher price': /ada harga yang baru saja berubah/, 'a lower price': null, 'the last piece gone': /sedang habis/, 'one piece left of two wanted': /tinggal 1/,
  'sold no more': /tidak dijual lagi/, 'deleted': /tidak dijual lagi/, 'heavier': /harga yang baru saja berubah/, 'dearer shipping': /harga yang baru saja berubah/,
  'cheaper shipping': null, 'another courier only': /Ongkir ke Kota Bandung/, 'a longer preparation': /tanggal tibanya bergeser/, 'no bank transfer': /tidak tersedia/,
};

const ways = ['typed', 'tapped', 'a whole sentence'] as const;

describe('an owner\'s edit at any step of a checkout (F38)', () => {
  const cases = Object.entries(EDITS).flatMap(([name, catalogue]) => STEPS.flatMap((_, step) => ways.map((way) => ({ name, step, way, catalogue }))));

  it.each(Object.keys(EDITS) as (keyof typeof EDITS)[])('%s between the summary and the yes is told, and nothing is ordered that was not agreed to', (name) => {
    for (const way of ['transfer', 'bayarnya pakai transfer bank ya kak']) {
      const shop = new TestShop({ catalogue: sample, at: '2026-11-23T10:00:00+07:00' });
      for (const text of STEPS.slice(0, -1)) says(shop, 'c1', text);
      shop.renew(EDITS[name]);
      const told = says(shop, 'c1', way).map((message) => message.text).join('\n');
      const expected = TOLD[name];
      expect(lastOrder(shop) !== undefined).toBe(expected === null);
      expect(told).toMatch(expected ?? /sudah kami catat/);
    }
  });

  it.each(cases)('$name before step $step, paid for by $way: an order costs no more and comes no later than the summary that was agreed to', ({ step, catalogue, way }) => {
    const shop = new TestShop({ catalogue: sample, at: '2026-11-23T10:00:00+07:00' });
    let summary = '';
    let choices: readonly { readonly id: string; readonly label: string }[] = [];
    const hears = (text: string) => {
      const shown = choices.find((choice) => choice.label.startsWith('Transfer'));
      if (text === 'transfer' && way === 'tapped' && shown) shop.hear('c1', { kind: 'tap', choice: shown.id });
      else shop.hear('c1', text === 'transfer' && way === 'a whole sentence' ? 'bayarnya pakai transfer bank ya kak' : text);
      for (const message of shop.receive()) {
        if (message.choices.length > 0) choices = message.choices;
        if (/Total Rp/.test(message.text) && /Untuk Rina/.test(message.text)) summary = message.text;
        if (/sudah kami catat/.test(message.text)) return;
      }
    };
    STEPS.forEach((text, i) => {
      if (i === step) shop.renew(catalogue);
      hears(text);
    });
    const order = lastOrder(shop);
    if (order) {
      const agreed = Number(/Total Rp([\d.]+)/.exec(summary)![1]!.replaceAll('.', ''));
      expect(order.total - (order.unique_code ?? 0), summary).toBeLessThanOrEqual(agreed);
      const dates = /tiba ([^\n]+?) bila/.exec(summary)![1]!;
      expect(dates, `promised ${order.arrives_to}`).toContain(String(Number(order.arrives_to.slice(8))));
      for (const line of shop.shop.business.orders.lines(order.id)) expect(catalogue.product(line.sku)?.active).toBe(true);
    }
    expect(shop.brokenInvariants()).toEqual([]);
    expect(shop.failures).toEqual([]);
    // Whatever was edited, what is left of the wish can be ordered by answering what is asked.
    expect(says(shop, 'c1', 'keranjang').map((message) => message.text).join().length).toBeGreaterThan(10);
  });
});
