import { Hono } from 'hono';
import { editYaml, NotEditable, yamlValue, type YamlEdit } from '../../owner-files/yaml-edit.ts';
import type { Catalogue } from '../../shop/catalogue/snapshot.ts';
import { AUTOMATIC, fill, MESSAGES, placeholdersOf, type MessageKey } from '../../wording/messages.ts';
import type { ConsoleContext, ConsoleEnv } from '../console-env.ts';
import { problemWords } from '../frame/file-problem.tsx';
import { Form } from '../frame/form.tsx';
import { actOf, afterAct, momentsNow, newAct, notFoundPage, showPage, type Site } from '../site.tsx';
import type { Changing } from './changing.tsx';
import { itemsAt, type FormPlan } from './fields.ts';
import { INTENT_NAMES } from './intent-names.ts';
import { examplesFor } from './message-examples.ts';
import { planRoutes } from './plan-routes.tsx';
import { useT, type Translate } from '../language/translate.tsx';

const WORDS = { url: '/konsol/lainnya/kata', label: 'Kata-kata asisten' };
const TEACH = '/konsol/pemilik/kata/ajari';

/** What the assistant says, and what it has not understood: changed by the owner, one at a time. */
export function createWordingRoutes(site: Site, changing: Changing): Hono<ConsoleEnv> {
  const { parts } = site;
  const routes = new Hono<ConsoleEnv>();
  const keyOf = (c: ConsoleContext): MessageKey | null => {
    const key = c.req.param('key') ?? '';
    return Object.hasOwn(MESSAGES.id, key) ? key as MessageKey : null;
  };
  const original = (key: MessageKey, { store }: Catalogue): string => MESSAGES[store.language][key];

  function planOf(t: Translate, key: MessageKey, catalogue: Catalogue): FormPlan {
    const must = placeholdersOf(original(key, catalogue)).filter((name) => !(AUTOMATIC as readonly string[]).includes(name));
    const may = [...AUTOMATIC].map((name) => `{${name}}`).join(', ');
    return {
      title: 'Ubah kalimat', file: 'replies',
      parts: [{ kind: 'fields', title: '', fields: [{
        path: [key], label: 'Kalimat', kind: 'long', shown: catalogue.replies[key] ?? original(key, catalogue),
        hint: [must.length > 0 ? t('Harus ada: {nama}.', { nama: [...new Set(must)].map((name) => `{${name}}`).join(', ') }) : '', t('Boleh dipakai: {nama}.', { nama: may })].join(' ').trim(),
      }] }],
    };
  }

  routes.route('/', planRoutes(site, changing, {
    path: '/pemilik/kata/pesan/:key', file: 'replies', tab: 'lainnya', back: WORDS,
    plan({ catalogue }, c) {
      const key = keyOf(c);
      return key && planOf(c.get('t'), key, catalogue);
    },
    beside({ catalogue }, c) {
      const key = keyOf(c)!;
      const now = catalogue.replies[key] ?? original(key, catalogue);
      const examples = examplesFor(`${original(key, catalogue)} ${AUTOMATIC.map((name) => `{${name}}`).join(' ')}`, catalogue);
      return (
        <section>
          <h2>{c.get('t')('Begini dibaca pelanggan')}</h2>
          <div class="lines"><div class="bubble bot"><p id="pratinjau" data-preview={key} data-values={JSON.stringify(examples)}>{fill(now, examples)}</p></div></div>
          {catalogue.replies[key] !== undefined && (
            <Form to={`/konsol/pemilik/kata/pesan/${key}/bawaan`} visitor={c.get('visitor')} act={newAct(site)} fullPage><button class="plain-action">{c.get('t')('Kembalikan kalimat bawaan…')}</button></Form>
          )}
        </section>
      );
    },
  }));

  /** A file with some edits, or null where it cannot be written so. */
  async function edited(file: string, edits: (value: ReturnType<typeof yamlValue>) => readonly YamlEdit[]): Promise<{ readonly file: string; readonly bytes: Uint8Array } | null> {
    const current = await parts.ownerFiles.current(file);
    const text = current?.bytes.toString('utf8') ?? '';
    try {
      return { file: current?.name ?? `${file}.yaml`, bytes: Buffer.from(editYaml(text, edits(yamlValue(text))), 'utf8') };
    } catch (error) {
      if (error instanceof NotEditable) return null;
      throw error;
    }
  }
  const unwritable = (site_: Site, c: ConsoleContext, file: string, to: string) => afterAct(site_, c, { kind: 'refused', reason: c.get('t')('{berkas} sedang tidak terbaca. Perbaiki di komputer toko, atau bawa yang baru lewat Ganti berkas.', { berkas: `${file}.yaml` }) }, '', to);

  return routes
    .post('/pemilik/kata/pesan/:key/bawaan', async (c) => {
      const key = keyOf(c);
      if (!key) return notFoundPage(site, c, 'lainnya', 'Kalimat ini tidak ada');
      const { catalogue } = parts.premises();
      const back = `/konsol/pemilik/kata/pesan/${key}`;
      const file = await edited('replies', () => [{ do: 'remove', path: [key] }]);
      if (!file) return unwritable(site, c, 'replies', back);
      const offered = await changing.offer(c, { ...file, told: [{ label: 'Kalimat', from: catalogue.replies[key] ?? '', to: original(key, catalogue) }], tab: 'lainnya', back });
      return offered.kind === 'asked' ? offered.answer : unwritable(site, c, 'replies', back);
    })
    .get('/pemilik/kata/ajari', (c) => showPage(site, c, { title: c.get('t')('Yang belum dimengerti'), tab: 'lainnya' }, <TeachPage site={site} c={c} />))
    .post('/pemilik/kata/ajari', async (c) => {
      const form = await c.req.parseBody();
      const text = String(form.kalimat ?? '').replace(/\s+/g, ' ').trim().slice(0, 300);
      const intent = String(form.maksud ?? '');
      if (text === '' || !Object.hasOwn(INTENT_NAMES, intent)) return afterAct(site, c, { kind: 'refused', reason: c.get('t')('Pilih dulu maksudnya.') }, '', TEACH);
      const file = await edited('examples', (value) => [{ do: 'set', path: [intent, itemsAt(value, [intent]).length], value: text }]);
      if (!file) return unwritable(site, c, 'examples', TEACH);
      const made = await changing.make(actOf(c, form), { ...file, told: [{ label: INTENT_NAMES[intent]!, from: null, to: text }], tab: 'lainnya', back: TEACH });
      return made.kind === 'made' ? afterAct(site, c, { kind: 'done', note: null }, c.get('t')('Dicatat sebagai contoh: {maksud}.', { maksud: c.get('t').of(INTENT_NAMES[intent]!) }), TEACH)
        : afterAct(site, c, { kind: 'refused', reason: made.problems[0] ? problemWords(c.get('t'), made.problems[0]) : c.get('t').of(made.why ?? '') }, '', TEACH);
    });
}

