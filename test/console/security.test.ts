import { parse as parseCsv } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { LONG_AGO, login, routesOf } from './doors.ts';
import { ABSOLUTE_MS, IDLE_MS } from '../../src/console/access/sessions.ts';
import { Browser, ConsoleShop, cookieOf, FORM, noticeOf } from './console-shop.ts';
import { liveADay } from './a-day.ts';
import { ACTS } from './acts-of-staff.ts';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ORIGIN = 'http://localhost:3000';
let at: ConsoleShop;
let owner: Browser;
let siti: Browser;

beforeAll(async () => {
  at = await ConsoleShop.open({ dataDir: mkdtempSync(join(tmpdir(), 'konsol-')) });
  await liveADay(at);
  owner = await at.join('ratna');
  siti = await at.join('siti');
});

describe('every route of the console', () => {
  it('is known to these tests by the router itself', () => {
    const routes = routesOf(at.server.app);
    expect(routes.length).toBeGreaterThan(30);
    expect(routes.some((route) => route.method === 'POST' && route.path.includes('/balas'))).toBe(true);
  });

  it('refuses a foreign Host (S2)', async () => {
    for (const { method, path } of routesOf(at.server.app)) {
      const answer = await at.server.app.request(`http://evil.example${path}`, { method, headers: { host: 'evil.example', origin: 'http://evil.example', cookie: owner.cookie } });
      expect(answer.status, `${method} ${path}`).toBe(421);
    }
  });

  it('is closed without a session, but for the doors themselves', async () => {
    for (const { method, path, open } of routesOf(at.server.app)) {
      if (open) continue;
      const answer = await at.request(path, { method, headers: { origin: ORIGIN } });
      const closed = answer.status === 401 || (answer.status === 302 && answer.headers.get('location') === '/konsol/masuk');
      expect(closed, `${method} ${path} answered ${answer.status}`).toBe(true);
    }
  });

  it('that changes something refuses a form without its token, and one from elsewhere (S5)', async () => {
    const csrf = await owner.csrf();
    const before = JSON.stringify(at.shop.outcome());
    for (const { method, path, open } of routesOf(at.server.app).filter((route) => route.method === 'POST')) {
      const send = (body: Record<string, string>, headers: Record<string, string>) =>
        at.request(path, { method, headers: { cookie: owner.cookie, ...FORM, ...headers }, body: new URLSearchParams(body) as never });
      if (!open) expect((await send({ act: 'x' }, { origin: ORIGIN })).status, `${path} without a token`).toBe(403);
      if (!open) expect((await send({ act: 'x', csrf: `${csrf}x` }, { origin: ORIGIN })).status, `${path} with a wrong token`).toBe(403);
      expect((await send({ act: 'x', csrf }, { origin: 'https://evil.example' })).status, `${path} from elsewhere`).toBe(403);
      expect((await send({ act: 'x', csrf }, {})).status, `${path} from nowhere`).toBe(403);
    }
    expect(JSON.stringify(at.shop.outcome())).toBe(before);
  });

  it('takes one session\'s token for that session only', async () => {
    const answer = await at.request('/konsol/chat/1/ambil', {
      method: 'POST', headers: { cookie: siti.cookie, origin: ORIGIN, ...FORM }, body: new URLSearchParams({ csrf: await owner.csrf(), act: 'x' }) as never,
    });
    expect(answer.status).toBe(403);
  });

  it('of the owner is closed to admins (S19)', async () => {
    const owners = routesOf(at.server.app).filter((route) => route.path.startsWith('/konsol/pemilik/'));
    expect(owners.length).toBeGreaterThan(3);
    for (const { method, path } of owners) {
      const answer = method === 'GET' ? await siti.get(path) : await siti.post(path, {});
      expect(answer.status, `${method} ${path}`).toBe(403);
    }
  });

  it('carries the headers that forbid foreign scripts and frames (S6)', async () => {
    for (const { method, path } of routesOf(at.server.app).filter((route) => route.method === 'GET' && !route.path.includes('langsung'))) {
      const answer = await at.request(path, { method, headers: { cookie: owner.cookie } });
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy, path).toContain("script-src 'self'");
      expect(policy, path).toContain("frame-ancestors 'none'");
      expect(policy, path).not.toContain('unsafe-inline');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('writes no script or style into a page', async () => {
    for (const { path } of routesOf(at.server.app).filter((route) => route.method === 'GET' && !route.path.includes('langsung'))) {
      const page = await owner.page(path);
      expect(page, path).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+="/i);
    }
  });
});

describe('the way in', () => {
  it('begins with a link that works once, and no account that is there by itself (S3)', async () => {
    const fresh = await ConsoleShop.open();
    expect(await (await fresh.request('/konsol/masuk')).text()).toContain('terminal');
    for (const [name, password] of [['admin', 'admin'], ['ratna', ''], ['ratna', 'ratna'], ['owner', 'password']] as const) {
      expect((await login(fresh, name, password)).status).toBe(401);
    }
    const link = fresh.console.firstRunPath()!;
    const use = () => fresh.request(link, { method: 'POST', headers: { origin: ORIGIN, ...FORM }, body: new URLSearchParams({ password: 'kopi tubruk sore', again: 'kopi tubruk sore' }) as never });
    expect((await use()).status).toBe(303);
    expect((await use()).status).toBe(410);
    expect(fresh.console.firstRunPath()).toBeNull();
    expect((await login(fresh, 'ratna', 'kopi tubruk sore')).status).toBe(303);
  });

  it('replaces an unused first link at the next start, and lets one grow too old', async () => {
    const fresh = await ConsoleShop.open();
    const first = fresh.console.firstRunPath()!;
    const second = fresh.console.firstRunPath()!;
    expect((await fresh.request(first)).status).toBe(410);
    expect((await fresh.request(second)).status).toBe(200);
    fresh.shop.now += LONG_AGO;
    expect((await fresh.request(second)).status).toBe(410);
  });

  it('asks for eight characters that are not too plain', async () => {
    const fresh = await ConsoleShop.open();
    const link = fresh.console.firstRunPath()!;
    for (const password of ['pendek7', 'aaaaaaaa', '12121212', 'a'.repeat(300)]) {
      const answer = await fresh.request(link, { method: 'POST', headers: { origin: ORIGIN, ...FORM }, body: new URLSearchParams({ password, again: password }) as never });
      expect(answer.status, password).toBe(422);
    }
  });

  it('keeps neither a password nor the name of a session or link readable, and makes guessing dear', async () => {
    const fresh = await ConsoleShop.open({ passwords: 'real' });
    const link = fresh.console.firstRunPath()!;
    const browser = await fresh.join('ratna', 'rahasia sekali banget');
    const kept = JSON.stringify(['accounts', 'console_sessions', 'invitations', 'events', 'staff_acts'].map((table) => fresh.shop.db.prepare('SELECT * FROM ' + table).all()));
    expect(kept).toContain('scrypt$65536$8$1$');
    expect((await fresh.enter('ratna', 'rahasia sekali banget')).cookie).not.toBe('');
    expect(kept).not.toContain('rahasia');
    expect(kept).not.toContain(browser.cookie.split('=')[1]);
    expect(kept).not.toContain(link.split('/').at(-1));
  });

  it('slows ten thousand guesses down to a few (S3), and lets the owner in from elsewhere meanwhile', async () => {
    const fresh = await ConsoleShop.open();
    await fresh.join('ratna', 'kopi tubruk sore');
    let checked = 0;
    for (let i = 0; i < 10_000; i++) {
      const answer = await login(fresh, 'ratna', `tebakan-${i}`, '203.0.113.7');
      if (answer.status !== 429) checked++;
      fresh.shop.now += 100;
    }
    expect(checked).toBeGreaterThanOrEqual(5);
    expect(checked).toBeLessThan(15);
    expect((await login(fresh, 'ratna', 'kopi tubruk sore', '198.51.100.9')).status).toBe(303);
    fresh.shop.now += 16 * 60_000;
    expect((await login(fresh, 'ratna', 'kopi tubruk sore', '203.0.113.7')).status).toBe(303);
  });

  it('does not let a burst at one moment around the wait', async () => {
    const fresh = await ConsoleShop.open();
    await fresh.join('ratna', 'kopi tubruk sore');
    const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => login(fresh, 'ratna', `tebakan-${i}`, '203.0.113.7')));
    expect(answers.filter((answer) => answer.status !== 429).length).toBe(5);
  });

  it('says the same of a wrong name as of a wrong password', async () => {
    const wrongName = await (await login(at, 'tidakada', 'x', '192.0.2.1')).text();
    const wrongPassword = await (await login(at, 'siti', 'x', '192.0.2.2')).text();
    expect(noticeOf(wrongName)).toBe(noticeOf(wrongPassword));
  });
});

