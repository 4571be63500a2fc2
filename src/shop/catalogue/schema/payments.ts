import { readQris } from '../../payment/qris.ts';
import type { BankAccount, StoreSettings } from '../snapshot.ts';
import { looksScientific, scientificNumber } from '../values/excel-damage.ts';
import { bad, good, quoted, type Reading } from '../values/reading.ts';
import { readYesNo, textUpTo } from '../values/word-text.ts';
import { list, optional, raise, required, section } from './bricks.ts';

const EXAMPLE = '- { bank: BCA, account: "1234567890", holder: "Dapur Kita" }';

/** Banks' account numbers: 5 to 20 digits, kept as text because many begin with nought. */
function readAccount(text: string): Reading<string> {
  if (looksScientific(text)) return scientificNumber(text);
  const digits = text.replace(/[\s.-]/g, '');
  return /^\d{5,20}$/.test(digits)
    ? good(digits)
    : bad(`nomor rekening ${quoted(text)} tidak terbaca`, 'tulis 5 sampai 20 angka dalam tanda kutip, misalnya account: "0123456789"');
}

function readStaticQris(text: string): Reading<string> {
  const reading = readQris(text);
  if (reading.kind === 'invalid') return bad(`QRIS tidak bisa dipakai: ${reading.reason}`, 'salin ulang seluruh teks QRIS statis toko, dari 000201 sampai empat huruf terakhir; atau tulis qris: ""');
  if (reading.dynamic) return bad('QRIS ini dinamis: hanya untuk satu pembayaran', 'minta QRIS statis ke bank atau penyedia Anda; atau tulis qris: ""');
  return good(text.replace(/\s+/g, (blank) => (blank.includes('\n') ? '' : blank)));
}

const bankAccount = section(EXAMPLE, {
  bank: required('bank', 'BCA', textUpTo('bank', 40)),
  account: required('account', '"1234567890"', readAccount),
  holder: required('holder', '"Dapur Kita"', textUpTo('holder', 80)),
}, { rekening: 'account', norek: 'account', nomor: 'account', number: 'account', atas_nama: 'holder', 'a/n': 'holder', an: 'holder', name: 'holder', nama: 'holder' })
  .transform((account): BankAccount => account);

/** The section `payments` of store.yaml. Not written at all, the shop offers cash on delivery. */
export const PAYMENTS = section('payments: lalu cod: true di bawahnya', {
  bank_transfer: list(EXAMPLE, bankAccount, { distinct: { account: (text) => text.replace(/\D/g, '') } }),
  qris: optional('', readStaticQris),
  cod: optional(false, readYesNo('cod')),
}, { transfer: 'bank_transfer', bank: 'bank_transfer', rekening: 'bank_transfer', bayar_di_tempat: 'cod' })
  .transform(({ bank_transfer: bankTransfer, qris, cod }, context): StoreSettings['payments'] => {
    if (bankTransfer.length === 0 && qris === '' && !cod) raise(context, 'belum ada satu pun cara bayar', `isi salah satu: bank_transfer dengan ${EXAMPLE}, qris, atau cod: true`);
    return { bankTransfer, qris, cod };
  });
