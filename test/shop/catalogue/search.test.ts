import { describe, expect, it } from 'vitest';
import { createProductSearch } from '../../../src/shop/catalogue/search.ts';
import type { SearchOptions } from '../../../src/shop/catalogue/search-types.ts';
import { fashion, kitchenware } from './search-fixtures.ts';

const kitchen = createProductSearch(kitchenware);
const clothes = createProductSearch(fashion);

function skus(query: string, options?: SearchOptions, shop = kitchen): string[] {
  return shop.search(query, options).map((hit) => hit.product.sku);
}

describe('the first hit in a kitchenware shop', () => {
  it.each([
    // as it is called
    ['wajan teflon 28', 'WTG-28'], ['panci presto 8 liter', 'PPR-8'], ['spatula silikon', 'SPS-1'], ['teko listrik', 'TKL-1'],
    // one slip: a letter lost, added, changed, swapped; the first one too
    ['wajan teplon 24', 'WTG-24'], ['cobek baut 20', 'CBK-20'], ['talenn plastik', 'TLN-P'], ['loyangg bulat 24', 'LBL-24'],
    ['mixre tangan', 'MXT-1'], ['eajan besi 40', 'WBJ-40'], ['pnaci susu', 'PSU-16'], ['kompr induksi', 'KIN-1'],
    // two slips in a long word, two words with a slip each
    ['timbagan diital', 'TMB-1'], ['tmbangn dapur', 'TMB-1'], ['celmek canvas', 'CLM-1'],
    // by ear, and without vowels
    ['botol minum stenlis 500ml', 'BTM-5'], ['wjn cor', 'WCR-18'], ['rntang', 'RNT-3'], ['tko', 'TKL-1'],
    // joined and split
    ['ricecooker digital', 'RCD-2'], ['ricecoker mini', 'RCM-1'], ['air fryer', 'AFR-4'], ['airfryer', 'AFR-4'], ['french pres', 'FRP-6'],
    ['spatulasilikon', 'SPS-1'], ['cetakan muffin anti lengket', 'CTK-12'], ['pancipresto 4l', 'PPR-4'],
    // aliases
    ['magic com 1.8', 'RCD-2'], ['sodet kayu', 'SPK-1'], ['tumbler 1 liter', 'BTM-1'], ['apron', 'CLM-1'], ['pressure cooker 8 l', 'PPR-8'],
    ['penggiling daging', 'CHP-1'], ['stoples 600', 'TPL-6'], ['v60', 'FPC-1'], ['lunch box 3 susun', 'RNT-3'],
    // sizes, in every spelling
    ['wajan uk 28', 'WTG-28'], ['wajan 28cm', 'WTG-28'], ['presto 8l', 'PPR-8'], ['presto 8 ltr', 'PPR-8'], ['botol 1000 ml', 'BTM-1'],
    ['rice cooker 1,8 liter', 'RCD-2'], ['toples 0.6 l', 'TPL-6'], ['loyang kotak 220 mm', 'LKT-22'],
    // attributes, wherever they stand
    ['anti lengket buat induksi', 'WTG-20'], ['panci kecil buat susu', 'PSU-16'], ['pisau tidak berkarat', 'PBH-1'], ['pisau anti karat', 'PBH-1'],
    ['piring putih', 'PRG-6'], ['mug item', 'MGK-H'], ['rak tempat bumbu', 'RKB-3'], ['wajan paling besar', 'WBJ-40'], ['wajan kecil', 'WCR-18'],
    // the thing itself, not what it goes with
    ['wajan', 'WTG-20'], ['pisau', 'PDC-1'], ['panci', 'PSS-5'], ['tutup wajan 28', 'TPK-28'], ['spatula buat wajan teflon', 'SPS-1'], ['untuk kompor induksi ada wajan apa', 'WTG-20'],
    // colloquial endings and courtesies
    ['kak spatula silikonnya masih ada ga ya', 'SPS-1'], ['panci-panci presto', 'PPR-4'], ['mau cari cobek batu dong kak', 'CBK-15'],
    ['permisi min, jual asahan pisau?', 'ASH-1'], ['TALENAN KAYU!!!', 'TLN-K'], ['saringan kopi☕', 'FPC-1'], ['gelas2 kaca', 'GLS-6'],
    // English
    ['black mug', 'MGK-H'], ['do you have a cutting board', 'TLN-K'], ['frying pan 24', 'WTG-24'], ['small knife', 'PBH-1'],
    // SKU
    ['WTG-28', 'WTG-28'], ['wtg28', 'WTG-28'], ['pesan WTG-28 dua kak', 'WTG-28'], ['cbk 20', 'CBK-20'],
  ])('of "%s" is %s', (query, sku) => {
    expect(skus(query, { limit: 3, inStock: () => true })[0]).toBe(sku);
  });
});

