import type { Plain } from '../../../owner-files/yaml-edit.ts';
import type { Product } from '../../../shop/catalogue/snapshot.ts';
import { skuKey } from '../../../shop/catalogue/values/sku-text.ts';
import { readYesNo } from '../../../shop/catalogue/values/word-text.ts';
import { itemsAt, textAt, type Field, type FormPlan, type Item } from '../fields.ts';
import { stepsText } from '../steps-words.ts';
import type { PlanSource } from './store-plans.ts';

/** Reads a setting of one item; empty where it is not written. */
type At = (key: string) => string;
const NOTHING: At = () => '';

const field = (at: At, key: string, label: string, more: Partial<Field> = {}): Field => ({ path: [key], label, kind: 'text', shown: at(key), ...more });
const number = (at: At, key: string, label: string, hint?: string): Field => field(at, key, label, { kind: 'number', ...(hint !== undefined && { hint }) });
const words = (at: At, key: string, label: string, hint: string): Field => field(at, key, label, { kind: 'words', shown: at(key).split('\n').join(', '), hint });
/** As it is written: the shop as it lives today leaves out what begins later. */
function tick(at: At, key: string, label: string, hint: string): Field {
  const said = readYesNo(key)(at(key));
  return { path: [key], label, kind: 'tick', shown: said.kind === 'good' && said.value ? 'yes' : 'no', hint };
}
const days = (at: At): readonly Field[] => [
  field(at, 'from', 'Mulai tanggal', { kind: 'date', hint: 'Kosong: mulai sekarang.' }), field(at, 'until', 'Sampai tanggal', { kind: 'date', hint: 'Hari itu ikut berlaku. Kosong: tanpa batas.' }),
];
const STACK = 'Boleh bersama promo lain yang juga boleh, dan untuk barang harga promo.';

const voucher = (at: At): readonly Field[] => [
  field(at, 'code', 'Kode', { example: 'HEMAT10', hint: 'Huruf dan angka tanpa spasi.' }),
  field(at, 'name', 'Nama', { example: 'Hemat 10%' }),
  number(at, 'percent', 'Potongan (%)', 'Isi ini, atau potongan rupiah di bawah.'),
  number(at, 'up_to', 'Paling banyak (Rp)', 'Batas untuk potongan persen.'),
  number(at, 'amount', 'Potongan (Rp)'),
  number(at, 'min_purchase', 'Belanja paling sedikit (Rp)'),
  number(at, 'uses', 'Berapa pesanan seluruhnya', 'Kosong: tanpa batas.'),
  number(at, 'per_customer', 'Berapa kali tiap pelanggan', 'Biasanya 1.'),
  ...days(at),
  words(at, 'categories', 'Hanya kategori', 'Dipisah koma; kosong: semua.'),
  words(at, 'products', 'Hanya barang', 'Kode barang dipisah koma; kosong: semua.'),
  tick(at, 'listed', 'Beri tahu yang bertanya', 'Dikatakan kepada siapa pun yang bertanya "ada promo?".'),
  tick(at, 'stack', 'Boleh digabung', STACK),
];

const shipping = (at: At): readonly Field[] => [
  field(at, 'name', 'Nama', { example: 'Gratis ongkir' }),
  number(at, 'above', 'Mulai belanja (Rp)'),
  number(at, 'percent', 'Potongan ongkir (%)', '100 berarti gratis; kosong juga gratis.'),
  number(at, 'up_to', 'Paling banyak (Rp)'),
  words(at, 'services', 'Hanya jasa kirim', 'id dari Ongkir, dipisah koma; kosong: semua.'),
  ...days(at),
  tick(at, 'stack', 'Boleh digabung', STACK),
];

const STEPS_HINT = 'Makin banyak makin murah. Harga dalam rupiah, atau potongan seperti 5%. Kosongkan baris untuk menghapusnya.';

