import { isCollection, isScalar, visit, type Document, type YAMLError } from 'yaml';

/** A mistake of writing in a YAML file, in the owner's words. `at` is an offset into the text. */
export interface YamlFault {
  readonly at: number;
  readonly what: string;
  readonly should: string;
}

const QUOTE_IT = 'apit seluruh teksnya dengan tanda kutip, misalnya answer: "Buka: 09.00 ya {sapaan}"';
const CLOSE_QUOTE = 'tutup dengan kutip yang sama; kutip di dalam teks "…" ditulis \\"';

const BY_CODE: Readonly<Record<string, readonly [string, string]>> = {
  TAB_AS_INDENT: ['ada Tab di awal baris', 'ganti Tab dengan spasi (dua spasi setiap lekukan)'],
  DUPLICATE_KEY: ['nama ini sudah ditulis di atasnya', 'hapus salah satu'],
  BAD_SCALAR_START: ['teks tidak boleh diawali tanda ini tanpa kutip', 'apit dengan tanda kutip, misalnya "@dapurkita"'],
  BAD_ALIAS: ['tanda * tanpa kutip punya arti lain', 'apit dengan tanda kutip: to: ["*"]'],
  MULTIPLE_DOCS: ['ada garis --- di tengah berkas', 'hapus garis --- itu'],
  BAD_DQ_ESCAPE: ['tanda \\ di dalam kutip ganda punya arti lain', 'tulis \\\\ untuk satu garis miring, atau pakai kutip tunggal'],
  TAG_RESOLVE_FAILED: ['teks tidak boleh diawali tanda seru tanpa kutip', 'apit dengan tanda kutip, misalnya "!promo"'],
  BLOCK_AS_IMPLICIT_KEY: ['ada titik dua kedua di baris ini, atau lekukannya salah', QUOTE_IT],
  BLOCK_IN_FLOW: ['ada koma yang hilang di dalam kurung', 'pisahkan dengan koma: { to: [Bali], per_kg: 24000, days: 3-4 }'],
  MULTILINE_IMPLICIT_KEY: ['tidak ada spasi sesudah titik dua, atau titik duanya hilang', 'tulis nama: nilai, dengan satu spasi sesudah titik dua'],
  BAD_INDENT: ['lekukan baris ini tidak sejajar', 'sejajarkan dengan baris di atasnya, memakai spasi'],
  MISSING_CHAR: ['baris ini tidak lengkap', 'tulis nama: nilai; butir daftar diawali "- " dan sejajar'],
};

/** Says a parser's error at the place where the owner made it, which is often not where the parser noticed. */
export function faultOfYaml(error: YAMLError, doc: Document.Parsed, text: string): YamlFault {
  const [at] = error.pos;
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const line = text.slice(lineStart, (text.indexOf('\n', at) + 1 || text.length + 1) - 1);
  const placeholder = /(?:^|[:-]\s+)(\{[a-z_]+\})/.exec(line);
  if (placeholder && error.code === 'UNEXPECTED_TOKEN') {
    return { at: lineStart + placeholder.index + placeholder[0].length - placeholder[1]!.length, what: `teks yang diawali ${placeholder[1]} harus diapit kutip`, should: `apit seluruh teksnya dengan tanda kutip, misalnya "${placeholder[1]}, terima kasih ya"` };
  }
  if (/^[ ]*\t/.test(line)) return { at: lineStart + line.indexOf('\t'), ...said('TAB_AS_INDENT') };
  const open = openBefore(doc, at);
  const quoteMissing = error.code === 'MISSING_CHAR' && error.message.includes('quote');
  if (open.bracket !== null && !quoteMissing && (error.code === 'BAD_INDENT' || error.code === 'MISSING_CHAR')) {
    return { at: open.bracket, what: `kurung ${text[open.bracket]} dibuka di sini dan tidak ditutup`, should: `tutup dengan ${text[open.bracket] === '[' ? ']' : '}'} di baris yang sama` };
  }
  if (open.quote !== null && error.code !== 'BAD_DQ_ESCAPE') {
    const unclosed = quoteMissing || text.slice(open.quote, at).trimEnd().includes('\n');
    return { at: open.quote, what: unclosed ? 'tanda kutip dibuka di sini dan tidak ditutup di baris ini' : 'ada tulisan sesudah tanda kutip penutup', should: CLOSE_QUOTE };
  }
  const glued = /^(\s*)-(?=[^\s-])/.exec(line);
  if (glued && error.code === 'UNEXPECTED_TOKEN') return { at: lineStart + glued[1]!.length, what: 'tidak ada spasi sesudah tanda -', should: 'tulis butir daftar seperti "- id: siti"' };
  return { at, ...said(error.code) };
}

function said(code: string): Omit<YamlFault, 'at'> {
  const [what, should] = BY_CODE[code] ?? ['baris ini tidak terbaca', `tulis nama: nilai, dengan lekukan dua spasi; teks yang memuat : # { [ diapit kutip`];
  return { what, should };
}

/** Where the quote and the bracket begin that the parser had open, or had just closed, when it stumbled. */
function openBefore(doc: Document.Parsed, at: number): { readonly quote: number | null; readonly bracket: number | null } {
  let quote: number | null = null;
  let bracket: number | null = null;
  visit(doc, (_key, node) => {
    const range = (node as { range?: readonly [number, number, number] | null } | null)?.range;
    if (!range || range[0] >= at || range[2] < at) return;
    if (isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE')) quote = range[0];
    else if (isCollection(node) && node.flow) bracket = range[0];
  });
  return { quote, bracket };
}
