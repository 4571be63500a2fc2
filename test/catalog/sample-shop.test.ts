import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { getProvinces } from 'idn-area-data';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';

// The folder as an owner sees it: plain files, read without the shop's own loader, so that a fault of the one cannot hide
// a fault of the other.
const folder = join(import.meta.dirname, '../../catalog');
const text = (file: string): string => readFileSync(join(folder, file), 'utf8');
const yaml = (file: string): unknown => parseYaml(text(file));
const rows = parseCsv<Record<string, string>>(text('products.csv'), { columns: true });
const list = (cell: string | undefined): string[] => (cell ?? '').split('|').filter((part) => part !== '');
const bySku = new Map(rows.map((row) => [row['sku'] ?? '', row]));

interface Zone { readonly to: readonly string[]; readonly per_kg: number; readonly days: string | number }
interface Service { readonly id: string; readonly zones: readonly Zone[] }
const services = (yaml('shipping.yaml') as { services: readonly Service[] }).services;

function zoneOf(serviceId: string, place: string): Zone | undefined {
  return services.find((service) => service.id === serviceId)?.zones.find((zone) => zone.to.includes(place));
}

/** CRC-16/CCITT-FALSE, the checksum of EMV QR codes (EMVCo merchant-presented mode, field 63). */
function crc16(content: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(content, 'utf8')) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

/** Tag, length, value, repeated: the form of an EMV QR text. Throws where a length runs past the end. */
function emvFields(content: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (let at = 0; at < content.length;) {
    const length = Number(content.slice(at + 2, at + 4));
    const value = content.slice(at + 4, at + 4 + length);
    if (!Number.isInteger(length) || value.length !== length) throw new Error(`field at ${at} is cut off`);
    fields.set(content.slice(at, at + 2), value);
    at += 4 + length;
  }
  return fields;
}

describe('the products of the sample shop', () => {
  it('are many, in a dozen categories and more', () => {
    const sold = rows.filter((row) => row['active'] === 'yes');
    expect(sold.length).toBeGreaterThanOrEqual(60);
    expect(new Set(sold.map((row) => row['category'])).size).toBeGreaterThanOrEqual(12);
    expect(bySku.size).toBe(rows.length);
    expect(new Set(rows.map((row) => row['name'])).size).toBe(rows.length);
  });

  it('have whole prices and weights, and a description that says enough', () => {
    for (const row of rows) {
      expect(row['price'], row['sku']).toMatch(/^[1-9]\d{3,}$/);
      expect(Number(row['price']) % 500, row['sku']).toBe(0);
      expect(row['weight_g'], row['sku']).toMatch(/^[1-9]\d+$/);
      expect(row['stock'], row['sku']).toMatch(/^\d*$/);
      expect(row['description']?.length, row['sku']).toBeGreaterThan(90);
      expect(list(row['aliases']).length, row['sku']).toBeGreaterThanOrEqual(3);
    }
  });

  it('show an owner what is sold out, made to order and not for sale', () => {
    expect(rows.filter((row) => row['stock'] === '0').length).toBeGreaterThanOrEqual(2);
    expect(rows.filter((row) => row['stock'] === '').map((row) => row['sku'])).toEqual(['TLN-UKR']);
    expect(rows.filter((row) => row['active'] === 'no').length).toBe(1);
  });

  it('are paired only with other products that are for sale', () => {
    for (const row of rows) {
      for (const sku of list(row['goes_with'])) {
        expect(bySku.get(sku)?.['active'], `${row['sku']} goes with ${sku}`).toBe('yes');
        expect(sku).not.toBe(row['sku']);
      }
    }
  });

  it('name each variant by its group and what tells it apart, with at least two in a group', () => {
    const groups = new Map<string, string[]>();
    for (const row of rows) {
      const group = row['variant_of'] ?? '';
      const variant = row['variant'] ?? '';
      expect(group === '', row['sku']).toBe(variant === '');
      if (group === '') continue;
      expect(row['name']).toBe(`${group} ${variant}`);
      groups.set(group, [...(groups.get(group) ?? []), variant]);
    }
    expect(groups.size).toBeGreaterThanOrEqual(8);
    for (const [group, variants] of groups) {
      expect(variants.length, group).toBeGreaterThan(1);
      expect(new Set(variants).size, group).toBe(variants.length);
    }
  });

  it('hold what the conversations speak of', () => {
    expect(bySku.get('WTG-28')).toMatchObject({ name: 'Wajan Teflon Granit 28 cm', price: '165000', stock: '8', weight_g: '900' });
    expect(bySku.get('WTG-24')).toMatchObject({ name: 'Wajan Teflon Granit 24 cm', price: '129000', stock: '15' });
    expect(bySku.get('SPT-SIL')).toMatchObject({ name: 'Spatula Silikon', price: '35000', variant_of: '' });
    expect(bySku.get('WTG-28')?.['description']).toMatch(/^Anti lengket, bebas PFOA, bisa kompor induksi\./);
  });
});