describe('a session (S4)', () => {
  it('has a new, long, random name at each login, kept from scripts', async () => {
    const names = new Set<string>();
    for (let i = 0; i < 3; i++) {
      const answer = await login(at, 'siti', 'kopi tubruk sore');
      const header = answer.headers.get('set-cookie')!;
      expect(header).toMatch(/HttpOnly/);
      expect(header).toMatch(/SameSite=Lax/);
      names.add(cookieOf(answer));
    }
    expect(names.size).toBe(3);
    for (const name of names) expect(name.split('=')[1]!.length).toBeGreaterThanOrEqual(43);
  });

  it('is a __Host- cookie with Secure behind TLS', async () => {
    const answer = await login(at, 'siti', 'kopi tubruk sore', '192.0.2.77', { 'x-forwarded-proto': 'https' });
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-ladeni=.*Path=\/.*; HttpOnly; Secure; SameSite=Lax/);
  });

  it('ends after a while without a touch, and at last in any case', async () => {
    const fresh = await ConsoleShop.open();
    const ratna = await fresh.join('ratna');
    fresh.shop.now += IDLE_MS - 60_000;
    expect((await ratna.get('/konsol/chat')).status).toBe(200);
    fresh.shop.now += IDLE_MS - 60_000;
    expect((await ratna.get('/konsol/chat')).status).toBe(200);
    fresh.shop.now += IDLE_MS;
    expect((await ratna.get('/konsol/chat')).status).toBe(302);
    const again = new Browser(fresh, cookieOf(await login(fresh, 'ratna', 'kopi tubruk sore')));
    for (let spent = 0; spent < ABSOLUTE_MS - IDLE_MS / 2; spent += IDLE_MS / 2) {
      expect((await again.get('/konsol/chat')).status).toBe(200);
      fresh.shop.now += IDLE_MS / 2;
    }
    fresh.shop.now += IDLE_MS / 2;
    expect((await again.get('/konsol/chat')).status).toBe(302);
  });

  it('ends on the server at logout, at a new password, and when the person is taken out', async () => {
    const fresh = await ConsoleShop.open();
    const ratna = await fresh.join('ratna');
    const budi = await fresh.join('budi');
    const other = new Browser(fresh, cookieOf(await login(fresh, 'budi', 'kopi tubruk sore')));
    await budi.post('/konsol/keluar', {});
    expect((await budi.get('/konsol/chat')).status).toBe(302);
    expect((await other.get('/konsol/chat')).status).toBe(200);
    await ratna.post('/konsol/pemilik/staf/budi/cabut', {}, '/konsol/pemilik/staf');
    expect((await other.get('/konsol/chat')).status).toBe(302);
    expect((await login(fresh, 'budi', 'kopi tubruk sore')).status).toBe(401);
    const siti2 = await fresh.join('siti');
    await fresh.join('siti', 'sandi baru lagi');
    expect((await siti2.get('/konsol/chat')).status).toBe(302);
  });

  it('is worth nothing once staff.yaml does not name the person', async () => {
    const fresh = await ConsoleShop.open();
    await fresh.join('ratna');
    const budi = await fresh.join('budi');
    const catalogue = fresh.shop.shop.world().premises.catalogue;
    fresh.shop.renew({ ...catalogue, staff: catalogue.staff.filter((staff) => staff.id !== 'budi') });
    expect((await budi.get('/konsol/chat')).status).toBe(302);
  });
});

