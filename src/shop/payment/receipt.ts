import type { Rupiah } from '../units.ts';
import { rupiah } from './rupiah.ts';

/** Everything a receipt says. Dates and places are as the customer reads them; figures are whole rupiah. */
export interface Receipt {
  readonly shop: string;
  /** Phone, address: one line each. */
  readonly contact: readonly string[];
  readonly number: string;
  /** When it was ordered: "Sen 23 Nov 10.04 WIB". */
  readonly date: string;
  readonly recipient: string;
  readonly lines: readonly { readonly title: string; readonly quantity: number; readonly unitPrice: Rupiah }[];
  readonly goods: Rupiah;
  readonly shipping: { readonly service: string; readonly cost: Rupiah };
  /** What was taken off, each under its name. */
  readonly discounts: readonly { readonly name: string; readonly amount: Rupiah }[];
  readonly uniqueCode: number | null;
  readonly total: Rupiah;
  /** "Transfer BCA", "QRIS", "Bayar di tempat". */
  readonly payment: string;
  /** When it was paid; null while it is not. */
  readonly paid: string | null;
  readonly language: 'id' | 'en';
}

/** A label, and what stands beside it. */
export interface ReceiptRow {
  readonly label: string;
  readonly value: string;
}

export const RECEIPT_WORDS = {
  id: {
    receipt: 'Struk', bill: 'Tagihan', order: 'Pesanan', date: 'Tanggal', for: 'Untuk', goods: 'Barang',
    shipping: (service: string) => `Ongkir ${service}`, uniqueCode: 'Kode unik', total: 'Total', payment: 'Pembayaran',
    paid: (when: string) => `Lunas ${when}`, unpaid: 'Belum dibayar', thanks: 'Terima kasih sudah berbelanja 🙏',
  },
  en: {
    receipt: 'Receipt', bill: 'Bill', order: 'Order', date: 'Date', for: 'For', goods: 'Goods',
    shipping: (service: string) => `Shipping ${service}`, uniqueCode: 'Unique code', total: 'Total', payment: 'Payment',
    paid: (when: string) => `Paid ${when}`, unpaid: 'Not paid yet', thanks: 'Thank you for shopping with us 🙏',
  },
} as const;

/** "Struk" once paid, "Tagihan" before: an unpaid order must not look like a receipt. */
export const receiptTitle = (receipt: Receipt): string =>
  receipt.paid === null ? RECEIPT_WORDS[receipt.language].bill : RECEIPT_WORDS[receipt.language].receipt;

export const paidWords = (receipt: Receipt): string => {
  const words = RECEIPT_WORDS[receipt.language];
  return receipt.paid === null ? words.unpaid : words.paid(receipt.paid);
};

/** The sums under the lines, down to but without the total. What is nought or absent is not mentioned. */
export function sumRows(receipt: Receipt): readonly ReceiptRow[] {
  const words = RECEIPT_WORDS[receipt.language];
  return [
    { label: words.goods, value: rupiah(receipt.goods) },
    { label: words.shipping(receipt.shipping.service), value: rupiah(receipt.shipping.cost) },
    ...receipt.discounts.map(({ name, amount }) => ({ label: name, value: rupiah(-amount) })),
    ...(receipt.uniqueCode === null ? [] : [{ label: words.uniqueCode, value: rupiah(receipt.uniqueCode) }]),
  ];
}

/** Order, date and recipient. */
export function headRows(receipt: Receipt): readonly ReceiptRow[] {
  const words = RECEIPT_WORDS[receipt.language];
  return [
    { label: words.order, value: receipt.number }, { label: words.date, value: receipt.date }, { label: words.for, value: receipt.recipient },
  ];
}

/** The receipt as lines of a message. Figures that do not add up are a fault: such a receipt must never go out. */
export function receiptLines(receipt: Receipt): readonly string[] {
  assertAddsUp(receipt);
  const words = RECEIPT_WORDS[receipt.language];
  const row = ({ label, value }: ReceiptRow): string => `${label}: ${value}`;
  return [
    `${receiptTitle(receipt)} ${receipt.shop}`,
    ...headRows(receipt).map(row),
    '',
    ...receipt.lines.map((line) => `${line.quantity} × ${line.title}  ${rupiah(line.quantity * line.unitPrice)}`),
    '',
    ...sumRows(receipt).map(row),
    `${words.total}: ${rupiah(receipt.total)}`,
    `${words.payment}: ${receipt.payment}, ${lowerFirst(paidWords(receipt))}`,
    '',
    words.thanks,
    ...receipt.contact,
  ];
}

/** Throws where lines do not sum to the goods, or goods, shipping, code and discount not to the total. */
export function assertAddsUp(receipt: Receipt): void {
  const goods = receipt.lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0);
  const discount = receipt.discounts.reduce((sum, one) => sum + one.amount, 0);
  const total = receipt.goods + receipt.shipping.cost - discount + (receipt.uniqueCode ?? 0);
  if (goods !== receipt.goods || total !== receipt.total) {
    throw new RangeError(`receipt ${receipt.number} does not add up: lines ${goods}, goods ${receipt.goods}, sum ${total}, total ${receipt.total}`);
  }
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
