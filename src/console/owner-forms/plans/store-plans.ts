import type { Plain } from '../../../owner-files/yaml-edit.ts';
import type { BonusMetric, Catalogue, Weekday } from '../../../shop/catalogue/snapshot.ts';
import { rupiah } from '../../../shop/payment/rupiah.ts';
import { itemsAt, textAt, type Field, type FormPlan, type Item } from '../fields.ts';
import { hoursText } from '../hours-words.ts';

/** What a plan is made from: the file as it is written, and the shop as it lives. */
export interface PlanSource { readonly value: Plain; readonly catalogue: Catalogue }

const DAYS: readonly (readonly [Weekday, string])[] = [
  ['mon', 'Senin'], ['tue', 'Selasa'], ['wed', 'Rabu'], ['thu', 'Kamis'], ['fri', 'Jumat'], ['sat', 'Sabtu'], ['sun', 'Minggu'],
];
const OPEN_CLOSED = [['closed', 'Tutup'], ['open', 'Tetap buka']] as const;

/** Text as it is written in the file. */
const text = (value: Plain, path: readonly (string | number)[], label: string, more: Partial<Field> = {}): Field => ({ path, label, kind: 'text', shown: textAt(value, path), ...more });
/** An amount as it is read; what is no whole number stays as it was written. */
const inRupiah = (written: string): string => (/^-?\d+$/.test(written) ? rupiah(Number(written)) : written);
const short = (words: string, most = 40): string => (words.length > most ? `${words.slice(0, most - 1)}…` : words);

export function profilePlan({ value, catalogue }: PlanSource): FormPlan {
  const { store } = catalogue;
  return {
    title: 'Nama dan kontak toko', file: 'store',
    parts: [
      { kind: 'fields', title: 'Sebutan', fields: [
        text(value, ['name'], 'Nama toko'),
        text(value, ['customer_name'], 'Sebutan untuk pelanggan', { example: 'Sobat Dapur', hint: 'Boleh kosong.' }),
        text(value, ['salutation'], 'Sapaan', { example: 'Kak', hint: 'Satu sapaan untuk semua orang; asisten tidak menebak bapak atau ibu.' }),
        { path: ['language'], label: 'Bahasa asisten', kind: 'choice', shown: store.language, choices: [['id', 'Indonesia'], ['en', 'Inggris']] },
        { path: ['timezone'], label: 'Zona waktu', kind: 'choice', shown: store.timezone, choices: [['Asia/Jakarta', 'WIB'], ['Asia/Makassar', 'WITA'], ['Asia/Jayapura', 'WIT']] },
      ] },
      { kind: 'fields', title: 'Kontak', hint: 'Dibagikan ke pelanggan yang bertanya alamat atau ingin menelepon.', fields: [
        text(value, ['contact', 'phone'], 'Telepon', { example: '+62 812-3456-7890' }),
        text(value, ['contact', 'phone_hours'], 'Jam telepon', { example: 'Sen-Jum 09.00-15.00' }),
        text(value, ['contact', 'address'], 'Alamat', { kind: 'long', example: 'Jl. Contoh No. 1, Bandung' }),
        text(value, ['contact', 'maps'], 'Tautan peta', { example: 'https://maps.app.goo.gl/…' }),
      ] },
    ],
  };
}

