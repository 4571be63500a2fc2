import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aShop, goodCopy, HOUR, MONDAY } from './a-shop.ts';

describe('the shelf of copies', () => {
  it('knows no copy whose check nobody wrote down, or whose record cannot be read', async () => {
    const shop = aShop();
    const good = await goodCopy(shop);
    const [lost, torn] = [await goodCopy(shop, MONDAY + HOUR), await goodCopy(shop, MONDAY + 2 * HOUR)];
    rmSync(lost.file.replace('.db', '.json'));
    writeFileSync(torn.file.replace('.db', '.json'), '{"takenAt": 17');
    writeFileSync(join(shop.shelf.folder, 'salinan saya.db'), 'x');
    expect((await shop.shelf.list()).map((copy) => copy.name)).toEqual([good.name]);
    expect(await shop.shelf.unverified()).toEqual([lost.name]);
  });

  it('is cleared of what a crash left half-written, and of nothing else', async () => {
    const shop = aShop();
    const good = await goodCopy(shop);
    const kept = [...readdirSync(shop.shelf.folder), 'catatan.txt', 'salinan saya.json'];
    for (const name of [...kept.slice(2), 'ladeni-20261123-1100.db.part', 'ladeni-20261123-1100.db.taking.part', 'ladeni-20261123-1100.db.taking.part-journal', 'ladeni-20261123-1100.json']) {
      writeFileSync(join(shop.shelf.folder, name), 'x');
    }
    await shop.shelf.clear();
    expect(readdirSync(shop.shelf.folder).sort()).toEqual(kept.sort());
    expect(await shop.shelf.list()).toEqual([good]);
  });

  it('is empty where there is no folder yet', async () => {
    const { shelf } = aShop();
    expect(await shelf.list()).toEqual([]);
    await shelf.clear();
  });
});
