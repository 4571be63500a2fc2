import { Hono } from 'hono';
import { toBuffer } from 'qrcode';
import { createStaffActs } from '../../shop/service/staff-acts.ts';
import { dayNumber, localDateOf } from '../../shop/time/local-date.ts';
import { fill, MESSAGES } from '../../wording/messages.ts';
import type { ConsoleEnv } from '../console-env.ts';
import { actOf, afterAct, momentsNow, newAct, notFoundPage, showPage, type Site } from '../site.tsx';
import { SettingsPage, StaffPage, WordingPage } from './settings-pages.tsx';
import type { PlainText } from '../language/texts.ts';
import { translatorFor } from '../language/translate.tsx';

const DAYS_AHEAD = 21;
const LINK_BYTES = 24;

const NO_CODE: Readonly<Record<Exclude<ReturnType<Site['parts']['pairByCode']>, 'asked'>, PlainText>> = {
  not_a_number: 'Maaf, nomornya belum terbaca. Tulis nomor WhatsApp toko lengkap, misalnya 0812-3456-7890.',
  linked_already: 'WhatsApp toko sudah tertaut, jadi kode tidak diperlukan lagi.',
  off: 'WhatsApp belum dinyalakan. Tulis WHATSAPP=on di .env, lalu jalankan ulang tokonya.',
};

