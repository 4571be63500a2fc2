import type { StaffMember } from '../../shop/catalogue/snapshot.ts';
import type { DayPlan } from '../../shop/service/business-hours.ts';
import { shiftList } from '../../wording/dates.ts';
import type { Visitor } from '../console-env.ts';
import { Form } from '../frame/form.tsx';
import { OWNER_PAGES } from '../owner-forms/owner-routes.tsx';
import type { Moments } from '../frame/moments.ts';
import type { BackupView, ChannelView, PairingView } from '../parts.ts';
import { PairingPanel } from './pairing-panel.tsx';
import type { PlainText } from '../language/texts.ts';
import { useT } from '../language/translate.tsx';

/** What is neither chat nor order: how the shop is reached, when it serves, what it says, who may enter. */
export function SettingsPage({ visitor, channels, pairing, days, zone, backup, staffLine, moments, newAct }: {
  readonly visitor: Visitor; readonly channels: readonly ChannelView[]; readonly pairing: PairingView | null; readonly days: readonly DayPlan[];
  readonly zone: string; readonly backup: BackupView; readonly staffLine: string; readonly moments: Moments; readonly newAct: () => string;
}) {
  const t = useT();
  return (
    <div class="page">
      <h1>{t('Lainnya')}</h1>
      <section id="saluran" data-live="">
        <h2>{t('Saluran')}</h2>
        {channels.length === 0 ? <p class="quiet">{t('Belum ada saluran yang dinyalakan. Isi .env lalu jalankan ulang tokonya.')}</p> : (
          <ul class="channels">{channels.map((channel) => (
            <li><span class={`light ${channel.status.state}`} aria-hidden="true"></span><strong>{channel.name}</strong> <span>{t.said(channel.status.detail) || t(CHANNEL_STATES[channel.status.state])}</span></li>
          ))}</ul>
        )}
        {pairing !== null && visitor.staff.role === 'owner' && <PairingPanel pairing={pairing} visitor={visitor} newAct={newAct} />}
      </section>
      <nav class="more" aria-label={t('Pengaturan lain')}>
        {visitor.staff.role === 'owner' && OWNER_PAGES.map(([url, label]) => <a href={url}>{t.of(label)}</a>)}
        <a href="/konsol/lainnya/kata">{t('Kata-kata asisten')}</a>
        {visitor.staff.role === 'owner' && <a href="/konsol/pemilik/laporan">{t('Laporan')} <span class="quiet">{t('mingguan, bulanan, pembukuan')}</span></a>}
        {visitor.staff.role === 'owner' && <a href="/konsol/pemilik/coba">{t('Coba asisten sebagai pelanggan')}</a>}
        {visitor.staff.role === 'owner' && <a href="/konsol/pemilik/staf">{t('Admin dan sandi')} <span class="quiet">{staffLine}</span></a>}
      </nav>
      <section>
        <h2>{t('Jam melayani')}</h2>
        {visitor.staff.role === 'owner' ? <p><a class="plain-action" href="/konsol/pemilik/toko/jam">{t('Ubah jam dan libur')}</a></p> : <p class="quiet">{t('Diatur oleh pemilik.')}</p>}
        <ol class="calendar">{days.map((day) => (
          <li class={`${day.shifts.length === 0 ? 'closed' : ''} ${day.date === moments.today ? 'today' : ''}`}>
            <strong>{moments.date(day.date)}</strong> <span>{shiftList(day.shifts, zone, t.language)}</span>{day.reason !== null && <em>{day.reason}{day.provisional && ` (${t('perkiraan')})`}</em>}
          </li>
        ))}</ol>
      </section>
      <section>
        <h2>{t('Cadangan data')}</h2>
        <p>{backup.lastAt === null ? <strong class="waits">{t('Belum ada cadangan.')}</strong> : t('Terakhir {kapan} ({lama} lalu).', { kapan: moments.stamp(backup.lastAt), lama: moments.since(backup.lastAt) })} {t.said(backup.detail)}</p>
        {visitor.staff.role === 'owner' && <Form to="/konsol/pemilik/cadangkan" visitor={visitor} act={newAct()} fullPage><button class="plain-action">{t('Cadangkan sekarang')}</button></Form>}
      </section>
      <section>
        <h2>{visitor.staff.name}</h2>
        <p><button type="button" class="plain-action" data-notify="">{t('Nyalakan bunyi di perangkat ini')}</button></p>
        <Form to="/konsol/lainnya/bahasa" visitor={visitor} act={newAct()} kind="choose-language" fullPage>
          <label>{t('Bahasa halaman ini')} <select name="bahasa">
            <option value="id" lang="id" selected={t.language === 'id'}>Bahasa Indonesia</option>
            <option value="en" lang="en" selected={t.language === 'en'}>English</option>
          </select></label>
          <button class="plain-action">{t('Ganti')}</button>
        </Form>
        <Form to="/konsol/keluar" visitor={visitor} act={newAct()} fullPage><button class="plain-action">{t('Keluar')}</button></Form>
      </section>
    </div>
  );
}

