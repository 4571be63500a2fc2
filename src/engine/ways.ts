import type { Meaning } from '../understanding/meaning.ts';

/** Words that always work, whatever is being asked. */
export type Way = 'cancel' | 'back' | 'menu' | 'human' | 'start' | 'my_data' | 'erase_me';

const WAYS: readonly (readonly [Way, RegExp])[] = [
  ['cancel', /^\/?(?:batal(?:kan|in)?|cancel|stop|berhenti|keluar|exit|gak jadi|ga jadi|nggak jadi|tidak jadi|gajadi|g jd|gak jd|ga jd)$/],
  ['back', /^\/?(?:kembali|back|balik|mundur|ulang(?:i)?|undo)$/],
  ['menu', /^\/?(?:menu|bantuan|help|mulai)$/],
  ['human', /^\/?(?:admin|cs|operator|manusia|human|agent)$/],
  // Rights of the law (UU PDP 27/2022) do not hang on how well a machine understands.
  ['my_data', /^\/?(?:lihat |cek |minta )?data (?:pribadi )?(?:saya|aku|ku)$/],
  ['erase_me', /^\/?(?:hapus|hapuskan) (?:semua )?data(?: pribadi)? ?(?:saya|aku|ku)$/],
  ['start', /^\/start(?: \S{1,64})?$/],
];

const TRAILERS = /\b(?:aja|saja|deh|dong|ya|yah|kak|ka|kakak|min|sis|gan|bos|mas|mbak|dulu|please|tolong|lah)\b/g;

/** Without what softens it. */
const bare = (clause: string): string => clause.replace(TRAILERS, ' ').replace(/\s+/g, ' ').trim();

/** The way out or command a message is, or null. Only a message that says nothing else is one. */
export function readWay(meaning: Meaning): Way | null {
  if (meaning.raw.length > 64) return null;
  const said = bare(meaning.raw.toLowerCase().replace(/[.!?,…]+/g, ' '));
  const way = WAYS.find(([, words]) => words.test(said))?.[0] ?? null;
  return way ?? (givesUp(meaning) ? 'cancel' : null);
}

const CANCEL = WAYS[0]![1];

/** "mahal amat, gak jadi deh": a sigh before the way out. Where goods are named, only those are given up. */
function givesUp(meaning: Meaning): boolean {
  if (meaning.products.length > 0 || meaning.order !== null || /\d/.test(meaning.raw)) return false;
  const clauses = meaning.raw.toLowerCase().split(/[.!?,;\n…]+/);
  if (clauses.length < 2) return false;
  const last = clauses.map(bare).filter((clause) => clause !== '');
  return last.length === 2 && CANCEL.test(last[1]!);
}