export function createSettingsRoutes(site: Site): Hono<ConsoleEnv> {
  const { parts, accounts, sessions } = site;
  const acts = createStaffActs(parts.db);
  const act = () => newAct(site);
  const member = (id: string) => parts.premises().catalogue.staff.find((staff) => staff.id === id);

  return new Hono<ConsoleEnv>()
    .get('/lainnya', (c) => {
      const { hours, catalogue } = parts.premises();
      const moments = momentsNow(site, c);
      const first = dayNumber(moments.today);
      const channels = parts.channels();
      const withAccount = accounts.all();
      return showPage(site, c, { title: c.get('t')('Lainnya'), tab: 'lainnya' },
        <SettingsPage visitor={c.get('visitor')} channels={channels} pairing={channels.find((channel) => channel.pairing !== null)?.pairing ?? null}
          days={Array.from({ length: DAYS_AHEAD }, (_, i) => hours.day(localDateOf(first + i)))} zone={hours.zoneLabel} backup={parts.backup()} moments={moments} newAct={act}
          staffLine={c.get('t')('{punya} dari {semua} punya sandi', { punya: catalogue.staff.filter((staff) => withAccount.has(staff.id)).length, semua: catalogue.staff.length })} />);
    })
    .get('/lainnya/kata', (c) => {
      const { store, replies } = parts.premises().catalogue;
      const query = (c.req.query('cari') ?? '').trim().toLowerCase().slice(0, 100);
      const automatic = { sapaan: store.salutation, nama_toko: store.name, pelanggan: store.customerName ?? store.salutation };
      const texts = Object.entries(MESSAGES[store.language]).filter(([key]) => !key.startsWith('desk.')).map(([key, text]) => ({ key, shown: fill(replies[key] ?? text, automatic), own: replies[key] !== undefined }))
        .filter((text) => `${text.key} ${text.shown}`.toLowerCase().includes(query));
      return showPage(site, c, { title: c.get('t')('Kata-kata asisten'), tab: 'lainnya' }, <WordingPage texts={texts} query={query} owner={c.get('visitor').staff.role === 'owner'} />);
    })

    .post('/lainnya/bahasa', async (c) => {
      const { bahasa } = await c.req.parseBody();
      if (bahasa !== 'id' && bahasa !== 'en') return afterAct(site, c, { kind: 'refused', reason: c.get('t')('Bahasa tidak dikenal.') }, '', '/konsol/lainnya');
      parts.transact(() => accounts.setLanguage(c.get('visitor').staff.id, bahasa));
      return afterAct(site, c, { kind: 'done', note: null }, translatorFor(bahasa)('Mulai sekarang halaman ini berbahasa Indonesia.'), '/konsol/lainnya');
    })

    .get('/pemilik/whatsapp.png', async (c) => {
      const pairing = parts.channels().find((channel) => channel.pairing !== null)?.pairing;
      if (pairing?.kind !== 'qr') return c.text(c.get('t')('Tidak ada kode yang menunggu.'), 404);
      return c.body(new Uint8Array(await toBuffer(pairing.text, { margin: 2, width: 528 })), 200, { 'Content-Type': 'image/png' });
    })
    .post('/pemilik/whatsapp/kode', async (c) => {
      const form = await c.req.parseBody();
      const by = actOf(c, form);
      const typed = typeof form['nomor'] === 'string' ? form['nomor'].slice(0, 40) : '';
      const asked = parts.pairByCode(typed);
      if (asked !== 'asked') return afterAct(site, c, { kind: 'refused', reason: c.get('t')(NO_CODE[asked]) }, '', '/konsol/lainnya');
      // The number stays out of the record: what was done is enough.
      parts.transact(() => acts.record({ id: by.id, at: parts.now(), staff: by.by, act: 'pair_by_code', detail: 'whatsapp' }));
      return afterAct(site, c, { kind: 'done', note: null }, c.get('t')('Kode sedang diminta ke WhatsApp; muncul di halaman ini sebentar lagi.'), '/konsol/lainnya');
    })
    .post('/pemilik/cadangkan', async (c) => {
      const by = actOf(c, await c.req.parseBody());
      const before = parts.backup().lastAt;
      await parts.backUpNow();
      parts.transact(() => acts.record({ id: by.id, at: parts.now(), staff: by.by, act: 'backup', detail: '' }));
      const after = parts.backup();
      return afterAct(site, c, after.lastAt !== null && after.lastAt !== before ? { kind: 'done', note: null } : { kind: 'refused', reason: c.get('t')('Belum berhasil. {sebab}', { sebab: after.detail }) }, c.get('t')('Cadangan baru sudah dibuat dan diperiksa.'), '/konsol/lainnya');
    })
    .get('/pemilik/staf', (c) => showPage(site, c, { title: c.get('t')('Admin dan sandi'), tab: 'lainnya' },
      <StaffPage staff={parts.premises().catalogue.staff} since={accounts.all()} link={null} visitor={c.get('visitor')} newAct={act} moments={momentsNow(site, c)} />))
    .post('/pemilik/staf/:id/tautan', async (c) => {
      const staff = member(c.req.param('id'));
      if (!staff) return notFoundPage(site, c, 'lainnya', 'Orang ini tidak ada di staff.yaml');
      const by = actOf(c, await c.req.parseBody());
      const token = parts.randomText(LINK_BYTES);
      parts.transact(() => {
        accounts.invite(staff.id, token, parts.now());
        acts.record({ id: by.id, at: parts.now(), staff: by.by, act: 'invite', detail: staff.id });
      });
      // Shown on this one answer and kept nowhere: the database holds its hash.
      const origin = new URL(c.req.url).host;
      const scheme = c.req.header('x-forwarded-proto') === 'https' ? 'https' : 'http';
      return showPage(site, c, { title: c.get('t')('Admin dan sandi'), tab: 'lainnya' },
        <StaffPage staff={parts.premises().catalogue.staff} since={accounts.all()} link={{ name: staff.name, url: `${scheme}://${c.req.header('host') ?? origin}/konsol/undangan/${token}` }}
          visitor={c.get('visitor')} newAct={act} moments={momentsNow(site, c)} />);
    })
    .post('/pemilik/staf/:id/cabut', async (c) => {
      const id = c.req.param('id');
      const by = actOf(c, await c.req.parseBody());
      if (id === by.by) return afterAct(site, c, { kind: 'refused', reason: c.get('t')('Sandi sendiri tidak bisa dicabut di sini.') }, '', '/konsol/pemilik/staf');
      parts.transact(() => {
        accounts.remove(id);
        sessions.endAllOf(id);
        acts.record({ id: by.id, at: parts.now(), staff: by.by, act: 'revoke', detail: id });
      });
      site.live.endAllOf(id);
      return afterAct(site, c, { kind: 'done', note: null }, c.get('t')('Sandinya dicabut, dan semua perangkatnya sudah keluar.'), '/konsol/pemilik/staf');
    });
}
