import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { buys, says } from '../shop/ordering/buying.ts';
import { sampleCatalogue, TestShop } from '../test-shop.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const catalogue = await sampleCatalogue();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MB = 1024 * 1024;

function heap(): number {
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** A day of a small shop: people who come back, people who never did before, one who orders, one who mumbles. */
function aDay(shop: TestShop, day: number): void {
  for (let hour = 0; hour < 24; hour++) {
    shop.now += HOUR;
    shop.shop.sweep();
    if (hour < 9 || hour > 20) continue;
    says(shop, `tetap${hour}`, ['wajan anti lengket 28 ada?', 'ongkir ke bandung brp', 'xqzw plorf', 'makasih kak'][(day + hour) % 4]!);
    says(shop, `baru${day}-${hour}`, 'halo kak, ada spatula?');
  }
  const order = buys(shop, `pembeli${day}`, 'spatula silikon 1');
  shop.shop.desk.approvePayment({ by: 'siti', id: `a${day}` }, order.number);
  shop.shop.desk.ship({ by: 'siti', id: `s${day}` }, order.number, 'JP0123456789');
  shop.receive();
  shop.shop.engine.transact(() => { for (const task of shop.shop.tables.tasks.due(shop.now, 50)) shop.shop.tables.tasks.done(task.id); });
}

describe('months of running (F30)', () => {
  it('ninety days with ever new customers use no more memory than thirty', () => {
    const shop = new TestShop({ catalogue, at: '2027-01-10T00:00:00+07:00' });
    shop.shop.engine.transact(() => shop.shop.business.stock.count('SPT-SIL', 1_000, shop.now, 'owner'));
    // What is kept of the talks under way is bounded, and full after a busy day.
    for (let i = 0; i < 1_000; i++) says(shop, `sibuk${i}`, 'halo kak, ada spatula?');
    let afterThirty = 0;
    for (let day = 0; day < 90; day++) {
      aDay(shop, day);
      if (day === 29) afterThirty = heap();
    }
    const grown = heap() - afterThirty;
    // Sixty days brought 1,500 talks and 800 new people; kept in memory, their sessions alone are twice this. (A new year is more as well, once: its holidays.)
    expect(grown / MB).toBeLessThan(1.5);
    expect(shop.failures).toEqual([]);
    expect(shop.brokenInvariants()).toEqual([]);
  });

  it('after a year the tables of what is said grow no more', () => {
    const shop = new TestShop({ catalogue, at: '2026-01-01T00:00:00+07:00' });
    const size = (): number => shop.db.prepare('SELECT (SELECT count(*) FROM inbox) + (SELECT count(*) FROM outbox) + (SELECT count(*) FROM events) + (SELECT count(*) FROM misunderstood) + (SELECT count(*) FROM tasks)').pluck().get() as number;
    const sizes: number[] = [];
    for (let week = 0; week < 130; week++) {
      for (const text of ['halo kak', 'wajan 28 ada?', 'xqzw plorf', 'ongkir ke solo berapa']) says(shop, `c${week % 30}`, text);
      for (let day = 0; day < 7; day++) {
        shop.now += DAY;
        shop.shop.sweep();
      }
      sizes.push(size());
    }
    const [firstYear, secondYear, end] = [sizes[51]!, sizes[103]!, sizes[129]!];
    expect(firstYear).toBeGreaterThan(400);
    expect(secondYear).toBeLessThan(firstYear * 1.1);
    expect(end).toBeLessThan(firstYear * 1.1);
  });
});
