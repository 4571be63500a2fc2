import { describe, expect, it } from 'vitest';
import { parcelLink } from '../../../src/shop/parcels/tracking-page.ts';

describe('the page on which a parcel can be followed', () => {
  it('is that of the courier whose number it is', () => {
    expect(parcelLink({ tracking: '10001234567890', service_name: 'AnterAja Reguler' })).toEqual({
      courier: 'AnterAja', url: 'https://anteraja.id/tracking/10001234567890', filledIn: true,
    });
    expect(parcelLink({ tracking: 'JP1234567890', service_name: 'J&T EZ' })).toMatchObject({ courier: 'J&T Express', filledIn: false });
  });

  it('is none where the number is of another courier than the service, of no known one, or missing', () => {
    expect(parcelLink({ tracking: 'JP1234567890', service_name: 'JNE Reguler' })).toBeNull();
    expect(parcelLink({ tracking: 'abc', service_name: 'JNE Reguler' })).toBeNull();
    expect(parcelLink({ tracking: null, service_name: 'JNE Reguler' })).toBeNull();
  });
});
