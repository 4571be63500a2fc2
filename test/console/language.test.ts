import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { ENGLISH, ENGLISH_BY_ROOM } from '../../src/console/language/texts.ts';
import { createLive } from '../../src/console/live/live.ts';
import { translatorFor } from '../../src/console/language/translate.tsx';
import { placeholdersOf } from '../../src/wording/messages.ts';
import { liveADay } from './a-day.ts';
import { ConsoleShop, FORM, noticeOf, type Browser } from './console-shop.ts';
import { routesOf } from './doors.ts';
import { formOf } from './forms.ts';

const ROOM = join(import.meta.dirname, '../../src/console');
const files = readdirSync(ROOM, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !file.startsWith('language/english')).sort();
/** Values made up for a preview. */
const SAMPLES = 'owner-forms/message-examples.ts';
const texts = Object.entries(ENGLISH) as [string, string | readonly [string, string]][];

describe('the texts of the console', () => {
  it.each(texts)('%j has the same placeholders in English', (text, english) => {
    const names = (of: string) => [...new Set(placeholdersOf(of))].sort();
    for (const one of [english].flat()) expect(names(one), one).toEqual(names(text));
    if (typeof english !== 'string') expect(names(text)).toContain('jumlah');
  });

  it('stand in one room each', () => {
    const all = Object.values(ENGLISH_BY_ROOM).flatMap((room) => Object.keys(room));
    expect(all.filter((text, i) => all.indexOf(text) !== i)).toEqual([]);
  });

  it('are all still said somewhere', () => {
    const said = new Set(files.flatMap((file) => literalsOf(file)));
    expect(texts.map(([text]) => text).filter((text) => !said.has(text))).toEqual([]);
  });

  it('are never written past the translator: no bare words in a page, no sentence outside the dictionary', () => {
    expect(files.filter((file) => file !== SAMPLES).flatMap(bareWordsOf)).toEqual([]);
  });

  it('choose one or many by their number', () => {
    const t = translatorFor('en');
    expect([t('{jumlah} barang', { jumlah: 1 }), t('{jumlah} barang', { jumlah: 2 })]).toEqual(['1 item', '2 items']);
    expect(translatorFor('id')('{jumlah} barang', { jumlah: 1 })).toBe('1 barang');
  });

  it('do not read a value for placeholders', () => {
    expect(translatorFor('en')('Halo {nama}', { nama: '{toko}' })).toBe('Hello {toko}');
  });
});

