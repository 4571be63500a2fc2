/**
 * Customers for measuring: each buys with ten messages of her own. Names, addresses, towns, quantities, goods and wording differ,
 * so that nobody is flattered by remembering what was said before; seeded, so that every contender hears the same.
 */
import type { Product } from '../src/shop/catalogue/snapshot.ts';
import { misspell, pick, seeded, type Random } from './search-catalogue.ts';

export interface Purchase {
  readonly chat: string;
  readonly lines: readonly string[];
}

/** How many messages a purchase is. */
export const PURCHASE_LENGTH = 10;

const list = (text: string): readonly string[] => text.split('|').map((item) => item.trim());

const GREETINGS = list('halo kak|hai min|halo|pagi kak|selamat siang kak|assalamualaikum|permisi kak|malam min|hallo kak, masih buka?|hai kak|selamat sore|halo admin');
const ASKING = list('{p} ada?|{p} ready kak?|kak {p} masih ada?|harga {p} brp ya|berapa harga {p} kak|mau tanya {p} ada ga|{p} brp kak|stok {p} masih?|ada {p} ga kak|lihat {p} dong');
const TAKING = list('ambil {p} {q}|mau {p} {q} ya|pesan {p} {q} kak|beli {q} {p} dong|{p} {q} pcs ya kak|order {p} {q}|tambah {p} {q}|saya ambil {q} {p}');
const REFUSING = list('gak usah|tidak kak|nggak dulu|ga usah kak, makasih|gak dulu ya|tidak usah');
const SENDING = list('ongkir ke {t} brp|ke {t} ongkirnya berapa kak|kirim ke {t} berapa|ongkos kirim {t}|kalau ke {t} brp ongkir|cek ongkir {t} ya');
const SERVICES = list('1|nomor 1|jne reguler|jne aja kak|no 1');
const ASIDES = list('bisa buat induksi ga|kirim dari mana kak|ada garansi ga|jam buka sampai jam berapa|alamat tokonya di mana|kapan dikirimnya|packingnya aman ga kak|berapa lama sampainya|hari minggu buka ga');
const PAYING = list('transfer|tf aja kak|transfer bank ya|qris|bayar qris|pakai qris kak|transfer bca');
const LOOKING = list('pesananku gimana kak|status pesanan saya|pesanan saya sampai mana|orderanku gimana ya|cek pesanan dong|pesanan saya udah masuk kak?');

const TOWNS = list(`bandung|jakarta selatan|surabaya|depok|tangerang|solo|cirebon|medan|palembang|makassar|denpasar|
balikpapan|samarinda|banjarmasin|pontianak|manado|padang|pekanbaru|mataram|kupang|ambon|jayapura|garut|tasikmalaya|sukabumi|cianjur|
purwokerto|magelang|kediri|jember|banyuwangi|sidoarjo|gresik|serang|cilegon|karawang|purwakarta|sumedang|cimahi|tegal|pekalongan|kudus|salatiga|
madiun|blitar|probolinggo|pasuruan|mojokerto|lamongan|bojonegoro|tuban|kendari|gorontalo|ternate|batam|bengkulu|palangkaraya`);
const FIRST = list('Rina|Budi|Siti|Agus|Dewi|Andi|Fitri|Joko|Ayu|Hendra|Lestari|Rizky|Putri|Wahyu|Nurul|Yusuf|Maya|Eko|Indah|Fajar|Ratna|Dimas|Wulan|Arif|Kartika|Bayu|Sri|Teguh|Anisa|Galih');
const LAST = list('Saputra|Wijaya|Lestari|Hidayat|Pratama|Kusuma|Rahayu|Santoso|Nugroho|Permata|Utami|Setiawan|Handayani|Gunawan|Maharani|Siregar|Nasution|Wulandari|Firmansyah|Anggraini');
const STREETS = list('Merpati|Kenanga|Melati|Mawar|Anggrek|Cempaka|Flamboyan|Diponegoro|Sudirman|Ahmad Yani|Gajah Mada|Veteran|Pahlawan|Kartini|Cendana|Rajawali|Elang|Garuda|Teratai|Dahlia|Bougenville|Pemuda|Hasanudin|Imam Bonjol');

/** So many customers who buy from these goods. */
export function inventPurchases(products: readonly Product[], count: number, seed = 11): readonly Purchase[] {
  const random = seeded(seed);
  const sold = products.filter((product) => product.active && product.stock !== 0 && !/pcs|[.,]|paket|\d+$|\d (?!cm)/i.test(product.title));
  return Array.from({ length: count }, (_, i) => ({ chat: `c${seed}-${i}`, lines: invent(random, sold) }));
}

function invent(random: Random, sold: readonly Product[]): readonly string[] {
  const product = pick(random, sold);
  const whole = (from: number, to: number): string => String(from + Math.floor(random() * (to - from + 1)));
  const say = (from: readonly string[], goods = '', town = ''): string =>
    pick(random, from).replace('{p}', goods).replace('{q}', whole(1, 4)).replace('{t}', town);
  const goods = product.title.toLowerCase().replace(/[(),]/g, ' ').replace(/ +/g, ' ').trim();
  const town = pick(random, TOWNS);
  const recipient = `${pick(random, FIRST)} ${pick(random, LAST)}`;
  const phone = `08${whole(11, 99)}${whole(10_000_000, 99_999_999)}`;
  const street = `Jl. ${pick(random, STREETS)} ${random() < 0.3 ? `${pick(random, ['Raya', 'Indah', 'Timur', 'Dalam'])} ` : ''}No. ${whole(1, 240)} RT ${whole(1, 12)} RW ${whole(1, 9)}`;
  return [
    say(GREETINGS), say(ASKING, random() < 0.3 ? withSlip(random, goods) : goods), say(TAKING, goods), say(REFUSING), say(SENDING, '', town), say(SERVICES),
    `${recipient}, ${phone}, ${street}`, say(ASIDES), say(PAYING), say(LOOKING),
  ];
}

/** One of the longer words with one letter wrong, as thumbs do it. */
function withSlip(random: Random, goods: string): string {
  const words = goods.split(' ');
  const long = words.flatMap((word, at) => (/^[a-z]{5,}$/.test(word) ? [at] : []));
  if (long.length === 0) return goods;
  const at = pick(random, long);
  return words.map((word, i) => (i === at ? misspell(random, word) : word)).join(' ');
}
