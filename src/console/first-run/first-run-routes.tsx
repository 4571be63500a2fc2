import { Hono } from 'hono';
import { readQrPhoto } from '../../media/read-qr.ts';
import { hasSampleProducts } from '../../setting-up/sample-values.ts';
import type { Answer, Step } from '../../setting-up/step.ts';
import { PAYMENT_STEPS, qrisAnswer } from '../../setting-up/steps/payment.ts';
import { SHOP_STEPS } from '../../setting-up/steps/shop.ts';
import { isSampleShop } from '../../setting-up/sample-values.ts';
import type { ConsoleContext, ConsoleEnv } from '../console-env.ts';
import type { Changing } from '../owner-forms/changing.tsx';
import { newAct, notFoundPage, showPage, type Site } from '../site.tsx';
import { FirstRunPage, type Item } from './first-run-page.tsx';

const PAGE = '/konsol/pemilik/mulai';
/** Where a photo is brought: a form that may be large. */
export const BRINGS_QRIS = `${PAGE}/qris`;
const SHIPPING_PAGE = '/konsol/pemilik/toko/ongkir';
const STEPS: readonly Step[] = [...SHOP_STEPS, ...PAYMENT_STEPS];
const LONGEST_ANSWER = 500;

/** Setting the shop up from the console: the same questions, checks and writing as `npm run setup`. Owners only, as all below /pemilik/. */
export function createFirstRunRoutes(site: Site, changing: Changing): Hono<ConsoleEnv> {
  const { parts } = site;

  function page(c: ConsoleContext, open: string | null = null, problem: string | null = null): Response | Promise<Response> {
    const t = c.get('t');
    const shop = parts.premises().catalogue;
    const items = STEPS.map((step): Item => ({
      key: step.key, title: step.title, question: step.question, now: step.now(shop), sample: step.isSample(shop), by: { kind: step.key === 'qris' ? 'photo' : 'text' },
    }));
    const shipping: Item = {
      key: 'ongkir', title: t('Asal dan jasa kirim'), question: '', now: `${shop.shipping.origin}: ${shop.shipping.services.map((service) => service.name).join(', ')}`,
      sample: isSampleShop(shop.store), by: { kind: 'page', url: SHIPPING_PAGE },
    };
    const products = `${t('{jumlah} barang dijual', { jumlah: shop.sellable.length })}${hasSampleProducts(shop) ? `, ${t('masih barang contoh')}` : ''}.`;
    return showPage(site, c, { title: t('Menyiapkan toko'), tab: 'lainnya', ...(problem !== null && { status: 422 }) },
      <FirstRunPage items={[...items, shipping]} open={open} problem={problem} products={products} visitor={c.get('visitor')} newAct={() => newAct(site)} />);
  }

  async function take(c: ConsoleContext, step: Step, answer: Answer, written: string): Promise<Response> {
    if (answer.kind !== 'edits') return page(c, step.key, answer.kind === 'bad' ? c.get('t')('Belum bisa: {sebab}. Cobalah: {saran}.', { sebab: c.get('t').said(answer.what), saran: c.get('t').said(answer.should) }) : answer.what);
    const current = await parts.ownerFiles.current('store');
    const before = current && /\.ya?ml$/.test(current.name) ? new TextDecoder().decode(current.bytes) : '';
    const after = answer.edits.reduce((text, edit) => edit.change(text), before);
    const offered = await changing.offer(c, {
      file: current?.name ?? 'store.yaml', bytes: new TextEncoder().encode(after), tab: 'lainnya', back: PAGE,
      told: [{ label: step.title, from: step.now(parts.premises().catalogue), to: answer.understood ?? written }],
    });
    if (offered.kind === 'asked') return offered.answer;
    const [first] = offered.problems;
    return page(c, step.key, first ? c.get('t')('Belum bisa: {sebab}. Cobalah: {saran}.', { sebab: c.get('t').said(first.what), saran: c.get('t').said(first.should) }) : offered.why);
  }

  return new Hono<ConsoleEnv>()
    .get('/pemilik/mulai', (c) => page(c))
    .post('/pemilik/mulai/qris', async (c) => {
      const step = STEPS.find((one) => one.key === 'qris')!;
      const { foto } = await c.req.parseBody();
      if (!(foto instanceof File) || foto.size === 0) return page(c, 'qris', c.get('t')('Pilih fotonya dulu.'));
      const found = await readQrPhoto(new Uint8Array(await foto.arrayBuffer()));
      switch (found.kind) {
        case 'no_picture': return page(c, 'qris', c.get('t')('Belum bisa: {sebab}.', { sebab: found.reason }));
        case 'none': return page(c, 'qris', c.get('t')('Kode QR di foto itu tidak terbaca. Foto lurus dari depan, terang, kodenya utuh dan memenuhi separuh foto.'));
        // Only the text of the code: what a step takes for the place of a file at the computer is no business of a visitor's.
        case 'read': return take(c, step, qrisAnswer(found.text), '');
      }
    })
    .post('/pemilik/mulai/:step', async (c) => {
      const step = STEPS.find((one) => one.key === c.req.param('step') && one.key !== 'qris');
      if (!step) return notFoundPage(site, c, 'lainnya', 'Pertanyaan ini tidak ada');
      const { jawaban } = await c.req.parseBody();
      const answer = typeof jawaban === 'string' ? jawaban.trim().slice(0, LONGEST_ANSWER) : '';
      if (answer === '') return page(c, step.key, c.get('t')('Tulis jawabannya dulu.'));
      return take(c, step, await step.read(answer, parts.premises().catalogue), answer);
    });
}
