import { Hono } from 'hono';
import type { ConsoleContext, ConsoleEnv } from '../console-env.ts';
import { Form } from '../frame/form.tsx';
import { afterAct, newAct, showPage, type Site } from '../site.tsx';

const HERE = '/konsol/pemilik/coba';

/** The owner talks to the shop as a customer would; nothing of it is kept. */
export function createTrialRoutes(site: Site): Hono<ConsoleEnv> {
  const { trials, premises } = site.parts;
  const me = (c: ConsoleContext): string => c.get('visitor').staff.id;

  return new Hono<ConsoleEnv>()
    .get('/pemilik/coba', (c) => {
      const t = c.get('t');
      const lines = trials.lines(me(c)) ?? [];
      const visitor = c.get('visitor');
      const last = lines.length - 1;
      return showPage(site, c, { title: t('Coba asisten'), tab: 'lainnya' },
        <div class="page trial">
          <p><a class="back-link" href="/konsol/lainnya">{t('‹ Lainnya')}</a></p>
          <h1>{t('Coba asisten')}</h1>
          <p class="quiet">{t('Tulis seperti pelanggan. Ini percobaan: pesanan, stok, dan laporan toko tidak tersentuh, dan admin tidak dipanggil.')}</p>
          <div class="lines" role="log" aria-label={t('Percakapan percobaan')}>
            {lines.length === 0 && <p class="empty-line">{t('Coba mulai dengan “halo” atau “ada wajan 28?”.')}</p>}
            {lines.map((line, i) => (
              <div class={`bubble ${line.from === 'bot' ? 'bot' : 'customer'}`} id={i === last ? 'terakhir' : undefined}>
                {line.photo && <p class="quiet">{t('[foto dikirim]')}</p>}
                <p>{line.text}</p>
                {i === last && line.choices.length > 0 && (
                  <div class="trial-choices">{line.choices.map((choice) => (
                    <Form to={HERE} visitor={visitor} act={newAct(site)} fullPage><input type="hidden" name="ketuk" value={choice.id} /><button class="plain-action">{choice.label}</button></Form>
                  ))}</div>
                )}
              </div>
            ))}
          </div>
          <Form to={HERE} visitor={visitor} act={newAct(site)} kind="trial-write" fullPage>
            <label class="unseen" for="coba-tulis">{t('Tulis sebagai pelanggan')}</label>
            <input id="coba-tulis" name="tulis" autocomplete="off" autofocus={lines.length > 0} placeholder={t('Tulis sebagai pelanggan')} />
            <button class="main-action">{t('Kirim')}</button>
          </Form>
          {lines.length > 0 && <Form to={`${HERE}/ulang`} visitor={visitor} act={newAct(site)} fullPage><button class="plain-action">{t('Mulai dari awal')}</button></Form>}
          <p class="quiet">{premises().hours.isOpen(site.parts.now()) ? t('Jam sekarang dipakai apa adanya: admin sedang melayani.') : t('Jam sekarang dipakai apa adanya: di luar jam melayani.')}</p>
        </div>);
    })
    .post('/pemilik/coba', async (c) => {
      const form = await c.req.parseBody();
      const text = typeof form.tulis === 'string' ? form.tulis.trim() : '';
      const tap = typeof form.ketuk === 'string' ? form.ketuk : '';
      if (text === '' && tap === '') return c.redirect(HERE, 303);
      const said = trials.say(me(c), tap === '' ? { text } : { tap });
      return said ? c.redirect(`${HERE}#terakhir`, 303) : afterAct(site, c, { kind: 'refused', reason: c.get('t')('Percobaan ini sudah panjang. Tekan "Mulai dari awal" untuk yang baru.') }, '', HERE);
    })
    .post('/pemilik/coba/ulang', (c) => {
      trials.end(me(c));
      return c.redirect(HERE, 303);
    });
}