export function hoursPlan({ value, catalogue }: PlanSource): FormPlan {
  const { hours } = catalogue.store;
  const list = ['hours', 'special'];
  const special = (shown: { readonly date: string; readonly until: string; readonly hours: string; readonly note: string }): readonly Field[] => [
    { path: ['date'], label: 'Tanggal', kind: 'date', shown: shown.date },
    { path: ['until'], label: 'Sampai tanggal', kind: 'date', shown: shown.until, hint: 'Kosongkan bila hanya sehari.' },
    { path: ['hours'], label: 'Jam hari itu', kind: 'hours', shown: shown.hours, hint: 'Kosongkan semua jamnya bila tutup.' },
    { path: ['note'], label: 'Keterangan', kind: 'text', shown: shown.note, example: 'Libur Lebaran' },
  ];
  return {
    title: 'Jam melayani dan libur', file: 'store', intro: 'Jam admin (manusia) melayani. Di luar jam ini pelanggan tetap bisa bertanya dan memesan sendiri.',
    parts: [
      { kind: 'fields', title: 'Tiap minggu', hint: 'Baris kedua untuk jam sesudah istirahat. Kosongkan semua bila tutup.',
        fields: DAYS.map(([day, label]): Field => ({ path: ['hours', day], label, kind: 'hours', shown: hoursText(hours.week[day]) })) },
      { kind: 'fields', title: 'Hari libur', fields: [
        { path: ['hours', 'national_holidays'], label: 'Tanggal merah', kind: 'choice', shown: hours.nationalHolidays, choices: OPEN_CLOSED },
        { path: ['hours', 'joint_leave'], label: 'Cuti bersama', kind: 'choice', shown: hours.jointLeave, choices: OPEN_CLOSED },
      ] },
      { kind: 'list', title: 'Hari khusus', hint: 'Mengalahkan jam mingguan dan tanggal merah.', path: list, add: 'Tambah hari khusus…', empty: 'Belum ada hari khusus.',
        items: itemsAt(value, list).map((_, i): Item => {
          const days = hours.special[i];
          const date = textAt(value, [...list, i, 'date']);
          const until = textAt(value, [...list, i, 'until']);
          const note = textAt(value, [...list, i, 'note']);
          return { title: [until === '' ? date : `${date} – ${until}`, note].filter((words) => words !== '').join(' · '), fields: special({ date, until, hours: hoursText(days?.shifts ?? []), note }) };
        }),
        blank: special({ date: '', until: '', hours: 'closed', note: '' }) },
    ],
  };
}

export function paymentsPlan({ value, catalogue }: PlanSource): FormPlan {
  const list = ['payments', 'bank_transfer'];
  const bank = (at: (key: string) => string): readonly Field[] => [
    { path: ['bank'], label: 'Bank', kind: 'text', shown: at('bank'), example: 'BCA' },
    { path: ['account'], label: 'Nomor rekening', kind: 'text', shown: at('account'), example: '1234567890' },
    { path: ['holder'], label: 'Atas nama', kind: 'text', shown: at('holder'), example: 'Dapur Kita' },
  ];
  return {
    title: 'Cara bayar', file: 'store', intro: 'Periksa nomor rekening dua kali: pelanggan mengirim uang ke sini.',
    parts: [
      { kind: 'list', title: 'Transfer bank', path: list, add: 'Tambah rekening…', empty: 'Belum ada rekening; transfer bank tidak ditawarkan.',
        items: itemsAt(value, list).map((_, i): Item => {
          const at = (key: string): string => textAt(value, [...list, i, key]);
          return { title: `${at('bank')} ${at('account')}`, fields: bank(at) };
        }),
        blank: bank(() => '') },
      { kind: 'fields', title: 'Lainnya', fields: [
        text(value, ['payments', 'qris'], 'QRIS statis', { kind: 'long', hint: 'Teks isi kode QR toko (diawali 000201), bukan gambarnya. Kosongkan bila tidak dipakai.' }),
        { path: ['payments', 'cod'], label: 'Bayar di tempat (COD)', kind: 'tick', shown: catalogue.store.payments.cod ? 'yes' : 'no', hint: 'Hanya dengan jasa kirim yang bisa menagih.' },
      ] },
    ],
  };
}

export function rulesPlan({ value, catalogue }: PlanSource): FormPlan {
  const { orders } = catalogue.store;
  const number = (path: readonly string[], label: string, usual: number, hint: string): Field => text(value, path, label, { kind: 'number', example: String(usual), hint });
  return {
    title: 'Aturan pesanan dan balasan', file: 'store',
    parts: [
      { kind: 'fields', title: 'Pesanan', fields: [
        text(value, ['orders', 'prefix'], 'Awal nomor pesanan', { example: orders.prefix, hint: 'Huruf di depan nomor pesanan yang baru.' }),
        number(['orders', 'payment_due_hours'], 'Batas bayar (jam)', orders.paymentDueHours, 'Yang belum dibayar sesudahnya batal sendiri.'),
        { path: ['orders', 'cancel_until'], label: 'Pelanggan boleh membatalkan sampai', kind: 'choice', shown: orders.cancelUntil, choices: [['awaiting_payment', 'belum dibayar'], ['paid', 'sudah dibayar, belum dikemas'], ['packed', 'sudah dikemas, belum dikirim']] },
        number(['orders', 'delivered_after_days'], 'Dianggap diterima sesudah (hari)', orders.deliveredAfterDays, 'Dihitung dari perkiraan tiba, bila tidak ada kabar.'),
        number(['low_stock'], 'Stok disebut menipis mulai', catalogue.store.lowStock, 'Sekian buah atau kurang.'),
      ] },
      { kind: 'fields', title: 'Admin', fields: [
        number(['handoff', 'first_reply_minutes'], 'Janji balasan pertama (menit)', catalogue.store.handoff.firstReplyMinutes, 'Dikatakan kepada pelanggan yang minta dilayani orang.'),
        number(['handoff', 'idle_minutes'], 'Kembali ke asisten sesudah diam (menit)', catalogue.store.handoff.idleMinutes, 'Bila pelanggan tidak menulis lagi selama ini.'),
      ] },
    ],
  };
}

