import { readClock } from '../../shop/catalogue/hours-text.ts';
import type { Catalogue } from '../../shop/catalogue/snapshot.ts';
import { rupiah } from '../../shop/payment/rupiah.ts';
import { knownPlace } from '../../shop/shipping/known-place.ts';
import type { Gazetteer, Place } from '../../shop/shipping/place.ts';
import { findZone } from '../../shop/time/zone.ts';
import { isSampleShop } from '../sample-values.ts';
import { startingZones, timezoneOf } from '../starting-tariffs.ts';
import { bad, edits, type Answer, type Step } from '../step.ts';
import { entriesOf, scalarText, setValue } from '../yaml-edit.ts';
import { inStore } from './shop.ts';

/** The mark of a tariff that nobody has compared with the courier's own list yet. */
export const TO_BE_CHECKED = 'PERIKSA DULU';

interface OfferedCourier { readonly id: string; readonly name: string; readonly works: string; readonly cod: boolean; readonly factor: number }

const COURIERS: readonly OfferedCourier[] = [
  { id: 'jne-reg', name: 'JNE Reguler', works: 'mon-sat', cod: true, factor: 1 },
  { id: 'jnt-ez', name: 'J&T EZ', works: 'mon-sun', cod: true, factor: 1.05 },
  { id: 'sicepat-reg', name: 'SiCepat REG', works: 'mon-sun', cod: true, factor: 1 },
  { id: 'anteraja-reg', name: 'AnterAja Reguler', works: 'mon-sun', cod: false, factor: 1 },
  { id: 'pos-reg', name: 'Pos Reguler', works: 'mon-sat', cod: false, factor: 0.95 },
];

/** Where parcels start, and what carries them. */
export function shippingSteps(gazetteer: Gazetteer): readonly Step[] {
  return [originStep(gazetteer), CUTOFF, couriersStep(gazetteer)];
}

function originStep(gazetteer: Gazetteer): Step {
  const takes = (place: Place): Answer => {
    const zone = timezoneOf(place.code);
    return edits(`${place.label}, ${place.province}; jam toko ${findZone(zone)!.label}`,
      { file: 'shipping.yaml', change: (text) => setValue(text, ['origin'], place.kind === 'district' ? place.label.replace(/^Kec\. /, '') : place.label) }, inStore(['timezone'], zone));
  };
  return {
    key: 'origin', title: 'Kota asal kiriman', question: 'Paket dikirim dari kota atau kabupaten mana? (contoh: Surabaya)',
    now: ({ shipping }) => shipping.origin, isSample: ({ store }) => isSampleShop(store),
    read(answer) {
      const found = knownPlace(answer.trim(), gazetteer);
      const likely = (found.kind === 'known' ? [found.place, ...found.others] : found.suggestions).filter((place) => place.kind !== 'province').slice(0, 6);
      if (likely.length === 0) return bad(`"${answer.trim()}" tidak ada di peta`, 'tulis nama kota atau kabupatennya, misalnya Kota Surabaya atau Kabupaten Sleman');
      if (found.kind === 'known' && likely.length === 1) return takes(likely[0]!);
      return {
        kind: 'choose', what: found.kind === 'known' ? `Ada ${likely.length} tempat bernama itu.` : `"${answer.trim()}" tidak ada di peta. Mungkin maksudnya:`,
        options: likely.map((place) => ({ label: `${place.label}, ${place.province}`, answer: place.label.replace(/^Kec\. /, '') })),
      };
    },
  };
}

const CUTOFF: Step = {
  key: 'cutoff', title: 'Batas jam kirim', question: 'Pesanan yang dibayar sebelum jam berapa dikirim hari itu juga? (contoh: 15.00)',
  now: ({ shipping }) => `${String(Math.floor(shipping.cutoff / 60)).padStart(2, '0')}.${String(shipping.cutoff % 60).padStart(2, '0')}`, isSample: () => false,
  read(answer) {
    const minutes = readClock(/^\d{1,2}$/.test(answer.trim()) ? `${answer.trim()}.00` : answer);
    if (minutes === null || minutes === 0) return bad(`"${answer.trim()}" bukan jam`, 'tulis seperti 15.00');
    return edits(null, { file: 'shipping.yaml', change: (text) => setValue(text, ['cutoff'], `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`) });
  },
};

