/**
 * What people call places besides their official names: short forms, everyday and old names, names of towns and quarters
 * that are no district of their own. Each stands for the labels behind it, likeliest first; the first is what "ke bdg"
 * means, the others are asked about only where they have another tariff.
 */
export const NICKNAMES: Readonly<Record<string, string | readonly string[]>> = {
  // Jakarta and around
  jakarta: 'DKI Jakarta', jkt: 'DKI Jakarta', jkrt: 'DKI Jakarta', dki: 'DKI Jakarta', 'jakarta raya': 'DKI Jakarta',
  jaksel: 'Kota Jakarta Selatan', jakbar: 'Kota Jakarta Barat', jaktim: 'Kota Jakarta Timur',
  jakut: 'Kota Jakarta Utara', jakpus: 'Kota Jakarta Pusat', 'pulau seribu': 'Kabupaten Kepulauan Seribu',
  'kep seribu': 'Kabupaten Kepulauan Seribu',
  'blok m': 'Kec. Kebayoran Baru, Kota Jakarta Selatan', senayan: 'Kec. Kebayoran Baru, Kota Jakarta Selatan',
  kemang: ['Kec. Mampang Prapatan, Kota Jakarta Selatan', 'Kec. Kemang, Kabupaten Bogor'],
  cikini: 'Kec. Menteng, Kota Jakarta Pusat', cawang: 'Kec. Kramatjati, Kota Jakarta Timur',
  rawamangun: 'Kec. Pulogadung, Kota Jakarta Timur', cibubur: ['Kec. Ciracas, Kota Jakarta Timur', 'Kota Depok'],
  pluit: 'Kec. Penjaringan, Kota Jakarta Utara', sunter: 'Kec. Tanjung Priok, Kota Jakarta Utara',
  ancol: 'Kec. Pademangan, Kota Jakarta Utara', slipi: 'Kec. Pal Merah, Kota Jakarta Barat',
  glodok: 'Kec. Taman Sari, Kota Jakarta Barat', grogol: 'Kec. Grogol Petamburan, Kota Jakarta Barat',
  bintaro: ['Kota Tangerang Selatan', 'Kec. Pesanggrahan, Kota Jakarta Selatan'],
  bsd: 'Kota Tangerang Selatan', tangsel: 'Kota Tangerang Selatan', 'gading serpong': 'Kec. Kelapa Dua, Kabupaten Tangerang',
  tng: ['Kota Tangerang', 'Kabupaten Tangerang'], tgr: ['Kota Tangerang', 'Kabupaten Tangerang'],
  bks: ['Kota Bekasi', 'Kabupaten Bekasi'], bksi: ['Kota Bekasi', 'Kabupaten Bekasi'],
  cikarang: 'Kabupaten Bekasi', tambun: 'Kec. Tambun Selatan, Kabupaten Bekasi',
  dpk: 'Kota Depok', bgr: ['Kota Bogor', 'Kabupaten Bogor'], sentul: 'Kec. Babakan Madang, Kabupaten Bogor',

  // West Java and Banten
  jabar: 'Jawa Barat', bdg: ['Kota Bandung', 'Kabupaten Bandung'], bdng: ['Kota Bandung', 'Kabupaten Bandung'],
  bndg: ['Kota Bandung', 'Kabupaten Bandung'], kbb: 'Kabupaten Bandung Barat', dago: 'Kec. Coblong, Kota Bandung',
  cmh: 'Kota Cimahi', crb: ['Kota Cirebon', 'Kabupaten Cirebon'], tasik: ['Kota Tasikmalaya', 'Kabupaten Tasikmalaya'],
  tsm: ['Kota Tasikmalaya', 'Kabupaten Tasikmalaya'], krw: 'Kabupaten Karawang', kerawang: 'Kabupaten Karawang',
  pwk: 'Kabupaten Purwakarta', 'pelabuhan ratu': 'Kec. Palabuhanratu, Kabupaten Sukabumi',
  anyer: 'Kec. Anyar, Kabupaten Serang', merak: 'Kec. Pulomerak, Kota Cilegon',

  // Central Java and Yogyakarta
  jateng: 'Jawa Tengah', smg: ['Kota Semarang', 'Kabupaten Semarang'], smrg: ['Kota Semarang', 'Kabupaten Semarang'],
  ungaran: 'Kabupaten Semarang', solo: 'Kota Surakarta', kds: 'Kabupaten Kudus',
  purwokerto: 'Kabupaten Banyumas', pwt: 'Kabupaten Banyumas',
  yogyakarta: ['Kota Yogyakarta', 'DI Yogyakarta'], yogya: ['Kota Yogyakarta', 'DI Yogyakarta'],
  jogja: ['Kota Yogyakarta', 'DI Yogyakarta'], jogya: ['Kota Yogyakarta', 'DI Yogyakarta'],
  jogjakarta: ['Kota Yogyakarta', 'DI Yogyakarta'], jogyakarta: ['Kota Yogyakarta', 'DI Yogyakarta'],
  jgj: ['Kota Yogyakarta', 'DI Yogyakarta'], diy: 'DI Yogyakarta',
  'daerah istimewa yogyakarta': 'DI Yogyakarta', 'd i yogyakarta': 'DI Yogyakarta', 'di jogja': 'DI Yogyakarta',

  // East Java
  jatim: 'Jawa Timur', sby: 'Kota Surabaya', sbya: 'Kota Surabaya', srby: 'Kota Surabaya',
  mlg: ['Kota Malang', 'Kabupaten Malang'], gsk: 'Kabupaten Gresik',
  madura: ['Kabupaten Bangkalan', 'Kabupaten Pamekasan', 'Kabupaten Sampang', 'Kabupaten Sumenep'],

  // Sumatra
  sumut: 'Sumatera Utara', sumbar: 'Sumatera Barat', sumsel: 'Sumatera Selatan', kepri: 'Kepulauan Riau',
  'kep riau': 'Kepulauan Riau', babel: 'Kepulauan Bangka Belitung', 'bangka belitung': 'Kepulauan Bangka Belitung',
  bangka: ['Kabupaten Bangka', 'Kota Pangkal Pinang', 'Kabupaten Bangka Tengah', 'Kabupaten Bangka Barat', 'Kabupaten Bangka Selatan'],
  'nanggroe aceh darussalam': 'Aceh', mdn: 'Kota Medan', plb: 'Kota Palembang', plbg: 'Kota Palembang',
  pku: 'Kota Pekanbaru', pkb: 'Kota Pekanbaru', btm: 'Kota Batam', pdg: 'Kota Padang', bdl: 'Kota Bandar Lampung',
  balam: 'Kota Bandar Lampung', 'tanjung karang': 'Kota Bandar Lampung', siantar: 'Kota Pematangsiantar',
  sidempuan: 'Kota Padang Sidempuan', sidimpuan: 'Kota Padang Sidempuan', 'padang sidimpuan': 'Kota Padang Sidempuan',
  'rantau prapat': 'Kabupaten Labuhanbatu', kisaran: 'Kabupaten Asahan', brastagi: 'Kec. Berastagi, Kabupaten Karo',
  parapat: 'Kabupaten Simalungun', baturaja: 'Kabupaten Ogan Komering Ulu',
  'muara bungo': 'Kabupaten Bungo',
  sumatera: ['Sumatera Utara', 'Sumatera Barat', 'Sumatera Selatan', 'Riau', 'Lampung', 'Jambi', 'Aceh', 'Bengkulu'],

  // Bali and Nusa Tenggara
  dps: 'Kota Denpasar', sanur: 'Kec. Denpasar Selatan, Kota Denpasar', canggu: 'Kec. Kuta Utara, Kabupaten Badung',
  seminyak: 'Kec. Kuta, Kabupaten Badung', legian: 'Kec. Kuta, Kabupaten Badung',
  jimbaran: 'Kec. Kuta Selatan, Kabupaten Badung', 'nusa dua': 'Kec. Kuta Selatan, Kabupaten Badung',
  singaraja: 'Kabupaten Buleleng', ntb: 'Nusa Tenggara Barat', ntt: 'Nusa Tenggara Timur',
  lombok: ['Kabupaten Lombok Barat', 'Kota Mataram', 'Kabupaten Lombok Tengah', 'Kabupaten Lombok Timur', 'Kabupaten Lombok Utara'],
  flores: ['Kabupaten Ende', 'Kabupaten Sikka', 'Kabupaten Manggarai Barat', 'Kabupaten Manggarai', 'Kabupaten Ngada', 'Kabupaten Flores Timur'],
  sumba: ['Kabupaten Sumba Timur', 'Kabupaten Sumba Barat', 'Kabupaten Sumba Barat Daya', 'Kabupaten Sumba Tengah'],
  maumere: 'Kabupaten Sikka', 'labuan bajo': 'Kabupaten Manggarai Barat', atambua: 'Kabupaten Belu',
  waingapu: 'Kabupaten Sumba Timur',

  // Kalimantan
  kalbar: 'Kalimantan Barat', kalteng: 'Kalimantan Tengah', kalsel: 'Kalimantan Selatan', kaltim: 'Kalimantan Timur',
  kaltara: 'Kalimantan Utara', bpn: 'Kota Balikpapan', bppn: 'Kota Balikpapan', bjm: 'Kota Banjarmasin',
  smd: ['Kota Samarinda', 'Kabupaten Sumedang'], ptk: 'Kota Pontianak', pnk: 'Kota Pontianak',
  kukar: 'Kabupaten Kutai Kartanegara', sangatta: 'Kabupaten Kutai Timur', sangata: 'Kabupaten Kutai Timur',
  'pangkalan bun': 'Kabupaten Kotawaringin Barat', sampit: 'Kabupaten Kotawaringin Timur',
  'tanjung selor': 'Kabupaten Bulungan', 'tanjung redeb': 'Kabupaten Berau',
  kalimantan: ['Kalimantan Timur', 'Kalimantan Selatan', 'Kalimantan Barat', 'Kalimantan Tengah', 'Kalimantan Utara'],

  // Sulawesi, Maluku, Papua
  sulsel: 'Sulawesi Selatan', sulut: 'Sulawesi Utara', sulteng: 'Sulawesi Tengah', sultra: 'Sulawesi Tenggara',
  sulbar: 'Sulawesi Barat', mks: 'Kota Makassar', mksr: 'Kota Makassar', makasar: 'Kota Makassar',
  'ujung pandang': 'Kota Makassar', mdo: 'Kota Manado', sungguminasa: 'Kabupaten Gowa', watampone: 'Kabupaten Bone',
  sengkang: 'Kabupaten Wajo', toraja: ['Kabupaten Tana Toraja', 'Kabupaten Toraja Utara'],
  sulawesi: ['Sulawesi Selatan', 'Sulawesi Utara', 'Sulawesi Tengah', 'Sulawesi Tenggara', 'Sulawesi Barat', 'Gorontalo'],
  malut: 'Maluku Utara', timika: 'Kabupaten Mimika', djp: 'Kota Jayapura',
  papua: ['Papua', 'Papua Barat', 'Papua Selatan', 'Papua Tengah', 'Papua Pegunungan', 'Papua Barat Daya'],
};

