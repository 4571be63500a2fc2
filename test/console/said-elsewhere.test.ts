import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { FILE_PROBLEMS } from '../../src/console/language/english/said-elsewhere/file-problems.ts';
import { SETTING_UP } from '../../src/console/language/english/said-elsewhere/setting-up.ts';
import { SHOP_STATE } from '../../src/console/language/english/said-elsewhere/shop-state.ts';
import { saidInEnglish } from '../../src/console/language/said-elsewhere.ts';

const SRC = join(import.meta.dirname, '../../src');
const filesOf = (place: string): readonly string[] => (place.endsWith('.ts') ? [place] : readdirSync(join(SRC, place), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => join(place, file)));

/** Words of which every such sentence has one, and no example and no list of words for the search. */
const INDONESIAN = /(?<![\p{L}"[])(?:tulis|belum|bukan|tidak|pakai|hapus|simpan|isinya|jadi|sudah|maksud|apit|ganti|beri|pisahkan|terlalu|misalnya|lebih|hampir|gagal|berhasil|terputus|dicoba|Dicoba|Membuka|Menghubungi|tersambung|dihentikan|Terhubung|Terbuka|dinyalakan)(?!\p{L})/u;
/** Lists of words, and what is told in a terminal or to a customer alone. */
const OTHER = [/^shop\/catalogue\/search/, /^shop\/catalogue\/check(?:-main)?\.ts$/];

/** Sentences of a file, with a made-up name where something is put in. */
function sentencesOf(file: string): readonly string[] {
  const found: string[] = [];
  (function look(node: ts.Node): void {
    const text = ts.isStringLiteralLike(node) ? node.text : ts.isTemplateExpression(node) ? node.head.text + node.templateSpans.map((span, i) => `Zq${i}${span.literal.text}`).join('') : null;
    // "belum diisi{times}": what follows a word at once may be nothing.
    if (text !== null && !ts.isImportDeclaration(node.parent) && INDONESIAN.test(text) && text.split(' ').length > 2 && !/^\w+: lalu /.test(text)) found.push(text.replace(/(?<=\p{Ll})Zq\d(?=,|$)/gu, ''));
    ts.forEachChild(node, look);
  })(ts.createSourceFile(file, readFileSync(join(SRC, file), 'utf8'), ts.ScriptTarget.Latest, true));
  return found;
}

describe('what other rooms say', () => {
  const PLACES = ['shop/catalogue', 'channels/whatsapp/supervisor.ts', 'channels/whatsapp/alarms.ts', 'channels/telegram/health.ts', 'channels/webchat/webchat.ts', 'backup/words.ts', 'engine/desk-events.ts', 'setting-up/steps/shop.ts', 'setting-up/steps/payment.ts'];

  it.each(PLACES)('has English for every sentence of %s', (place) => {
    const sentences = filesOf(place).filter((file) => !OTHER.some((other) => other.test(file))).flatMap(sentencesOf);
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences.filter((sentence) => saidInEnglish(sentence) === null)).toEqual([]);
  });

  it('keeps names and figures, in the order of the English, and leaves no Indonesian', () => {
    for (const [indonesian, english] of Object.entries({ ...FILE_PROBLEMS, ...SHOP_STATE, ...SETTING_UP })) {
      const places = (text: string) => [...text.matchAll(/\{\d\}/g)].map(([place]) => place).sort();
      expect(places(english), english).toEqual(places(indonesian));
    }
    expect(saidInEnglish('harga "murah" bukan angka rupiah; tulis seperti 75000, 75.000, Rp 75.000, 75rb, atau 1,5jt')).toBe('price "murah" is no number of rupiah; write as in 75000, 75.000, Rp 75.000, 75rb or 1,5jt');
    expect(saidInEnglish('goes_with menyebut kode barang "X-1" yang tidak ada (sel D12); maksud Anda "X-2"?')).toBe('goes_with names the product code "X-1", which does not exist (cell D12); did you mean "X-2"?');
    expect(saidInEnglish('baris ini dipisah titik koma, padahal baris judul dipisah koma')).toBe('this line is parted by semicolons, while the headings are parted by commas');
    expect(saidInEnglish('Ada masalah dengan cadangan data; toko tetap jalan, tetapi segera perbaiki: folder tidak boleh ditulisi')).toBe('Something is wrong with the backups; the shop goes on, but mend it soon: the folder may not be written to');
    expect(saidInEnglish('12,3 MB; 4 salinan (40 MB) di /data/backups. Belum ada di disk lain: isi BACKUP_DIR di .env. Latihan memulihkan 3 Des 2026 02.15: berhasil.'))
      .toBe('12,3 MB; 4 copies (40 MB) in /data/backups. None on another disk yet: set BACKUP_DIR in .env. Drill of restoring 3 Dec 2026 02.15: succeeded.');
  });

  it('says nothing of what it does not know', () => {
    expect(saidInEnglish('Rina menulis halo')).toBeNull();
  });
});