describe('the first hit in a fashion shop', () => {
  it.each([
    ['kaos hitam l', 'KPL-L'], ['kaos item ukuran XL', 'KPL-XL'], ['kaos putih 2 L', 'KPP-L'], ['kaos hitam 2 l', 'KPL-L'], ['t-shirt putih', 'KPP-L'], ['tshirt hitam s', 'KPL-S'],
    ['gamis navy', 'GMS-L'], ['gamis dusti pink', 'GMS-M'], ['jilbab pashmina', 'HJB-1'], ['pasmina', 'HJB-1'], ['kerudung krem', 'HJB-2'],
    ['celana jins 34', 'CLN-34'], ['kemeja merah', 'KMJ-L'], ['hodie abu', 'JKT-1'], ['sneaker 42', 'SPT-42'], ['sepatu size 40', 'SPT-40'],
    ['red shirt flannel', 'KMJ-L'], ['segiempat voal', 'HJB-2'],
  ])('of "%s" is %s', (query, sku) => {
    expect(skus(query, { limit: 3 }, clothes)[0]).toBe(sku);
  });
});

describe('what the shop does not have', () => {
  it.each(['jodoh', 'kulkas', 'dispenser galon', 'laptop gaming', 'sepatu', '', 'kak', 'ada ga kak?', '👍', '...'])('"%s" finds nothing', (query) => {
    expect(skus(query)).toEqual([]);
  });

  it.each(['baju', 'topi', 'blender philips merah', 'wajan listrik otomatis bluetooth', 'panci merah jambu motif bunga'])(
    '"%s" covers less than 0.6', (query) => {
      for (const hit of kitchen.search(query)) expect(hit.coverage).toBeLessThan(0.6);
    });

  it('is told from a typo by the coverage', () => {
    expect(kitchen.search('wajan teplon')[0]?.coverage).toBeGreaterThan(0.85);
    expect(kitchen.search('wajan teplon')[0]?.coverage).toBeLessThan(1);
    expect(kitchen.search('wajan teflon')[0]?.coverage).toBe(1);
  });

  it('keeps apart what a product is and what is said of it', () => {
    const [hit] = kitchen.search('microwave');
    expect(hit?.product.sku).toBe('KTM-1');
    expect(hit?.named).toBe(0);
    expect(hit?.coverage).toBeCloseTo(0.5);
    expect(kitchen.search('dingin 24 jam')[0]?.coverage).toBeGreaterThan(0.6);
  });

  it('is offered another of its kind, and says that it is another', () => {
    const [hit] = kitchen.search('wajan merah');
    expect(hit?.product.category).toBe('Wajan');
    expect(hit?.coverage).toBe(0.5);
  });

  it('is not found in what a description denies', () => {
    const shop = createProductSearch(kitchenware.map((product) => (
      product.sku === 'PPR-4' ? { ...product, description: 'Aluminium tebal, tidak bisa kompor induksi. Kuat.' } : product
    )));
    expect(skus('panci induksi', { limit: 60 }, shop)).not.toContain('PPR-4');
    expect(shop.search('panci presto induksi')[0]?.coverage).toBeLessThan(1);
    expect(skus('panci presto kuat', {}, shop)[0]).toBe('PPR-4');
  });
});

/** A shop of these titles, each with a description. */
function shopOf(...rows: readonly (readonly [title: string, description: string])[]): ReturnType<typeof createProductSearch> {
  const [template] = kitchenware;
  if (template === undefined) throw new Error('the fixture is empty');
  return createProductSearch(rows.map(([title, description]) => (
    { ...template, sku: title, title, name: title, category: '', tags: [], aliases: [], description }
  )));
}

