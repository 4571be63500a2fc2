/** What a customer may want, in an owner's words; those that teaching by example helps. */
export const INTENT_NAMES: Readonly<Record<string, string>> = {
  search_product: 'Mencari barang', browse_catalogue: 'Melihat-lihat katalog', ask_price: 'Bertanya harga', ask_stock: 'Bertanya stok', product_detail: 'Bertanya rincian barang',
  add_to_cart: 'Memesan / menambah ke keranjang', view_cart: 'Melihat keranjang', change_cart: 'Mengubah keranjang', checkout: 'Menyelesaikan pesanan', wishlist_add: 'Menyimpan untuk nanti',
  ask_shipping_cost: 'Bertanya ongkir', ask_shipping_time: 'Bertanya lama kirim', track_order: 'Melacak paket', order_status: 'Bertanya pesanannya', cancel_order: 'Membatalkan pesanan',
  payment_info: 'Bertanya cara bayar', payment_proof: 'Memberi tahu sudah bayar', ask_hours: 'Bertanya jam buka', ask_location_contact: 'Bertanya alamat atau kontak', talk_to_human: 'Minta dilayani orang',
  complaint: 'Mengeluh', return_refund: 'Menukar atau minta uang kembali', promo_discount: 'Bertanya promo', how_to_order: 'Bertanya cara pesan', greet: 'Menyapa', thanks: 'Berterima kasih', bye: 'Pamit',
  affirm: 'Setuju', deny: 'Menolak', out_of_scope: 'Di luar urusan toko',
};
