import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { seal } from '../../src/shop/payment/emv.ts';
import { drawQrisPicture } from '../../src/shop/payment/qris-picture.ts';
import { ConsoleShop, noticeOf, type Browser } from './console-shop.ts';

const PAGE = '/konsol/pemilik/mulai';
let at: ConsoleShop;
let owner: Browser;
beforeEach(async () => {
  at = await ConsoleShop.open();
  owner = await at.join('ratna');
});

const store = (): string => readFileSync(join(at.catalogDir, 'store.yaml'), 'utf8');
const stagedIn = (page: string): string => /name="staged" value="([^"]+)"/.exec(page)?.[1] ?? '';
const qrisOf = (method: string): string => seal([{ tag: '00', value: '01' }, { tag: '01', value: method }, { tag: '26', value: '0014ID.CO.QRIS.WWW' }, { tag: '52', value: '5499' }, { tag: '53', value: '360' }, { tag: '58', value: 'ID' }, { tag: '59', value: 'KOPI <B>SENJA' }, { tag: '60', value: 'SURABAYA' }]);
const photoOf = async (qris: string): Promise<File> =>
  new File([new Uint8Array(await drawQrisPicture({ qris, shop: 'X', amount: 1, order: 'X-1', payBefore: null, merchant: 'X', nmid: null, language: 'id' }))], 'qris.png');

describe('setting the shop up from the console', () => {
  it('shows what is set and what is still the sample', async () => {
    const page = await owner.page(PAGE);
    expect(page).toMatch(/Nama toko<\/strong>[^]*?Dapur Kita[^]*?masih contoh/);
    expect(page).toContain('BCA 1234567890 a.n. Dapur Kita');
    expect(page).toContain('masih barang contoh');
  });

  it('takes an answer as the terminal does: checked, shown, written on a yes, comments kept', async () => {
    const before = store();
    const shown = await owner.do(`${PAGE}/name`, { jawaban: 'Kopi Senja' });
    expect(shown).toMatch(/<del>Dapur Kita<\/del>[^]*<ins>Kopi Senja<\/ins>/);
    expect(store()).toBe(before);
    expect(noticeOf(await owner.do('/konsol/pemilik/ubah', { staged: stagedIn(shown) }))).toContain('Disimpan');
    expect(store()).toBe(before.replace('name: Dapur Kita ', 'name: Kopi Senja '));
  });

  it('says what cannot be, and how it can', async () => {
    expect(await owner.do(`${PAGE}/hours`, { jawaban: 'jam 9 sampai 5' })).toContain('Sen-Jum 09.00-12.00');
    expect(await owner.do(`${PAGE}/salutation`, { jawaban: 'Ibu' })).toContain('menebak siapa pelanggannya');
    expect(await owner.do(`${PAGE}/prefix`, { jawaban: 'TOKO-1' })).toContain('Belum bisa');
    expect((await owner.post(`${PAGE}/sandi`, { jawaban: 'x' })).status).toBe(404);
  });

  it("reads the shop's QRIS from a photo, and shows whose it is", async () => {
    const shown = await (await owner.bring(`${PAGE}/qris`, 'foto', await photoOf(qrisOf('11')))).text();
    expect(shown).toContain('QRIS atas nama KOPI &lt;B&gt;SENJA, SURABAYA');
    await owner.do('/konsol/pemilik/ubah', { staged: stagedIn(shown) });
    expect(store()).toContain(qrisOf('11'));
    expect(await (await owner.bring(`${PAGE}/qris`, 'foto', await photoOf(qrisOf('12')))).text()).toContain('hanya untuk satu pembayaran');
    expect(await (await owner.bring(`${PAGE}/qris`, 'foto', new File(['bukan foto'], 'x.png'))).text()).toContain('bukan foto');
  });

  it('opens no file of the computer that a visitor or a code names (S9)', async () => {
    expect((await owner.post(`${PAGE}/qris`, { jawaban: join(at.catalogDir, 'photos/wajan-enamel.png') })).status).toBe(422);
    const path = await photoOf(join(at.catalogDir, 'photos/wajan-enamel.png'));
    expect(await (await owner.bring(`${PAGE}/qris`, 'foto', path)).text()).toContain('bukan QRIS yang bisa dipakai');
  });

  it('is for owners alone', async () => {
    const siti = await at.join('siti');
    expect((await siti.get(PAGE)).status).toBe(403);
    expect((await siti.post(`${PAGE}/name`, { jawaban: 'Milik Siti' })).status).toBe(403);
  });
});