describe('a person who reads English', () => {
  let at: ConsoleShop;
  let ratna: Browser;
  let committed: () => void = () => {};

  beforeAll(async () => {
    at = await ConsoleShop.open();
    await liveADay(at);
    ratna = await at.join('ratna');
    at.problems = ['products.csv:12:4: harga bukan angka'];
  });

  it('chooses it once, alone, and keeps it at the next login', async () => {
    const siti = await at.join('siti');
    expect(noticeOf(await ratna.do('/konsol/lainnya/bahasa', { bahasa: 'xx' }))).toBe('Bahasa tidak dikenal.');
    expect(noticeOf(await ratna.do('/konsol/lainnya/bahasa', { bahasa: 'en' }))).toBe('From now on these pages are in English.');
    expect(await (await at.enter('ratna')).page('/konsol/pesanan')).toContain('<html lang="en">');
    expect(await siti.page('/konsol/pesanan')).toContain('<html lang="id">');
  });

  it('finds no Indonesian of ours on any page', async () => {
    await ratna.do('/konsol/lainnya/bahasa', { bahasa: 'en' });
    const ours = texts.filter(([text, english]) => text !== english && text.length >= 10 && placeholdersOf(text).length === 0).map(([text]) => text);
    // What the assistant says is text of another room.
    for (const { path } of routesOf(at.server.app).filter(({ method, path }) => method === 'GET' && !/langsung|aset|foto|lainnya\/kata|pemilik\/kata\/pesan|\.(?:png|xlsx)$/.test(path))) {
      const words = (await ratna.page(`${path}?bahasa=en`)).replace(/<div class="lines"[^]*?<div class="composer"/, '').replace(/<textarea[^]*?<\/textarea>/g, '').replaceAll('&quot;', '"').replaceAll('&#39;', '\'');
      expect(ours.filter((text) => new RegExp(`(?<![\\p{L}])${escaped(text)}(?![\\p{L}])`, 'u').test(words)), path).toEqual([]);
    }
  });

  it('reads the problems of the files, the state of channels and backups, alarms, and the accounts in English', async () => {
    await ratna.do('/konsol/lainnya/bahasa', { bahasa: 'en' });
    at.problems = ['products.csv:12:4: harga "murah" bukan angka rupiah; tulis seperti 75000, 75.000, Rp 75.000, 75rb, atau 1,5jt'];
    expect(await ratna.page('/konsol/katalog')).toMatch(/products\.csv line 12, column 4<\/strong>: price &quot;murah&quot; is no number of rupiah; write as in 75000/);
    const HOURS = '/konsol/pemilik/toko/jam';
    expect(await (await ratna.post(HOURS, { ...formOf(await ratna.page(HOURS), HOURS), 'hours.sat.0.from': '15:00', 'hours.sat.0.to': '15:00' }, HOURS)).text()).toMatch(/field-wrong[^>]*>[^<]*begin and end at once; write /);
    const asks = await ratna.page('/konsol/pemilik/mulai');
    expect(asks).toContain('What is the shop called?');
    expect(asks).toMatch(/<strong>Cash on delivery<\/strong> <span class="">yes</);
    const csv = await ratna.page('/konsol/pemilik/laporan/jurnal.csv');
    expect(csv).toContain(`"Date";"Time";"Order";"Kind";"Note";"Rupiah"`);
    expect(csv).toContain(`;"Goods";`);
    at.problems = ['products.csv:12:4: harga bukan angka'];
    at.channels = [{ name: 'Telegram', status: { state: 'failed', detail: 'Token bot ditolak Telegram. Periksa TELEGRAM_BOT_TOKEN di .env, atau jalankan npm run setup telegram.' }, pairing: null }];
    at.backupDetail = 'Percobaan terakhir gagal: disk penuh. Belum ada di disk lain: isi BACKUP_DIR di .env.';
    expect(await ratna.page('/konsol/lainnya')).toMatch(/Telegram refuses the bot&#39;s token\.[^]*The last try failed: the disk is full\. None on another disk yet/);
    const rung: (string | null)[] = [];
    const live = createLive({ lastEvent: () => 0, onEvents: (listener: () => void) => { committed = listener; return () => {}; }, events: () => [{ seq: 1, at: 0, kind: 'alert', text: 'Stok menipis. Wajan sisa 1' }] } as never);
    live.join({ staff: 'ratna', chat: null, t: translatorFor('en'), tell: (signal: { readonly ring: string | null }) => rung.push(signal.ring), end: () => {} } as never);
    committed();
    expect(rung).toContain('Stock is running low. Wajan sisa 1');
  });

  it('is told in English what came of an act, days and numbers included', async () => {
    await ratna.do('/konsol/lainnya/bahasa', { bahasa: 'en' });
    expect(noticeOf(await ratna.do('/konsol/pesanan/DK-1/lunas', {}))).toBe('First tick that you have seen the money on the bank statement.');
    expect(await ratna.page('/konsol/kinerja')).toContain('November 2026');
    at.shop.pass('2026-11-23T17:30:00+07:00');
    const chat = `/konsol/chat/${at.shop.chatId('c16')}`;
    ratna = await at.enter('ratna');
    await ratna.do(`${chat}/ambil`, {});
    expect(await ratna.page(chat)).toContain('Send Tuesday 09:00');
    expect(noticeOf(await ratna.do(`${chat}/balas`, { text: 'Good evening' }))).toContain('goes out when the shop opens');
  });

  it('meets English at the door of an English shop, and at any door that is asked for it', async () => {
    expect(await (await at.request('/konsol/masuk?bahasa=en')).text()).toContain('Log in to Dapur Kita');
    expect(await (await at.request('/konsol/masuk')).text()).toContain('Masuk ke Dapur Kita');
    const catalogue = at.shop.shop.world().premises.catalogue;
    at.shop.renew({ ...catalogue, store: { ...catalogue.store, language: 'en' } });
    expect(await (await at.request('/konsol/masuk')).text()).toContain('<html lang="en">');
    at.shop.renew(catalogue);
  });

  it('goes on in the language in which the invitation was opened', async () => {
    const fresh = await ConsoleShop.open();
    const body = new URLSearchParams({ password: 'kopi tubruk sore', again: 'kopi tubruk sore' });
    await fresh.request(`${fresh.console.firstRunPath()!}?bahasa=en`, { method: 'POST', headers: { origin: 'http://localhost:3000', ...FORM }, body: body as never });
    expect(await (await fresh.enter('ratna')).page('/konsol/lainnya')).toContain('<html lang="en">');
  });
});

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const parsed = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(join(ROOM, file), 'utf8'), ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);

