import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readQrPhoto } from '../../media/read-qr.ts';
import { readYesNo } from '../../shop/catalogue/values/word-text.ts';
import { readQris } from '../../shop/payment/qris.ts';
import { hasSampleAccount, hasSampleQris } from '../sample-values.ts';
import { bad, edits, isNone, type Answer, type Edit, type Step } from '../step.ts';
import { scalarText, setValue } from '../yaml-edit.ts';
import { inStore } from './shop.ts';

const ACCOUNT_EXAMPLE = 'BCA 1234567890 a.n. Rini Lestari';

interface Account { readonly bank: string; readonly account: string; readonly holder: string }

/** "BCA 123-456-7890 a.n. Rini Lestari"; null where a part is missing. */
export function readAccountLine(line: string): Account | null {
  const match = /^(\p{L}[\p{L} .&]*?)[\s:]+([\d][\d .-]{3,30}\d)\s*,?\s*(?:\(?\s*(?:a\s*[./]\s*n\.?|an\.?|atas nama)\s*:?\s*)?([\p{L}].*?)\)?$/iu.exec(line.trim());
  return match ? { bank: match[1]!.trim(), account: match[2]!.replace(/\D/g, ''), holder: match[3]!.trim() } : null;
}

const accountsEdit = (accounts: readonly Account[]): Edit => ({
  file: 'store.yaml',
  change: (text) => setValue(text, ['payments', 'bank_transfer'], {
    yaml: accounts.length === 0 ? '[]' : accounts.map(({ bank, account, holder }) => `- { bank: ${scalarText(bank)}, account: "${account}", holder: ${JSON.stringify(holder)} }`).join('\n'),
  }),
});

const BANK: Step = {
  key: 'bank', title: 'Rekening bank', question: `Rekening untuk transfer: bank, nomor, atas nama? (contoh: ${ACCOUNT_EXAMPLE}; beberapa dipisah titik koma; "-" bila tidak menerima transfer)`,
  now: ({ store }) => store.payments.bankTransfer.map(({ bank, account, holder }) => `${bank} ${account} a.n. ${holder}`).join('; ') || null,
  isSample: ({ store }) => hasSampleAccount(store),
  read(answer) {
    if (isNone(answer)) return edits('tidak menerima transfer bank', accountsEdit([]));
    const lines = answer.split(';').map((line) => line.trim()).filter(Boolean);
    const accounts = lines.map(readAccountLine);
    const wrong = accounts.indexOf(null);
    if (wrong >= 0) return bad(`"${lines[wrong]}" belum lengkap`, `tulis bank, nomor rekening, lalu a.n. pemiliknya, misalnya ${ACCOUNT_EXAMPLE}`);
    const sure = accounts as Account[];
    return edits(sure.map(({ bank, account, holder }) => `${bank} nomor ${account.replace(/(\d{4})(?=\d)/g, '$1 ')} atas nama ${holder}`).join('; '), accountsEdit(sure));
  },
};

/** The path of a file as terminals and file managers hand it over: quoted, with escaped blanks, or as file://. */
function pathOf(answer: string): string {
  const bare = answer.trim().replace(/^(['"])(.*)\1$/, '$2');
  if (/^file:\/\//i.test(bare) && URL.canParse(bare)) return fileURLToPath(bare);
  return process.platform === 'win32' ? bare : bare.replace(/\\(.)/g, '$1');
}

/** A QRIS text as it stands in the code, or the photo it is on. */
async function readQrisAnswer(answer: string): Promise<{ readonly text: string } | { readonly wrong: Answer }> {
  if (/^0002/.test(answer.trim())) return { text: answer.trim() };
  const path = pathOf(answer);
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) return { wrong: bad(`foto ${path} tidak ada atau tidak bisa dibuka`, 'seret fotonya ke jendela ini, atau tulis letaknya, misalnya /home/rini/qris.jpg') };
  const found = await readQrPhoto(bytes);
  switch (found.kind) {
    case 'read': return { text: found.text };
    case 'none': return { wrong: bad('kode QR di foto itu tidak terbaca', 'foto lurus dari depan, terang, kodenya utuh dan memenuhi separuh foto') };
    case 'no_picture': return { wrong: bad(found.reason, 'pilih foto atau tangkapan layar kode QRIS toko') };
  }
}

const QRIS: Step = {
  key: 'qris', title: 'QRIS', question: 'Foto kode QRIS statis toko? (seret fotonya ke sini atau tulis letaknya; "-" bila tidak menerima QRIS)',
  now({ store }) {
    const reading = store.payments.qris === '' ? null : readQris(store.payments.qris);
    return reading?.kind === 'valid' ? `${reading.merchant}, ${reading.city}${reading.nmid === null ? '' : ` (${reading.nmid})`}` : null;
  },
  isSample: ({ store }) => hasSampleQris(store),
  async read(answer) {
    if (isNone(answer)) return edits('tidak menerima QRIS', inStore(['payments', 'qris'], ''));
    const found = await readQrisAnswer(answer);
    return 'wrong' in found ? found.wrong : qrisAnswer(found.text);
  },
};

/** What the text of a shop's own QRIS comes to; nothing but the text is looked at. */
export function qrisAnswer(text: string): Answer {
  const qris = readQris(text);
  if (qris.kind === 'invalid') return bad(`kode QR-nya terbaca, tetapi bukan QRIS yang bisa dipakai: ${qris.reason}`, 'pakai QRIS toko dari bank atau dompet digital');
  if (qris.dynamic) return bad('QRIS ini hanya untuk satu pembayaran', 'pakai QRIS statis, yang dicetak dan ditempel di toko');
  return edits(`QRIS atas nama ${qris.merchant}, ${qris.city}${qris.nmid === null ? '' : `, NMID ${qris.nmid}`}`, inStore(['payments', 'qris'], text));
}

const COD: Step = {
  key: 'cod', title: 'Bayar di tempat', question: 'Terima bayar di tempat (COD)? (ya/tidak)',
  now: ({ store }) => (store.payments.cod ? 'ya' : 'tidak'), isSample: () => false,
  read(answer) {
    const reading = readYesNo('jawaban')(answer.trim());
    return reading.kind === 'bad' ? bad(`"${answer.trim()}" bukan ya atau tidak`, 'tulis ya atau tidak') : edits(null, inStore(['payments', 'cod'], String(reading.value)));
  },
};

/** How the shop is paid. */
export const PAYMENT_STEPS: readonly Step[] = [BANK, QRIS, COD];
