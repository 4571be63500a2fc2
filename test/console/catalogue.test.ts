import { describe, expect, it } from 'vitest';
import { ConsoleShop } from './console-shop.ts';

describe('the catalogue page', () => {
  it('shows what was asked for and is not sold here, by how many people asked, and forgets who is erased', async () => {
    const at = await ConsoleShop.open();
    const owner = await at.join('ratna');
    expect(await owner.page('/konsol/katalog')).not.toContain('belum dijual');
    at.shop.hear('c1', 'ada kulkas 2 pintu?', { name: 'Rina' });
    at.shop.hear('c1', 'kulkas 2 pintu ada ga', { name: 'Rina' });
    at.shop.hear('c2', 'jual kulkas 2 pintu?', { name: 'Budi' });
    at.shop.hear('c2', 'jual televisi ga?', { name: 'Budi' });
    at.shop.hear('c2', 'ada wajan 28?', { name: 'Budi' });
    const page = await owner.page('/konsol/katalog');
    expect(page).toContain('2 hal dicari pelanggan dan belum dijual');
    expect(page).toMatch(/>kulkas 2 pintu<\/a> <span class="quiet">2 orang[^]*>televisi<\/a> <span class="quiet">1 orang/);

    const { engine, tables, business } = at.shop.shop;
    const budi = tables.chats.get(at.shop.chatId('c2')).customer_id;
    engine.transact(() => business.erasing.erase(budi, at.shop.now));
    const after = await owner.page('/konsol/katalog');
    expect(after).toContain('1 hal dicari pelanggan');
    expect(after).not.toContain('televisi');
  });

  it('tells nobody\'s words as markup', async () => {
    const at = await ConsoleShop.open();
    at.shop.shop.engine.transact(() => at.shop.shop.tables.sought.keep(1, '<b>kulkas', at.shop.now));
    expect(await (await at.join('siti')).page('/konsol/katalog')).toContain('&lt;b&gt;kulkas');
  });
});
