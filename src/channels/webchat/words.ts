/** What the web chat's own pages say to a customer when something is in the way: what happened, what was kept, what to do. */
export const WORDS = {
  noCookie: 'Chat ini belum punya tempat di browser Kakak. Izinkan cookie, lalu muat ulang halamannya ya.',
  unreadable: 'Pesan ini tidak bisa dibaca. Coba tulis lagi ya Kak.',
  tooLong: 'Pesannya terlalu panjang. Coba bagi menjadi beberapa pesan ya Kak.',
  notKept: 'Pesan belum bisa dicatat oleh toko. Pesan Kakak disimpan di sini dan dikirim lagi sebentar lagi.',
  tooFast: (seconds: number) => `Pesannya cepat sekali, Kak. Tunggu ${seconds} detik ya, nanti terkirim sendiri.`,
  tooManyPages: 'Chat ini terbuka di terlalu banyak tempat. Tutup salah satunya ya Kak.',
  photoTooLarge: 'Fotonya terlalu besar. Kirim yang di bawah 10 MB ya Kak.',
  photoUnusable: 'Berkas ini bukan foto yang bisa dibuka. Kirim foto JPG, PNG, atau WebP ya Kak.',
} as const;