function couriersStep(gazetteer: Gazetteer): Step {
  const list = COURIERS.map((courier, i) => `${i + 1} ${courier.name}`).join(', ');
  return {
    key: 'couriers', title: 'Jasa kirim',
    question: `Jasa kirim yang dipakai? Tulis nomornya: ${list}. (contoh: 1, 2; tambah kata "baru" untuk mengganti tarif yang sudah ada)`,
    now: ({ shipping }) => shipping.services.map((service) => service.name).join(', ') || null, isSample: ({ store }) => isSampleShop(store),
    read(answer, shop) {
      const anew = /\bbaru\b/i.test(answer);
      const words = answer.replace(/\bbaru\b/gi, '').split(/[,;]|\bdan\b|\s(?=\d)/).map((word) => word.trim()).filter(Boolean);
      const chosen = words.map((word) => COURIERS.find((courier, i) => String(i + 1) === word || courier.name.toLowerCase().includes(word.toLowerCase())));
      const wrong = chosen.indexOf(undefined);
      if (wrong >= 0 || chosen.length === 0) return bad(wrong >= 0 ? `"${words[wrong]}" tidak ada di daftar` : 'belum ada yang dipilih', `tulis nomornya, misalnya 1, 2. Yang ada: ${list}. Lainnya ditulis sendiri di shipping.yaml`);
      return chooseCouriers([...new Set(chosen as OfferedCourier[])], anew, shop, gazetteer);
    },
  };
}

function chooseCouriers(chosen: readonly OfferedCourier[], anew: boolean, shop: Catalogue, gazetteer: Gazetteer): Answer {
  const found = knownPlace(shop.shipping.origin, gazetteer);
  if (found.kind === 'unknown') return bad(`kota asal "${shop.shipping.origin}" tidak ada di peta`, 'kembali dan isi kota asal dulu');
  const kept = anew ? [] : chosen.filter((courier) => shop.shipping.services.some((service) => service.id === courier.id));
  const fresh = chosen.filter((courier) => !kept.includes(courier));
  const tables = fresh.map((courier) => ({ courier, zones: startingZones(found.place, gazetteer, courier.factor) }));
  const sample = tables[0];
  const understood = [
    ...(kept.length > 0 ? [`${kept.map((courier) => courier.name).join(', ')}: tarif yang sudah ada dipakai terus`] : []),
    ...(sample ? [
      `${fresh.map((courier) => courier.name).join(', ')}: tarif PERKIRAAN dari ${found.place.label}, belum dicocokkan dengan ekspedisinya. ${sample.courier.name} per kg:`,
      ...sample.zones.map(({ to, perKg, days }) => `  ${to.length > 3 ? `${to.slice(0, 2).join(', ')} dan ${to.length - 2} provinsi lain` : to.join(', ')}: ${rupiah(perKg)}, ${days[0]}–${days[1]} hari`),
      `Cocokkan dulu dengan daftar tarif ekspedisi, lalu hapus tanda "${TO_BE_CHECKED}" di shipping.yaml`,
    ] : []),
  ].join('\n');
  return edits(understood, { file: 'shipping.yaml', change: (text) => setValue(text, ['services'], { yaml: servicesYaml(text, chosen, kept, tables) }) });
}

function servicesYaml(text: string, chosen: readonly OfferedCourier[], kept: readonly OfferedCourier[], tables: readonly { readonly courier: OfferedCourier; readonly zones: ReturnType<typeof startingZones> }[]): string {
  const written = entriesOf(text, ['services']);
  return chosen.map((courier) => {
    const own = kept.includes(courier) ? written.find(({ value }) => (value as { id?: unknown }).id === courier.id) : undefined;
    return own?.yaml ?? serviceYaml(courier, tables.find((table) => table.courier === courier)?.zones ?? []);
  }).join('\n');
}

const serviceYaml = ({ id, name, works, cod }: OfferedCourier, zones: ReturnType<typeof startingZones>): string => [
  `# ${TO_BE_CHECKED}: tarif ${name} ini perkiraan awal, belum dicocokkan dengan ekspedisinya.`,
  `- id: ${id}`, `  name: ${scalarText(name)}`, `  works: ${works}`, `  cod: ${cod}`, '  zones:',
  ...zones.map(({ to, perKg, days }) => `    - { to: [${to.join(', ')}], per_kg: ${perKg}, days: ${days[0]}-${days[1]} }`),
].join('\n');