const CHANNEL_STATES: Readonly<Record<ChannelView['status']['state'], PlainText>> = {
  off: 'mati', starting: 'sedang menyala', needs_pairing: 'perlu dihubungkan', on: 'terhubung', offline: 'terputus, mencoba lagi', failed: 'gagal',
};

/** Everything the assistant says, as a customer would read it. */
export function WordingPage({ texts, query, owner }: {
  readonly texts: readonly { readonly key: string; readonly shown: string; readonly own: boolean }[]; readonly query: string;
  /** Owners may change what it says. */
  readonly owner: boolean;
}) {
  const t = useT();
  return (
    <div class="page">
      <p><a class="back-link" href="/konsol/lainnya">{t('‹ Lainnya')}</a></p>
      <h1>{t('Kata-kata asisten')}</h1>
      <p>{t('Yang dalam kurung kurawal diisi otomatis.')} {owner ? t('Ketuk Ubah untuk memakai kalimat Anda sendiri.') : t('Diubah oleh pemilik.')}</p>
      {owner && (
        <nav class="more" aria-label={t('Kata-kata lain')}>
          <a href="/konsol/pemilik/kata/faq">{t('Tanya jawab (FAQ)')}</a><a href="/konsol/pemilik/kata/balasan-cepat">{t('Balasan cepat')}</a>
          <a href="/konsol/pemilik/kata/kebijakan">{t('Kebijakan toko')}</a><a href="/konsol/pemilik/kata/ajari">{t('Yang belum dimengerti')}</a>
        </nav>
      )}
      <form class="search" action="/konsol/lainnya/kata" role="search"><input type="search" name="cari" value={query} placeholder={t('Cari kalimat')} aria-label={t('Cari kalimat')} data-key="/" /></form>
      <dl class="wording">{texts.map((text) => <div><dt><code>{text.key}</code>{text.own && <span class="state paid">{t('tulisan Anda')}</span>}</dt><dd><p class="bubble bot">{text.shown}</p>{owner && <a class="edit-link" href={`/konsol/pemilik/kata/pesan/${text.key}`}>{t('Ubah')}<span class="unseen"> {text.key}</span></a>}</dd></div>)}</dl>
    </div>
  );
}

/** Who may enter, and the links by which they get a password. */
export function StaffPage({ staff, since, link, visitor, newAct, moments }: {
  readonly staff: readonly StaffMember[]; readonly since: ReadonlyMap<string, number>; readonly visitor: Visitor; readonly newAct: () => string;
  readonly link: { readonly name: string; readonly url: string } | null; readonly moments: Moments;
}) {
  const t = useT();
  return (
    <div class="page">
      <p><a class="back-link" href="/konsol/lainnya">{t('‹ Lainnya')}</a></p>
      <h1>{t('Admin dan sandi')}</h1>
      {link && (
        <section class="urgent waits" aria-label={t('Tautan baru')}>
          <h2>{t('Tautan untuk {nama}', { nama: link.name })}</h2>
          <p>{t('Kirim hanya kepadanya. Dipakai satu kali, berlaku dua hari, dan tidak ditampilkan lagi.')}</p>
          <p><input class="code copy" readonly value={link.url} aria-label={t('Tautan untuk {nama}', { nama: link.name })} data-select="" /></p>
        </section>
      )}
      <ul class="people">{staff.map((member) => (
        <li>
          <p><strong>{member.name}</strong> <span class="quiet">{member.id} · {member.role === 'owner' ? t('pemilik') : t('admin')}</span><br />
            {since.has(member.id) ? <span class="quiet">{t('punya sandi sejak {kapan}', { kapan: moments.stamp(since.get(member.id)!) })}</span> : <span class="waits">{t('belum punya sandi')}</span>}</p>
          <div class="actions">
            <Form to={`/konsol/pemilik/staf/${member.id}/tautan`} visitor={visitor} act={newAct()} fullPage><button class="plain-action">{since.has(member.id) ? t('Tautan sandi baru') : t('Buat tautan')}</button></Form>
            {since.has(member.id) && member.id !== visitor.staff.id && (
              <Form to={`/konsol/pemilik/staf/${member.id}/cabut`} visitor={visitor} act={newAct()}><button class="warning-action">{t('Cabut')}</button></Form>
            )}
          </div>
        </li>
      ))}</ul>
      <p><a class="plain-action" href="/konsol/pemilik/staf/ubah">{t('Tambah, ubah, atau keluarkan orang')}</a></p>
      <p class="quiet">{t('Yang dikeluarkan langsung tidak bisa masuk lagi, di perangkat mana pun.')}</p>
    </div>
  );
}