function each(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => each(child, look));
}

function literalsOf(file: string): string[] {
  const found: string[] = [];
  each(parsed(file), (node) => { if (ts.isStringLiteralLike(node)) found.push(node.text); });
  return found;
}

/** Attributes that a person reads or hears. */
const READ = new Set(['aria-label', 'placeholder', 'title', 'alt', 'label']);
/** Names of things, the same in every language. */
const NAMES = new Set(['Rupiah', 'English', 'Bahasa Indonesia', 'Content-Type', 'Content-Disposition', 'Clear-Site-Data', 'Retry-After', 'Telegram', 'WhatsApp', 'Web', 'Terminal', 'Lax']);
const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text);
/** How a sentence or a name looks, and how a class, a path, a key or SQL does not. */
const looksSaid = (text: string): boolean => /^[A-Z][a-z]+(?: |$|[.,!?])/.test(text);

function bareWordsOf(file: string): string[] {
  const found: string[] = [];
  each(parsed(file), (node) => {
    const at = (words: string): void => { if (!NAMES.has(words.trim())) found.push(`${file}: ${words.trim()}`); };
    if (ts.isJsxText(node) && hasWords(node.text) && !isKey(node.parent)) at(node.text);
    if (ts.isJsxAttribute(node) && READ.has(node.name.getText()) && node.initializer && ts.isStringLiteral(node.initializer) && hasWords(node.initializer.text) && !/^[\d-]+$/.test(node.initializer.text)) at(node.initializer.text);
    if (ts.isStringLiteral(node) && looksSaid(node.text) && !(node.text in ENGLISH) && !ts.isImportDeclaration(node.parent) && !ts.isJsxAttribute(node.parent) && !isOf(node.parent, 'example')) at(node.text);
    if (ts.isStringLiteral(node) && (node.text in ENGLISH || looksSaid(node.text)) && !NAMES.has(node.text) && isShownBare(node)) at(`shown without t: ${node.text}`);
    if (ts.isTemplateExpression(node) && [node.head, ...node.templateSpans.map((span) => span.literal)].some((part) => / \p{Ll}{3,}|^\p{Lu}\p{Ll}+ /u.test(part.text)) && !ts.isJsxExpression(node.parent) && !isOf(node.parent, 'detail') && !node.getText().includes('filename=')) at(node.getText());
  });
  return found;
}

/** Whether a text lands on the page as it is: an expression between tags, with no translator around it. */
function isShownBare(node: ts.Node): boolean {
  for (let up = node.parent; !ts.isSourceFile(up); up = up.parent) {
    if (ts.isBinaryExpression(up) && up.operatorToken.kind !== ts.SyntaxKind.AmpersandAmpersandToken && up.operatorToken.kind !== ts.SyntaxKind.QuestionQuestionToken) return false;
    if (ts.isCallExpression(up) || ts.isPropertyAssignment(up) || ts.isJsxAttribute(up)) return false;
    if (ts.isJsxExpression(up)) return !ts.isJsxAttribute(up.parent);
  }
  return false;
}

/** What a field may look like filled in is shown as it would be written; a record's detail is stored, not shown. */
const isOf = (node: ts.Node, property: string): boolean => ts.isPropertyAssignment(node) && node.name.getText() === property;

const isKey = (node: ts.Node): boolean => ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'kbd';
