/** The way in: login, one-time links, what the guard says. */
export const DOOR = {
  'Masuk ke {toko}': 'Log in to {toko}',
  'Nama': 'Name',
  'Sandi': 'Password',
  'Masuk': 'Log in',
  'Belum punya sandi, atau lupa? Minta tautan baru ke pemilik toko.': 'No password yet, or forgotten? Ask the shop owner for a new link.',
  'Buka tautan pertama': 'Open the first link',
  'Belum ada yang punya sandi di sini. Tautan untuk pemilik tertulis di terminal tempat toko ini dijalankan, berlaku dua hari.':
    'Nobody has a password here yet. The owner\'s link is printed in the terminal where this shop runs; it is good for two days.',
  'Sudah lewat? Jalankan ulang tokonya; tautan baru ditulis lagi.': 'Too late? Restart the shop; it prints a new link.',
  'Halo {nama}': 'Hello {nama}',
  'Buat sandi untuk masuk ke {toko}. Nama masuknya {nama}.': 'Choose a password for {toko}. Your login name is {nama}.',
  'Sandi baru': 'New password',
  'Sekali lagi': 'Once more',
  'Simpan dan masuk': 'Save and log in',
  'Paling sedikit {panjang} huruf. Tiga kata yang tidak berhubungan lebih aman dan lebih mudah diingat.':
    'At least {panjang} characters. Three unrelated words are safer and easier to remember.',
  'Tautan ini sudah tidak berlaku': 'This link no longer works',
  'Tautan dipakai satu kali dan berlaku dua hari. Minta yang baru ke pemilik toko, atau masuk bila sandinya sudah dibuat.':
    'A link works once and for two days. Ask the shop owner for a new one, or log in if you have set your password.',
  'Terlalu sering mencoba. Coba lagi {lama} lagi.': 'Too many tries. Try again in {lama}.',
  'Nama atau sandinya tidak cocok.': 'The name or the password is wrong.',
  'Kedua sandi tidak sama. Tulis sekali lagi.': 'The two passwords differ. Type them once more.',
  'Sandi paling sedikit {panjang} huruf; 15 lebih aman, misalnya tiga kata yang mudah diingat.':
    'A password has at least {panjang} characters; 15 are safer, for example three words that are easy to remember.',
  'Sandi paling banyak {panjang} huruf.': 'A password has at most {panjang} characters.',
  'Sandi itu terlalu mudah ditebak. Coba tiga kata yang tidak berhubungan.': 'That password is too easy to guess. Try three unrelated words.',
  '{jumlah} detik': ['{jumlah} second', '{jumlah} seconds'],
  '{jumlah} menit': ['{jumlah} minute', '{jumlah} minutes'],
  'Silakan masuk dulu.': 'Please log in first.',
  'Halaman ini hanya untuk pemilik toko.': 'This page is for the shop owner only.',
  'Halaman ini sudah usang. Muat ulang, lalu coba lagi; tidak ada yang berubah.': 'This page is out of date. Reload it and try again; nothing has changed.',
  'Terlalu besar. Tidak ada yang berubah.': 'Too large. Nothing has changed.',
} as const;
