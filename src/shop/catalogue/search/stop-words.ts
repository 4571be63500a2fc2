/**
 * Words that say nothing about which product is meant: courtesy, questions, wishes, order of sorting. Kept clear of
 * words that some trade sells: "mas", "teh", "jam", "set", "buah", "air" are products somewhere.
 */
const STOP_WORDS: ReadonlySet<string> = new Set(
  `
  yang yg dan dn atau ato dengan dgn dg untuk utk buat bwt di ke dari dr pada oleh serta juga jg sama saja aja aj ini itu
  tersebut sebagai dalam agar supaya kalau kalo klo kl bila jika karena krn tapi tp tetapi lalu trus terus tentang seperti kayak kaya
  ada adakah ready redy tersedia stok stock stoknya jual jualan dijual juga punya mempunyai masih msh sedia nyedia nyedian kosong habis
  kak ka kk kakak sis gan agan bos boss bosku min admin juragan bunda bro bang pak bu bapak ibu mbak mba
  dong donk sih deh ya iya yaa kok nih tuh lah kah nya loh lho yuk ayo oh eh hai halo hallo helo hello permisi punten maaf
  tolong mohon coba minta bantu
  cari nyari mencari carikan cariin dicari butuh perlu pengen pingin ingin mau mo pesan pesen order beli membeli ambil lihat liat lihatin
  kasih beri rekomendasi rekomendasikan rekomen saran sarankan pilihan tampilkan tunjukkan tanya nanya
  saya aku sy gue gw kami kita kamu anda nama namanya
  apa apakah apaan mana manakah berapa brp brapa gimana bagaimana gmn siapa kapan kenapa dimana
  bisa bs boleh dapat dpt cocok pas bagus baik enak
  tidak gak ga nggak ngga enggak tdk bukan jangan belum blm sudah udah sdh udh
  lagi lg dulu dlu sekarang skrg nanti besok tadi td banget bgt sekali sangat lebih lbh kurang paling cukup agak
  murah termurah murahan mahal termahal terlaris laris populer favorit terbaru baru terbaik harga hrg hrgnya budget bujet
  bawah atas maksimal max maks minimal kisaran sekitar antara rp rupiah
  produk barang brg produknya barangnya macam jenis tipe type model merk merek warna ukuran uk size no nomor seri varian
  semua semuanya lain lainnya selain cuma hanya tanpa
  the an for with and or do does you your have has any want need looking please to is are of in my me it its this that some
  sell there got available show what which how much many im id cheap cheapest best selling new newest buy find get
  piro pinten sabaraha aya isih iki niki
  `.split(/\s+/).filter((word) => word !== ''),
);

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
