import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue, loadCatalogueOrThrow } from '../../../src/shop/catalogue/load.ts';
import { caret, folderWith, load, loadedOf, loadProducts, problemsOf, SOUND } from './owner-folder.ts';

const lines = (problems: readonly { file: string; line: number; what: string }[]) => problems.map((problem) => `${problem.file}:${problem.line} ${problem.what}`);

describe('which files there must be', () => {
  it('a sound shop has neither mistakes nor warnings', async () => {
    const outcome = await load({});
    expect(lines(problemsOf(outcome))).toEqual([]);
    expect(loadedOf(outcome).products).toHaveLength(2);
  });

  it('products alone are a shop that can sell, and the owner is told what was assumed', async () => {
    const outcome = await load({ 'store.yaml': null, 'shipping.yaml': null });
    const { store, shipping, faq, staff } = loadedOf(outcome);
    expect(lines(problemsOf(outcome))).toEqual([expect.stringMatching(/^store\.yaml:1 .*bawaan/), expect.stringMatching(/^shipping\.yaml:1 .*bawaan/)]);
    expect(store.payments.cod && shipping.services.some((service) => service.cod && service.zones.some((zone) => zone.to.includes('*')))).toBe(true);
    expect(store.hours.week.mon).toEqual([{ from: 540, to: 1_020 }]);
    expect([faq, staff]).toEqual([[], []]);
  });

  it('a file of comments says as little as none', async () => {
    const outcome = await load({ 'faq.yaml': '# nanti diisi\n', 'replies.yaml': '# kosong\n', 'store.yaml': '' });
    expect(loadedOf(outcome).faq).toEqual([]);
    expect(lines(problemsOf(outcome))).toEqual([expect.stringMatching(/^store\.yaml:1 /), expect.stringMatching(/^shipping\.yaml:2 .*cod: true/)]);
  });

  it('no products file, two of them, or no folder at all is a mistake', async () => {
    expect(lines(problemsOf(await load({ 'products.csv': null })))).toEqual([expect.stringMatching(/^products\.csv:1 berkas barang tidak ada/)]);
    expect(lines(problemsOf(await load({ 'products.yaml': '- { sku: A, name: A, price: 1000 }\n' })))).toEqual([expect.stringMatching(/^products\.yaml:1 ada dua berkas barang: products\.csv dan products\.yaml/)]);
    const outcome = await loadCatalogue('/tidak/ada');
    expect(outcome).toMatchObject({ kind: 'refused', problems: [{ file: '/tidak/ada', line: 1, column: 1 }] });
  });

  it('files under names that look like ours are warned of, not read', async () => {
    const outcome = await load({ 'faq.yaml.txt': '- salah', 'products.xls': 'x', 'shiping.yaml': 'a: 1', 'staff.csv': 'a', '~$products.xlsx': 'x', 'README.md': 'x', 'catatan.txt': 'x' });
    expect(lines(problemsOf(outcome))).toEqual([
      expect.stringMatching(/^faq\.yaml\.txt:1 .*\.txt/), expect.stringMatching(/^products\.xls:1 /), expect.stringMatching(/^shiping\.yaml:1 /), expect.stringMatching(/^staff\.csv:1 /),
    ]);
  });

  it('names are found whatever their case, and .yml is .yaml', async () => {
    const { 'products.csv': products, 'store.yaml': store, 'shipping.yaml': shipping } = SOUND;
    const outcome = await load({ ...Object.fromEntries(Object.keys(SOUND).map((name) => [name, null])), 'Products.CSV': products!, 'Store.yml': store!, 'SHIPPING.YAML': shipping! });
    expect(loadedOf(outcome).store.name).toBe('Dapur Kita');
    expect(lines(problemsOf(outcome))).toEqual([]);
  });
});

describe('mistakes are gathered', () => {
  it('from every file and every cell at once, in order', async () => {
    const outcome = await load({
      'products.csv': 'sku,name,price,stock\nA,,nol,-1\n,Panci,75000,2\n',
      'store.yaml': 'name: Dapur\nlanguage: jawa\ntimezone: Jawa\n',
      'staff.yaml': '- { id: a, name: A, telegram: x }\n- { id: a, name: B, role: kasir }\n',
    });
    expect(outcome.kind).toBe('refused');
    expect(problemsOf(outcome).filter((problem) => problem.severity === 'error').map((problem) => `${problem.file}:${problem.line}:${problem.column}`)).toEqual([
      'products.csv:2:3', 'products.csv:2:4', 'products.csv:2:8', 'products.csv:3:1',
      'store.yaml:2:11', 'store.yaml:3:11', 'staff.yaml:1:31', 'staff.yaml:2:9', 'staff.yaml:2:27',
    ]);
  });

  it('without blaming a row for another: a companion in a row with mistakes exists', async () => {
    const outcome = await loadProducts('products.csv', 'sku,name,price,goes_with\nA,Wajan,75000,B|C\nB,Spatula,nol,\nC;Tutup;75000;\n');
    expect(lines(problemsOf(outcome).filter((problem) => problem.severity === 'error'))).toEqual([expect.stringMatching(/:3 .*"nol"/), expect.stringMatching(/:4 .*titik koma/)]);
  });

  it('says each on one line, whatever stood in the cell', async () => {
    const outcome = await loadProducts('products.csv', 'sku,name,price\nA,Wajan,"tujuh\npuluh\u0007"\n');
    for (const problem of problemsOf(outcome)) expect(`${problem.what}${problem.should}`).not.toMatch(/[\n\r\u0007]/);
  });

  it('is thrown as one error where a shop cannot start without', async () => {
    const folder = await folderWith({ ...SOUND, 'products.csv': 'sku,name,price\nA,Wajan,nol\n' });
    await expect(loadCatalogueOrThrow(folder)).rejects.toThrow(/products\.csv:2:9: harga "nol"/);
  });
});

