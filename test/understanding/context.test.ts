import { describe, expect, it } from 'vitest';
import { sampleUnderstanding, TALKING_OF } from './shop-to-understand.ts';

const understanding = await sampleUnderstanding();

describe('what is understood from the talk so far', () => {
  it('"2 ya kirim ke bandung brp?" takes two of what is talked about and asks for shipping', () => {
    const meaning = understanding.understand('2 ya kirim ke bandung brp?', TALKING_OF('WTG-28'));
    expect(meaning.wishes.map((wish) => wish.intent)).toEqual(['add_to_cart', 'ask_shipping_cost']);
    expect(meaning.quantity?.pieces).toBe(2);
    expect(meaning.place?.label).toBe('Kota Bandung');
  });

  it('"yang 24 aja" is the variant shown', () => {
    const meaning = understanding.understand('yang 24 aja', TALKING_OF('WTG-28'));
    expect(meaning.products[0]?.candidates.map((candidate) => candidate.sku)).toEqual(['WTG-24']);
  });

  it.each([
    ['gak jd 2, bikin 4', 4], ['jadi 3 ya jangan 2', 3], ['selusin aja bukan 2 lusin', 12], ['1 aja deh', 1],
  ])('"%s" means %d', (text, pieces) => {
    expect(understanding.understand(text, TALKING_OF('WTG-28', { cart: ['WTG-28'] })).quantity?.pieces).toBe(pieces);
  });

  it.each([
    ['wajan 28 2 pcs', 'WTG-28', 2], ['ambil wajan teflon 28 dua', 'WTG-28', 2], ['spatula silikon setengah lusin', 'SPT-SIL', 6],
    ['spatula silikon sepasang', 'SPT-SIL', 2], ['3 spatula silikon', 'SPT-SIL', 3], ['spatula silikon x4', 'SPT-SIL', 4], ['tuku spatula silikon siji', 'SPT-SIL', 1],
  ])('"%s" is %s, %d pieces: a size is not a quantity', (text, sku, pieces) => {
    const meaning = understanding.understand(text);
    expect(meaning.products[0]?.candidates[0]?.sku).toBe(sku);
    expect(meaning.products[0]?.quantity?.pieces ?? meaning.quantity?.pieces).toBe(pieces);
  });

  it.each([
    ['1. Rina, 081234567890, Jl. Merpati 5 RT 2 RW 3, Coblong', 'Rina', '+6281234567890', 'Jl. Merpati 5 RT 2 RW 3, Coblong'],
    ['Budi Santoso\n0813-1111-2222\nJl. Kenari No. 7 RT 1 RW 2 Gubeng', 'Budi Santoso', '+6281311112222', 'Jl. Kenari No. 7 RT 1 RW 2 Gubeng'],
    ['nama: dewi\nhp 62 812 3456 7890\nalamat: perumahan griya asri blok c3 no 4 bekasi', 'Dewi', '+6281234567890', 'perumahan griya asri blok c3 no 4 bekasi'],
  ])('reads who and where out of %j', (text, name, phone, street) => {
    expect(understanding.understand(text).address).toMatchObject({ name, phone, street });
  });

  it.each([
    ['tambah spons 5 pcs 1', 'SPN-5', 1], ['panci set 5 pcs 2 ya', 'PST-5', 2], ['sendok set 12 pcs dua', 'SDK-12', 2], ['sendok set 24 pcs 2', 'SGP-24', 2],
    ['ambil pisau set 6 pcs', 'PIS-6', undefined], ['spons 10 pcs', 'SPN-5', 10], ['mau 5 pcs spons', 'SPN-5', 5], ['wajan granit 28 2 pcs', 'WTG-28', 2],
  ])('"%s" is %s, %s of them: a count that the title has is read out of it', (text, sku, pieces) => {
    const [mention] = understanding.understand(text).products;
    expect(mention?.candidates[0]?.sku).toBe(sku);
    expect(mention?.quantity?.pieces).toBe(pieces);
  });

  it.each([['batal DK-1045', 'DK-1045'], ['order no 1045 udah sampe mana', '1045'], ['dk 12 gimana', null], ['wajan 28', null]])(
    'order number in "%s": %s', (text, order) => { expect(understanding.understand(text).order).toBe(order); });

  it.each([['iya kak', 'yes'], ['boleh', 'yes'], ['gas', 'yes'], ['nggih mbak', 'yes'], ['gak usah', 'no'], ['nanti aja deh mikir dlu', 'no'], ['ora mas', 'no'], ['henteu teh', 'no'], ['wajan 28 ada?', null]])(
    '"%s" is %s', (text, answer) => { expect(understanding.understand(text).yesNo).toBe(answer); });
});
