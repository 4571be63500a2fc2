import type { Intent, ScoredIntent } from '../meaning.ts';
import type { Mark } from './features.ts';

/** A sign that outweighs the model: what it must read like, and the intent it then is. */
export interface Cue {
  readonly intent: Intent;
  readonly reads: RegExp;
  readonly unless?: RegExp;
  /** Read in the words as they are, where the sign itself may be part of a name: "panjang pisaunya berapa". */
  readonly inWords?: true;
}

const CUES: readonly Cue[] = [
  { intent: 'browse_catalogue', reads: /\b(?:daftar harga|list harga|harga list|katalog\w*)\b/, unless: /§product|\b(?:checkout|beda|sesuai)\b/ },
  { intent: 'search_product', reads: /^(?:(?:ambil|mau|pilih|kasih|oke) )?(?:yang )?(?:termurah|termahal)(?: saja| apa| mana| yang mana)?(?: kakak)?$/ },
  { intent: 'search_product', reads: /^(?:(?:kakak|permisi|halo|min) )*(?:ada|jual|menjual) (?:jual )?(?:§unknown|§product)\b/, unless: /\b(?:yang|berapa|ready|stok|ukuran|warna|size|masih|promo|garansi|nya)\b|§(?:number|place|order)/ },
  { intent: 'search_product', reads: /^(?:(?:kakak|permisi|halo|min) )*(?:ada )?jual \S+(?: \S+)?(?: tidak)?(?: kakak)?$|\bdo you (?:have|sell)\b/, unless: /\b(?:apa|lagi|pulsa|token|listrik|motor|mobil|rumah|tanah|tiket|emas|akun|kucing|diamond|chip|promo|voucher|size|color|colour|warranty|discount|shopee|store|shop)\b/ },
  { intent: 'ask_stock', reads: /\b(?:tinggal|sisa) berapa\b/, unless: /\b(?:hari|bayar\w*|utang|hutang)\b/ },
  { intent: 'product_detail', reads: /\b(?:panjang|lebar|tinggi|lingkar|diameter|ketebalan|tebal)(?:nya)?\b.*\bberapa\b|\bberapa (?:panjang|lebar|tinggi|diameter|tebal)\w*\b|\b(?:lihat|minta|ada|kirim) (?:foto|video)\b/, unless: /\b(?:bukti|transfer|katalog|rusak|ongkir|(?:barang|produk)(?:nya)? yang (?:ada|ready|dijual|jual))\b/ },
  { intent: 'product_detail', inWords: true, reads: /^(?:ini |itu |yang )?(?:panjang|lebar|tinggi|diameter|tebal|berat|daya|watt|kapasitas)\b.*\bberapa(?: (?:ya|kak|kakak|sih|cm|gram|kg|watt))*$|\btahan\b.*\bberapa (?:jam|hari|lama|bulan|tahun)\b|\b(?:kayu|bahan|merk|merek|jenis|tipe|rasa) apa(?: saja)?(?: ya)?$/, unless: /\b(?:ongkir\w*|kirim\w*|harga\w*|jual|cari|ada|paket\w*)\b/ },
  {
    intent: 'product_detail', reads: /\bberapa (?:liter|watt|volt|cc|cm|mm|meter|inch|inci|gram|ml|mah|kg|kilo|lubang|sekat|tingkat|susun|porsi|cangkir|derajat)\b|\b(?:kapasitas|daya|ukuran|isi)(?:nya)? berapa\b/,
    unless: /§place|\b(?:harga\w*|ongkir\w*|kirim\w*|minimal|beli|pesan|order|bayar|transfer|jual|cari|total|gratis|ada)\b/,
  },
  {
    intent: 'product_detail', reads: /\b(?:tebal|tipis|kuat|berat|ringan|enteng|halus|kasar|licin|luntur|rapat|rapet|awet|kokoh|lentur|lembut|adem|gerah|cepat panas|nerawang|tajam|berisik|goyang|stabil|empuk|wangi|pedas|manis|asin|gurih)(?:nya)? (?:tidak|apa tidak|beneran)\b/,
    unless: /\b(?:ada (?:yang|§product|§unknown)|yang \S+ ada|cari|butuh|packing\w*|bungkus\w*|ongkir\w*|kirim\w*|kok)\b/,
  },
  { intent: 'order_status', reads: /\bstatusnya\b/, unless: /\b(?:resi|dc|stuck|nyangkut|lacak|kurir|transit)\b/ },
  { intent: 'payment_info', reads: /\b(?:bisa|pakai|lewat|via|bayar|terima)\b.*\b(?:shopeepay|spay|ovo|gopay|linkaja|paylater|debit|kredit|ewallet|e-wallet)\b|\b(?:pakai|bayar|via|lewat) dana\b/, unless: /\b(?:sudah|barusan|bukti)\b/ },
  { intent: 'out_of_scope', reads: /\b(?:pacar|jomblo|presiden|gubernur|politik|bitcoin|kripto|crypto|saham|pilpres|pemilu)\w*\b/ },
  { intent: 'complaint', reads: /\bsudah (?:§number |satu |dua |tiga )?(?:se)?(?:minggu|bulan|hari)\b.*\b(?:tidak|belum) (?:sampai|datang|dikirim)\b.*\b(?:sih|dong|parah|kecewa|lama)\b/ },
  { intent: 'complaint', reads: /\b(?:malah|jadi)\b.*\bhabis pakai\b|\b(?:jamuran|berjamur|basi|bau|bocor|macet|mati total|retak|lecet|luntur)\b/, unless: /\b(?:bisa|apakah|takut|kalau|tahan|anti|tidak (?:bau|luntur|bocor))\b|\?/ },
  { intent: 'search_product', reads: /\bcocok(?:nya)? (?:pakai|yang|apa|beli)\b|\b(?:sebaiknya|enak(?:nya)?|bagus(?:nya)?) (?:pakai|pilih|beli|yang) (?:apa|mana)\b|\b(?:rekomendasi\w*|sarankan|saranin)\b/, unless: /\b(?:tukar|retur|refund|rusak)\b/ },
  { intent: 'ask_stock', reads: /\b(?:kapan|kira-kira|kira)\b.*\b(?:restock|ready|ada lagi|masuk lagi|tersedia)\b/, unless: /§place|\bkirim\b/ },
  { intent: 'order_status', reads: /^(?:nomor |pesanan |order )?(?:[a-z]{1,3} )?§order$/ },
  { intent: 'order_status', reads: /\b(?:struk|nota|kwitansi|kuitansi|invoice|receipt|tagihan|bon)(?:nya)?\b/, unless: /§product|\b(?:pajak|npwp|jual|harga|ukuran|norek|rekening|bukti|transfer(?:an|nya)?|tf|bayar(?:nya|an)?)\b/ },
  {
    intent: 'order_status', reads: /\b(?:status|kabar\w*|bagaimana|cek|progres\w*|posisi\w*|how)\b.*§order|§order.*\b(?:status\w*|kabar\w*|bagaimana|progres\w*|posisi\w*|mana)\b/,
    unless: /\b(?:batal\w*|cancel|ubah|ganti|bayar\w*|transfer|bukti|retur|refund|tukar|rusak|salah|resi|paket\w*|uang\w*)\b/,
  },
  { intent: 'payment_info', reads: /\b(?:nomor|kirim|minta|norek)\b.*\b(?:va|virtual account|rekening)\b/, unless: /\b(?:sudah|barusan|bukti)\b/ },
  { intent: 'greet', reads: /^(?:kakak|min|p+|ping|tes|test|oi|woi|misi|permisi|punten)$/ },
  { intent: 'change_cart', reads: /\b(?:ganti|diganti|ubah|diubah|salah|koreksi|revisi|ralat)\b.*\balamat\w*\b|\balamat\w*\b.*\b(?:salah|ganti|diganti|ubah|diubah|keliru|ralat)\b/, unless: /\btoko\b/ },
  { intent: 'complaint', reads: /\b(?:sudah|ketika|giliran) transfer\b.*\b(?:kosong|tidak dikirim|belum (?:dikirim|diproses|sampai))\b|\bkurang (?:§number|satu|dua)\b.*\b(?:nih|lho|loh|cuma|hanya|isi|box|dus|kardus|ternyata)\b/ },
  {
    intent: 'payment_proof', unless: /\b(?:lanjut|kemana|berapa|dikirim|kosong|batal|kalau|apakah|bisa|belum|sekarang)\b/,
    reads: /\b(?:sudah|barusan|baru saja|habis|done)\b(?: \S+){0,2} (?:transfer|bayar|dibayar|lunas)\b|\bbukti (?:transfer|bayar|pembayaran|tf)\b|\b(?:transfer|bayar) (?:barusan|tadi|sudah|done)\b/,
  },
  { intent: 'order_status', reads: /\b(?:pesanan\w*|orderan\w*) (?:saya |aku |kemarin )?(?:bagaimana|gimana|kabar\w*|status|sudah)\b|\b(?:status|kabar) (?:pesanan|order)\w*\b/, unless: /\b(?:cara|sampai|resi|batal|mana)\b/ },
  { intent: 'checkout', reads: /\b(?:lanjut|langsung|gas|mau|proses) (?:saja )?(?:bayar|checkout|pembayaran)\b|\bsudah (?:itu|cukup|semua|segitu)(?: saja)?\b.*\b(?:bayar|dibayar|total|lanjut|berapa)\b|\bbayar sekarang\b.*\btotal\b/ },
  { intent: 'change_cart', reads: /\btidak jadi\b.*§number|\b(?:bikin|jadi|jadikan|ubah|ganti)(?: jadi)? §number\b.*\b(?:jangan|bukan|saja)\b|\b(?:bukan|jangan) §number\b|§product(?: \S+)? (?:batal|hapus|cancel) (?:satu|dua|§number)\b/ },
  { intent: 'promo_discount', reads: /\b(?:nego|tawar|nawar|ditawar|negosiasi)\b|\bharga teman\b/, unless: /\b(?:owner|pemilik|admin|bos|orang)(?:nya)?\b/ },
  { intent: 'add_to_cart', reads: /^(?:tambah |sama |sekalian |terus )?§product(?: §number)?(?: \S+)? juga\b(?: (?:ya|dong|deh|kak|satu|dua|§number))*$/, unless: /\bada\b/ },
  { intent: 'promo_discount', reads: /\b(?:voucher|kupon|kode promo|grosir\w*|reseller)\b|\bkode \S*\d+ (?:kok|tidak|bisa)\b/, unless: /\bcara\b/ },
  { intent: 'ask_shipping_time', reads: /\bberapa (?:lama|hari)\b.*§place|§place.*\bberapa (?:lama|hari)\b/, unless: /\b(?:ongkir\w*|buka|tutup)\b/ },
  { intent: 'ask_shipping_cost', reads: /§place (?:pengiriman|ongkos|ongkos kirim|kena|kirim)(?:nya)? (?:kena )?berapa\b/, unless: /\b(?:hari|lama)\b/ },
  { intent: 'ask_shipping_cost', reads: /^(?:kalau |kirim |ongkir )?(?:ke )?§place(?: berapa)?$|\b(?:gosend|grab|gojek|jne|jnt|sicepat|kurir|kirim)\b.*§place.*\bberapa\b|\b(?:shipping|pengiriman) (?:is |cost )?(?:to |ke )?§place|\byou (?:kirim|antar|send|ship|deliver)\b.*§place/, unless: /\b(?:hari|lama|kapan|sampai|buka|jam)\b/ },
  { intent: 'product_detail', reads: /\bbahan(?:nya)?\b|\b(?:expired|kadaluarsa|bpom|food grade|muat|halal|komposisi)\b|\b(?:isi|tahan) berapa\b|\bcara pakai\w*\b/, unless: /\bada\b.*\bmuat\b|\bmuat\b.*\bada\b|\b(?:cari|butuh|rekomendasi|penyok|rusak|robek|garansi bahan|retur|tukar|refund)\b/ },
  { intent: 'bye', reads: /^(?:oke |sip |sudah )?(?:dadah|bye)\b|\b(?:jumpa|ketemu) lagi\b/ },
  { intent: 'wishlist_add', reads: /\b(?:kabari|kabarin|kabarkan|infoin|info|kasih tahu|kasih tau|beritahu|kasi tau|notif)\b.*\b(?:kalau|ketika|bila|jika|pas)\b.*\b(?:ada|ready|restock|masuk|tersedia|turun)\b|\b(?:kalau|ketika|bila|jika|pas)\b.*\b(?:ada|ready|restock|masuk|tersedia|turun)\b.*\b(?:kabari|kabarin|kabarkan|infoin|kasih tahu|kasih tau|beritahu|kasi tau)\b/, unless: /\bpesanan\w*|paket\w*|resi\b/ },
  { intent: 'wishlist_add', reads: /\b(?:tandai\w*|simpan|save|keep) dulu\b|\bdulu\b.*\b(?:gajian|kembali lagi)\b.*§product|§product.*\b(?:tandai|wishlist)\b/ },
  { intent: 'ask_hours', reads: /\b(?:libur|buka|tutup)\b.*\b(?:tidak|jam|kapan)\b|\b(?:lebaran|natal|minggu|sabtu|besok) (?:libur|buka|tutup)\b/, unless: /§product|\b(?:dibuka|pre|kirim|ongkir|order)\b/ },
  { intent: 'return_refund', reads: /\b(?:tukar|retur|refund|pengembalian)\b.*\b(?:bagaimana|bisa|caranya|syarat)\b/, unless: /\b(?:admin|penyok|rusak|pecah|robek|sobek|kecewa)\b/ },
  { intent: 'ask_stock', reads: /^yang §product ada\b|§product nya ada\b|\b(?:ready|masih ada|tersedia|kosong|habis)\b.*§product|§product.*\b(?:ready|masih|kosong|habis)\b/, unless: /\b(?:komplain|kecewa|rusak|cari|butuh|berapa)\b/ },
  { intent: 'out_of_scope', reads: /\bjual (?:pulsa|token|motor|mobil|rumah|tanah|tiket|emas|akun)\b|\bjodoh\w*\b|\bcuaca\b/ },
  { intent: 'faq_other', reads: /\b(?:paket|packing|dibungkus|bungkus)\w* (?:pakai )?(?:bubble|kayu|kardus|aman)\b|\bbubble wrap\b/, unless: /\b(?:asal|rusak|kecewa|penyok)\b/ },
];

