import type { Gazetteer, Place } from '../shop/shipping/place.ts';
import type { Area } from './provider.ts';

/** Districts to look a place up by: itself, or the first few of a larger one. Each costs a request. */
const MOST_TRIES = 2;

/** Districts that stand for a place: providers quote between districts, customers name cities. */
export function districtsOf(place: Place, gazetteer: Gazetteer): readonly Place[] {
  if (place.kind === 'district') return [place];
  const inside = gazetteer.inside(place.code);
  const districts = place.kind === 'province' ? inside.slice(0, 1).flatMap((regency) => gazetteer.inside(regency.code)) : inside;
  // "Kec. Bandung" would find every Bandung there is.
  const city = bareCity(districts[0]?.regency ?? '');
  return [...districts].sort((a, b) => Number(bareDistrict(a) === city) - Number(bareDistrict(b) === city)).slice(0, MOST_TRIES);
}

/** Which of a provider's places is this district; null where none is, so that no price is told for the wrong place. */
export function findArea(district: Place, areas: readonly Area[]): Area | null {
  const regency = kindOfCity(district.regency ?? '');
  return areas.find((area) => {
    const city = kindOfCity(area.city);
    return plain(area.district) === bareDistrict(district) && city.name === regency.name && (city.kind === null || city.kind === regency.kind)
      && bareProvince(area.province) === bareProvince(district.province);
  }) ?? null;
}

/** What to search a provider for. */
export const districtName = (district: Place): string => district.label.split(',')[0]!.replace(/^Kec\. /, '');

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '');
const bareDistrict = (district: Place): string => plain(districtName(district));
const bareCity = (text: string): string => kindOfCity(text).name;
const bareProvince = (text: string): string => plain(text.replace(/^(?:provinsi |dki |di\.? |d\.i\.? |daerah (?:khusus|istimewa) (?:ibukota )?)+/i, ''));

function kindOfCity(text: string): { readonly kind: 'kota' | 'kabupaten' | null; readonly name: string } {
  const match = /^\s*(?:(kota|city)|(kabupaten|kab\.?|regency))?\s*(?:adm(?:inistrasi|\.)?\s+)?(.*)$/i.exec(text)!;
  return { kind: match[1] ? 'kota' : match[2] ? 'kabupaten' : null, name: plain(match[3]!) };
}
