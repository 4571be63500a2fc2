import type { Product } from '../src/shop/catalogue/snapshot.ts';

/** A catalogue for measuring: seeded, so that every contender in every process meets the same products and the same queries. */

export type Random = () => number;

/** mulberry32: small, fast and the same everywhere. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<T>(random: Random, from: readonly T[]): T {
  const chosen = from[Math.floor(random() * from.length)];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}

/** Few are common and many are rare, as with real brands and words. */
function pickSkewed<T>(random: Random, from: readonly T[]): T {
  const chosen = from[Math.floor(random() ** 2.5 * from.length)];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}

interface Trade {
  readonly category: string;
  readonly things: readonly string[];
  readonly materials: readonly string[];
  readonly sizes: readonly string[];
}

const list = (text: string): readonly string[] => text.split(',').map((item) => item.trim());

const TRADES: readonly Trade[] = [
  {
    category: 'Dapur',
    things: list('Wajan,Panci,Panci Presto,Spatula,Sutil,Talenan,Cobek,Loyang,Teko,Rantang,Saringan,Kukusan,Rice Cooker,Blender,Mixer,Chopper,Kompor,Oven,Toples,Rak Bumbu'),
    materials: list('Teflon,Granit,Stainless,Aluminium,Besi Cor,Enamel,Keramik,Silikon,Kayu Jati,Bambu,Kaca,Plastik'),
    sizes: list('16 cm,18 cm,20 cm,22 cm,24 cm,26 cm,28 cm,30 cm,32 cm,36 cm,1 liter,2 liter,4 liter,8 liter'),
  },
  {
    category: 'Pakaian',
    things: list('Kaos,Kemeja,Gamis,Celana,Rok,Jaket,Hoodie,Cardigan,Blouse,Daster,Piyama,Rompi,Kerudung,Pashmina,Mukena,Sarung,Batik,Tunik'),
    materials: list('Katun,Linen,Rayon,Denim,Flanel,Ceruty,Satin,Wolfis,Voal,Rajut,Fleece,Kanvas'),
    sizes: list('S,M,L,XL,XXL,XXXL,30,32,34,36,38'),
  },
  {
    category: 'Sepatu dan Tas',
    things: list('Sepatu,Sandal,Sneakers,Boots,Ransel,Tas Selempang,Dompet,Ikat Pinggang,Koper,Tote Bag,Sepatu Anak,Sandal Gunung'),
    materials: list('Kulit,Kanvas,Suede,Karet,Nilon,Sintetis,Denim,Anyaman'),
    sizes: list('36,37,38,39,40,41,42,43,44'),
  },
  {
    category: 'Perawatan',
    things: list('Serum,Toner,Sabun Wajah,Pelembap,Tabir Surya,Masker,Sampo,Kondisioner,Lulur,Parfum,Lipstik,Bedak,Micellar Water'),
    materials: list('Niacinamide,Retinol,Vitamin C,Aloe Vera,Hyaluronic,Kolagen,Salicylic,Ceramide,Teh Hijau,Kopi'),
    sizes: list('15 ml,30 ml,50 ml,100 ml,150 ml,250 ml,500 ml'),
  },
  {
    category: 'Motor',
    things: list('Kampas Rem,Aki,Busi,Oli Mesin,Filter Udara,Rantai,Gir Set,Spion,Lampu Depan,Velg,Ban Luar,Shockbreaker,Jok,Knalpot,Handle'),
    materials: list('Vario,Beat,Scoopy,Supra,Jupiter,Mio,Nmax,Aerox,Satria,Ninja,Vixion,Megapro'),
    sizes: list('110,125,150,155,160,250,800 ml,1 liter'),
  },
  {
    category: 'Elektronik',
    things: list('Charger,Kabel Data,Power Bank,Earphone,Speaker,Lampu,Stop Kontak,Kipas Angin,Setrika,Senter,Tripod,Keyboard,Mouse,Router'),
    materials: list('Bluetooth,Mini,Portable,Digital,Lipat,Gaming,Fast Charging,LED,Solar,Wireless'),
    sizes: list('5 watt,10 watt,20 watt,45 watt,65 watt,5000 mah,10000 mah,20000 mah,1 meter,2 meter'),
  },
];

const COLOURS = list('Hitam,Putih,Merah,Biru,Hijau,Kuning,Coklat,Abu,Ungu,Pink,Navy,Maroon,Krem,Tosca,Mocca,Silver,Gold,Salem,Sage,Lilac');
const FEATURES = list(`anti lengket,anti karat,tahan panas,tahan air,mudah dibersihkan,ringan dan kuat,bahan tebal,jahitan rapi,bisa dicuci mesin,
aman untuk makanan,bebas BPA,hemat listrik,garansi resmi satu tahun,cocok untuk hadiah,tidak mudah luntur,gagang kayu,tutup kaca,pegangan nyaman,
lapisan ganda,kemasan aman,untuk pemakaian harian,untuk usaha kuliner,bisa kompor induksi,desain modern,warna tidak pudar,lembut di kulit,
cepat kering,menyerap keringat,sudah bersertifikat halal,bergaransi toko,isi ulang tersedia,suku cadang tersedia,pas untuk anak kos,
kapasitas besar,ukuran mungil,mudah dibawa,tidak licin,kedap udara,presisi tinggi,suara halus`).map((item) => item.trim());
const TAGS = list('terlaris,promo,baru,kado,lebaran,usaha,premium,ekonomis,impor,lokal,grosir,musim hujan,anak,dewasa');
const SYLLABLES = list('ka,ri,mo,ta,sa,lu,ne,vi,ra,do,pe,si,gu,ma,no,ti,ze,la,bu,ko,fa,mi,ja,wi,ro,da,hu,be,xa,ly,an,or,el,in,us,ar,em');