/** Those read in the words as they are. */
const IN_WORDS = CUES.flatMap((cue, at) => (cue.inWords ? [{ cue, at }] : []));

/** The first cue that fits a part; null for none. `words`: the part as it was said, evened out. */
export interface Cues {
  readonly inMarks: Cue | null;
  with(words: readonly string[]): Cue | null;
}

/** The cues of these marks, which the words may still outdo by one that stands before it. */
export function cuesOf(marks: readonly Mark[]): Cues {
  // A name of several words is one name: "yang navy L ada".
  const said = marks.map((mark) => (mark.kind === 'word' || mark.kind === 'unknown' ? mark.text : `§${mark.kind}`))
    .filter((mark, i, all) => mark !== '§product' || all[i - 1] !== mark).join(' ');
  const at = CUES.findIndex((cue) => !cue.inWords && fits(cue, said));
  const inMarks = CUES[at] ?? null;
  return {
    inMarks,
    with(words) {
      const plain = words.join(' ');
      return IN_WORDS.find((other) => (at === -1 || other.at < at) && fits(other.cue, plain))?.cue ?? inMarks;
    },
  };
}

const fits = ({ reads, unless }: Cue, text: string): boolean => reads.test(text) && !(unless?.test(text) ?? false);

/** Lifts the intent of a cue above the rest; leaves the model's order where there is none. */
export function corrected(scored: readonly ScoredIntent[], cue: Cue | null): readonly ScoredIntent[] {
  if (cue === null || scored.length === 0) return scored;
  const lifted: ScoredIntent[] = [];
  for (const { intent, score } of scored) {
    // They come the likeliest first, and so they stay: only the lifted one moves, to the head.
    if (intent === cue.intent) lifted.unshift({ intent, score: Math.max(score, scored[0]!.score, 0.8) });
    else lifted.push({ intent, score: score * 0.9 });
  }
  return lifted;
}
