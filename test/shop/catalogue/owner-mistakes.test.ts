import { describe, expect, it } from 'vitest';
import { checkReply } from '../../../src/wording/messages.ts';
import type { LoadChecks } from '../../../src/shop/catalogue/load.ts';
import { caret, load, problemsOf } from './owner-folder.ts';

/** Name of the mistake, the file with a caret where it must be said, words of what is wrong, words of how it should look. */
type Mistake = readonly [name: string, marked: string, what: RegExp, should: RegExp];

const PLACES = ['Kota Bandung', 'DKI Jakarta', 'Bali'];
const CHECKS: LoadChecks = {
  knownPlace: (name) => PLACES.includes(name),
  nearPlaces: (name) => (name.startsWith('Kota Ban') ? ['Kota Bandung'] : []),
  checkReply,
  placeholders: ['sapaan', 'nama_toko'],
  intents: ['ask_hours', 'ask_price'],
};

async function expectSaid(file: string, marked: string, what: RegExp, should: RegExp, severity: 'error' | 'warning'): Promise<void> {
  const { text, line, column } = caret(marked);
  const outcome = await load({ ...(/^products\.(?!csv)/.test(file) ? { 'products.csv': null } : {}), [file]: text }, CHECKS);
  expect(outcome.kind).toBe(severity === 'error' ? 'refused' : 'loaded');
  const said = problemsOf(outcome).filter((problem) => problem.severity === severity);
  expect(said.map((problem) => `${problem.file}:${problem.line}:${problem.column}`)).toContain(`${file}:${line}:${column}`);
  const problem = said.find((one) => one.line === line && one.column === column && what.test(one.what))!;
  expect(problem, JSON.stringify(said)).toBeDefined();
  expect(problem.should).toMatch(should);
  for (const one of problemsOf(outcome)) expectIndonesian(`${one.what}; ${one.should}`);
}

