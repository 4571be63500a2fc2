import type { DeskChat, OrderNumber } from '../../staff-desk.ts';

/** Something asked of staff in the group, answered by replying to the question. */
export type Prompt =
  | { readonly ask: 'reason' | 'tracking'; readonly order: OrderNumber }
  | { readonly ask: 'note'; readonly chat: DeskChat };

/** The question as the group reads it. It says itself what it is about, so that an answer after a restart still counts. */
export function promptOf(prompt: Prompt): string {
  switch (prompt.ask) {
    case 'reason':
      return `#tolak ${prompt.order}\nKenapa pembayarannya ditolak? Balas pesan ini; pelanggan membaca alasannya.`;
    case 'tracking':
      return `#resi ${prompt.order}\nNomor resinya? Balas pesan ini, misalnya JNE0123456789.`;
    case 'note':
      return `#selesai c${prompt.chat}\nApa yang disepakati? Balas pesan ini dengan catatan singkat, atau:`;
  }
}

/** Reads which of our questions a reply answers. Only to be asked of the bot's own words. */
export function readPrompt(text: string | undefined): Prompt | null {
  const [, kind, about] = /^#(tolak|resi|selesai) (\S+)/.exec(text ?? '') ?? [];
  if (!kind || !about) return null;
  if (kind === 'selesai') {
    const chat = Number(about.slice(1));
    return Number.isSafeInteger(chat) ? { ask: 'note', chat } : null;
  }
  return { ask: kind === 'tolak' ? 'reason' : 'tracking', order: about };
}
