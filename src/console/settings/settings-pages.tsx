import type { StaffMember } from '../../shop/catalogue/snapshot.ts';
import type { DayPlan } from '../../shop/service/business-hours.ts';
import { shiftList } from '../../wording/dates.ts';
import type { Visitor } from '../console-env.ts';
import { Form } from '../frame/form.tsx';
import { OWNER_PAGES } from '../owner-forms/owner-routes.tsx';
import type { Moments } from '../frame/moments.ts';
import type { BackupView, ChannelView, PairingView } from '../parts.ts';
import { PairingPanel } from './pairing-panel.tsx';

/** What is neither chat nor order: how the shop is reached, when it serves, what it says, who may enter. */
export function SettingsPage({ visitor, channels, pairing, days, zone, backup, staffLine, moments, newAct }: {
  readonly visitor: Visitor; readonly channels: readonly ChannelView[]; readonly pairing: PairingView | null; readonly days: readonly DayPlan[];
  readonly zone: string; readonly backup: BackupView; readonly staffLine: string; readonly moments: Moments; readonly newAct: () => string;
}) {
  return (
    <div class="page">
      <h1>Lainnya</h1>
      <section id="saluran" data-live="">
        <h2>Saluran</h2>
        {channels.length === 0 ? <p class="quiet">Belum ada saluran yang dinyalakan. Isi .env lalu jalankan ulang tokonya.</p> : (
          <ul class="channels">{channels.map((channel) => (
            <li><span class={`light ${channel.status.state}`} aria-hidden="true"></span><strong>{channel.name}</strong> <span>{channel.status.detail || CHANNEL_STATES[channel.status.state]}</span></li>
          ))}</ul>
        )}
        {pairing !== null && visitor.staff.role === 'owner' && <PairingPanel pairing={pairing} visitor={visitor} newAct={newAct} />}
      </section>
      <nav class="more" aria-label="Pengaturan lain">
        {visitor.staff.role === 'owner' && OWNER_PAGES.map(([url, label]) => <a href={url}>{label}</a>)}
        <a href="/konsol/lainnya/kata">Kata-kata asisten</a>
        {visitor.staff.role === 'owner' && <a href="/konsol/pemilik/laporan">Laporan <span class="quiet">mingguan, bulanan, pembukuan</span></a>}
        {visitor.staff.role === 'owner' && <a href="/konsol/pemilik/coba">Coba asisten sebagai pelanggan</a>}
        {visitor.staff.role === 'owner' && <a href="/konsol/pemilik/staf">Admin dan sandi <span class="quiet">{staffLine}</span></a>}
      </nav>
      <section>
        <h2>Jam melayani</h2>
        {visitor.staff.role === 'owner' ? <p><a class="plain-action" href="/konsol/pemilik/toko/jam">Ubah jam dan libur</a></p> : <p class="quiet">Diatur oleh pemilik.</p>}
        <ol class="calendar">{days.map((day) => (
          <li class={`${day.shifts.length === 0 ? 'closed' : ''} ${day.date === moments.today ? 'today' : ''}`}>
            <strong>{moments.date(day.date)}</strong> <span>{shiftList(day.shifts, zone)}</span>{day.reason !== null && <em>{day.reason}{day.provisional && ' (perkiraan)'}</em>}
          </li>
        ))}</ol>
      </section>
      <section>
        <h2>Cadangan data</h2>
        <p>{backup.lastAt === null ? <strong class="waits">Belum ada cadangan.</strong> : <>Terakhir {moments.stamp(backup.lastAt)} ({moments.since(backup.lastAt)} lalu).</>} {backup.detail}</p>
        {visitor.staff.role === 'owner' && <Form to="/konsol/pemilik/cadangkan" visitor={visitor} act={newAct()} fullPage><button class="plain-action">Cadangkan sekarang</button></Form>}
      </section>
      <section>
        <h2>{visitor.staff.name}</h2>
        <p><button type="button" class="plain-action" data-notify="">Nyalakan bunyi di perangkat ini</button></p>
        <Form to="/konsol/keluar" visitor={visitor} act={newAct()} fullPage><button class="plain-action">Keluar</button></Form>
      </section>
    </div>
  );
}

