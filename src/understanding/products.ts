import type { Catalogue, Product } from '../shop/catalogue/snapshot.ts';
import type { ProductSearch, SearchHit } from '../shop/catalogue/search-types.ts';
import type { ProductMention, Quantity } from './meaning.ts';
import type { Word } from './normalise.ts';
import { readNumber } from './numbers.ts';
import { COUNTED, denied, quantitiesIn } from './quantities.ts';
import type { TalkContext } from './understanding.ts';
import { namedVariants, namesVariant, pointable } from './variants.ts';
import { isAddress, isFiller } from './words/lexicon.ts';

export interface FoundProduct {
  readonly mention: ProductMention;
  readonly span: readonly [number, number];
  /** Words apart from the name that told which one. */
  readonly apart?: readonly [number, number];
}

/** Words that name no goods although goods may be described by them. */
const TALK = new Set('ada berapa harga stok ongkir kirim ke di yang ini itu mau beli ambil pesan order cari butuh bisa buat untuk tidak sudah belum masih lagi dulu saja juga sama dan atau kalau berapa warna ukuran barang produk kak total bayar transfer hari jam buka tutup alamat nama nomor dong besok sampai lama paket resi admin promo diskon gratis rusak ganti tambah hapus kurangi jadi satu dua tiga empat lima selusin lusin pcs biji buah cm liter kg gram rekomendasi kado hadiah murah mahal bagus awet ready kosong habis garansi ori original foto video detail bahan isi cek lihat katalog keranjang checkout batal retur tukar komplain terima kasih halo pagi siang sore malam semua berat kecil besar dari set lengkap bayi anak orang rumah dapur masak dadah bye jumpa makasih lebaran natal libur tahun sertifikat reseller dropship instan diskon voucher alias'.split(' '));
const BREAKS = /[?!.,;\n+&/]/;
const CONNECT = new Set(['sama', 'dan', 'atau', 'plus', 'terus', 'dengan', 'tambah', 'ke', 'kirim', 'ongkir', 'berapa']);
/** "WTG-28": what a shop calls its goods in a list. */
const SKU_LIKE = /^[a-z0-9][a-z0-9._-]{1,38}[a-z0-9]$/i;
const LEAST_COVERAGE = 0.6;
const LONGEST_SPAN = 7;
const MEASURE = new Set(['cm', 'mm', 'l', 'liter', 'lt', 'ml', 'kg', 'g', 'gr', 'gram', 'watt', 'inch', 'tungku', 'susun', 'sekat']);

