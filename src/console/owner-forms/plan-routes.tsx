import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { editYaml, NotEditable, yamlValue, type Plain } from '../../owner-files/yaml-edit.ts';
import { FileProblems } from '../../shop/catalogue/file-problems.ts';
import { readYaml } from '../../shop/catalogue/files/yaml-file.ts';
import type { FileProblem } from '../../shop/catalogue/snapshot.ts';
import type { ConsoleContext, ConsoleEnv } from '../console-env.ts';
import { problemWords } from '../frame/file-problem.tsx';
import type { Tab } from '../frame/frame.tsx';
import { afterAct, newAct, notFoundPage, showPage, type Site } from '../site.tsx';
import type { Changing } from './changing.tsx';
import { written, type FormPlan, type Posted, type Written } from './fields.ts';
import { PlanPage, type Again } from './form-view.tsx';
import type { PlanSource } from './plans/store-plans.ts';
import type { Translate } from '../language/translate.tsx';

interface Back { readonly url: string; readonly label: string }

/** A page of settings: where it hangs, what it shows beside its form. */
export interface PlanPlace {
  readonly path: string;
  readonly file: string;
  readonly tab: Tab;
  readonly back: Back | ((c: ConsoleContext) => Back);
  /** Null where there is nothing of that name. */
  readonly plan: (source: PlanSource, c: ConsoleContext) => FormPlan | null;
  /** What is filled in already on a fresh page, as if it were typed. */
  readonly prefilled?: (c: ConsoleContext) => Posted;
  readonly beside?: (source: PlanSource, c: ConsoleContext) => Child;
}

/** Shows and takes the forms of one page of settings. Owners only, as all below /pemilik/. */
export function planRoutes(site: Site, changing: Changing, place: PlanPlace): Hono<ConsoleEnv> {
  const { parts } = site;
  const { file, tab } = place;
  const backOf = (c: ConsoleContext): Back => (typeof place.back === 'function' ? place.back(c) : place.back);

  async function open(): Promise<{ readonly name: string; readonly text: string; readonly mark: string; readonly version: string; readonly value: Plain } | null> {
    const current = await parts.ownerFiles.current(file);
    const whole = current?.bytes.toString('utf8') ?? '';
    const mark = whole.startsWith('\uFEFF') ? '\uFEFF' : '';
    try {
      return { name: current?.name ?? `${file}.yaml`, text: whole.slice(mark.length), mark, version: current?.version ?? '', value: yamlValue(whole.slice(mark.length)) };
    } catch (error) {
      if (error instanceof NotEditable) return null;
      throw error;
    }
  }

  const unreadable = (c: ConsoleContext) => showPage(site, c, { title: c.get('t')('Belum bisa diubah di sini'), tab, status: 422 },
    <section class="empty"><h1>{c.get('t')('Belum bisa diubah di sini')}</h1><p>{c.get('t')('{berkas} sedang tidak terbaca, atau ditulis dengan cara yang tidak bisa diubah formulir. Perbaiki berkasnya di komputer toko, atau ganti lewat Katalog › Ganti berkas.', { berkas: `${file}.yaml` })}</p>
      <p><a class="plain-action" href={backOf(c).url}>{c.get('t')('Kembali')}</a></p></section>);

  async function show(c: ConsoleContext, again?: Again) {
    const opened = await open();
    if (!opened) return unreadable(c);
    const source = { value: opened.value, catalogue: parts.premises().catalogue };
    const plan = place.plan(source, c);
    if (!plan) return notFoundPage(site, c, tab, 'Halaman ini tidak ada');
    return showPage(site, c, { title: c.get('t').of(plan.title), tab, ...(again && { status: 422 }) },
      <PlanPage plan={plan} to={c.req.path} back={backOf(c)} version={opened.version} visitor={c.get('visitor')} act={newAct(site)} again={again ?? { posted: place.prefilled?.(c) ?? {}, above: [], wrong: new Map() }}>{place.beside?.(source, c)}</PlanPage>);
  }

  return new Hono<ConsoleEnv>()
    .get(place.path, (c) => show(c))
    .post(place.path, async (c) => {
      const posted: Posted = await c.req.parseBody();
      const opened = await open();
      if (!opened) return unreadable(c);
      const plan = place.plan({ value: opened.value, catalogue: parts.premises().catalogue }, c);
      if (!plan) return notFoundPage(site, c, tab, 'Halaman ini tidak ada');
      const again = (above: readonly string[], wrong: ReadonlyMap<string, string> = new Map()) => show(c, { posted, above, wrong });
      if (posted.versi !== opened.version) return again([c.get('t')('{berkas} berubah sejak halaman ini dibuka. Lihat lagi isiannya, lalu simpan.', { berkas: opened.name })]);
      const wish = written(plan, posted);
      if (wish.edits.length === 0) return afterAct(site, c, { kind: 'done', note: null }, c.get('t')('Tidak ada yang berubah.'), c.req.path);
      let bytes: Uint8Array;
      try {
        bytes = Buffer.from(opened.mark + editYaml(opened.text, wish.edits), 'utf8');
      } catch (error) {
        if (!(error instanceof NotEditable)) throw error;
        return again([c.get('t')('{berkas} ditulis dengan cara yang tidak bisa diubah dari sini. Ubah di komputer toko, atau bawa yang baru lewat Ganti berkas.', { berkas: opened.name })]);
      }
      const offered = await changing.offer(c, { file: opened.name, bytes, told: wish.told, tab, back: c.req.path, refuses: plan.refuses, applied: plan.applied });
      if (offered.kind === 'asked') return offered.answer;
      if (offered.why !== null) return again([c.get('t').of(offered.why)]);
      const beside = besideFields(c.get('t'), offered.problems, opened.name, bytes, wish);
      return again(beside.above, beside.wrong);
    });
}

/** Mistakes by the field they stand at; those of other places are told on top, with their place. */
function besideFields(t: Translate, problems: readonly FileProblem[], file: string, bytes: Uint8Array, wish: Written): { readonly above: readonly string[]; readonly wrong: ReadonlyMap<string, string> } {
  const yaml = readYaml(file, bytes, new FileProblems());
  const wrong = new Map<string, string>();
  const above: string[] = [];
  for (const problem of problems) {
    const words = problemWords(t, problem);
    const name = problem.file.toLowerCase() === file && yaml ? [...wish.places].find(([, places]) => places.some((path) => {
      const spot = yaml.at(path);
      return spot.line === problem.line && spot.column === problem.column;
    }))?.[0] : undefined;
    if (name === undefined) above.push(problem.file.toLowerCase() === file ? words : `${t('{berkas} baris {baris}', { berkas: problem.file, baris: problem.line })}: ${words}`);
    else wrong.set(name, words);
  }
  return { above, wrong };
}

