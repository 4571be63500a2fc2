/** What the peers' scripts answer: as long as our own replies, and no more than that. Each line stands for one message of a purchase. */
export const REPLIES = [
  'Halo Kak, selamat datang di Dapur Kita. Mau cari apa?',
  'Ada Kak. Wajan Teflon Granit 28 cm, Rp165.000, stok 8. Anti lengket, bebas PFOA, bisa kompor induksi. Berat kirim 900 g.',
  'Siap Kak, keranjangnya: 1 × Wajan Teflon Granit 28 cm Rp165.000. Mau sekalian spatula silikon?',
  'Baik Kak. Dikirim ke kota mana?',
  '1. JNE Reguler Rp9.000, tiba Sel 24 – Rab 25 Nov\n2. J&T EZ Rp10.000\n3. SiCepat BEST Rp15.000',
  'Kirim nama penerima, no. HP dan alamat lengkap ya Kak.',
  'Ini pesanannya Kak. Total Rp174.000. Mau bayar pakai apa?',
  'Bisa Kak. Mau bayar pakai apa?',
  'Terima kasih Kak! Pesanan sudah kami catat. Transfer tepat Rp174.390 ke BCA 1234567890 a.n. Dapur Kita.',
  'Pesanannya menunggu pembayaran, Kak.',
];

/** Which fact of the order a message tells, by its place in the purchase. */
export const FACTS = ['greeting', 'asked', 'goods', 'more', 'town', 'service', 'recipient', 'aside', 'payment', 'status'];
/** The message with which the order is complete. */
export const ORDERS_AT = 8;