/** The products a message names, each with its quantity, in order; and those it points at ("yang 28", "yang tadi"). */
export function findProducts(world: {
  readonly words: readonly Word[]; readonly search: ProductSearch; readonly catalogue: Catalogue;
  readonly taken: (i: number) => boolean; readonly context: TalkContext | undefined;
}): FoundProduct[] {
  const { words, search, taken, context } = world;
  const found: { span: [number, number]; hits: readonly SearchHit[]; pointed?: readonly Product[]; phrase: string }[] = [];
  words.forEach((word, i) => {
    const product = SKU_LIKE.test(word.raw) && /[-_.]/.test(word.raw) && /\d/.test(word.raw) && !taken(i) ? world.catalogue.product(word.raw.toUpperCase()) : undefined;
    if (product?.active) found.push({ span: [i, i + 1], hits: [], pointed: [product], phrase: word.raw });
  });
  const bySku = new Set(found.map(({ span }) => span[0]));
  const notFree = (i: number) => taken(i) || bySku.has(i);
  const spans = spansOf(words, search, notFree).map((span) => withItsCount(lengthened(span, words, search, notFree), words, search, notFree));
  for (const [from, to] of spans) {
    const phrase = words.slice(from, to).map((word) => word.text).join(' ');
    const hits = search.search(phrase, { limit: 12 });
    if ((hits[0]?.coverage ?? 0) >= LEAST_COVERAGE) found.push({ span: [from, to], hits, phrase });
    else if (words.slice(from, to).some((word) => !word.known)) found.push({ span: [from, to], hits: [], phrase });
  }
  const spanned = (i: number) => taken(i) || found.some(({ span }) => i >= span[0] && i < span[1]);
  // "gamis L sama M": the sizes of what is named are at hand as well as what was shown.
  const siblings = found.flatMap(({ hits }) => (candidatesOf(hits).candidates.length === 1 ? world.catalogue.variantsOf(hits[0]!.product) : []));
  const pool = [...new Set([...siblings, ...pointable(world.catalogue, context)])];
  for (const { at, products } of namedVariants(words, pool, spanned)) {
    // "xl nya kapan ready gamisnya": the variant of a product that the message itself leaves open is no second one.
    if (found.some(({ hits }) => candidatesOf(hits).candidates.length > 1 && hits.some((hit) => namesVariant(hit.product, words[at]!.text)))) continue;
    found.push({ span: [at, at + 1], hits: [], pointed: products, phrase: words[at]!.text });
  }
  found.sort((a, b) => a.span[0] - b.span[0]);
  const inNames = (i: number) => taken(i) || found.some(({ span }) => i >= span[0] && i < span[1]);
  const quantities = quantitiesIn(words, inNames).filter(({ words: at }) => !denied(words, at[0]!));
  // "5 beras 5 greentea": whoever counts before the first name counts before all of them.
  const countsFirst = found.length > 1 && quantities.length >= found.length
    && quantities[0]!.words.at(-1)! === found[0]!.span[0] - 1 && quantities.at(-1)!.words.at(-1)! < found.at(-1)!.span[0];
  const each = quantities.find(({ words: at }) => /^masing/.test(words[at[0]! - 1]?.text ?? ''))?.quantity;
  const mentions = found.map(({ span, hits, pointed, phrase }, index): FoundProduct => {
    const after = () => quantities.find(({ words: at }) => follows(words, at, span, found[index + 1]?.span));
    const before = () => quantities.find(({ words: at }) => precedes(at, span, found[index - 1]?.span));
    const own = countsFirst ? before() ?? after() : after() ?? before();
    if (own) quantities.splice(quantities.indexOf(own), 1);
    const candidates = pointed
      ? { candidates: pointed.map((product) => ({ sku: product.sku, score: 1 })), exact: pointed.length === 1 }
      : ofVariant(candidatesOf(hits), hits, words, spanned);
    return { span, mention: { phrase, at: span[0], quantity: revised(own?.quantity ?? each ?? null, words), ...candidates } };
  });
  return narrowed(joined(mentions, words), world);
}

/** "gamis 2 yang maroon": what narrows down the name before it is no second one. */
function joined(mentions: readonly FoundProduct[], words: readonly Word[]): FoundProduct[] {
  return mentions.reduce<FoundProduct[]>((all, found) => {
    const before = all.at(-1);
    if (!before || !narrows(found, before, words)) return [...all, found];
    const { candidates, exact, quantity } = found.mention;
    return [...all.slice(0, -1), { ...before, apart: found.span, mention: { ...before.mention, candidates, exact, quantity: before.mention.quantity ?? quantity } }];
  }, []);
}

function narrows({ span, mention }: FoundProduct, before: FoundProduct, words: readonly Word[]): boolean {
  if (!/^(?:yang|warna|ukuran|size)$/.test(words[span[0] - 1]?.text ?? '') || (mention.quantity !== null && before.mention.quantity !== null)) return false;
  if (words.slice(before.span[1], span[0]).some((word) => BREAKS.test(word.before) || CONNECT.has(word.text))) return false;
  const skus = new Set(before.mention.candidates.map(({ sku }) => sku));
  return mention.candidates.length > 0 && mention.candidates.length < skus.size && mention.candidates.every(({ sku }) => skus.has(sku));
}

/** "eh salah, maunya 2": the count that takes the place of another. */
function revised(quantity: Quantity | null, words: readonly Word[]): Quantity | null {
  return quantity?.mode === 'plain' && words.some((word) => /^(?:salah|harusnya|seharusnya|maksud|maksudnya|ralat|maunya)$/.test(word.raw))
    ? { ...quantity, mode: 'set' } : quantity;
}

/** "xl nya kapan ready gamisnya": the variant stands apart from the name of its product. */
function ofVariant(
  said: Pick<ProductMention, 'candidates' | 'exact'>, hits: readonly SearchHit[], words: readonly Word[], spanned: (i: number) => boolean,
): Pick<ProductMention, 'candidates' | 'exact'> {
  if (said.candidates.length <= 1) return said;
  const products = hits.map((hit) => hit.product).filter((product) => said.candidates.some(({ sku }) => sku === product.sku));
  const named = namedVariants(words, products, spanned)[0];
  if (!named) return said;
  const meant = said.candidates.filter(({ sku }) => named.products.some((product) => product.sku === sku));
  return { candidates: meant, exact: meant.length === 1 };
}

