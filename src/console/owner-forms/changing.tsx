import { Hono } from 'hono';
import type { StaffAct } from '../../channels/staff-desk.ts';
import type { Staged } from '../../owner-files/desk.ts';
import type { Catalogue, FileProblem } from '../../shop/catalogue/snapshot.ts';
import { problemLine } from '../../shop/catalogue/load.ts';
import { createStaffActs } from '../../shop/service/staff-acts.ts';
import type { ConsoleContext, ConsoleEnv, Visitor } from '../console-env.ts';
import { Problem } from '../frame/file-problem.tsx';
import { Form } from '../frame/form.tsx';
import type { Tab } from '../frame/frame.tsx';
import { actOf, afterAct, newAct, showPage, type Site } from '../site.tsx';
import type { Told } from './fields.ts';
import { useT } from '../language/translate.tsx';

const MOST_WAITING = 20;
const LONGEST_DETAIL = 500;
const SAVED = 'Disimpan dan sudah berlaku.';

/** What a form wants written, and what the owner is told of it. */
export interface Change {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly told: readonly Told[];
  readonly tab: Tab;
  /** Where the owner came from, and goes back to. */
  readonly back: string;
  readonly refuses?: ((after: Catalogue) => string | null) | undefined;
  readonly applied?: ((after: Catalogue) => void) | undefined;
}

export type Offered =
  /** The page that asks for a yes. */
  | { readonly kind: 'asked'; readonly answer: Response | Promise<Response> }
  | { readonly kind: 'refused'; readonly problems: readonly FileProblem[]; readonly why: string | null };

type Refused = Extract<Offered, { kind: 'refused' }>;
export type Made = { readonly kind: 'made' } | Refused;

/** Changes of the owner's files by forms: checked, told, and made on a yes. */
export function createChanging(site: Site) {
  const { parts } = site;
  const acts = createStaffActs(parts.db);
  const waiting = new Map<string, { readonly change: Change; readonly after: Catalogue }>();

  async function offer(c: ConsoleContext, change: Change): Promise<Offered> {
    const staging = await parts.ownerFiles.stageWritten(change.file, change.bytes);
    if (staging.kind === 'refused') return { kind: 'refused', problems: staging.problems.filter((problem) => problem.severity === 'error'), why: null };
    const why = change.refuses?.(staging.staged.after) ?? null;
    if (why !== null) return { kind: 'refused', problems: [], why };
    waiting.set(staging.staged.id, { change, after: staging.staged.after });
    if (waiting.size > MOST_WAITING) waiting.delete(waiting.keys().next().value as string);
    return { kind: 'asked', answer: showPage(site, c, { title: c.get('t')('Periksa dulu'), tab: change.tab }, <ConfirmPage staged={staging.staged} change={change} visitor={c.get('visitor')} act={newAct(site)} />) };
  }

  /** Makes a change at once, where the page itself has shown what it is. */
  async function make(by: StaffAct, change: Change, placed: () => void = () => {}): Promise<Made> {
    const staging = await parts.ownerFiles.stageWritten(change.file, change.bytes);
    if (staging.kind === 'refused') return { kind: 'refused', problems: staging.problems.filter((problem) => problem.severity === 'error'), why: null };
    const why = change.refuses?.(staging.staged.after) ?? null;
    if (why !== null) return { kind: 'refused', problems: [], why };
    const applied = await parts.ownerFiles.apply(staging.staged.id, placed);
    if (applied.kind !== 'applied') return { kind: 'refused', problems: [], why: 'Berkas sedang diubah orang lain. Coba lagi.' };
    parts.transact(() => record(by, change));
    return { kind: 'made' };
  }

  function record(by: StaffAct, change: Change): void {
    acts.record({ id: by.id, at: parts.now(), staff: by.by, act: 'owner_file', detail: `${change.file}: ${change.told.map(toldLine).join('; ')}`.slice(0, LONGEST_DETAIL) });
  }

  const routes = new Hono<ConsoleEnv>().post('/pemilik/ubah', async (c) => {
    const form = await c.req.parseBody();
    const by = actOf(c, form);
    const id = typeof form.staged === 'string' ? form.staged : '';
    const found = waiting.get(id);
    const change = found?.change;
    // The same button tapped twice is one change.
    if (change && acts.done(by.id)) return afterAct(site, c, { kind: 'done', note: null }, c.get('t')(SAVED), change.back);
    const applied = await parts.ownerFiles.apply(found ? id : '');
    if (!found || !change || applied.kind === 'gone') return afterAct(site, c, { kind: 'refused', reason: c.get('t')('Perubahan ini sudah disimpan atau sudah kedaluwarsa. Lihat isinya, lalu ulangi bila perlu.') }, '', change?.back ?? '/konsol/lainnya');
    if (applied.kind === 'changed_meanwhile') return afterAct(site, c, { kind: 'refused', reason: c.get('t')('{berkas} berubah sejak halaman ini dibuka. Lihat isinya sekarang, lalu ulangi.', { berkas: applied.file }) }, '', change.back);
    parts.transact(() => {
      change.applied?.(found.after);
      record(by, change);
    });
    return afterAct(site, c, { kind: 'done', note: null }, c.get('t')(SAVED), change.back);
  });

  return { offer, make, routes };
}

export type Changing = ReturnType<typeof createChanging>;

const toldLine = ({ label, from, to }: Told): string => `${label}: ${from ?? '(baru)'} → ${to ?? '(dihapus)'}`;

/** What would change, before it does. */
function ConfirmPage({ staged, change, visitor, act }: { readonly staged: Staged; readonly change: Change; readonly visitor: Visitor; readonly act: string }) {
  const t = useT();
  return (
    <div class="page">
      <h1>{t('Begini jadinya')}</h1>
      <ul class="changes">{change.told.map(({ label, from, to }) => (
        <li><strong>{label.split(': ').map(t.of).join(': ')}</strong>
          {from === null ? <p class="change-value"><ins>{to === null ? '' : t.of(to)}</ins> <span class="quiet">{t('(baru)')}</span></p>
            : to === null ? <p class="change-value"><del>{t.of(from)}</del> <span class="quiet">{t('(dihapus)')}</span></p>
              : <p class="change-value"><del>{from === '' ? t('kosong') : t.of(from)}</del> <span aria-hidden="true">→</span> <ins>{to === '' ? t('kosong') : t.of(to)}</ins></p>}
        </li>
      ))}</ul>
      {staged.warnings.length > 0 && (
        <details class="disclosure"><summary>{t('{jumlah} hal lain di berkas toko yang perlu dilihat', { jumlah: staged.warnings.length })}</summary>
          <ul class="problems">{staged.warnings.map((warning) => <li><Problem text={problemLine(warning)} /></li>)}</ul></details>
      )}
      <div class="actions">
        <Form to="/konsol/pemilik/ubah" visitor={visitor} act={act} fullPage><input type="hidden" name="staged" value={staged.id} /><button class="main-action">{t('Simpan')}</button></Form>
        <a class="plain-action" href={change.back}>{t('Batal')}</a>
      </div>
      <p class="quiet">{t('Berkas sebelumnya disimpan di riwayat (Katalog › Ganti berkas).')}</p>
    </div>
  );
}
