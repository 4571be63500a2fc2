import { describe, expect, it } from 'vitest';
import { readQrPhoto } from '../../src/media/read-qr.ts';
import { drawQrisPicture } from '../../src/shop/payment/qris-picture.ts';
import { startingZones, timezoneOf } from '../../src/setting-up/starting-tariffs.ts';
import { readAccountLine } from '../../src/setting-up/steps/payment.ts';
import { hoursText, readWeek, weekWords } from '../../src/setting-up/week-text.ts';
import { compileZones } from '../../src/shop/shipping/zones.ts';
import { createGazetteer } from '../../src/shop/shipping/gazetteer.ts';
import { readAreas } from '../../src/shop/shipping/areas.ts';
import sharp from 'sharp';

describe('a week in one line', () => {
  it.each([
    ['Sen-Jum 09.00-12.00, 13.00-17.00; Sab 09.00-14.00', 'Sen–Jum 09.00–12.00, 13.00–17.00; Sab 09.00–14.00; Min tutup'],
    ['tiap hari 08.00-20.00', 'Sen–Min 08.00–20.00'],
    ['senin sampai sabtu 8-17, minggu tutup', 'Sen–Sab 08.00–17.00; Min tutup'],
    ['Sen-Kam 9-17, Jum 9-11.30, 13-17', 'Sen–Kam 09.00–17.00; Jum 09.00–11.30, 13.00–17.00; Sab–Min tutup'],
    ['sabtu & minggu 18.00-02.00', 'Sen–Jum tutup; Sab–Min 18.00–26.00'],
  ])('%j', (text, words) => {
    const week = readWeek(text);
    expect(week.kind === 'good' && weekWords(week.value)).toBe(words);
  });

  it.each(['', 'jam 9 sampai 5', '09.00-17.00', 'Sen-Jum', 'Sen 9-17; Sen 8-10', 'Snin 9-17', 'Sen 17-9-20', 'Sen-Jum 25.00-26.00'])('%j is asked again', (text) => {
    expect(readWeek(text)).toMatchObject({ kind: 'bad', should: expect.stringMatching(/./) as string });
  });

  it('is written as store.yaml has it', () => {
    expect([hoursText([]), hoursText([{ from: 540, to: 720 }, { from: 780, to: 1_440 }]), hoursText([{ from: 1_080, to: 1_560 }])]).toEqual(['closed', '09:00-12:00, 13:00-24:00', '18:00-02:00']);
  });
});

describe('a bank account in one line', () => {
  it.each([
    ['BCA 1234567890 a.n. Rini Lestari', 'BCA', '1234567890', 'Rini Lestari'],
    ['bank mandiri: 123-00-0456789-1 atas nama PT Senja', 'bank mandiri', '1230004567891', 'PT Senja'],
    ['BNI 0123 4567 89 (an Siti)', 'BNI', '0123456789', 'Siti'],
    ['BRI 012345678901234 Budi', 'BRI', '012345678901234', 'Budi'],
  ])('%j', (line, bank, account, holder) => { expect(readAccountLine(line)).toEqual({ bank, account, holder }); });
  it.each(['', 'BCA', '1234567890', 'BCA 1234567890', 'a.n. Rini'])('%j lacks something', (line) => { expect(readAccountLine(line)).toBeNull(); });
});

describe('tariffs to begin with', () => {
  const gazetteer = createGazetteer();
  const places = readAreas();

  it.each(['31.71', '32.73', '12.71', '51.71', '73.71', '81.71', '94.01', '62.71'])('reach every district from %s, nowhere for nothing, and never dearer nearer by', (origin) => {
    const zones = startingZones(gazetteer.byCode(origin) ?? gazetteer.byCode(origin.slice(0, 2))!, gazetteer, 1);
    const { services, problems } = compileZones({ services: [{ id: 'x', name: 'X', works: ['mon'], cod: false, maxParcelG: null, zones: zones.map(({ to, perKg, days }) => ({ to, perKg, daysMin: days[0], daysMax: days[1] })) }] } as never, gazetteer);
    expect(problems).toEqual([]);
    const prices = places.filter((place) => place.kind === 'district').map((place) => services[0]!.zoneFor(place.code)?.perKg ?? 0);
    expect(Math.min(...prices)).toBeGreaterThanOrEqual(9_500);
    const own = services[0]!.zoneFor(`${origin}.01`)!.perKg;
    expect(own).toBe(Math.min(...prices));
    expect(zones.every(({ days }) => days[0] >= 1 && days[0] <= days[1])).toBe(true);
  });

  it('know the clock of every province', () => {
    expect(['31', '61', '62', '51', '63', '71', '81', '91', '96'].map((code) => timezoneOf(code).slice(5))).toEqual(['Jakarta', 'Jakarta', 'Jakarta', 'Makassar', 'Makassar', 'Makassar', 'Jayapura', 'Jayapura', 'Jayapura']);
  });
});

describe('the code in a photo', () => {
  const QRIS = '00020101021126670015COM.EXAMPLE.WWW011893600014000000000102150000000000000010303UMI51440014ID.CO.QRIS.WWW0215ID00000000000010303UMI5204571953033605802ID5910DAPUR KITA6007BANDUNG6105401156304C0BA';
  const print = () => drawQrisPicture({ qris: QRIS, shop: 'Dapur Kita', amount: 1, order: 'DK-1', payBefore: null, merchant: 'DAPUR KITA', nmid: null, language: 'id' });

  it('is read from a screenshot', async () => { expect(await readQrPhoto(await print())).toEqual({ kind: 'read', text: QRIS }); });

  it('is read from a photo: askew, dim, noisy, large, beside other things', async () => {
    const tilted = await sharp(await print()).rotate(8, { background: '#b9a88f' }).modulate({ brightness: 0.75 }).blur(1.1).toBuffer();
    const { width, height } = await sharp(tilted).metadata();
    const noise = await sharp({ create: { width: 2_400, height: 2_800, channels: 3, background: '#8d7a63', noise: { type: 'gaussian', mean: 120, sigma: 22 } } }).jpeg().toBuffer();
    const photo = await sharp(noise).composite([{ input: await sharp(tilted).resize(Math.round(width * 1.6)).toBuffer(), left: 400, top: 500 }]).jpeg({ quality: 55 }).toBuffer();
    expect(height).toBeGreaterThan(width);
    expect(await readQrPhoto(photo)).toEqual({ kind: 'read', text: QRIS });
  });

  it('is not made up where there is none', async () => {
    const plain = await sharp({ create: { width: 600, height: 600, channels: 3, background: '#ffffff' } }).png().toBuffer();
    expect(await readQrPhoto(plain)).toEqual({ kind: 'none' });
    expect(await readQrPhoto(plain.subarray(0, 60))).toMatchObject({ kind: 'no_picture', reason: 'fotonya rusak' });
    expect(await readQrPhoto(Buffer.from('<svg/>'))).toMatchObject({ kind: 'no_picture' });
  });
});