/** "krim malam": a word of the talk that, right behind a name, tells the goods better, belongs to the name. */
function lengthened([from, to]: [number, number], words: readonly Word[], search: ProductSearch, taken: (i: number) => boolean): [number, number] {
  const next = words[to];
  if (!next || taken(to) || CONNECT.has(next.text) || BREAKS.test(next.before) || /\d/.test(next.text)) return [from, to];
  const strange = isStrange(next);
  if (!strange && (!TALK.has(next.text) || !search.knows(next.text))) return [from, to];
  const phrase = words.slice(from, to).map((word) => word.text).join(' ');
  const shorter = search.search(phrase, { limit: 2 });
  const longer = search.search(`${phrase} ${next.text}`, { limit: 2 });
  const best = longer[0]?.product;
  // To the letter: "jadi" is no misspelt "jati".
  if (!best || !strange && !`${best.title} ${best.aliases.join(' ')}`.toLowerCase().split(/[^\p{L}\p{N}]+/u).includes(next.text)) return [from, to];
  const [named, before] = [longer[0]?.named ?? 0, shorter[0]?.named ?? 0];
  const tellsMore = (strange ? named > before : named >= before) && candidatesOf(longer).candidates.length < candidatesOf(shorter).candidates.length;
  return tellsMore ? [from, to + 1] : [from, to];
}

/** "panci set 5 pcs 2": where the title itself says "5 pcs", whoever says so behind the name reads out the title, and counts nothing yet. */
function withItsCount([from, to]: [number, number], words: readonly Word[], search: ProductSearch, taken: (i: number) => boolean): [number, number] {
  const at = /^(?:set|isi)$/.test(words[to]?.text ?? '') ? to + 1 : to;
  const count = words[at];
  if (!count || words[at + 1]?.text !== 'pcs' || !/^\d+$/.test(count.text) || taken(at) || words.slice(to, at + 2).some((word) => BREAKS.test(word.before))) return [from, to];
  const hits = search.search(words.slice(from, to).map((word) => word.text).join(' '), { limit: 12 });
  const inTitle = new RegExp(`\\b${count.text} pcs\\b`);
  return hits.some(({ coverage, product }) => coverage >= hits[0]!.coverage && inTitle.test(product.title.toLowerCase())) ? [from, at + 2] : [from, to];
}

/** Runs of words that the goods of this shop are named by, with the sizes that stand at them. */
function spansOf(words: readonly Word[], search: ProductSearch, taken: (i: number) => boolean): [number, number][] {
  const names = words.map((word, i) => !taken(i) && isName(word, search) && !isContainer(words, i));
  const spans: [number, number][] = [];
  for (let i = 0; i < words.length; i++) {
    if (!names[i]) continue;
    let to = i + 1;
    while (to < words.length && to - i < LONGEST_SPAN && !BREAKS.test(words[to]!.before) && !taken(to) && !CONNECT.has(words[to]!.text)
      && (names[to] || ((bridges(words, to) || isStrange(words[to]!)) && (names[to + 1] === true || isSize(words, to + 1))) || isSize(words, to))) to++;
    spans.push([i, to]);
    i = to - 1;
  }
  return spans;
}

function isName(word: Word, search: ProductSearch): boolean {
  if (/\d/.test(word.text) || word.text.length < 3) return false;
  if (TALK.has(word.text) || TALK.has(word.text.replace(/nya$/, ''))) return false;
  return search.knows(word.text) || search.knows(word.raw);
}

/** A size in a name: "28" after a word of the name, "28 cm", "8l"; not a count of pieces. */
function isSize(words: readonly Word[], i: number): boolean {
  const word = words[i];
  if (!word || (word.before !== '' && BREAKS.test(word.before))) return false;
  if (MEASURE.has(word.text) && /^\d/.test(words[i - 1]?.text ?? '')) return true;
  if (/^\d{1,4}(?:[.,]\d)?(?:cm|mm|l|lt|ltr|ml|kg|gr|g|w|watt|inch)$/.test(word.text)) return true;
  if (/^(?:xs|s|m|l|xl|xxl|xxxl|2xl|3xl)$/.test(word.text)) return true;
  if (!/^\d{1,4}$/.test(word.text)) return false;
  const next = words[i + 1]?.text ?? '';
  if (MEASURE.has(next) || /^(?:susun|isi|level|seri|tipe)$/.test(words[i - 1]?.text ?? '')) return true;
  // "wajan 28" is a size, "wajan 2" is a count.
  return Number(word.text) >= 13 && !/^(?:pcs|buah|biji|lusin|set|unit|ribu|rb)$/.test(next) && !/^(?:jadi|tambah|bikin)$/.test(words[i - 1]?.text ?? '');
}