export const METRIC_NAMES: Readonly<Record<BonusMetric, string>> = {
  orders_helped: 'Pesanan yang dibantu', sales_helped: 'Nilai penjualan yang dibantu', chats_handled: 'Chat yang dilayani', rating_average: 'Nilai rata-rata pelanggan',
  first_reply_on_time: 'Balasan pertama tepat waktu', out_of_hours_replies: 'Balasan di luar jam',
};

export function bonusPlan({ value }: PlanSource): FormPlan {
  const rule = (at: (key: string) => string, fresh: boolean): readonly Field[] => [
    { path: ['metric'], label: 'Yang dihitung', kind: 'choice', shown: at('metric'), choices: [...(fresh ? [['', 'Pilih…'] as const] : []), ...Object.entries(METRIC_NAMES)] },
    { path: ['amount'], label: 'Rupiah', kind: 'number', shown: at('amount'), hint: 'Boleh minus untuk potongan, misalnya -10000.' },
    { path: ['per'], label: 'Tiap berapa', kind: 'number', shown: at('per'), hint: 'Untuk pesanan, chat, balasan di luar jam.' },
    { path: ['percent'], label: 'Persen', kind: 'number', shown: at('percent'), hint: 'Hanya untuk nilai penjualan.' },
    { path: ['at_least'], label: 'Paling sedikit', kind: 'number', shown: at('at_least'), hint: '4.5 untuk nilai rata-rata; 0.9 berarti 90 % tepat waktu.' },
    { path: ['min_count'], label: 'Dari sedikitnya berapa kali', kind: 'number', shown: at('min_count'), hint: 'Supaya satu nilai 5 tidak langsung jadi bonus.' },
  ];
  return {
    title: 'Aturan bonus', file: 'store', intro: 'Dihitung sendiri tiap bulan dari yang tercatat. Isi hanya yang berlaku untuk aturannya.',
    parts: [{
      kind: 'list', title: 'Bonus', path: ['bonus'], add: 'Tambah aturan…', empty: 'Belum ada aturan bonus.',
      items: itemsAt(value, ['bonus']).map((_, i): Item => {
        const at = (key: string): string => textAt(value, ['bonus', i, key]);
        return { title: [METRIC_NAMES[at('metric') as BonusMetric] ?? at('metric'), at('amount') === '' ? `${at('percent')} %` : inRupiah(at('amount'))].join(' · '), fields: rule(at, false) };
      }),
      blank: rule(() => '', true),
    }],
  };
}

const WORKDAYS: readonly (readonly [string, string])[] = [['mon-sat', 'Senin–Sabtu'], ['mon-sun', 'Setiap hari'], ['mon-fri', 'Senin–Jumat']];
const zone = (at: (key: string) => string): readonly Field[] => [
  { path: ['to'], label: 'Tujuan', kind: 'words', shown: at('to').split('\n').join(', '), example: 'Kota Bandung, Jawa Barat', hint: 'Kecamatan, kota, kabupaten, atau provinsi, dipisah koma; * untuk tempat lain.' },
  { path: ['per_kg'], label: 'Rupiah per kg', kind: 'number', shown: at('per_kg'), example: '12000' },
  { path: ['days'], label: 'Lama (hari)', kind: 'text', shown: at('days'), example: '2-3' },
];