describe('words that stand in descriptions', () => {
  it('make nothing large', () => {
    const shop = shopOf(['Wajan Tipis 20 cm', 'untuk api besar'], ['Wajan Tipis 30 cm', 'ringan']);
    expect(skus('wajan besar', {}, shop)).toEqual(['Wajan Tipis 30 cm', 'Wajan Tipis 20 cm']);
  });

  it('do not hide, where they are misspelt, what was meant', () => {
    const pans = Array.from({ length: 6 }, (_, i) => [`Teflon ${'ABCDEF'.charAt(i)}x`, ''] as const);
    expect(skus('teplon', {}, shopOf(...pans, ['Sendok', 'aman untuk teplon']))).toHaveLength(7);
  });

  it('are not put together by chance', () => {
    expect(skus('kuering', {}, shopOf(['Loyang', 'untuk kue dan ring'], ['Oven', 'kue, ring']))).toEqual([]);
    expect(skus('kuering', {}, shopOf(['Ring Kue', '']))).toEqual(['Ring Kue']);
  });
});

describe('the order of hits', () => {
  it('prefers, of two titles with the same words, the one that says nothing else', () => {
    const shop = shopOf(['Wajan Teflon Granit Merah', 'teflon'], ['Wajan Teflon', '']);
    expect(skus('wajan teflon', {}, shop)[0]).toBe('Wajan Teflon');
  });

  it('puts what is sold out after what is not, among equals', () => {
    const order = skus('wajan teflon');
    expect(order.at(-1)).toBe('WTG-32');
    expect(order.slice(0, 3)).toEqual(['WTG-20', 'WTG-24', 'WTG-28']);
  });

  it('asks the stock ledger rather than the file', () => {
    expect(skus('wajan teflon', { inStock: (sku) => sku !== 'WTG-20' })).toEqual(['WTG-24', 'WTG-28', 'WTG-32', 'WTG-20']);
  });

  it('counts made to order as in stock', () => {
    expect(skus('celemek kanvas')).toEqual(['CLM-1']);
  });

  it('still finds a sold-out product by its name, before other things', () => {
    expect(skus('wajan teflon 32 cm')).toEqual(['WTG-32', 'WTG-20', 'WTG-24', 'WTG-28']);
  });

  it('puts all words before some, and a word before a slip of it', () => {
    const hits = kitchen.search('spatula silikon', { limit: 20 });
    const coverages = hits.map((hit) => hit.coverage);
    expect(hits[0]?.product.sku).toBe('SPS-1');
    expect(coverages[0]).toBe(1);
    const shop = createProductSearch([
      ...kitchenware, ...kitchenware.slice(0, 1).map((product) => ({ ...product, sku: 'X', title: 'Panki Dekorasi', name: 'Panki Dekorasi', aliases: [], category: 'Hiasan' })),
    ]);
    expect(skus('panki', {}, shop)[0]).toBe('X');
    expect(skus('panci', {}, shop)).not.toContain('X');
  });

  it('sorts the things asked for by price, and not their lids', () => {
    expect(skus('wajan', { sort: 'cheapest', limit: 3 })).toEqual(['WCR-18', 'WTG-20', 'WTG-24']);
    expect(skus('wajan', { sort: 'dearest', limit: 2 })).toEqual(['WBJ-40', 'WTG-28']);
  });

  it('sorts by what sold most and what is newest', () => {
    const sold = (sku: string): number => (sku === 'PKK-30' ? 50 : sku === 'PSU-16' ? 9 : 0);
    expect(skus('panci', { sort: 'best_selling', sold, limit: 2 })).toEqual(['PKK-30', 'PSU-16']);
    expect(skus('wajan', { sort: 'newest', limit: 2 })).toEqual(['WCR-18', 'WBJ-40']);
  });

  it('takes the owner\'s word for what sells best while nothing has been sold', () => {
    const shop = createProductSearch(kitchenware.map((product) => (product.sku === 'PKK-26' ? { ...product, tags: ['Terlaris'] } : product)));
    expect(skus('panci', { sort: 'best_selling', limit: 1 }, shop)).toEqual(['PKK-26']);
    expect(skus('panci', { sort: 'best_selling', limit: 1, sold: (sku) => (sku === 'PSU-16' ? 1 : 0) }, shop)).toEqual(['PSU-16']);
  });

  it('sorts what costs the same by relevance', () => {
    const shop = shopOf(['Sendok Panjang Panci', ''], ['Panci Susu', '']);
    expect(skus('panci', { sort: 'cheapest' }, shop)[0]).toBe('Panci Susu');
  });

  it('breaks ties by sales, then by the order of the file', () => {
    expect(skus('wajan teflon granit', { limit: 2, sold: (sku) => (sku === 'WTG-28' ? 3 : 0) })).toEqual(['WTG-28', 'WTG-20']);
    expect(skus('wajan teflon granit', { limit: 2 })).toEqual(['WTG-20', 'WTG-24']);
  });

  it('never scores a lower rank higher', () => {
    const scores = kitchen.search('stainless', { limit: 60, inStock: () => true }).map((hit) => hit.score);
    expect(scores.length).toBeGreaterThan(3);
    expect([...scores].sort((a, b) => b - a)).toEqual(scores);
  });
});