const CHANNEL_STATES: Readonly<Record<ChannelView['status']['state'], string>> = {
  off: 'mati', starting: 'sedang menyala', needs_pairing: 'perlu dihubungkan', on: 'terhubung', offline: 'terputus, mencoba lagi', failed: 'gagal',
};

/** Everything the assistant says, as a customer would read it. */
export function WordingPage({ texts, query, owner }: {
  readonly texts: readonly { readonly key: string; readonly shown: string; readonly own: boolean }[]; readonly query: string;
  /** Owners may change what it says. */
  readonly owner: boolean;
}) {
  return (
    <div class="page">
      <p><a class="back-link" href="/konsol/lainnya">‹ Lainnya</a></p>
      <h1>Kata-kata asisten</h1>
      <p>Yang dalam kurung kurawal diisi otomatis.{owner ? ' Ketuk Ubah untuk memakai kalimat Anda sendiri.' : ' Diubah oleh pemilik.'}</p>
      {owner && (
        <nav class="more" aria-label="Kata-kata lain">
          <a href="/konsol/pemilik/kata/faq">Tanya jawab (FAQ)</a><a href="/konsol/pemilik/kata/balasan-cepat">Balasan cepat</a>
          <a href="/konsol/pemilik/kata/kebijakan">Kebijakan toko</a><a href="/konsol/pemilik/kata/ajari">Yang belum dimengerti</a>
        </nav>
      )}
      <form class="search" action="/konsol/lainnya/kata" role="search"><input type="search" name="cari" value={query} placeholder="Cari kalimat" aria-label="Cari kalimat" data-key="/" /></form>
      <dl class="wording">{texts.map((text) => <div><dt><code>{text.key}</code>{text.own && <span class="state paid">tulisan Anda</span>}</dt><dd><p class="bubble bot">{text.shown}</p>{owner && <a class="edit-link" href={`/konsol/pemilik/kata/pesan/${text.key}`}>Ubah<span class="unseen"> {text.key}</span></a>}</dd></div>)}</dl>
    </div>
  );
}

/** Who may enter, and the links by which they get a password. */
export function StaffPage({ staff, since, link, visitor, newAct, moments }: {
  readonly staff: readonly StaffMember[]; readonly since: ReadonlyMap<string, number>; readonly visitor: Visitor; readonly newAct: () => string;
  readonly link: { readonly name: string; readonly url: string } | null; readonly moments: Moments;
}) {
  return (
    <div class="page">
      <p><a class="back-link" href="/konsol/lainnya">‹ Lainnya</a></p>
      <h1>Admin dan sandi</h1>
      {link && (
        <section class="urgent waits" aria-label="Tautan baru">
          <h2>Tautan untuk {link.name}</h2>
          <p>Kirim hanya kepadanya. Dipakai satu kali, berlaku dua hari, dan tidak ditampilkan lagi.</p>
          <p><input class="code copy" readonly value={link.url} aria-label={`Tautan untuk ${link.name}`} data-select="" /></p>
        </section>
      )}
      <ul class="people">{staff.map((member) => (
        <li>
          <p><strong>{member.name}</strong> <span class="quiet">{member.id} · {member.role === 'owner' ? 'pemilik' : 'admin'}</span><br />
            {since.has(member.id) ? <span class="quiet">punya sandi sejak {moments.stamp(since.get(member.id)!)}</span> : <span class="waits">belum punya sandi</span>}</p>
          <div class="actions">
            <Form to={`/konsol/pemilik/staf/${member.id}/tautan`} visitor={visitor} act={newAct()} fullPage><button class="plain-action">{since.has(member.id) ? 'Tautan sandi baru' : 'Buat tautan'}</button></Form>
            {since.has(member.id) && member.id !== visitor.staff.id && (
              <Form to={`/konsol/pemilik/staf/${member.id}/cabut`} visitor={visitor} act={newAct()}><button class="warning-action">Cabut</button></Form>
            )}
          </div>
        </li>
      ))}</ul>
      <p><a class="plain-action" href="/konsol/pemilik/staf/ubah">Tambah, ubah, atau keluarkan orang</a></p>
      <p class="quiet">Yang dikeluarkan langsung tidak bisa masuk lagi, di perangkat mana pun.</p>
    </div>
  );
}
