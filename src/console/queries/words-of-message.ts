import type { InboxContent } from '../../database/inbox.ts';

/** A customer's message as one line for staff. A tap is told by its label, where it is known. */
export function wordsOf(content: InboxContent, labelOf: (choice: string) => string | null): string {
  switch (content.kind) {
    case 'text': return content.text;
    case 'photo': return content.caption;
    case 'tap': return labelOf(content.choice) ?? 'memilih';
    case 'location': return `Lokasi: ${content.latitude}, ${content.longitude}`;
    case 'contact': return `Kontak: ${content.name} ${content.phone}`;
    case 'other': return OTHER[content.what];
    case 'event': return '';
  }
}

const OTHER = {
  sticker: '(stiker)', voice: '(pesan suara)', video: '(video)', document: '(dokumen)', call: '(panggilan)',
  deleted: '(pesan dihapus)', unknown: '(pesan jenis lain)',
} as const;