describe('what YAML must not do to an owner', () => {
  it('keeps noughts, dots, words and exponents as they were written', async () => {
    const { text } = caret('‸name: 007\nlanguage: id\ncustomer_name: no\nhours: { mon: 09.00-17.00, tue: 9-17, wed: closed, thu: closed, fri: closed, sat: closed, sun: closed }\npayments:\n  bank_transfer: [ { bank: BCA, account: 0012345678, holder: 1e3 } ]\n  cod: No\n');
    const { store } = loadedOf(await load({ 'store.yaml': text }));
    expect([store.name, store.customerName, store.payments.bankTransfer[0], store.payments.cod, store.hours.week.mon]).toEqual([
      '007', 'no', { bank: 'BCA', account: '0012345678', holder: '1e3' }, false, [{ from: 540, to: 1_020 }],
    ]);
  });

  it('reads what is left empty as not written', async () => {
    const { store } = loadedOf(await load({ 'store.yaml': 'name: Dapur\ncustomer_name:\ncontact:\n  phone: ~\n  address: ""\norders: null\nbonus:\npayments: { cod: yes, qris: "" }\n' }));
    expect([store.customerName, store.contact.phone, store.contact.address, store.orders.prefix, store.bonus]).toEqual([null, null, null, 'ORD', []]);
  });

  it('follows aliases, and refuses to be flooded by them', async () => {
    const { store } = loadedOf(await load({ 'store.yaml': 'name: Dapur\npayments: { cod: yes }\nhours: { mon: &kerja "09:00-17:00", tue: *kerja, wed: *kerja, thu: *kerja, fri: *kerja, sat: closed, sun: closed }\n' }));
    expect(store.hours.week.fri).toEqual([{ from: 540, to: 1_020 }]);
    const bomb = Array.from({ length: 30 }, (_, i) => `- &a${i} [${i === 0 ? 'x' : Array(10).fill(`*a${i - 1}`).join(', ')}]`).join('\n');
    expect(lines(problemsOf(await load({ 'faq.yaml': bomb })))).toEqual([expect.stringMatching(/^faq\.yaml:1 .*terlalu banyak/)]);
  });

  it('has no names that reach into the program', async () => {
    expect((await load({ 'replies.yaml': '__proto__: "Halo"\nconstructor: "Hai"\n' })).kind).toBe('loaded');
    expect(lines(problemsOf(await load({ 'store.yaml': 'name: Dapur\n__proto__: { cod: yes }\nconstructor: x\n' })))).toEqual([
      expect.stringMatching(/:2 "__proto__" tidak dikenal/), expect.stringMatching(/:3 "constructor" tidak dikenal/),
    ]);
  });
});

describe('photos', () => {
  it('are found by name, with or without their folder, whatever the case', async () => {
    const folder = await folderWith({
      ...SOUND, 'photos/wajan.jpg': 'x', 'photos/Panci Besar.PNG': 'x', 'photos/sub/tutup.webp': 'x', 'photos/sutil.heic': 'x',
      'products.csv': 'sku,name,price,weight_g,photo\nA,Wajan,75000,9,wajan.jpg\nB,Panci,75000,9,photos/panci besar.png\nC,Tutup,75000,9,sub\\tutup.webp\nD,Sutil,75000,9,sutil.heic\nE,Pisau,75000,9,\nF,Wok,75000,9,https://x.example/a/wajan.jpg?v=2\n',
    });
    const outcome = await loadCatalogue(folder);
    expect(loadedOf(outcome).products.map((product) => product.photo)).toEqual([
      join(folder, 'photos/wajan.jpg'), join(folder, 'photos/Panci Besar.PNG'), join(folder, 'photos/sub/tutup.webp'), null, null, join(folder, 'photos/wajan.jpg'),
    ]);
    expect(lines(problemsOf(outcome))).toEqual([expect.stringMatching(/:5 foto "sutil\.heic" bukan/)]);
  });
});

describe('the version', () => {
  it('is the same for the same files, and another for any change that matters', async () => {
    const of = async (files: Readonly<Record<string, string | null>>) => loadedOf(await load(files)).version;
    const base = await of({});
    expect(await of({})).toBe(base);
    const others = await Promise.all([
      of({ 'faq.yaml': '- { questions: [a], answer: b }\n' }),
      of({ 'products.csv': `${String(SOUND['products.csv'])}TTP,Tutup,25000,1,100\n` }),
      of({ 'shipping.yaml': `${String(SOUND['shipping.yaml'])}# catatan\n` }),
      of({ 'photos/wajan.jpg': 'x' }),
    ]);
    expect(new Set([base, ...others]).size).toBe(5);
    expect(await of({ 'catatan.txt': 'bukan berkas toko' })).toBe(base);
  });
});

describe('a large catalogue', () => {
  it('of 10,000 rows loads whole', async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => `SKU-${i},"Wajan ""${i}""",Wajan,${1_000 + i},${i % 50},900,Baik,${i > 0 ? `SKU-${i - 1}` : ''},Grup ${Math.floor(i / 5)},${i % 5} cm`);
    const { products, product, variantsOf } = loadedOf(await loadProducts('products.csv', `sku,name,category,price,stock,weight_g,description,goes_with,variant_of,variant\n${rows.join('\n')}\n`));
    expect(products).toHaveLength(10_000);
    expect(variantsOf(product('sku-9999')!).map((one) => one.sku)).toEqual(['SKU-9995', 'SKU-9996', 'SKU-9997', 'SKU-9998', 'SKU-9999']);
  });
});