function inventedNames(random: Random, count: number, shortest: number, longest: number): readonly string[] {
  const names = new Set<string>();
  while (names.size < count) {
    const syllables = shortest + Math.floor(random() * (longest - shortest + 1));
    let name = '';
    for (let i = 0; i < syllables; i++) name += pick(random, SYLLABLES);
    names.add(name.charAt(0).toUpperCase() + name.slice(1));
  }
  return [...names];
}

/** About as many products as asked for: models of invented brands, each in a few colours and sizes. */
export function inventCatalogue(count: number, seed = 1): readonly Product[] {
  const random = seeded(seed);
  const brands = inventedNames(random, Math.ceil(count ** 0.55), 2, 3);
  const series = inventedNames(random, Math.ceil(2 * count ** 0.8), 2, 4);
  const products: Product[] = [];
  for (let model = 1; products.length < count; model++) {
    const trade = pick(random, TRADES);
    const thing = pick(random, trade.things);
    const name = [thing, pickSkewed(random, brands), pickSkewed(random, series), pick(random, trade.materials)].join(' ');
    const features = Array.from({ length: 4 + Math.floor(random() * 4) }, () => pick(random, FEATURES));
    const description = `${name}, ${features.join(', ')}. Dikirim dari gudang sendiri, kode ${pickSkewed(random, series).toLowerCase()}.`;
    const tags = Array.from({ length: 2 }, () => pick(random, TAGS));
    const price = 5000 + Math.floor(random() * 400) * 2500;
    const variants = new Set<string>();
    for (let i = 1 + Math.floor(random() * 6); i > 0; i--) variants.add(`${pick(random, COLOURS)} ${pick(random, trade.sizes)}`);
    for (const variant of variants) {
      if (products.length === count) break;
      products.push({
        sku: `P${model}-${products.length + 1}`, name, title: `${name} ${variant}`, category: `${trade.category} > ${thing}`, price,
        stock: Math.floor(random() * 20), weightG: 500, sale: null, sizeCm: null, description, aliases: [thing.toLowerCase()], photo: null,
        goesWith: [], variantOf: name, variant, tags, active: true, source: { file: 'products.csv', line: products.length + 2 },
      });
    }
  }
  return products;
}

export interface TypoQuery {
  readonly text: string;
  readonly sku: string;
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

/** One slip anywhere in the word, the first letter included: a letter lost, added, changed, or two swapped. */
export function misspell(random: Random, word: string): string {
  for (;;) {
    const at = Math.floor(random() * word.length);
    const letter = ALPHABET.charAt(Math.floor(random() * 26));
    const kind = Math.floor(random() * 4);
    const slip =
      kind === 0 ? word.slice(0, at) + word.slice(at + 1)
      : kind === 1 ? word.slice(0, at) + letter + word.slice(at)
      : kind === 2 ? word.slice(0, at) + letter + word.slice(at + 1)
      : word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
    if (slip !== word) return slip;
  }
}

/**
 * What somebody types who wants one certain product: some words of its title, in order, one of them misspelt. Only queries
 * are kept that name, before the slip, at most three products, so that "found among the first five" is a fair demand.
 */
export function inventQueries(products: readonly Product[], count: number, seed = 2): readonly TypoQuery[] {
  const random = seeded(seed);
  const wordsOf = products.map((product) => product.title.toLowerCase().split(' '));
  const having = new Map<string, Set<number>>();
  wordsOf.forEach((words, at) => {
    for (const word of words) {
      const set = having.get(word);
      if (set === undefined) having.set(word, new Set([at]));
      else set.add(at);
    }
  });
  const queries: TypoQuery[] = [];
  while (queries.length < count) {
    const at = Math.floor(random() * products.length);
    const words = (wordsOf[at] ?? []).filter(() => random() < 0.75);
    const spellable = words.map((word, i) => [word, i] as const).filter(([word]) => /^[a-z]{4,}$/.test(word));
    if (words.length < 3 || spellable.length === 0) continue;
    const rarest = [...words].sort((a, b) => (having.get(a)?.size ?? 0) - (having.get(b)?.size ?? 0));
    const named = [...(having.get(rarest[0] ?? '') ?? [])].filter((other) => words.every((word) => having.get(word)?.has(other)));
    if (named.length > 3) continue;
    const [word, i] = pick(random, spellable);
    words[i] = misspell(random, word);
    queries.push({ text: words.join(' '), sku: products[at]?.sku ?? '' });
  }
  return queries;
}
