import type { FileProblems } from './file-problems.ts';
import type { YamlFile } from './files/yaml-file.ts';
import type { ShippingSettings } from './snapshot.ts';
import { WEEK } from './values/day-text.ts';

/** What store.yaml leaves unsaid and should not: how to pay, and days that then count as closed. */
export function adviseOnStore(yaml: YamlFile, problems: FileProblems): void {
  const written = mapOf(yaml.value);
  if (!('payments' in written)) problems.warn(yaml.at([]), 'cara bayar (payments) belum ditulis, jadi dipakai bayar di tempat', 'tulis payments dengan bank_transfer, qris, atau cod');
  if (!('hours' in written)) {
    problems.warn(yaml.at([]), 'jam melayani (hours) belum ditulis, jadi dipakai Senin sampai Jumat 09:00-17:00', 'tulis hours dengan mon sampai sun');
    return;
  }
  const unsaid = WEEK.filter((day) => !(day in mapOf(written.hours)));
  if (unsaid.length > 0) problems.warn(yaml.at(['hours'], 'key'), `jam hari ${unsaid.join(', ')} tidak ditulis, jadi dianggap tutup`, `tulis ${unsaid[0]}: closed bila memang tutup`);
}

/** Services that leave places out, or cash on delivery that no courier collects: allowed, and worth a word. */
export function adviseOnShipping(shipping: ShippingSettings, yaml: YamlFile, cod: boolean, problems: FileProblems): void {
  const at = yaml.at(['services'], 'key');
  if (!shipping.services.some((service) => service.zones.some((zone) => zone.to.includes('*')))) {
    problems.warn(at, 'tujuan yang tidak disebut tidak dilayani jasa kirim mana pun', 'tambahkan zona - { to: ["*"], per_kg: 45000, days: 4-7 } bila melayani seluruh Indonesia');
  }
  if (cod && !shipping.services.some((service) => service.cod)) {
    problems.warn(at, 'store.yaml menawarkan bayar di tempat, tetapi tidak ada jasa kirim dengan cod: true', 'tulis cod: true pada jasa kirim yang bisa menagih');
  }
}

const mapOf = (value: unknown): Readonly<Record<string, unknown>> =>
  (typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Readonly<Record<string, unknown>> : {});