/** A short name of its own for a new service: what orders, promotions and live tariffs know it by. */
function serviceId(name: string, taken: readonly string[]): string {
  const short = name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 24) || 'jasa-kirim';
  for (let i = 1; ; i++) if (!taken.includes(i === 1 ? short : `${short}-${i}`)) return i === 1 ? short : `${short}-${i}`;
}

/** shipping.yaml: the whole, and the list of services, whose tariffs have a page each. */
export function shippingPlan({ value, catalogue }: PlanSource): FormPlan {
  const services = itemsAt(value, ['services']);
  const service = (at: (key: string) => string, cod: boolean): readonly Field[] => [
    { path: ['name'], label: 'Nama yang dibaca pelanggan', kind: 'text', shown: at('name'), example: 'JNE Reguler' },
    { path: ['works'], label: 'Hari mengantar', kind: 'choice', shown: at('works') || 'mon-sat', choices: [...WORKDAYS, ...(at('works') === '' || WORKDAYS.some(([days]) => days === at('works')) ? [] : [[at('works'), at('works')] as const])] },
    { path: ['cod'], label: 'Bisa menagih bayar di tempat', kind: 'tick', shown: cod ? 'yes' : 'no' },
    { path: ['max_parcel_g'], label: 'Paket terberat (gram)', kind: 'number', shown: at('max_parcel_g'), example: '25000', hint: 'Yang lebih berat dibagi menjadi beberapa paket. Kosong: tanpa batas.' },
  ];
  return {
    title: 'Ongkir', file: 'shipping',
    parts: [
      { kind: 'fields', title: 'Pengiriman', fields: [
        text(value, ['origin'], 'Kota asal paket', { example: 'Kota Bandung' }),
        text(value, ['cutoff'], 'Dibayar sebelum jam ini dikirim hari itu juga', { kind: 'clock', example: '15:00' }),
        text(value, ['handling_days'], 'Tambahan hari menyiapkan', { kind: 'number', example: String(catalogue.shipping.handlingDays) }),
        text(value, ['round_up_after_g'], 'Toleransi berat (gram)', { kind: 'number', example: String(catalogue.shipping.roundUpAfterG), hint: '300: 1.300 g masih 1 kg, 1.301 g sudah 2 kg.' }),
      ] },
      { kind: 'list', title: 'Jasa kirim', path: ['services'], add: 'Tambah jasa kirim…', empty: 'Belum ada jasa kirim.',
        items: services.map((_, i) => {
          const at = (key: string): string => textAt(value, ['services', i, key]);
          return { title: at('name') || at('id'), fields: service(at, catalogue.shipping.services[i]?.cod ?? false) };
        }),
        blank: [...service(() => '', false), ...zone(() => '').map((field) => ({ ...field, path: ['zones', 0, ...field.path], ...(field.path[0] === 'to' && { label: 'Tujuan pertama', hint: 'Tujuan lain ditambah sesudah disimpan, di halaman tarifnya.' }) }))],
        completed: (given) => ({ id: serviceId(String(given['name'] ?? ''), services.map((one) => textAt(one, ['id']))), ...given }) },
    ],
  };
}

/** The tariffs of one service, by its place in the file. */
export function zonesPlan({ value }: PlanSource, service: number): FormPlan | null {
  const list = ['services', service, 'zones'];
  if (itemsAt(value, ['services'])[service] === undefined) return null;
  return {
    title: textAt(value, ['services', service, 'name']), file: 'shipping', intro: 'Yang paling khusus yang dipakai: kota mengalahkan provinsi, dan * paling akhir.',
    parts: [{
      kind: 'list', title: 'Tujuan', path: list, add: 'Tambah tujuan…', empty: 'Belum ada tujuan.',
      items: itemsAt(value, list).map((_, i): Item => {
        const at = (key: string): string => textAt(value, [...list, i, key]);
        return { title: `${short(at('to').split('\n').join(', '))} · ${inRupiah(at('per_kg'))} · ${at('days')}`, fields: zone(at) };
      }),
      blank: zone(() => ''),
    }],
  };
}

export type StorePlanName = keyof typeof STORE_PLANS;
export const STORE_PLANS = {
  profil: profilePlan, jam: hoursPlan, bayar: paymentsPlan, aturan: rulesPlan, bonus: bonusPlan, ongkir: shippingPlan,
} as const satisfies Readonly<Record<string, (source: PlanSource) => FormPlan>>;