describe('what strangers write', () => {
  it('stays text on every page', async () => {
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
    at.shop.hear('x1', evil, { name: evil });
    at.shop.hear('x1', 'admin', { name: evil });
    for (const path of ['/konsol/chat', `/konsol/chat/${at.shop.chatId('x1')}`, `/konsol/chat?cari=${encodeURIComponent(evil)}`, `/konsol/katalog?cari=${encodeURIComponent(evil)}`]) {
      const page = await siti.page(path);
      expect(page, path).not.toContain('<script>alert');
      expect(page, path).not.toContain('<img src=x');
      expect(page).toContain('&lt;script&gt;');
    }
  });

  it('never names a file: pictures are asked for by number (S9)', async () => {
    for (const path of ['/konsol/foto/bukti/..%2f..%2fetc%2fpasswd', '/konsol/foto/pesan/../../etc/passwd', '/konsol/foto/produk/..%2f..%2fpackage.json', '/konsol/aset/x/..%2fconsole.ts']) {
      const answer = await siti.get(path);
      expect([302, 404], path).toContain(answer.status);
      expect(await answer.text()).not.toMatch(/root:|"dependencies"/);
    }
  });
});

describe('what leaves as a file', () => {
  it('is text to a spreadsheet, whatever a customer is called or writes, by every way out there is (S7)', async () => {
    const fresh = await ConsoleShop.open({ dataDir: mkdtempSync(join(tmpdir(), 'konsol-')) });
    await liveADay(fresh);
    const ratna = await fresh.join('ratna');
    const formulas = ['=HYPERLINK("http://evil.example","x")', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', ' =1'];
    const exports = routesOf(fresh.server.app).filter(({ method, path }) => method === 'GET' && /\.\w+$/.test(path) && !/aset|\.png$/.test(path));
    expect(exports.length).toBeGreaterThanOrEqual(4);
    for (const formula of formulas) {
      fresh.shop.db.prepare('UPDATE customers SET name = ?').run(formula);
      fresh.shop.db.prepare('UPDATE ratings SET comment = ?').run(formula);
      for (const { path } of exports) {
        const answer = await ratna.get(path);
        expect(answer.headers.get('content-disposition'), path).toMatch(/^attachment; filename="[\w.-]+"$/);
        for (const text of await cellsOf(answer)) expect(/^[\s\0]*[=+\-@\t\r\0]/.test(text), `${path}: ${JSON.stringify(text)}`).toBe(false);
      }
    }
  });
});

describe('an act of staff', () => {
  it('is written down with who and when, on every route that changes something (S13)', async () => {
    const changing = routesOf(at.server.app).filter(({ method, open }) => method === 'POST' && !open).map(({ pattern }) => pattern);
    expect(changing.filter((pattern) => !(pattern in ACTS)), 'routes without an entry in acts-of-staff.ts').toEqual([]);
    const fresh = await ConsoleShop.open({ dataDir: mkdtempSync(join(tmpdir(), 'konsol-')) });
    await liveADay(fresh);
    const ratna = await fresh.join('ratna');
    for (const [pattern, act] of Object.entries(ACTS)) {
      if ('unrecorded' in act) continue;
      await act.before?.(fresh);
      const { path, fields } = act.how(fresh);
      const before = fresh.shop.db.prepare('SELECT max(id) FROM staff_acts').pluck().get() as number;
      await ratna.post(path, fields);
      expect(fresh.shop.db.prepare('SELECT staff, act, at FROM staff_acts WHERE id > ? ORDER BY id LIMIT 1').get(before), pattern)
        .toEqual({ staff: 'ratna', act: act.recorded, at: fresh.shop.now });
    }
  });

  it('says of a fault no more than that there was one (S13)', async () => {
    const broken = await ConsoleShop.open({ failed: () => undefined });
    const ratna = await broken.join('ratna');
    broken.shop.db.exec('DROP TABLE handoffs');
    const answer = await ratna.get('/konsol/chat');
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toMatch(/handoffs|SqliteError|node_modules|\.ts/);
  });
});

describe('what is asked for in an address or a form', () => {
  it('never becomes SQL (S8)', async () => {
    const before = JSON.stringify(at.shop.outcome());
    const texts = ["'", "' OR '1'='1", "'; DROP TABLE orders; --", '%', '_%', '\\', '!', '"', '1 UNION SELECT password FROM accounts', '\0', '9'.repeat(400)];
    for (const text of texts) {
      const word = encodeURIComponent(text);
      for (const path of [`/konsol/chat?cari=${word}`, `/konsol/katalog?cari=${word}`, `/konsol/katalog/${word}`, `/konsol/pesanan/${word}`, `/konsol/pesanan?di=${word}`,
        `/konsol/kinerja?bulan=${word}`, `/konsol/kinerja/${word}`, `/konsol/chat/1?sebelum=${word}`, `/konsol/hitung-stok?cari=${word}`]) {
        const answer = await owner.get(path);
        expect(answer.status, path).toBeLessThan(500);
        expect(await answer.text(), path).not.toContain('scrypt$');
      }
    }
    expect(await owner.page(`/konsol/chat?cari=${encodeURIComponent("' OR '1'='1")}`)).toContain('Tidak ketemu');
    expect(JSON.stringify(at.shop.outcome())).toBe(before);
  });
});

describe('a customer', () => {
  it('is shown with as little as serving her needs: the phone masked beside the chat (S19)', async () => {
    const page = await siti.page(`/konsol/chat/${at.shop.chatId('c11')}`);
    const card = page.slice(page.indexOf('class="card-pane"'));
    expect(card).toMatch(/08\d{2}-••••-\d{4}/);
    expect(card).not.toContain('+628123456');
  });
});

async function cellsOf(answer: Response): Promise<readonly string[]> {
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (answer.headers.get('content-type')!.startsWith('text/csv')) return (parseCsv(bytes, { delimiter: ';', bom: true, relax_column_count: true }) as string[][]).flat().filter((text) => !/^-?\d+$/.test(text));
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  const texts: string[] = [];
  workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => {
    expect(cell.type).not.toBe(ExcelJS.ValueType.Formula);
    if (typeof cell.value === 'string') texts.push(cell.value);
  })));
  return texts;
}
