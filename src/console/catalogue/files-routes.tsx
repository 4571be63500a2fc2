import { Hono } from 'hono';
import { changesBetween } from '../../owner-files/changes.ts';
import type { Staging } from '../../owner-files/desk.ts';
import { mergedFile } from '../../owner-files/importing/merge-file.ts';
import { problemLine } from '../../shop/catalogue/load.ts';
import { createStaffActs } from '../../shop/service/staff-acts.ts';
import type { ConsoleContext, ConsoleEnv } from '../console-env.ts';
import { actOf, afterAct, momentsNow, newAct, showPage, type Site } from '../site.tsx';
import { FilesPage, PreviewPage } from './files-pages.tsx';

/** Where files are brought: the one form that may be large. */
export const BRINGS_FILES = '/konsol/pemilik/berkas';

/** The owner's files, changed from a phone: brought, compared, put in place, taken back. Owners only, as all below /pemilik/. */
export function createFilesRoutes(site: Site): Hono<ConsoleEnv> {
  const { parts } = site;
  const acts = createStaffActs(parts.db);
  const page = (c: ConsoleContext, more: { readonly problems?: readonly string[]; readonly file?: string } = {}) => parts.ownerFiles.kept().then((kept) =>
    showPage(site, c, { title: c.get('t')('Ganti berkas'), tab: 'katalog', ...(more.problems && { status: 422 }) },
      <FilesPage kept={kept} problems={more.problems ?? []} file={more.file ?? ''} visitor={c.get('visitor')} newAct={() => newAct(site)} moments={momentsNow(site, c)} />));

  function shown(c: ConsoleContext, staging: Staging, notes: readonly string[] = []): Response | Promise<Response> {
    switch (staging.kind) {
      case 'not_ours': return page(c, { file: staging.file, problems: [c.get('t')('Pilih ekspor barang dari Shopify, WooCommerce, Tokopedia, Shopee, atau Meta, atau berkas toko: products.csv (atau .xlsx, .yaml), store.yaml, shipping.yaml, faq.yaml, quick_replies.yaml, policy.yaml, promotions.yaml, replies.yaml, atau examples.yaml.')] });
      case 'refused': return page(c, { problems: staging.problems.filter((problem) => problem.severity === 'error').map(problemLine) });
      case 'staged': return showPage(site, c, { title: c.get('t')('Periksa dulu'), tab: 'katalog' },
        <PreviewPage staged={staging.staged} changes={changesBetween(parts.premises().catalogue, staging.staged.after)} notes={notes} visitor={c.get('visitor')} act={newAct(site)} />);
    }
  }

  /** What is no file of the shop may be the export of another program: its products are put into those there are. */
  async function shownAsImport(c: ConsoleContext, file: string, bytes: Buffer, skipBad: boolean): Promise<Response | null> {
    const merged = await mergedFile(file, bytes, { shop: parts.premises().catalogue, today: momentsNow(site, c).today, skipBad });
    switch (merged.kind) {
      case 'unknown': return null;
      case 'refused': return page(c, { problems: merged.problems });
      case 'merged': return shown(c, await parts.ownerFiles.stage('products.csv', merged.bytes), merged.notes);
    }
  }

  return new Hono<ConsoleEnv>()
    .get('/pemilik/berkas', (c) => page(c))
    .post('/pemilik/berkas', async (c) => {
      const { berkas, lewati } = await c.req.parseBody();
      if (!(berkas instanceof File) || berkas.size === 0) return page(c, { problems: [c.get('t')('Pilih berkasnya dulu.')] });
      const bytes = Buffer.from(await berkas.arrayBuffer());
      const staging = await parts.ownerFiles.stage(berkas.name, bytes);
      const name = berkas.name.split(/[/\\]/).at(-1) ?? '';
      const imported = staging.kind === 'not_ours' && /\.(?:csv|tsv|txt|xlsx)$/i.test(name) ? await shownAsImport(c, name, bytes, lewati === 'ya') : null;
      return imported ?? shown(c, staging);
    })
    .post('/pemilik/berkas/riwayat', async (c) => {
      const { name } = await c.req.parseBody();
      return shown(c, await parts.ownerFiles.stageKept(typeof name === 'string' ? name : ''));
    })
    .post('/pemilik/berkas/pakai', async (c) => {
      const form = await c.req.parseBody();
      const by = actOf(c, form);
      const applied = await parts.ownerFiles.apply(typeof form.staged === 'string' ? form.staged : '');
      switch (applied.kind) {
        case 'gone': return afterAct(site, c, { kind: 'refused', reason: c.get('t')('Pemeriksaan ini sudah tidak berlaku. Pilih berkasnya sekali lagi.') }, '', BRINGS_FILES);
        case 'changed_meanwhile': return afterAct(site, c, { kind: 'refused', reason: c.get('t')('{berkas} di komputer toko berubah sejak diperiksa. Pilih berkasnya sekali lagi supaya perubahannya terlihat.', { berkas: applied.file }) }, '', BRINGS_FILES);
        case 'applied':
          parts.transact(() => acts.record({ id: by.id, at: parts.now(), staff: by.by, act: 'owner_file', detail: applied.file }));
          return afterAct(site, c, { kind: 'done', note: null }, c.get('t')('{berkas} dipakai. Yang sebelumnya disimpan di riwayat di bawah.', { berkas: applied.file }), BRINGS_FILES);
      }
    });
}
