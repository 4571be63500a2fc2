import type { DeskEvent, OrderBrief } from '../channels/staff-desk.ts';
import type { EventRow } from '../database/events.ts';
import type { InboxContent } from '../database/inbox.ts';
import type { Say } from '../wording/say.ts';
import { customerLine, REASONS } from './desk-card.ts';

/** What staff are told, by the reason of a `staff.alert`. */
export const ALERTS: Readonly<Record<string, string>> = {
  message_set_aside: 'Satu pesan pelanggan gagal diproses tiga kali; lihat chat-nya.',
  message_undeliverable: 'Satu balasan tidak bisa terkirim.',
  customer_unreachable: 'Pelanggan tidak bisa dihubungi (memblokir atau menghapus chat).',
  handoff_unanswered: 'Ada pelanggan yang menunggu admin terlalu lama.',
  handoff_unanswered_owner: 'Pelanggan masih menunggu admin setelah tiga pengingat.',
  late_payment_proof: 'Bukti bayar datang setelah batas waktu.',
  erase_requested: 'Pelanggan minta datanya dihapus (batas 3 × 24 jam); selesaikan pesanan yang masih berjalan.',
  stock_low: 'Stok menipis.',
  stock_missing: 'Stok fisik kurang dari yang sudah dipesan.',
  catalogue_refused: 'Berkas katalog bermasalah; versi sebelumnya tetap dipakai.',
  disk_low: 'Disk hampir penuh; toko masih jalan. Hapus berkas yang tidak perlu.',
  disk_full: 'Disk penuh: pesanan baru ditolak dengan sopan sampai ada ruang lagi. Kosongkan disk sekarang.',
  disk_back: 'Disk lega lagi; semua kembali seperti biasa.',
  log_large: 'Catatan perubahan database (WAL) membesar; buka ulang Ladeni saat sepi.',
  clock_jumped: 'Jam komputer melompat. Pembatalan otomatis ditunda sampai 24 jam; cek tanggal dan jam komputer sekarang.',
  clock_right: 'Jam komputer sudah benar lagi.',
  long_off: 'Toko mati lebih dari 30 hari, atau jam komputer salah. Pembatalan otomatis ditunda 24 jam; cek tanggal dan jam komputer.',
  backup_failed: 'Ada masalah dengan cadangan data; toko tetap jalan, tetapi segera perbaiki:',
  provider_key: 'Kunci penyedia ditolak; periksa .env. Sementara ini dipakai tabel toko:',
  online_late: 'Midtrans menerima pembayaran untuk pesanan yang sudah berakhir; hidupkan lagi atau kembalikan uangnya:',
  online_mismatch: 'Midtrans menerima jumlah yang berbeda dari total pesanan; tidak ditandai lunas, periksa di dasbor Midtrans:',
  online_twice: 'Midtrans juga mencatat pembayaran untuk pesanan yang sudah lunas; pastikan tidak dibayar dua kali:',
  online_returned: 'Midtrans mengembalikan atau menarik lagi uang pesanan ini; periksa di dasbor Midtrans:',
  online_failed: 'Tautan bayar online tidak bisa dibuat; pelanggan diminta memilih cara lain:',
  online_unknown: 'Midtrans menerima pembayaran yang tidak ada pesanannya di sini:',
  parcel_held: 'Kurir melaporkan paket tertahan:',
  parcel_returning: 'Kurir melaporkan paket kembali ke pengirim:',
  parcel_unknown: 'Nomor resi belum juga dikenal kurirnya; mungkin salah ketik:',
  parcel_another: 'Resi ini milik paket lain yang sudah lama diterima; periksa nomornya:',
  order_late: 'Janji tiba pesanan ini akan meleset; pelanggan sudah dikabari.',
  order_late_untold: 'Janji tiba pesanan ini akan meleset; chat-nya sedang dipegang, jadi sampaikan kabarnya dari sana:',
  channel: 'Sambungan bermasalah.',
  channel_back: 'Sambungan pulih.',
  channel_gap: 'Sambungan lama terputus; pesan di masa itu mungkin ada yang hilang.',
  proof_seen_before: 'Gambar bukti bayar ini pernah dikirim untuk pesanan lain.',
};

/** A row of the shop's diary as staff read it; null for what is of no interest to them. */
export function deskEvent(row: EventRow, say: Say, order: (number: string) => OrderBrief | null): DeskEvent | null {
  const base = { seq: row.id, at: row.at };
  const data = JSON.parse(row.data) as Record<string, unknown>;
  const chat = row.chat_id ?? 0;
  switch (row.kind) {
    case 'handoff.requested':
      return { ...base, kind: 'handoff_requested', chat, why: String(data.reason), reason: REASONS[String(data.reason)] ?? String(data.reason), urgent: data.reason === 'complaint' || data.reason === 'angry' };
    case 'handoff.claimed': return { ...base, kind: 'handoff_claimed', chat, by: String(data.staff) };
    case 'handoff.released': return { ...base, kind: 'handoff_released', chat, by: String(data.by) };
    case 'chat.line': {
      const line = customerLine(data.content as InboxContent);
      return { ...base, kind: 'customer_line', chat, text: line.text, photo: line.photo };
    }
    case 'chat.staff_line':
      return { ...base, kind: 'staff_line', chat, by: String(data.by), act: String(data.act), text: String(data.text), photo: (data.photo as string | null) ?? null };
    case 'staff.alert': {
      if (data.reason === 'payment_proof' && typeof data.order === 'string') {
        const brief = order(data.order);
        if (brief) return { ...base, kind: 'order_news', chat: row.chat_id, order: brief, text: `Bukti bayar ${data.order} menunggu dicek.`, photo: (data.photo as string | undefined) ?? null };
      }
      return { ...base, kind: 'alert', text: [ALERTS[String(data.reason)] ?? String(data.reason), data.order ?? '', data.detail ?? ''].filter((part) => part !== '').join(' ') };
    }
    case 'daily.summary':
    case 'period.report': return { ...base, kind: 'daily_summary', text: String(data.text) };
    default: {
      if (!row.kind.startsWith('order.')) return null;
      const number = (data.order as { number?: string } | undefined)?.number;
      const brief = number === undefined ? null : order(number);
      return brief && { ...base, kind: 'order_news', chat: row.chat_id, order: brief, text: say('order.heading', { nomor: brief.number, keadaan: brief.state }), photo: null };
    }
  }
}
