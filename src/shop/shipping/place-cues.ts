import type { Area } from './areas.ts';
import type { PlaceMatch } from './place.ts';

/** What the words before a name make of it. */
export interface Cue {
  readonly role: PlaceMatch['role'];
  /**
   * How sure they make it that a place is meant: `surely` after "kec", "kota", "daerah"; `likely` after "ke", "di", or a
   * word of shipping; `perhaps` after "dari" and "kirim", which stand before goods as well ("dari batu", "kirim palu").
   */
  readonly strength: 'none' | 'perhaps' | 'likely' | 'surely';
  /** Only places of this rank are meant, where there are any: "kab bandung". */
  readonly rank: Rank | null;
  /** Index of the first token that belongs to the name: "kec" of "kec coblong" does. */
  readonly start: number;
}

type Rank = 'kota' | 'kabupaten' | 'district' | 'province';

const RANK_WORDS: ReadonlyMap<string, Rank> = new Map<string, Rank>([
  ['kota', 'kota'], ['kotamadya', 'kota'], ['kodya', 'kota'], ['city', 'kota'],
  ['kab', 'kabupaten'], ['kabupaten', 'kabupaten'], ['kabupatennya', 'kabupaten'], ['regency', 'kabupaten'],
  ['kec', 'district'], ['kecamatan', 'district'], ['kecamatannya', 'district'], ['district', 'district'],
  ['prov', 'province'], ['provinsi', 'province'], ['propinsi', 'province'], ['province', 'province'],
]);

const REGION = new Set(['daerah', 'wilayah', 'kawasan', 'sekitar', 'sekitaran', 'seputaran']);
const TO = new Set(['ke', 'nang', 'menyang', 'to', 'tujuan', 'tujuannya', 'alamat', 'alamatnya', 'domisili', 'ongkir', 'ongkirnya', 'ongkire']);
const TO_PERHAPS = new Set(['kirim', 'krm', 'dikirim', 'kirimnya', 'pengiriman', 'kirimin', 'ka', 'sampai', 'sampe', 'nyampe', 'untuk', 'buat']);
const FROM = new Set(['dari', 'dr', 'asal', 'from', 'saking', 'seko', 'ti']);
const IN = new Set(['di', 'in', 'at', 'ning', 'neng']);

const SHIPPING = new Set([
  'ongkir', 'ongkirnya', 'ongkire', 'ongkos', 'kirim', 'krm', 'dikirim', 'kirimin', 'kirimnya', 'ngirim', 'pengiriman',
  'antar', 'anter', 'diantar', 'paket', 'nyampe', 'tujuan', 'alamat', 'kurir', 'ekspedisi', 'shipping', 'ship', 'send', 'deliver',
]);

// After these the name is that of a street, a housing estate or a village, whatever place it sounds like.
const STREET = new Set([
  'jl', 'jln', 'jalan', 'gg', 'gang', 'komplek', 'kompleks', 'perum', 'perumahan', 'blok', 'ruko', 'apartemen', 'desa', 'ds',
  'kelurahan', 'kel', 'dusun', 'dsn', 'kampung', 'kp', 'stasiun', 'terminal', 'bandara',
]);
const STREET_PARTS = new Set(['raya', 'baru', 'lama', 'besar', 'kecil']);

/** Words that add nothing to a bare answer: "palu kak", "di batu ya". */
export const FILLERS: ReadonlySet<string> = new Set([
  'kak', 'ka', 'kk', 'kakak', 'min', 'sis', 'gan', 'bos', 'mas', 'mbak', 'bu', 'pak', 'ya', 'yah', 'iya', 'dong', 'deh', 'sih', 'nih',
  'aja', 'saja', 'ke', 'di', 'yang', 'yg', 'kota', 'kab', 'kabupaten', 'kec', 'kecamatan', 'daerah', 'kirim', 'buat', 'untuk', 'saya', 'aku',
]);

export function isRankWord(token: string): boolean {
  return RANK_WORDS.has(token);
}

export function rankOf(token: string | undefined): Rank | null {
  return (token !== undefined && RANK_WORDS.get(token)) || null;
}

/** Whether a message speaks of sending things, which makes "ke X" a destination. */
export function speaksOfShipping(tokens: readonly string[]): boolean {
  return tokens.some((token) => SHIPPING.has(token));
}

/** Whether the name at `index` belongs to a street, an estate or a village: "jl raya bogor", "desa sukamaju". */
export function isStreetName(tokens: readonly string[], index: number): boolean {
  const before = tokens[index - 1];
  if (before === undefined) return false;
  return STREET.has(before) || (STREET_PARTS.has(before) && STREET.has(tokens[index - 2] ?? ''));
}

/** What the words before the name at `index` make of it. */
export function cueBefore(tokens: readonly string[], index: number): Cue {
  let start = index;
  const rank = rankOf(tokens[index - 1]);
  if (rank) start--;
  let before = tokens[start - 1];
  let strength: Cue['strength'] = rank ? 'surely' : 'none';
  if (before !== undefined && REGION.has(before)) {
    strength = 'surely';
    before = tokens[start - 2];
  }
  if (before === undefined) return { role: 'none', strength, rank, start };
  if (TO.has(before)) return { role: 'to', strength: stronger(strength, 'likely'), rank, start };
  if (TO_PERHAPS.has(before)) return { role: 'to', strength: stronger(strength, 'perhaps'), rank, start };
  if (FROM.has(before)) return { role: 'from', strength: stronger(strength, 'perhaps'), rank, start };
  if (IN.has(before)) return { role: 'in', strength: stronger(strength, 'likely'), rank, start };
  return { role: 'none', strength, rank, start };
}

/** Those places the cue's rank allows; all where it allows none ("kota jogja" may well be the province). */
export function ofRank(areas: readonly Area[], rank: Rank | null): readonly Area[] {
  if (rank === null) return [];
  return areas.filter((area) => (rank === 'district' || rank === 'province' ? area.kind === rank : area.rank === rank));
}

function stronger(a: Cue['strength'], b: Cue['strength']): Cue['strength'] {
  return a === 'surely' ? a : b;
}