describe('the photos of the sample shop', () => {
  const files = readdirSync(join(folder, 'photos'));

  it('are there for every product, and none is left over', () => {
    expect([...new Set(rows.map((row) => row['photo']))].sort()).toEqual(files.sort());
  });

  it('are 800 × 800, small, and each a picture of its own', async () => {
    const seen = new Set<string>();
    let total = 0;
    for (const file of files) {
      const { size } = statSync(join(folder, 'photos', file));
      expect(size, file).toBeLessThanOrEqual(25_000);
      total += size;
      const { width, height } = await sharp(join(folder, 'photos', file)).metadata();
      expect([width, height], file).toEqual([800, 800]);
      seen.add(readFileSync(join(folder, 'photos', file)).toString('base64'));
    }
    expect(total).toBeLessThan(1_500_000);
    expect(seen.size).toBe(files.length);
  });
});

describe('the tariffs of the sample shop', () => {
  it('name each of the 38 provinces', async () => {
    const named = new Set(services.flatMap((service) => service.zones.flatMap((zone) => zone.to.map((place) => place.toUpperCase()))));
    const provinces = (await getProvinces()).map((province) => province.name.toUpperCase());
    expect(provinces).toHaveLength(38);
    for (const service of ['jne-reg', 'jnt-ez']) {
      for (const province of provinces) {
        expect(services.find(({ id }) => id === service)?.zones.some((zone) => zone.to.some((place) => place.toUpperCase() === province)), `${service}: ${province}`).toBe(true);
      }
    }
    expect(provinces.filter((province) => !named.has(province))).toEqual([]);
  });

  it('name a place once in a service, and "*" only at its end', () => {
    for (const { id, zones } of services) {
      const places = zones.flatMap((zone) => zone.to);
      expect(new Set(places).size, id).toBe(places.length);
      const anywhere = zones.findIndex((zone) => zone.to.includes('*'));
      if (anywhere >= 0) expect(anywhere, id).toBe(zones.length - 1);
    }
  });

  it('are those of the conversations', () => {
    expect(zoneOf('jne-reg', 'Kota Bandung')).toMatchObject({ per_kg: 9000, days: '1-2' });
    expect(zoneOf('sicepat-best', 'Kota Bandung')).toMatchObject({ per_kg: 15000, days: 1 });
    expect(zoneOf('jne-reg', 'Kota Surabaya')).toMatchObject({ per_kg: 18000, days: '2-4' });
  });
});

describe('the settings of the sample shop', () => {
  it('hold a static QRIS with every field it needs and a right checksum', () => {
    const { payments } = yaml('store.yaml') as { payments: { qris: string } };
    const fields = emvFields(payments.qris);
    expect(payments.qris.slice(-8, -4)).toBe('6304');
    expect(fields.get('63')).toBe(crc16(payments.qris.slice(0, -4)));
    expect(fields.get('00')).toBe('01');
    expect(fields.get('01')).toBe('11');
    expect(fields.get('53')).toBe('360');
    expect(fields.get('58')).toBe('ID');
    expect(fields.get('59')).toBe('DAPUR KITA');
    expect(fields.get('60')).toBe('BANDUNG');
    expect(emvFields(fields.get('51') ?? '').get('00')).toBe('ID.CO.QRIS.WWW');
    // Known answer of CRC-16/CCITT-FALSE.
    expect(crc16('123456789')).toBe('29B1');
  });

  it('answer many questions, each in several spellings, none of them twice', () => {
    const faq = yaml('faq.yaml') as { questions: string[]; answer: string }[];
    expect(faq.length).toBeGreaterThanOrEqual(15);
    const questions = faq.flatMap((entry) => entry.questions);
    expect(new Set(questions).size).toBe(questions.length);
    for (const entry of faq) {
      expect(entry.questions.length, entry.answer).toBeGreaterThanOrEqual(3);
      expect(entry.answer).toContain('{sapaan}');
    }
  });

  it('have an owner and admins, quick replies, and policies for what goes wrong', () => {
    const staff = yaml('staff.yaml') as { id: string; role: string }[];
    expect(staff.map(({ id, role }) => `${id}:${role}`)).toEqual(['ratna:owner', 'siti:admin', 'budi:admin']);
    const replies = yaml('quick_replies.yaml') as { id: string }[];
    expect(replies.length).toBeGreaterThanOrEqual(10);
    expect(new Set(replies.map(({ id }) => id)).size).toBe(replies.length);
    expect(Object.keys(yaml('policy.yaml') as object)).toEqual(['returns', 'warranty', 'refund', 'privacy']);
  });

  it('never call a customer anything but the one form of address', () => {
    for (const file of ['faq.yaml', 'quick_replies.yaml', 'policy.yaml', 'replies.yaml']) {
      const said = text(file).split('\n').filter((line) => /answer:|text:/.test(line)).join('\n');
      expect(said, file).not.toMatch(/\b(bapak|ibu|pak|bu|mas|mbak|om|tante)\b/i);
    }
  });
});
