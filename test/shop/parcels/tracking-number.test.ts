import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COURIERS, courierNamed } from '../../../src/shop/parcels/couriers.ts';
import { readTrackingNumber } from '../../../src/shop/parcels/tracking-number.ts';

function told(text: string, service?: string) {
  const reading = readTrackingNumber(text, service);
  if (reading.kind !== 'told') throw new Error(`${text}: ${reading.kind}`);
  return reading;
}

/** Numbers of the shapes couriers print; the figures are invented. */
const SAMPLES: readonly (readonly [string, string])[] = [
  ['jne', '010190001491925'], ['jne', '0123456789012345'], ['jne', 'BDOAG00123456789'], ['jne', 'TLJR1A2B3C4D5E6F'], ['jne', 'TG7000000622'],
  ['jnt', 'JP1234567890'], ['jnt', 'JX1000962760'], ['jnt', 'JD0123456789'], ['jnt_cargo', '200012345678'],
  ['sicepat', '002900168687'], ['sicepat', '000123456789'], ['anteraja', '10001234567890'], ['anteraja', '11002100312640'],
  ['ninja', 'NLIDAP12345678'], ['ninja', 'NVIDB2B1234567'], ['ninja', 'SHPID12345678'], ['pos', 'P2611230123456'], ['pos', 'RR473124829ID'],
  ['tiki', '030123456789'], ['tiki', '660012345678'], ['tiki', 'TKP1003574518'], ['id_express', 'IDE700123456789'], ['id_express', 'IDS901234567890'],
  ['lion', '11LP1234567890123'], ['lion', '11191234567'], ['spx', 'SPXID054000680586'], ['spx', 'SPXID06900677587A'],
];

describe('telling the courier from the number', () => {
  it.each(SAMPLES)('knows %s by %s', (courier, number) => {
    expect(told(number)).toMatchObject({ number, by: 'format', courier: { id: courier }, differsFrom: null });
  });

  it('has samples for every courier', () => {
    expect(new Set(SAMPLES.map(([courier]) => courier))).toEqual(new Set(COURIERS.map(({ id }) => id)));
  });

  it.each(SAMPLES)('reads a %s number (%s) however it is typed', (courier, number) => {
    for (const typed of [
      number.toLowerCase(), ` ${number}\n`, number.match(/.{1,4}/g)!.join(' '), number.match(/.{1,4}/g)!.join('-'),
      `resi: ${number}`, `No. Resi ${number}`, `resinya ${number.toLowerCase()}`, `nomor resi = ${number}`, `AWB#${number}`, `${number}\u200B`,
    ]) expect(told(typed), typed).toMatchObject({ number, courier: { id: courier } });
  });

  it.each(SAMPLES)('reads its own tracking page for %s back (%s)', (_courier, number) => {
    const { page, courier } = told(number);
    expect(page.url).toMatch(/^https:\/\/[a-z.]+\//);
    expect(page.filledIn).toBe(page.url.includes(number));
    if (page.filledIn) expect(told(page.url)).toMatchObject({ number, courier: { id: courier.id } });
  });

  it.each([
    ['jne 010190001491925', 'jne', '010190001491925'], ['JNE: 0101 9000 1491 925', 'jne', '010190001491925'],
    ['J&T JP1234567890', 'jnt', 'JP1234567890'], ['sicepat 002900168687', 'sicepat', '002900168687'],
    ['ID Express IDE700123456789', 'id_express', 'IDE700123456789'], ['SPX SPXID054000680586', 'spx', 'SPXID054000680586'],
    ['pos indonesia rr473124829id', 'pos', 'RR473124829ID'],
  ])('reads "%s", the courier named first', (text, courier, number) => {
    expect(told(text)).toMatchObject({ number, courier: { id: courier }, differsFrom: null });
  });

  it('goes by the service where the shape is not known', () => {
    expect(told('ABC123456789X', 'JNE Reguler')).toMatchObject({ by: 'service', courier: { id: 'jne' } });
    expect(readTrackingNumber('ABC123456789X')).toEqual({ kind: 'unsure', number: 'ABC123456789X' });
    expect(readTrackingNumber('ABC123456789X', 'Kurir Toko')).toMatchObject({ kind: 'unsure' });
  });

  it('says so when the number is of another courier than the order\'s', () => {
    expect(told('JP1234567890', 'JNE Reguler')).toMatchObject({ courier: { id: 'jnt' }, differsFrom: { id: 'jne' } });
    expect(told('JP1234567890', 'J&T EZ').differsFrom).toBeNull();
  });

  it.each([
    ['', 'no_figures'], ['belum ada', 'no_figures'], ['JNE', 'no_figures'], ['DK-1042', 'too_short'], ['12345', 'too_short'],
    ['081234567890', 'phone_number'], ['+62 812-3456-7890', 'phone_number'], ['0812 3456 7890', 'phone_number'],
    ['1'.repeat(40), 'too_long'], [`${' '.repeat(200)}JP1234567890`, 'too_long'], ['RR473124828ID', 'mistyped'], ['RR473124892ID', 'mistyped'],
  ])('refuses "%s"', (text, reason) => {
    expect(readTrackingNumber(text)).toEqual({ kind: 'not_a_tracking_number', reason });
  });

  it('never lets anything but capitals and figures into a link, and never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('', 'JNE', 'SPX', 'Lion Parcel'), (text, service) => {
      const reading = readTrackingNumber(text, service);
      if (reading.kind === 'told') expect(reading.number).toMatch(/^[A-Z0-9]{8,24}$/);
    }));
    expect(readTrackingNumber('1 '.repeat(500_000)).kind).toBe('not_a_tracking_number');
  });

  it('fits no number to two couriers', () => {
    for (const format of COURIERS.flatMap((courier) => courier.formats)) {
      // The generator knows no lookahead; what that would have kept out is filtered.
      const numbers = fc.stringMatching(new RegExp(format.source.replace(/\(\?![^)]*\)/, ''))).filter((number) => format.test(number));
      fc.assert(fc.property(numbers, (number) => {
        expect(COURIERS.filter((courier) => courier.formats.some((other) => other.test(number)))).toHaveLength(1);
      }), { numRuns: 300 });
    }
  });
});

describe('the courier a service names', () => {
  it.each([
    ['JNE Reguler', 'jne'], ['J&T EZ', 'jnt'], ['jnt', 'jnt'], ['J&T Cargo', 'jnt_cargo'], ['SiCepat BEST', 'sicepat'], ['si cepat', 'sicepat'],
    ['AnterAja Next Day', 'anteraja'], ['Pos Kilat', 'pos'], ['TIKI ONS', 'tiki'], ['ID Express', 'id_express'], ['Lion Parcel REGPACK', 'lion'],
    ['Shopee Xpress', 'spx'], ['Ninja Xpress', 'ninja'],
  ])('knows %s', (service, courier) => expect(courierNamed(service)?.id).toBe(courier));

  it.each(['Kurir Toko', '', 'JNE atau J&T', 'deposito'])('names none for "%s"', (service) => expect(courierNamed(service)).toBeNull());
});
