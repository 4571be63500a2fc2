/** What stands around every page: tabs, days and spans of time, what the script says, what is not there. */
export const FRAME = {
  'Chat': 'Chats',
  'Pesanan': 'Orders',
  'Katalog': 'Catalogue',
  'Kinerja': 'Results',
  'Lainnya': 'More',
  'Langsung ke isi': 'Skip to content',
  'Bagian': 'Sections',
  '{jumlah} menunggu': '{jumlah} waiting',
  '{jumlah} perlu dikerjakan': '{jumlah} to do',
  'Belum terkirim: toko tidak terjangkau. Tulisan Anda masih di sini; coba lagi sebentar lagi.':
    'Not sent: the shop cannot be reached. What you wrote is still here; try again in a moment.',
  'Bunyi dan pemberitahuan menyala': 'Sound and notifications are on',
  'Mungkin alamatnya salah ketik, atau sudah tidak ada.': 'The address may be mistyped, or it is no longer there.',
  'Kembali': 'Back',
  'Foto ini belum bisa diambil.': 'This photo cannot be fetched yet.',
  'Hari ini': 'Today',
  'Kemarin': 'Yesterday',
  'baru saja': 'just now',
  '{jumlah} mnt': '{jumlah} min',
  '{jumlah} jam': ['{jumlah} hour', '{jumlah} hours'],
  '{jumlah} hari': ['{jumlah} day', '{jumlah} days'],
} as const;
