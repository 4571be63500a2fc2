import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ConsoleShop, noticeOf, type Browser } from './console-shop.ts';
import { formOf } from './forms.ts';

let at: ConsoleShop;
let owner: Browser;
const file = (name: string): string => readFileSync(join(at.catalogDir, name), 'utf8');
const HOURS = '/konsol/pemilik/toko/jam';

/** Fills in some fields of a page's form, with all the others as they are, and sends it. */
async function send(path: string, fields: Record<string, string>, by = owner): Promise<{ status: number; page: string }> {
  const answer = await by.post(path, { ...formOf(await by.page(path), path), ...fields }, path);
  return { status: answer.status, page: await answer.text() };
}
const stagedIn = (page: string): string => /name="staged" value="([^"]+)"/.exec(page)?.[1] ?? '';
async function save(path: string, fields: Record<string, string>): Promise<string> {
  const { page } = await send(path, fields);
  expect(stagedIn(page), page.replace(/^[^]*<main/, '').slice(0, 3_000)).not.toBe('');
  return owner.do('/konsol/pemilik/ubah', { staged: stagedIn(page) });
}

beforeEach(async () => {
  at = await ConsoleShop.open();
  owner = await at.join('ratna');
});

describe('store.yaml from forms', () => {
  it('shows the change, makes it on a yes, touches one line, is live at once, is recorded, and can be taken back', async () => {
    const before = file('store.yaml');
    const { page } = await send(HOURS, { 'hours.sat.0.from': '10:00', 'hours.sat.0.to': '12:00', 'hours.sat.1.from': '13:00', 'hours.sat.1.to': '15:30' });
    expect(page).toMatch(/Sabtu[^]*<del>09:00-14:00<\/del>[^]*<ins>10:00-12:00, 13:00-15:30<\/ins>/);
    expect(file('store.yaml')).toBe(before);
    const tap = () => owner.do('/konsol/pemilik/ubah', { staged: stagedIn(page), act: 'satu' });
    expect(noticeOf(await tap())).toContain('sudah berlaku');
    expect(noticeOf(await tap())).toContain('sudah berlaku');
    expect(file('store.yaml')).toBe(before.replace('sat: "09:00-14:00"              #', 'sat: "10:00-12:00, 13:00-15:30" #'));
    expect(at.shop.shop.world().premises.catalogue.store.hours.week.sat).toEqual([{ from: 600, to: 720 }, { from: 780, to: 930 }]);
    const acts = at.shop.db.prepare(`SELECT staff, detail FROM staff_acts WHERE act = 'owner_file'`).all();
    expect(acts).toEqual([{ staff: 'ratna', detail: 'store.yaml: Sabtu: 09:00-14:00 → 10:00-12:00, 13:00-15:30' }]);

    const name = /name="name" value="([^"]+)"/.exec(await owner.page('/konsol/pemilik/berkas'))![1]!;
    await owner.do('/konsol/pemilik/berkas/pakai', { staged: stagedIn(await owner.do('/konsol/pemilik/berkas/riwayat', { name })) });
    expect(file('store.yaml')).toBe(before);
  });

  it('sent as it was shown changes nothing, on every page', async () => {
    for (const path of [HOURS, ...['profil', 'bayar', 'aturan', 'bonus', 'ongkir', 'ongkir/0', 'promo'].map((name) => `/konsol/pemilik/toko/${name}`), '/konsol/pemilik/barang/WTG-28/grosir', '/konsol/pemilik/kata/faq', '/konsol/pemilik/kata/balasan-cepat', '/konsol/pemilik/kata/kebijakan', '/konsol/pemilik/staf/ubah']) {
      const answer = await owner.post(path, formOf(await owner.page(path), path), path);
      expect(answer.status, path).toBe(303);
      expect(noticeOf(await owner.page(path)), path).toBe('Tidak ada yang berubah.');
    }
  });

  it('adds, changes and takes out special days together', async () => {
    const before = file('store.yaml');
    const done = await save(HOURS, {
      'hours.special.0.note': 'Malam Natal', 'hours.special.1.-': 'ya', 'hours.special.+.date': '2026-12-31', 'hours.special.+.hours.0.from': '09:00', 'hours.special.+.hours.0.to': '12:00', 'hours.special.+.note': 'Tahun baru',
    });
    expect(noticeOf(done)).toContain('Disimpan');
    expect(file('store.yaml')).toBe(before.replace('note: "Menjelang Natal"', 'note: "Malam Natal"').replace(/ {4}- \{ date: 2027-03-08.*\n/, '    - { date: 2026-12-31, hours: "09:00-12:00", note: Tahun baru }\n'));
    expect(at.shop.shop.world().premises.hours.day('2026-12-31' as never).shifts).toEqual([{ from: 540, to: 720 }]);
  });

  it('told wrong is told beside the field, nothing typed is lost, nothing is changed', async () => {
    const before = file('store.yaml');
    const { status, page } = await send('/konsol/pemilik/toko/bayar', { 'payments.bank_transfer.0.account': '12', 'payments.bank_transfer.+.bank': 'Mandiri', 'payments.bank_transfer.+.account': '7778889990', 'payments.bank_transfer.+.holder': '"Toko" <b>Kita</b>' });
    expect(status).toBe(422);
    expect(page).toMatch(/value="12"[^>]*>(?:<\/?span[^>]*>)*[^<]*<\/?[^>]*field-wrong[^>]*>[^<]*nomor rekening/);
    expect(page).toContain('value="7778889990"');
    expect(page).not.toContain('<b>Kita');
    expect(file('store.yaml')).toBe(before);
  });

  it('is not written over what changed meanwhile at the computer', async () => {
    const form = formOf(await owner.page(HOURS), HOURS);
    writeFileSync(join(at.catalogDir, 'store.yaml'), file('store.yaml').replace('idle_minutes: 30', 'idle_minutes: 45'));
    const answer = await owner.post(HOURS, { ...form, 'hours.sat.0.to': '15:00' }, HOURS);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('berubah sejak halaman ini dibuka');
    expect(page).toContain('value="15:00"');
    const { page: preview } = await send(HOURS, { 'hours.sat.0.to': '15:00' });
    writeFileSync(join(at.catalogDir, 'store.yaml'), file('store.yaml').replace('idle_minutes: 45', 'idle_minutes: 50'));
    expect(noticeOf(await owner.do('/konsol/pemilik/ubah', { staged: stagedIn(preview) }))).toContain('berubah sejak');
    expect(file('store.yaml')).toContain('idle_minutes: 50');
    expect(file('store.yaml')).toContain('sat: "09:00-14:00"');
  });

  it('keeps CRLF, and makes shipping, bonus and FAQ what was asked', async () => {
    for (const name of ['store.yaml', 'shipping.yaml', 'faq.yaml']) writeFileSync(join(at.catalogDir, name), file(name).replaceAll('\n', '\r\n'));
    await save('/konsol/pemilik/toko/bonus', { 'bonus.0.amount': '2500', 'bonus.+.metric': 'chats_handled', 'bonus.+.per': '10', 'bonus.+.amount': '5000' });
    await save('/konsol/pemilik/toko/ongkir/0', { 'services.0.zones.0.per_kg': '9500', 'services.0.zones.1.per_kg': '12.000' });
    await save('/konsol/pemilik/kata/faq', { '+.questions': 'bisa titip ke satpam ga\nboleh dititip?', '+.answer': 'Bisa {sapaan}.' });
    const { catalogue } = at.shop.shop.world().premises;
    expect(catalogue.store.bonus.at(0)?.amount).toBe(2_500);
    expect(catalogue.store.bonus.at(-1)).toMatchObject({ metric: 'chats_handled', per: 10, amount: 5_000 });
    expect(catalogue.shipping.services[0]!.zones.slice(0, 2).map(({ perKg }) => perKg)).toEqual([9_500, 12_000]);
    expect(catalogue.faq.at(-1)).toEqual({ questions: ['bisa titip ke satpam ga', 'boleh dititip?'], answer: 'Bisa {sapaan}.' });
    for (const name of ['store.yaml', 'shipping.yaml', 'faq.yaml']) expect(file(name).replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('begins a list that was only a comment: vouchers, said wrong beside the field, and right', async () => {
    const before = file('promotions.yaml');
    const PROMO = '/konsol/pemilik/toko/promo';
    const wrong = await send(PROMO, { 'vouchers.+.code': 'HEMAT10', 'vouchers.+.percent': '200' });
    expect(wrong.status).toBe(422);
    expect(wrong.page).toMatch(/name="vouchers\.\+\.percent"[^>]*value="200"[^]{0,160}field-wrong/);
    await save(PROMO, { 'vouchers.+.code': 'HEMAT10', 'vouchers.+.percent': '10', 'vouchers.+.until': '2026-12-31', 'vouchers.+.categories': 'Wajan & Penggorengan', 'vouchers.+.listed': 'yes' });
    expect(file('promotions.yaml')).toBe(`${before}vouchers:\n  - { code: HEMAT10, percent: 10, until: 2026-12-31, categories: ["Wajan & Penggorengan"], listed: true }\n`);
    expect(at.shop.shop.world().premises.catalogue.promotions.vouchers[0]).toMatchObject({ code: 'HEMAT10', percent: 10, listed: true, stack: false });
    await save(PROMO, { 'vouchers.0.uses': '50' });
    expect(file('promotions.yaml')).toContain('listed: true, uses: 50 }');
  });

  it('writes wholesale prices of a product from its page, changes them in place, and takes them out; mistakes stand beside the steps', async () => {
    const before = file('promotions.yaml');
    const GROSIR = '/konsol/pemilik/barang/WTG-28/grosir';
    const step = (i: number, min: string, each: string) => ({ [`wholesale.0.steps.${i}.min`]: min, [`wholesale.0.steps.${i}.each`]: each });
    const rules = () => at.shop.shop.world().premises.catalogue.promotions.wholesale;
    const dear = await send(GROSIR, step(0, '6', '999000'));
    expect(dear.status).toBe(422);
    expect(dear.page).toMatch(/value="999000"[^]*field-wrong[^>]*>[^<]*tidak lebih murah/);
    await save(GROSIR, { ...step(0, '6', '150.000'), ...step(1, '12', '140000') });
    expect(file('promotions.yaml')).toBe(`${before}wholesale:\n  - { products: [WTG-28], steps: [{ min: 6, price: "150.000" }, { min: 12, price: 140000 }] }\n`);
    expect(rules()).toMatchObject([{ products: ['WTG-28'], steps: [{ min: 6, price: 150_000, percent: null }, { min: 12, price: 140_000, percent: null }] }]);
    expect(await owner.page('/konsol/katalog/WTG-28')).toContain('mulai 6 buah Rp150.000 · mulai 12 buah Rp140.000');
    await save(GROSIR, { ...step(0, '6', '5%'), ...step(1, '12', '10%'), ...step(2, '24', '15%') });
    expect(rules()[0]!.steps.map(({ min, percent }) => [min, percent])).toEqual([[6, 5], [12, 10], [24, 15]]);
    await save(GROSIR, { ...step(0, '', ''), ...step(1, '', ''), ...step(2, '', '') });
    expect(rules()).toEqual([]);
    expect(file('promotions.yaml').startsWith(before)).toBe(true);
    await save(GROSIR, step(0, '6', '5%'));
    expect(rules()).toHaveLength(1);
  });

  it('writes wholesale prices of a category, mixed, beside what an owner wrote by hand', async () => {
    const PROMO = '/konsol/pemilik/toko/promo';
    writeFileSync(join(at.catalogDir, 'promotions.yaml'), '# grosir kami\nwholesale:\n  - name: Grosir gelas # dari rapat\n    products: [WTG-28]\n    steps:\n      - min: 6\n        percent: 5\n');
    await save(PROMO, { 'wholesale.+.name': 'Grosir dapur', 'wholesale.+.categories': 'Alat Masak', 'wholesale.+.mix': 'yes', 'wholesale.+.steps.0.min': '10', 'wholesale.+.steps.0.each': '5%', 'wholesale.0.steps.1.min': '12', 'wholesale.0.steps.1.each': '8%' });
    expect(file('promotions.yaml')).toContain('# grosir kami\nwholesale:\n  - name: Grosir gelas # dari rapat\n    products: [WTG-28]\n    steps:\n      - min: 6\n        percent: 5\n      - min: 12\n        percent: 8\n');
    expect(at.shop.shop.world().premises.catalogue.promotions.wholesale.map(({ name, mix, steps }) => [name, mix, steps.length])).toEqual([['Grosir gelas', false, 2], ['Grosir dapur', true, 1]]);
    await save(PROMO, { 'wholesale.0.-': 'ya' });
    expect(at.shop.shop.world().premises.catalogue.promotions.wholesale.map(({ name }) => name)).toEqual(['Grosir dapur']);
  });

  it('adds a courier service with its first rate, more destinations after, and takes one out; the others keep their lines', async () => {
    const before = file('shipping.yaml');
    const SHIPPING = '/konsol/pemilik/toko/ongkir';
    const bare = await send(SHIPPING, { 'services.+.name': 'Pos Kilat' });
    expect(bare.status).toBe(422);
    expect(bare.page).toContain('belum punya tarif');
    expect(bare.page).toContain('value="Pos Kilat"');
    const place = await send(SHIPPING, { 'services.+.name': 'Pos Kilat', 'services.+.zones.0.to': 'Jakrta', 'services.+.zones.0.per_kg': '11000', 'services.+.zones.0.days': '2-4' });
    expect(place.page).toMatch(/>Jakrta<\/textarea>[^]{0,120}field-wrong[^>]*>[^<]*tidak dikenal/);
    await save(SHIPPING, { 'services.+.name': 'Pos Kilat', 'services.+.works': 'mon-fri', 'services.+.zones.0.to': 'Jawa Barat, DKI Jakarta', 'services.+.zones.0.per_kg': '11000', 'services.+.zones.0.days': '2-4' });
    const { services } = at.shop.shop.world().premises.catalogue.shipping;
    expect(services.at(-1)).toEqual({ id: 'pos-kilat', name: 'Pos Kilat', works: ['mon', 'tue', 'wed', 'thu', 'fri'], cod: false, maxParcelG: null, zones: [{ to: ['Jawa Barat', 'DKI Jakarta'], perKg: 11_000, daysMin: 2, daysMax: 4 }] });
    const kept = file('shipping.yaml').split('\n');
    expect(before.split('\n').filter((line) => line !== '' && !kept.includes(line))).toEqual([]);
    const RATES = `${SHIPPING}/${services.length - 1}`;
    await save(RATES, { [`services.${services.length - 1}.zones.+.to`]: '*', [`services.${services.length - 1}.zones.+.per_kg`]: '30000', [`services.${services.length - 1}.zones.+.days`]: '4-8' });
    expect(at.shop.shop.world().premises.catalogue.shipping.services.at(-1)!.zones).toHaveLength(2);
    await save(SHIPPING, { [`services.${services.length - 1}.-`]: 'ya' });
    const lines = (text: string) => text.split('\n').filter((line) => line !== '');
    expect(lines(file('shipping.yaml'))).toEqual(lines(before));
  });

  it('refuses a placeholder that no text knows, beside its field', async () => {
    const { status, page } = await send('/konsol/pemilik/kata/faq', { '0.answer': 'Halo {sapan}' });
    expect(status).toBe(422);
    expect(page).toMatch(/field-wrong[^>]*>[^<]*isian \{sapan\} tidak dikenal/);
  });
});

describe('staff from a form', () => {
  const STAFF = '/konsol/pemilik/staf/ubah';

  it('adds a person, who then gets a link; one taken out is out on every device at once, the old password too', async () => {
    await save(STAFF, { '+.id': 'dewi', '+.name': 'Dewi', '+.whatsapp': '+6281234567891' });
    expect(file('staff.yaml')).toContain('- { id: dewi, name: Dewi, role: admin, whatsapp: "+6281234567891" }');
    const dewi = await at.join('dewi');
    expect((await dewi.get('/konsol/chat')).status).toBe(200);
    at.shop.hear('c1', 'admin');
    await dewi.post(`/konsol/chat/${at.shop.chatId('c1')}/ambil`, {});
    expect(at.shop.shop.tables.chats.get(at.shop.chatId('c1')).holder).toBe('dewi');
    await save(STAFF, { '3.-': 'ya' });
    expect(at.shop.shop.tables.chats.get(at.shop.chatId('c1')).holder).toBe('ratna');
    expect((await dewi.get('/konsol/chat')).status).toBe(302);
    await save(STAFF, { '+.id': 'dewi', '+.name': 'Dewi Lain' });
    expect((await dewi.get('/konsol/chat')).status).toBe(302);
    expect((await (await at.enter('dewi')).get('/konsol/chat')).status).toBe(302);
  });

  it('never leaves the shop without an owner, nor the owner without himself', async () => {
    expect((await send(STAFF, { '0.role': 'admin' })).page).toContain('sedikitnya satu pemilik');
    expect((await send(STAFF, { '0.-': 'ya' })).status).toBe(303);
    await save(STAFF, { '1.role': 'owner' });
    expect((await send(STAFF, { '0.role': 'admin' })).page).toContain('diri sendiri');
    expect(at.shop.shop.world().premises.catalogue.staff.map(({ id, role }) => `${id} ${role}`)).toEqual(['ratna owner', 'siti owner', 'budi admin']);
  });

  it('is no file that can be brought or put back from the history', async () => {
    await save(STAFF, { '+.id': 'dewi', '+.name': 'Dewi' });
    expect(await (await owner.bring('/konsol/pemilik/berkas', 'berkas', new File(['- { id: x, name: X, role: owner }'], 'staff.yaml'))).text()).toContain('tidak dikenal');
    expect(await owner.page('/konsol/pemilik/berkas')).not.toContain('-staff.yaml');
  });
});