/** Words of zod, of parsers and of programmers that an owner must never meet. */
const expectIndonesian = (text: string) =>
  expect(text).not.toMatch(/\b(?:[Ii]nvalid|[Ee]xpected|[Rr]eceived|[Rr]equired|undefined|null|NaN|[Uu]nrecognized|must be|not allowed|[Ee]rror)\b|\[object/);

const ROW = 'sku,name,price,stock,weight_g,goes_with,variant,photo,active,size_cm,description\n';
const row = (cells: string) => `${ROW}${cells}\n`;

describe('mistakes in products.csv', () => {
  const mistakes: readonly Mistake[] = [
    ['an empty file', '‸', /kosong/, /sku,name/],
    ['a header only', '‸sku,name,price\n', /belum ada barang/, /satu barang setiap baris/],
    ['no header', '‸WTG-28,Wajan,165000\nSPT,Spatula,35000\n', /judul kolom tidak ada/, /sku,name,category,price/],
    ['a title above the header', '‸Daftar barang 2026,,\n,,\nsku,name,price\nA,Wajan,75000\n', /judul kolom baru ada di baris 3/, /hapus 2 baris/],
    ['no column for prices', '‸sku,name,stock\nA,Wajan,3\n', /kolom "price" tidak ada/, /tambahkan kolom price/],
    ['a column twice', 'sku,name,price,‸Price\nA,Wajan,75000,80000\n', /"Price" ada dua kali/, /hapus atau ganti/],
    ['an empty SKU', row('‸,Wajan,75000,1,900,,,,,,'), /kode barang \(sku\) kosong/, /WTG-28/],
    ['a SKU used before, in another case', row('A-1,Wajan,75000,1,900,,,,,,\n‸a-1,Panci,85000,1,900,,,,,,'), /"a-1" di baris 3 sudah dipakai di baris 2/, /berbeda/],
    ['a SKU that Excel made scientific', row('‸8.99E+12,Wajan,75000,1,900,,,,,,'), /8\.99E\+12/, /Teks \(Text\)/],
    ['a SKU with the mark of lists', row('‸A|B,Wajan,75000,1,900,,,,,,'), /memuat tanda "\|"/, /tanda hubung/],
    ['an empty name', row('A,‸,75000,1,900,,,,,,'), /nama barang \(name\) belum diisi/, /Wajan Teflon/],
    ['an empty price', row('A,Wajan,‸,1,900,,,,,,'), /harga kosong/, /75000/],
    ['price 0', row('A,Wajan,‸0,1,900,,,,,,'), /harga 0/, /active: no/],
    ['a price in words', row('A,Wajan,‸tujuh puluh ribu,1,900,,,,,,'), /bukan angka rupiah/, /75\.000/],
    ['a price with one figure after the point', row('A,Wajan,‸75.5,1,900,,,,,,'), /"75\.5" bisa dibaca lebih dari satu cara/, /75500/],
    ['a price with sen and no thousands', row('A,Wajan,"‸75,00",1,900,,,,,,').replace('"‸75,00"', '‸"75,00"'), /"75,00" bisa dibaca/, /75000/],
    ['a price that Excel read 75.000 as 75 for', row('A,Wajan,‸75,1,900,,,,,,'), /terlalu kecil.*75\.000/, /75000/],
    ['a negative price', row('A,Wajan,‸-75000,1,900,,,,,,'), /kurang dari nol/, /tanpa tanda minus/],
    ['a price with three noughts too many', row('A,Wajan,‸75000000000,1,900,,,,,,'), /terlalu besar/, /angka nol/],
    ['a scientific price', row('A,Wajan,‸1.5E+06,1,900,,,,,,'), /Excel mengubah harga/, /1500000/],
    ['negative stock', row('A,Wajan,75000,‸-2,900,,,,,,'), /stok "-2" kurang dari nol/, /0 atau 12/],
    ['half stock', row('A,Wajan,75000,‸1.5,900,,,,,,'), /bukan bilangan bulat/, /jumlah bulat/],
    ['stock in words', row('A,Wajan,75000,‸habis,900,,,,,,'), /"habis" bukan angka/, /tulis 0/],
    ['stock on order', row('A,Wajan,75000,‸PO,900,,,,,,'), /"PO" bukan angka/, /kosongkan/],
    ['weight in kilograms without the unit', row('A,Wajan,75000,1,‸"0,9",,,,,,'), /bukan gram bulat/, /0,9 kg/],
    ['weight in words', row('A,Wajan,75000,1,‸ringan,,,,,,'), /berat "ringan" tidak terbaca/, /900/],
    ['weight 0', row('A,Wajan,75000,1,‸0,,,,,,'), /berat 0/, /ongkir/],
    ['a weight of two meanings', row('A,Wajan,75000,1,‸1.200 kg,,,,,,'), /lebih dari satu cara/, /gram/],
    ['a companion that does not exist', row('SPT-SIL,Spatula,75000,1,900,,,,,,\nA,Wajan,75000,1,900,‸SPT-SLI,,,,,'), /"SPT-SLI" yang tidak ada/, /maksud Anda "SPT-SIL"/],
    ['companions parted by a comma', row('B,Spatula,75000,1,900,,,,,,\nA,Wajan,75000,1,900,‸"B,C",,,,,'), /"B,C" yang tidak ada/, /garis tegak/],
    ['a variant that Excel made a date', row('A,Wajan,75000,1,900,,‸28-Des,,,,'), /tanggal \(28-Des\)/, /Teks \(Text\)/],
    ['a variant that is a whole date', row('A,Wajan,75000,1,900,,‸10/12/2026,,,,'), /tanggal \(10\/12\/2026\)/, /10-12/],
    ['a photo outside its folder', row('A,Wajan,75000,1,900,,,‸../rahasia.png,,,'), /di luar folder photos/, /wajan\.jpg/],
    ['neither yes nor no', row('A,Wajan,75000,1,900,,,,‸mungkin,,'), /bukan ya atau tidak/, /yes atau no/],
    ['a size of two sides', row('A,Wajan,75000,1,900,,,,,‸30x20,'), /ukuran paket "30x20"/, /30x20x15/],
    ['a broken formula', row('A,Wajan,‸#REF!,1,900,,,,,,'), /rumus di sel ini rusak \(#REF!\)/, /nilainya/],
    ['a broken lookup', row('A,Wajan,75000,‸#N/A,900,,,,,,'), /rusak \(#N\/A\)/, /nilainya/],
    ['a formula instead of its value', row('A,Wajan,‸=C3*1000,1,900,,,,,,'), /rumus \(=C3\*1000\)/, /simpan lagi/],
    ['a cell too many', row('A,Wajan,75000,1,900,,,,yes,,anti lengket,‸ ringan'), /berisi 12 sel, padahal kolomnya 11/, /tanda kutip/],
    ['cells missing', row('‸A,Wajan,75000'), /hanya berisi 3 sel, padahal kolomnya 11/, /koma untuk sel kosong/],
    ['a row of another delimiter', row('‸A;Wajan;75000;1;900'), /dipisah titik koma, padahal baris judul dipisah koma/, /pakai koma/],
    ['a quote that is never closed', row('A,‸"Wajan,75000,1,900,,,,,,'), /dibuka di sini dan tidak pernah ditutup/, /tutup dengan "/],
    ['a quote that closes in another row', row('A,‸"Wajan,75000,1,900,,,,,,\nB,"Panci",75000,1,900,,,,,,'), /baru bertemu kutip lain di baris 3/, /tutup dengan "/],
    ['words after a closing quote', row('A,"Wajan‸" besar,75000,1,900,,,,,,'), /sesudah tanda kutip penutup/, /dua kali/],
    ['a control character', row('A,‸Wa\u0007jan,75000,1,900,,,,,,'), /huruf kendali.*U\+0007/, /ketik ulang/],
    ['a mark that turns the writing', row('A,‸Wajan\u202e,75000,1,900,,,,,,'), /U\+202E/, /ketik ulang/],
    ['a letter lost on the way', row('A,‸Wajan \ufffd,75000,1,900,,,,,,'), /huruf yang rusak/, /UTF-8/],
    ['a name as long as a page', row(`A,‸${'wajan '.repeat(40)},75000,1,900,,,,,,`), /terlalu panjang/, /150 huruf/],
    ['a mistake after a cell of two lines', row('A,"Wajan\nbesar",‸nol,1,900,,,,,,'), /"nol" bukan angka/, /75000/],
    ['a promotion dearer than the price', 'sku,name,price,sale_price\nA,Wajan,75000,‸80000\n', /tidak lebih murah/, /kosongkan/],
    ['an availability nobody knows', 'id,title,price,availability\nA,Wajan,75000 IDR,‸in stok\n', /"in stok" tidak dikenal/, /in stock/],
  ];
  it.each(mistakes)('%s', async (_name, marked, what, should) => expectSaid('products.csv', marked, what, should, 'error'));
});

describe('what products.csv may hold, and is warned of', () => {
  const warnings: readonly Mistake[] = [
    ['an unknown column', 'sku,name,price,weight_g,‸akitf\nA,Wajan,75000,900,yes\n', /"akitf" tidak dikenal/, /maksud Anda "a/],
    ['two columns for one thing', 'sku,name,price,weight_g,‸harga\nA,Wajan,75000,900,80000\n', /"harga" dilewati, karena "price"/, /hapus salah satunya/],
    ['a column without a heading', 'sku,name,price,weight_g,\nA,Wajan,75000,900,‸rahasia\n', /kolom ke-5/, /beri judul/],
    ['a photo that is not there', row('A,Wajan,75000,1,900,,,‸wajan.png,,,'), /"wajan\.png" tidak ada/, /folder photos/],
    ['a photo that is a link', row('A,Wajan,75000,1,900,,,‸https://toko.example/wajan.png,,,'), /tautan/, /folder photos/],
    ['weights left out', row('A,Wajan,75000,1,‸,,,,,,\nB,Panci,75000,1,,,,,,,'), /di 2 baris.*1000 g/, /weight_g/],
    ['two products of one name', row('A,Wajan,75000,1,900,,,,,,\n‸B,Wajan,85000,1,900,,,,,,'), /sama dengan baris 2/, /variant/],
    ['a product that goes with itself', row('A,Wajan,75000,1,900,‸A,,,,,'), /barang itu sendiri/, /kosongkan/],
  ];
  it.each(warnings)('%s', async (_name, marked, what, should) => expectSaid('products.csv', marked, what, should, 'warning'));
});

describe('mistakes in products.yaml', () => {
  const mistakes: readonly Mistake[] = [
    ['no list', '‸sku: A\nname: Wajan\n', /bukan daftar barang/, /- \{ sku/],
    ['an entry that is a word', '- { sku: A, name: Wajan, price: 75000 }\n- ‸Panci\n', /bukan barang/, /- \{ sku/],
    ['a price in words', '- sku: A\n  name: Wajan\n  price: ‸mahal\n', /"mahal" bukan angka/, /75000/],
    ['a price left out', '- { sku: A, name: Wajan, price: 75000 }\n- ‸{ sku: B, name: Panci }\n', /harga kosong/, /75000/],
    ['a SKU twice', '- { sku: A, name: Wajan, price: 75000 }\n- { sku: ‸A, name: Panci, price: 75000 }\n', /di baris 2 sudah dipakai di baris 1/, /berbeda/],
  ];
  it.each(mistakes)('%s', async (_name, marked, what, should) => expectSaid('products.yaml', marked, what, should, 'error'));
});

const HOURS = 'name: Dapur\nhours:\n  mon: ';
const PAY = 'name: Dapur\npayments:\n';
const SPECIAL = 'name: Dapur\nhours:\n  special:\n    - ';
const BONUS = 'name: Dapur\nbonus:\n  - ';

describe('mistakes in store.yaml', () => {
  const mistakes: readonly Mistake[] = [
    ['no name', '‸language: id\n', /name belum diisi/, /Dapur Kita/],
    ['a misspelt setting', 'name: Dapur\n‸salutaton: Kak\n', /"salutaton" tidak dikenal/, /maksud Anda "salutation"/],
    ['a setting in Indonesian', 'name: Dapur\n‸pembayaran: {}\n', /"pembayaran" tidak dikenal/, /maksud Anda "payments"/],
    ['a setting twice', 'name: Dapur\nname: Kita\n'.replace('\nname: K', '\n‸name: K'), /sudah ditulis di atasnya/, /hapus salah satu/],
    ['a tab for indentation', 'name: Dapur\nhours:\n‸\tmon: closed\n', /Tab di awal baris/, /spasi/],
    ['no blank after the colon', '‸name:Dapur\nlanguage: id\n', /spasi sesudah titik dua/, /nama: nilai/],
    ['a quote that is never closed', 'name: ‸"Dapur\nlanguage: id\n', /tanda kutip dibuka di sini/, /tutup/],
    ['quotes in a quoted text', 'name: ‸"Dapur "Kita""\n', /sesudah tanda kutip penutup/, /\\"/],
    ['a bracket that is never closed', 'name: Dapur\ncontact: ‸{ phone: "+62 812-3456-7890"\nlanguage: id\n', /kurung \{ dibuka di sini/, /tutup dengan \}/],
    ['a quote in a bracket that is never closed', 'name: Dapur\ncontact: { phone: ‸"+62 812 }\n', /tanda kutip dibuka di sini|kutip/, /tutup/],
    ['a quote that closes in the next setting', 'name: ‸"Dapur\nsalutation: "Kak"\n', /tanda kutip dibuka di sini dan tidak ditutup/, /tutup/],
    ['quotes of a word processor', 'name: ‸“Dapur Kita”\n', /melengkung/, /Notepad/],
    ['a text where a section belongs', 'name: Dapur\ncontact: ‸0812\n', /bukan bagian/, /contact/],
    ['an unknown zone of time', 'name: Dapur\ntimezone: ‸Jawa\n', /"Jawa" tidak dikenal/, /Asia\/Jakarta \(WIB\)/],
    ['an unknown language', 'name: Dapur\nlanguage: ‸jawa\n', /"jawa" tidak dikenal/, /id, en/],
    ['a phone number that Excel made scientific', 'name: Dapur\ncontact: { phone: ‸6.28E+11 }\n', /6\.28E\+11/, /Teks/],
    ['a phone number in words', 'name: Dapur\ncontact: { phone: ‸di toko }\n', /nomor telepon "di toko"/, /\+62 812/],
    ['a map that is no link', 'name: Dapur\ncontact: { maps: ‸dekat alun-alun }\n', /bukan tautan/, /https/],
    ['hours in words', `${HOURS}‸pagi sampai sore\n`, /tidak terbaca/, /09:00-12:00/],
    ['hours past the clock', `${HOURS}‸"09:00-25:00"\n`, /tidak ada di jam dinding/, /24:00/],
    ['hours in the wrong order', `${HOURS}‸"17:00-09:00"\n`, /terbalik/, /"09:00-17:00"/],
    ['hours that overlap', `${HOURS}‸"09:00-12:00, 11:00-17:00"\n`, /bertumpuk/, /pisahkan/],
    ['a night that runs into the next day', 'name: Dapur\nhours:\n  mon: ‸"18:00-02:00"\n  tue: "01:00-05:00"\n', /mon lewat tengah malam dan bertumpuk dengan jam tue/, /24:00/],
    ['a weekday in Indonesian', 'name: Dapur\nhours:\n  ‸senin: closed\n', /"senin" tidak dikenal/, /maksud Anda "mon"/],
    ['a day that is not in the calendar', `${SPECIAL}{ date: ‸2027-02-29, hours: closed }\n`, /2027-02-29 tidak ada di kalender/, /bulan dan harinya/],
    ['a date written the Indonesian way', `${SPECIAL}{ date: ‸24-12-2026, hours: closed }\n`, /"24-12-2026" tidak terbaca/, /2026-12-24/],
    ['an end before its beginning', `${SPECIAL}{ date: 2026-12-24, until: ‸2026-12-20, hours: closed }\n`, /lebih dulu daripada date/, /hari terakhir/],
    ['a special day without hours', `${SPECIAL}‸{ date: 2026-12-24, note: Libur }\n`, /hours belum diisi/, /closed/],
    ['a special day twice', `${SPECIAL}{ date: 2026-12-24, until: 2026-12-26, hours: closed }\n    - { date: ‸2026-12-25, hours: closed }\n`, /sudah diatur oleh butir ke-1/, /sekali/],
    ['an order prefix with a blank', 'name: Dapur\norders: { prefix: ‸D K }\n', /prefix "D K"/, /prefix: DK/],
    ['hours to pay in words', 'name: Dapur\norders: { payment_due_hours: ‸sehari }\n', /bukan angka bulat/, /payment_due_hours: 24/],
    ['a state that does not exist', 'name: Dapur\norders: { cancel_until: ‸dikirim }\n', /"dikirim" tidak dikenal/, /packed/],
    ['an account number with letters', `${PAY}  bank_transfer: [ { bank: BCA, account: ‸12ab567, holder: Rina } ]\n`, /nomor rekening "12ab567"/, /tanda kutip/],
    ['an account without its holder', `${PAY}  bank_transfer:\n    - ‸bank: BCA\n      account: "1234567890"\n`, /holder belum diisi/, /Dapur Kita/],
    ['an account twice', `${PAY}  bank_transfer:\n    - { bank: BCA, account: "1234567890", holder: R }\n    - { bank: BCA, account: ‸"123 456 7890", holder: R }\n`, /sudah dipakai oleh butir ke-1/, /berbeda/],
    ['no way to pay', `${PAY}  ‸cod: no\n`, /belum ada satu pun cara bayar/, /bank_transfer/],
    ['a QRIS of a wrong checksum', `${PAY}  qris: ‸"00020101021126670015COM.EXAMPLE.WWW011893600014000000000102150000000000000010303UMI51440014ID.CO.QRIS.WWW0215ID00000000000010303UMI5204571953033605802ID5910DAPUR KITA6007BANDUNG6105401156304C0BB"\n`, /kode pemeriksa/, /salin ulang/],
    ['a bonus of an unknown kind', `${BONUS}{ metric: ‸order_helped, amount: 2000 }\n`, /"order_helped" tidak dikenal/, /maksud Anda "orders_helped"/],
    ['a bonus without its amount', `${BONUS}‸{ metric: orders_helped, per: 1 }\n`, /amount belum diisi/, /amount: 2000/],
    ['a bonus with a mark nobody reaches', `${BONUS}{ metric: rating_average, at_least: ‸45, amount: 1000 }\n`, /tidak mungkin tercapai/, /paling banyak 5/],
    ['a bonus with a setting of another', `${BONUS}{ metric: sales_helped, percent: 1, ‸amount: 5000 }\n`, /amount tidak berarti untuk sales_helped/, /percent: 1/],
  ];
  it.each(mistakes)('%s', async (_name, marked, what, should) => expectSaid('store.yaml', marked, what, should, 'error'));

  it.each([
    ['days that are not named', 'name: Dapur\n‸hours: { mon: "09:00-17:00" }\npayments: { cod: yes }\n', /tue, wed, thu, fri, sat, sun tidak ditulis/, /closed/],
    ['no word of paying', '‸name: Dapur\n', /payments/, /bank_transfer/],
  ] satisfies Mistake[])('warns of %s', async (_name, marked, what, should) => expectSaid('store.yaml', marked, what, should, 'warning'));
});

const SERVICE = 'origin: Kota Bandung\nservices:\n  - id: jne\n    name: JNE\n';

describe('mistakes in shipping.yaml', () => {
  const mistakes: readonly Mistake[] = [
    ['an origin nobody knows', `origin: ‸Kota Bandunk\n${SERVICE.slice(21)}    zones: [ { to: ["*"], per_kg: 9000, days: 1 } ]\n`, /"Kota Bandunk" tidak dikenal/, /maksud Anda "Kota Bandung"/],
    ['a destination nobody knows', `${SERVICE}    zones: [ { to: [Bali, ‸Atlantis], per_kg: 9000, days: 1 } ]\n`, /"Atlantis" tidak dikenal/, /nama resminya/],
    ['a destination twice', `${SERVICE}    zones:\n      - { to: [Bali], per_kg: 9000, days: 1 }\n      - { to: [‸bali ], per_kg: 9500, days: 1 }\n`.replace('bali ', 'Bali '), /"Bali" sudah dipakai/, /berbeda/],
    ['a star without quotes', `${SERVICE}    zones: [ { to: [‸*], per_kg: 9000, days: 1 } ]\n`, /tanda \* tanpa kutip/, /\["\*"\]/],
    ['a comma left out', `${SERVICE}    zones: [ { to: ["*"], per_kg: ‸9000 days: 1-2 } ]\n`, /koma yang hilang/, /per_kg: 24000, days/],
    ['a tariff with a point', `${SERVICE}    zones: [ { to: ["*"], per_kg: ‸9.5, days: 1 } ]\n`, /per_kg "9\.5"/, /9500/],
    ['a tariff left out', `${SERVICE}    zones: [ ‸{ to: ["*"], days: 1 } ]\n`, /per_kg belum diisi/, /9000/],
    ['days in the wrong order', `${SERVICE}    zones: [ { to: ["*"], per_kg: 9000, days: ‸3-1 } ]\n`, /"3-1" terbalik/, /1-3/],
    ['no zones', 'origin: Bali\nservices:\n  - ‸id: jne\n    name: JNE\n', /belum punya tarif/, /zones/],
    ['no services', 'origin: Bali\nservices: ‸[]\n', /belum ada jasa kirim/, /services/],
    ['a service twice', `${SERVICE}    zones: [ { to: ["*"], per_kg: 9000, days: 1 } ]\n  - id: ‸jne\n    name: JNE 2\n    zones: [ { to: ["*"], per_kg: 9000, days: 1 } ]\n`, /id "jne" sudah dipakai/, /berbeda/],
    ['a weekday nobody knows', `${SERVICE}    works: ‸mon-sot\n    zones: [ { to: ["*"], per_kg: 9000, days: 1 } ]\n`, /hari "mon-sot"/, /mon-sat/],
    ['a cut-off in words', `cutoff: ‸sore\n${SERVICE}    zones: [ { to: ["*"], per_kg: 9000, days: 1 } ]\n`, /"sore" bukan jam/, /"15:00"/],
    ['a lump of text where a list belongs', 'origin: Bali\nservices: ‸JNE\n', /harus daftar/, /jne-reg/],
  ];
  const LIVE = (block: string) => `${SERVICE}    zones: [ { to: ["*"], per_kg: 9000, days: 1 } ]\nlive:\n${block}`;
  const liveMistakes: readonly Mistake[] = [
    ['a provider nobody knows', LIVE('  provider: ‸rajaonkir\n  services: { jne: jne REG }\n'), /provider "rajaonkir" tidak dikenal/, /rajaongkir/],
    ['a service that is not listed', LIVE('  provider: rajaongkir\n  services: { ‸jn: jne REG }\n'), /"jn" tidak ada di services/, /jne/],
    ['a courier without its service', LIVE('  provider: rajaongkir\n  services: { jne: ‸jne }\n'), /bukan kurir dan layanannya/, /jne REG/],
    ['no service at all', LIVE('  ‸provider: rajaongkir\n'), /belum menyebut/, /jne REG/],
    ['a limit that is none', LIVE('  provider: rajaongkir\n  daily_limit: ‸banyak\n  services: { jne: jne REG }\n'), /daily_limit/, /100/],
  ];
  it.each(liveMistakes)('live: %s', async (_name, marked, what, should) => expectSaid('shipping.yaml', marked, what, should, 'error'));

  it('reads who is asked, for what, and how often', async () => {
    const outcome = await load({ 'shipping.yaml': LIVE('  provider: rajaongkir\n  services: { jne: jne REG/CTC }\n') }, CHECKS);
    expect(outcome.kind === 'loaded' && outcome.catalogue.shipping.live).toEqual({ provider: 'rajaongkir', dailyLimit: 100, services: { jne: { courier: 'jne', services: ['REG', 'CTC'] } } });
  });

  it.each(mistakes)('%s', async (_name, marked, what, should) => expectSaid('shipping.yaml', marked, what, should, 'error'));

  it('warns where some destinations are served by nobody', () =>
    expectSaid('shipping.yaml', `${SERVICE.replace('services', '‸services')}    zones: [ { to: [Bali], per_kg: 9000, days: 1 } ]\n`, /tidak dilayani/, /"\*"/, 'warning'));
});

describe('mistakes in the small files', () => {
  const mistakes: readonly (readonly [...Mistake, file: string])[] = [
    ['staff twice, in another case', '- { id: siti, name: Siti }\n- { id: ‸SITI, name: Siti Dua }\n', /id "SITI" sudah dipakai/, /berbeda/, 'staff.yaml'],
    ['one phone for two', '- { id: a, name: A, whatsapp: "+6281234567890" }\n- { id: b, name: B, whatsapp: ‸081234567890 }\n', /sudah dipakai oleh butir ke-1/, /berbeda/, 'staff.yaml'],
    ['a Telegram name instead of its number', '- { id: siti, name: Siti, telegram: ‸"@siti" }\n', /"@siti" bukan nomor id/, /123456789/, 'staff.yaml'],
    ['an unknown role', '- { id: siti, name: Siti, role: ‸kasir }\n', /"kasir" tidak dikenal/, /owner, admin/, 'staff.yaml'],
    ['an id with blanks', '- { id: ‸siti aminah, name: Siti }\n', /tanpa spasi|tidak bisa dipakai/, /id: siti/, 'staff.yaml'],
    ['a dash without a blank', '- { id: siti, name: Siti }\n‸-{ id: budi, name: Budi }\n', /spasi sesudah tanda -/, /- id/, 'staff.yaml'],
    ['an answer left out', '- ‸questions: ["ada garansi ga"]\n', /answer belum diisi/, /Garansi/, 'faq.yaml'],
    ['an answer that begins with a placeholder', '- questions: [garansi]\n  answer: ‸{sapaan} ada\n', /\{sapaan\} harus diapit kutip/, /"\{sapaan\}/, 'faq.yaml'],
    ['an answer that is a placeholder', '- questions: [garansi]\n  answer: ‸{sapaan}\n', /tidak diapit kutip/, /"\{sapaan\}"/, 'faq.yaml'],
    ['an answer with a second colon', '- questions: [garansi]\n  answer: ‸Garansi: 1 tahun\n', /titik dua kedua/, /apit seluruh teksnya/, 'faq.yaml'],
    ['a placeholder nobody fills', '- questions: [garansi]\n  answer: ‸"Halo {sapan}"\n', /\{sapan\} tidak dikenal/, /\{sapaan\}, \{nama_toko\}/, 'faq.yaml'],
    ['a question in two entries', '- { questions: [garansi], answer: Ada }\n- { questions: [‸Garansi], answer: Tidak }\n', /"Garansi" sudah dipakai/, /berbeda/, 'faq.yaml'],
    ['a canned answer without a text', '- ‸{ id: halo }\n', /text belum diisi/, /Terima kasih/, 'quick_replies.yaml'],
    ['a canned answer twice', '- { id: halo, text: Halo }\n- { id: ‸halo, text: Hai }\n', /id "halo"/, /berbeda/, 'quick_replies.yaml'],
    ['a message nobody says', 'welcome_all: ‸"Halo"\n', /tidak ada pesan bernama "welcome_all"/, /persis/, 'replies.yaml'],
    ['an intent nobody has', '‸ask_hour: ["jam brp"]\n', /"ask_hour" tidak dikenal/, /maksud Anda "ask_hours"/, 'examples.yaml'],
    ['a promise under another name', '‸garansi: "1 tahun"\n', /"garansi" tidak dikenal/, /maksud Anda "warranty"/, 'policy.yaml'],
    ['a back slash in quotes', 'returns: "C:‸\\xampp"\n', /tanda \\/, /kutip tunggal/, 'policy.yaml'],
  ];
  it.each(mistakes)('%s', async (_name, marked, what, should, file) => expectSaid(file, marked, what, should, 'error'));
});