/** Spellings of single words inside names: the compass as people shorten it, and old or foreign forms. */
export const WORD_FORMS: ReadonlyMap<string, string> = new Map(Object.entries({
  brt: 'barat', bar: 'barat', tmr: 'timur', tim: 'timur', tmur: 'timur', sel: 'selatan', slt: 'selatan', sltn: 'selatan',
  slatan: 'selatan', selatn: 'selatan', utr: 'utara', pst: 'pusat', tgh: 'tengah', tngah: 'tengah',
  kep: 'kepulauan', sumatra: 'sumatera', djakarta: 'jakarta', jkt: 'jakarta', jak: 'jakarta', bdg: 'bandung', tng: 'tangerang',
}));

const COMPASS = { north: 'Utara', south: 'Selatan', east: 'Timur', west: 'Barat', central: 'Tengah', southeast: 'Tenggara' };
const LANDS = {
  java: 'Jawa', sumatra: 'Sumatera', kalimantan: 'Kalimantan', borneo: 'Kalimantan', sulawesi: 'Sulawesi',
  papua: 'Papua', 'nusa tenggara': 'Nusa Tenggara', maluku: 'Maluku', jakarta: 'Kota Jakarta', lampung: 'Kabupaten Lampung',
};

/** English names: "West Java" to "Jawa Barat". Not all of them exist; those that do not are no place. */
export function* englishNames(): Generator<readonly [english: string, label: string]> {
  for (const [english, indonesian] of Object.entries(COMPASS)) {
    for (const [land, name] of Object.entries(LANDS)) yield [`${english} ${land}`, `${name} ${indonesian}`];
  }
  yield ['special region of yogyakarta', 'DI Yogyakarta'];
  yield ['riau islands', 'Kepulauan Riau'];
  yield ['bangka belitung islands', 'Kepulauan Bangka Belitung'];
  yield ['thousand islands', 'Kabupaten Kepulauan Seribu'];
}