/** "gamis marun xl": a word never met, inside a name, is a part of it that was spelled by ear. */
const isStrange = (word: Word): boolean => !word.known && word.text.length >= 4 && /^\p{L}+$/u.test(word.text) && !TALK.has(word.text);

/** "oli 2 botol" counts bottles; "2 botol minum" and "oli 1 botol 2" name them. */
function isContainer(words: readonly Word[], i: number): boolean {
  if (i < 2 || !COUNTED.has(words[i]!.text) || readNumber(words[i - 1]!.text) === null || BREAKS.test(words[i]!.before)) return false;
  const next = words[i + 1];
  return next === undefined || BREAKS.test(next.before) || CONNECT.has(next.text) || isFiller(next.text) || isAddress(next.text);
}

const bridges = (words: readonly Word[], i: number): boolean => /^(?:ukuran|yang|anti|uk|isi|warna|kecil|besar|set|susun|buat|untuk|nomor|size)$/.test(words[i]!.text);

/** The quantity after a name, up to the next name. */
function follows(words: readonly Word[], at: readonly number[], span: Span, next: Span | undefined): boolean {
  const first = at[0]!;
  const last = at.at(-1)!;
  if (first < span[1] || first - span[1] > 4 || (next !== undefined && last >= next[0])) return false;
  // "ambil wajan, 2 spatula": the number right before the next name is that one's, when a break or connector is between.
  return !(next !== undefined && last === next[0] - 1 && words.slice(span[1], first + 1).some((word) => BREAKS.test(word.before) || CONNECT.has(word.text)));
}

/** The quantity before a name, after the one before. */
function precedes(at: readonly number[], span: Span, previous: Span | undefined): boolean {
  const last = at.at(-1)!;
  return last < span[0] && span[0] - last <= 2 && (previous === undefined || at[0]! >= previous[1]);
}

type Span = readonly [number, number];

const NEAR_BEST = 0.05;

function candidatesOf(hits: readonly SearchHit[]): Pick<ProductMention, 'candidates' | 'exact'> {
  const best = hits[0];
  if (!best) return { candidates: [], exact: false };
  const near = hits.filter((hit) => hit.coverage >= best.coverage - NEAR_BEST && hit.score >= best.score * 0.8);
  const group = best.product.variantOf;
  const oneGroup = near.length === 1 || (group !== null && near.every((hit) => hit.product.variantOf === group));
  return {
    candidates: near.slice(0, 8).map((hit) => ({ sku: hit.product.sku, score: hit.score / best.score })),
    exact: oneGroup && best.coverage > 0.9,
  };
}

/** What was shown last whose title has these words. */
function shownAs(phrase: string, context: TalkContext, catalogue: Catalogue): readonly Product[] {
  const words = phrase.split(' ');
  return context.shown.flatMap((sku) => catalogue.product(sku) ?? [])
    .filter((product) => { const title = product.title.toLowerCase().split(/[^\p{L}\p{N}]+/u); return words.every((word) => title.includes(word)); });
}

/** "wajannya" when one wok is in the cart or was just shown means that wok, not every wok of the shop. */
function narrowed(
  mentions: readonly FoundProduct[],
  world: { readonly context: TalkContext | undefined; readonly words: readonly Word[]; readonly catalogue: Catalogue },
): FoundProduct[] {
  const { context } = world;
  if (!context) return [...mentions];
  return mentions.map((found) => {
    const { mention } = found;
    // "yang bawang" of two sambals shown is the sambal, not every onion of the shop.
    const pointed = world.words[found.span[0] - 1]?.text === 'yang' ? shownAs(mention.phrase, context, world.catalogue) : [];
    if (pointed.length === 1) return { ...found, mention: { ...mention, candidates: [{ sku: pointed[0]!.sku, score: 1 }], exact: true } };
    if (mention.candidates.length <= 1) return found;
    for (const known of [context.cart, context.focus === null ? [] : [context.focus]]) {
      const meant = mention.candidates.filter((candidate) => known.some((sku) => sku.toUpperCase() === candidate.sku.toUpperCase()));
      if (meant.length === 1 && /nya$|itu|tadi|ini/.test(world.words.slice(found.span[0], found.span[1] + 1).map((word) => word.raw).join(' '))) {
        return { ...found, mention: { ...mention, candidates: meant, exact: true } };
      }
    }
    return found;
  });
}