describe('limits', () => {
  it('gives ten hits unless told', () => {
    expect(skus('set')).not.toHaveLength(0);
    expect(skus('stainless dapur kaca keramik').length).toBeLessThanOrEqual(10);
    expect(skus('wajan', { limit: 2 })).toHaveLength(2);
    expect(skus('wajan', { limit: 0 })).toEqual([]);
  });

  it('keeps to the price asked for', () => {
    expect(skus('wajan', { maxPrice: 100000 })).toEqual(expect.arrayContaining(['WCR-18', 'WTG-20']));
    for (const hit of kitchen.search('wajan', { minPrice: 90000, maxPrice: 150000 })) {
      expect(hit.product.price).toBeGreaterThanOrEqual(90000);
      expect(hit.product.price).toBeLessThanOrEqual(150000);
    }
  });

  it('reads a price in the words as no word', () => {
    expect(kitchen.search('wajan di bawah 100rb', { maxPrice: 100000 })[0]?.coverage).toBe(1);
  });

  it('shows everything by price or sales when no word tells what is wanted', () => {
    expect(skus('yang paling murah apa kak', { sort: 'cheapest', limit: 2 })).toEqual(['CTN-1', 'SDT-1']);
    expect(skus('', { maxPrice: 20000 })).toEqual(['CTN-1', 'SDT-1']);
    expect(skus('yang terlaris', { sort: 'best_selling', sold: (sku) => (sku === 'KIN-1' ? 1 : 0), limit: 1 })).toEqual(['KIN-1']);
  });

  it('leaves out what is not sold', () => {
    const shop = createProductSearch(kitchenware.map((product) => ({ ...product, active: product.sku !== 'APR' && product.category !== 'Wajan' })));
    expect(skus('WTG-28', {}, shop)).not.toContain('WTG-28');
    expect(skus('wajan teflon', {}, shop).filter((sku) => sku.startsWith('W'))).toEqual([]);
  });

  it('works in an empty shop', () => {
    const shop = createProductSearch([]);
    expect(shop.search('wajan')).toEqual([]);
    expect(shop.search('', { sort: 'cheapest' })).toEqual([]);
    expect(shop.knows('wajan')).toBe(false);
  });
});

describe('a word of a message', () => {
  it.each(['wajan', 'wajannya', 'teplon', 'teflon', 'ricecooker', 'cooker', 'sutil', 'talnan', 'eajan', 'panci', 'loyang'])('"%s" names products', (word) => {
    expect(kitchen.knows(word)).toBe(true);
  });

  it.each(['berapa', 'transfer', 'bandung', 'kirim', 'ongkir', 'kota', 'baju', 'ada', 'kak', 'yang', 'besok', 'rumah', '28', 'a', '', 'rekening', 'alamat'])(
    '"%s" does not', (word) => {
      expect(kitchen.knows(word)).toBe(false);
    });

  it('names nothing if only a description has it', () => {
    expect(kitchen.search('muntilan')).not.toEqual([]);
    expect(kitchen.knows('muntilan')).toBe(false);
  });
});