function TeachPage({ site, c }: { readonly site: Site; readonly c: ConsoleContext }) {
  const t = useT();
  const puzzles = site.parts.puzzles();
  const moments = momentsNow(site, c);
  return (
    <div class="page">
      <p><a class="back-link" href={WORDS.url}>‹ {t.of(WORDS.label)}</a></p>
      <h1>{t('Yang belum dimengerti')}</h1>
      {puzzles.length === 0 ? <p class="empty-line">{t('Belum ada. Tulisan pelanggan yang tidak dimengerti asisten akan muncul di sini, untuk diajarkan dengan satu ketukan.')}</p> : (
        <>
          <p>{t('Pilih maksudnya, atau tulis jawaban tetapnya. Sesudah itu asisten mengerti, dan tulisannya hilang dari sini.')}</p>
          <ul class="puzzles">{puzzles.map((puzzle) => (
            <li>
              <p class="bubble customer">{puzzle.text}</p>
              <p class="quiet">{t('{banyak} kali, terakhir {kapan}', { banyak: puzzle.times, kapan: moments.stamp(puzzle.last) })}{puzzle.alike.length > 0 && ` · ${t('juga: {tulisan}', { tulisan: puzzle.alike.slice(0, 3).join(' / ') })}`}</p>
              <Form to={TEACH} visitor={c.get('visitor')} act={newAct(site)} kind="teach" fullPage>
                <input type="hidden" name="kalimat" value={puzzle.text} />
                <label><span class="unseen">{t('Maksud')}</span>
                  <select name="maksud"><option value="">{t('Maksudnya…')}</option>{Object.entries(INTENT_NAMES).map(([intent, name]) => <option value={intent} selected={intent === puzzle.guess}>{t.of(name)}</option>)}</select></label>
                <button class="main-action">{t('Ajarkan')}</button>
              </Form>
              <a class="plain-action" href={`/konsol/pemilik/kata/faq?tanya=${encodeURIComponent(puzzle.text)}`}>{t('Jadikan tanya jawab')}</a>
            </li>
          ))}</ul>
        </>
      )}
    </div>
  );
}
