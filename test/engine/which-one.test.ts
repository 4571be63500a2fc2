import { expect, it } from 'vitest';
import { sampleCatalogue, TestShop } from '../test-shop.ts';

const catalogue = await sampleCatalogue();

it('"ya" to several kinds takes none of them: they are put before her again, and her number chooses', () => {
  const shop = new TestShop({ catalogue, at: '2026-11-23T10:00:00+07:00' });
  const says = (text: string) => { shop.now += 1000; shop.hear('c1', text); return shop.receive().at(-1)!; };
  const kinds = says('kak mau tambah sutil').choices.map(({ label }) => label);
  expect(kinds).toHaveLength(3);
  const again = says('ya');
  expect(again.text).toBe('Yang mana Kak?');
  expect(again.choices.map(({ label }) => label)).toEqual(kinds);
  expect(says('2').text).toContain(`1 × ${kinds[1]!}`);
});
