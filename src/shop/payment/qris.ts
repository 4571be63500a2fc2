import type { Rupiah } from '../units.ts';
import { readFields, seal, unseal, type EmvField } from './emv.ts';

/**
 * QRIS, Indonesia's national QR payment code: an EMVCo merchant-presented code in rupiah. The owner has one static
 * code from the acquirer; each order is shown a copy that asks for its exact total.
 */

export type QrisReading =
  | {
    readonly kind: 'valid';
    /** As the payer's app will show it. */
    readonly merchant: string;
    readonly city: string;
    /** National Merchant ID ("ID1020012345678"), where the code carries one. */
    readonly nmid: string | null;
    /** True for a code made for one payment (tag 01 = 12): not one to put in store.yaml. */
    readonly dynamic: boolean;
    /** The amount asked for; null where the payer types it. */
    readonly amount: Rupiah | null;
    /** True where the payer's app asks for a tip or adds a fee (tag 55). */
    readonly tip: boolean;
  }
  /** `reason` is one sentence for the owner, in Indonesian. */
  | { readonly kind: 'invalid'; readonly reason: string };

export type DynamicQris =
  | { readonly kind: 'made'; readonly text: string }
  /** More than one QRIS payment may carry; offer another way to pay. */
  | { readonly kind: 'over_limit'; readonly most: Rupiah }
  | { readonly kind: 'invalid'; readonly reason: string };

/** Bank Indonesia's ceiling for one QRIS payment (since March 2022). An issuer may set a lower one for its payers. */
export const MOST_PER_QRIS_PAYMENT: Rupiah = 10_000_000;

const TAG = {
  format: '00', method: '01', category: '52', currency: '53', amount: '54', tip: '55', feeFixed: '56', feePercent: '57',
  country: '58', merchant: '59', city: '60',
} as const;
const STATIC = '11';
const DYNAMIC = '12';
const RUPIAH = '360';
const NATIONAL_ACCOUNT = 'ID.CO.QRIS.WWW';

/** What a QRIS text says, or why it is none. Blanks, line breaks and invisible marks around it are forgiven. */
export function readQris(text: string): QrisReading {
  const opened = open(text);
  if (opened.kind === 'invalid') return opened;
  const value = valuesOf(opened.fields);
  const amountText = value(TAG.amount);
  const amount = amountText === undefined ? null : wholeRupiah(amountText);
  if (amount === undefined) return invalid(`jumlah "${amountText}" (kolom 54) bukan rupiah bulat`);
  return {
    kind: 'valid',
    merchant: value(TAG.merchant) as string,
    city: value(TAG.city) as string,
    nmid: nationalId(opened.fields),
    dynamic: value(TAG.method) === DYNAMIC,
    amount,
    tip: value(TAG.tip) !== undefined,
  };
}

/**
 * The owner's code, asking for exactly `amount` rupiah (tags 01 and 54), with a new checksum; every other field stays
 * as and where it was. Tags 55–57 go: a tip or fee on top would make the payment differ from the order's total, by
 * which it is told apart. An amount that is no positive whole number is a fault.
 */
export function dynamicQris(staticText: string, amount: Rupiah): DynamicQris {
  if (!Number.isSafeInteger(amount) || amount <= 0) throw new RangeError(`${amount} is no amount to pay`);
  if (amount > MOST_PER_QRIS_PAYMENT) return { kind: 'over_limit', most: MOST_PER_QRIS_PAYMENT };
  const opened = open(staticText);
  if (opened.kind === 'invalid') return opened;

  const kept = opened.fields
    .filter((field) => ![TAG.tip, TAG.feeFixed, TAG.feePercent].includes(field.tag as '55'))
    .map((field) => {
      if (field.tag === TAG.method) return { tag: TAG.method, value: DYNAMIC };
      if (field.tag === TAG.amount) return { tag: TAG.amount, value: String(amount) };
      return field;
    });
  const withMethod = insertUnlessThere(kept, { tag: TAG.method, value: DYNAMIC }, TAG.format);
  return { kind: 'made', text: seal(insertUnlessThere(withMethod, { tag: TAG.amount, value: String(amount) }, TAG.currency)) };
}

type Opened = { readonly kind: 'open'; readonly fields: readonly EmvField[] } | { readonly kind: 'invalid'; readonly reason: string };

function open(pasted: string): Opened {
  const text = pasted.replace(/[\r\n\u200B-\u200F\u2060\uFEFF]/g, '').trim();
  if (text === '') return invalid('teksnya kosong');
  if (!text.startsWith('0002')) return invalid('tidak berawal "000201"; salin isi kode QR-nya, bukan tautan atau nama berkas gambar');
  const unsealed = unseal(text);
  if (unsealed.kind === 'broken') return invalid(`${unsealed.reason} (huruf ke-${unsealed.at + 1})`);

  const value = valuesOf(unsealed.fields);
  const twice = unsealed.fields.find((field, i) => unsealed.fields.findIndex((other) => other.tag === field.tag) < i);
  if (twice) return invalid(`kolom ${twice.tag} muncul dua kali`);
  if (value(TAG.format) !== '01') return invalid('versinya bukan 01');
  if (![undefined, STATIC, DYNAMIC].includes(value(TAG.method))) return invalid('kolom 01 bukan 11 (statis) atau 12 (dinamis)');
  if (!unsealed.fields.some((field) => isAccount(field.tag))) return invalid('tidak ada akun pedagang (kolom 26–51)');
  if (value(TAG.currency) !== RUPIAH) return invalid('mata uangnya bukan rupiah (kolom 53 seharusnya 360)');
  if (value(TAG.country) !== 'ID') return invalid('bukan kode Indonesia (kolom 58 seharusnya ID)');
  if (!/^\d{4}$/.test(value(TAG.category) ?? '')) return invalid('jenis usaha (kolom 52) tidak ada');
  if (!value(TAG.merchant)?.trim()) return invalid('nama pedagang (kolom 59) tidak ada');
  if (!value(TAG.city)?.trim()) return invalid('kota pedagang (kolom 60) tidak ada');
  return { kind: 'open', fields: unsealed.fields };
}

/** EMVCo keeps 02–25 for the card schemes and 26–51 for everyone else; QRIS lives in the latter. */
const isAccount = (tag: string): boolean => tag >= '26' && tag <= '51';

function nationalId(fields: readonly EmvField[]): string | null {
  for (const field of fields.filter(({ tag }) => isAccount(tag))) {
    const inner = readFields(field.value);
    if (inner.kind === 'broken') continue;
    const value = valuesOf(inner.fields);
    if (value('00')?.toUpperCase() === NATIONAL_ACCOUNT) return value('02') ?? null;
  }
  return null;
}

/** "165000", and "165000.00" as some acquirers write it; undefined where it is no positive whole rupiah. */
function wholeRupiah(text: string): Rupiah | undefined {
  const whole = /^(\d{1,12})(?:\.0*)?$/.exec(text)?.[1];
  return whole === undefined || Number(whole) === 0 ? undefined : Number(whole);
}

function insertUnlessThere(fields: readonly EmvField[], field: EmvField, after: string): readonly EmvField[] {
  if (fields.some(({ tag }) => tag === field.tag)) return fields;
  const at = fields.findIndex(({ tag }) => tag === after) + 1;
  return [...fields.slice(0, at), field, ...fields.slice(at)];
}

const valuesOf = (fields: readonly EmvField[]) => (tag: string): string | undefined =>
  fields.find((field) => field.tag === tag)?.value;

const invalid = (reason: string): { kind: 'invalid'; reason: string } => ({ kind: 'invalid', reason });