const wholesale = (at: At, steps: string): readonly Field[] => [
  field(at, 'name', 'Nama', { example: 'Grosir gelas' }),
  words(at, 'products', 'Hanya barang', 'Kode barang dipisah koma; kosong: semua.'),
  words(at, 'categories', 'Hanya kategori', 'Dipisah koma; kosong: semua.'),
  { path: ['steps'], label: 'Tingkat harga', kind: 'steps', shown: steps, hint: STEPS_HINT },
  tick(at, 'mix', 'Jumlah boleh campur', 'Jumlah semua barang aturan ini dihitung bersama, bukan tiap barang sendiri.'),
  ...days(at),
];

const stepsAt = (value: Plain, rule: number): string => stepsText(itemsAt(value, ['wholesale', rule, 'steps']));

/** promotions.yaml. */
export function promotionsPlan({ value }: PlanSource): FormPlan {
  const items = (list: string, fields: (at: At) => readonly Field[], title: (at: At) => string): readonly Item[] => itemsAt(value, [list]).map((item) => {
    const at: At = (key) => textAt(item, [key]);
    return { title: title(at), fields: fields(at) };
  });
  const until = (at: At): string => (at('until') === '' ? '' : ` · – ${at('until')}`);
  return {
    title: 'Promo', file: 'promotions', intro: 'Harga promo satu barang ditulis di halaman barangnya. Harga grosir satu barang paling mudah dari halaman barangnya juga.',
    parts: [
      { kind: 'list', title: 'Kode voucher', path: ['vouchers'], add: 'Tambah voucher…', empty: 'Belum ada voucher.', items: items('vouchers', voucher, (at) => `${at('code')}${until(at)}`), blank: voucher(NOTHING) },
      { kind: 'list', title: 'Potongan ongkir', path: ['shipping'], add: 'Tambah potongan ongkir…', empty: 'Belum ada potongan ongkir.',
        items: items('shipping', shipping, (at) => `${at('name') || 'Potongan ongkir'} · ≥ ${at('above')}${until(at)}`), blank: shipping(NOTHING) },
      { kind: 'list', title: 'Harga grosir', path: ['wholesale'], add: 'Tambah harga grosir…', empty: 'Belum ada harga grosir.',
        items: itemsAt(value, ['wholesale']).map((item, i) => {
          const at: At = (key) => textAt(item, [key]);
          const goods = [at('products'), at('categories')].filter((words) => words !== '').join('\n').split('\n').join(', ');
          return { title: [at('name') || 'Harga grosir', goods, stepsAt(value, i)].filter((words) => words !== '').join(' · '), fields: wholesale(at, stepsAt(value, i)) };
        }),
        blank: wholesale(NOTHING, '') },
    ],
  };
}

/** The place in promotions.yaml of the wholesale prices of one product alone; its length where it has none. */
function ownRuleOf(value: Plain, sku: string): number {
  const rules = itemsAt(value, ['wholesale']);
  const own = rules.findIndex((rule) => skuKey(textAt(rule, ['products'])) === skuKey(sku) && textAt(rule, ['categories']) === '');
  return own < 0 ? rules.length : own;
}

/** The wholesale prices of one product. */
export function wholesalePlan({ value }: PlanSource, product: Product): FormPlan {
  const rule = ownRuleOf(value, product.sku);
  const shown = stepsAt(value, rule);
  const isNew = rule === itemsAt(value, ['wholesale']).length;
  return {
    title: 'Harga grosir', file: 'promotions', intro: product.title,
    parts: [{ kind: 'fields', title: '', fields: [{
      path: ['wholesale', rule, 'steps'], label: 'Tingkat harga', kind: 'steps', shown, hint: STEPS_HINT,
      ...(isNew ? { along: [{ do: 'set', path: ['wholesale', rule, 'products'], value: [product.sku] }] } : { emptied: ['wholesale', rule] }),
    }] }],
  };
}
