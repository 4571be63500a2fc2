import { Hono } from 'hono';
import { dayNumber, localDateOf } from '../../shop/time/local-date.ts';
import { shiftList } from '../../wording/dates.ts';
import type { ConsoleContext, ConsoleEnv } from '../console-env.ts';
import { momentsNow, type Site } from '../site.tsx';
import type { Changing } from './changing.tsx';
import { itemsAt, textAt } from './fields.ts';
import { planRoutes, type PlanPlace } from './plan-routes.tsx';
import { promotionsPlan, wholesalePlan } from './plans/promotions-plan.ts';
import { STORE_PLANS, zonesPlan, type PlanSource } from './plans/store-plans.ts';
import { faqPlan, policyPlan, quickRepliesPlan, staffPlan } from './plans/words-plans.ts';

const DAYS_AHEAD = 60;
const SETTINGS = { url: '/konsol/lainnya', label: 'Lainnya' };
const STAFF = { url: '/konsol/pemilik/staf', label: 'Admin dan sandi' };
const SHIPPING = { url: '/konsol/pemilik/toko/ongkir', label: 'Ongkir' };

/** What an owner can set, each on a page of its own. */
export const OWNER_PAGES: readonly (readonly [url: string, label: string])[] = [
  ['/konsol/pemilik/mulai', 'Menyiapkan toko'], ['/konsol/pemilik/toko/jam', 'Jam melayani dan libur'], ['/konsol/pemilik/toko/profil', 'Nama dan kontak toko'], ['/konsol/pemilik/toko/bayar', 'Cara bayar'],
  ['/konsol/pemilik/toko/ongkir', 'Ongkir'], ['/konsol/pemilik/toko/promo', 'Promo'], ['/konsol/pemilik/toko/aturan', 'Aturan pesanan dan balasan'], ['/konsol/pemilik/toko/bonus', 'Aturan bonus'],
];

/** All pages by which the owner writes store.yaml, shipping.yaml, faq.yaml, quick_replies.yaml, policy.yaml and staff.yaml. */
export function createOwnerRoutes(site: Site, changing: Changing): Hono<ConsoleEnv> {
  const { parts, accounts, sessions } = site;
  const heldBy = parts.db.prepare<[string], { id: number }>(`SELECT id FROM chats WHERE mode = 'human' AND holder = ?`);
  const routes = new Hono<ConsoleEnv>();
  const add = (place: PlanPlace): void => void routes.route('/', planRoutes(site, changing, place));

  /** The days to come as customers are told them: holidays and special days among them. */
  function calendar(_: PlanSource, c: ConsoleContext) {
    const t = c.get('t');
    const { hours } = parts.premises();
    const moments = momentsNow(site, c);
    const first = dayNumber(moments.today);
    return (
      <details class="item"><summary>{t('Kalender {jumlah} hari ke depan', { jumlah: DAYS_AHEAD })}</summary>
        <ol class="calendar">{Array.from({ length: DAYS_AHEAD }, (_, i) => hours.day(localDateOf(first + i))).map((day) => (
          <li class={`${day.shifts.length === 0 ? 'closed' : ''} ${day.date === moments.today ? 'today' : ''}`}>
            <strong>{moments.date(day.date)}</strong> <span>{shiftList(day.shifts, hours.zoneLabel, t.language)}</span>{day.reason !== null && <em>{day.reason}{day.provisional && ` (${t('perkiraan')})`}</em>}
          </li>
        ))}</ol>
      </details>
    );
  }

  const tariffLinks = ({ value }: PlanSource, c: ConsoleContext) => (
    <nav class="more" aria-label={c.get('t')('Tarif')}>{itemsAt(value, ['services']).map((_, i) => (
      <a href={`/konsol/pemilik/toko/ongkir/${i}`}>{c.get('t')('Tarif {layanan}', { layanan: textAt(value, ['services', i, 'name']) })} <span class="quiet">{c.get('t')('{jumlah} tujuan', { jumlah: itemsAt(value, ['services', i, 'zones']).length })}</span></a>
    ))}</nav>
  );

  for (const [name, plan] of Object.entries(STORE_PLANS)) {
    const shipping = name === 'ongkir';
    add({
      path: `/pemilik/toko/${name}`, file: shipping ? 'shipping' : 'store', tab: 'lainnya', back: SETTINGS, plan: (source) => plan(source),
      ...(name === 'jam' && { beside: calendar }), ...(shipping && { beside: tariffLinks }),
    });
  }
  const serviceOf = (c: ConsoleContext): number => (/^\d{1,3}$/.test(c.req.param('service') ?? '') ? Number(c.req.param('service')) : -1);
  add({ path: '/pemilik/toko/ongkir/:service', file: 'shipping', tab: 'lainnya', back: SHIPPING, plan: (source, c) => zonesPlan(source, serviceOf(c)) });
  add({ path: '/pemilik/toko/promo', file: 'promotions', tab: 'lainnya', back: SETTINGS, plan: promotionsPlan });
  add({
    path: '/pemilik/barang/:sku/grosir', file: 'promotions', tab: 'katalog',
    back: (c) => ({ url: `/konsol/katalog/${encodeURIComponent(c.req.param('sku') ?? '')}`, label: parts.premises().catalogue.product(c.req.param('sku') ?? '')?.title ?? 'Katalog' }),
    plan: (source, c) => {
      const product = source.catalogue.product(c.req.param('sku') ?? '');
      return product ? wholesalePlan(source, product) : null;
    },
  });
  add({ path: '/pemilik/kata/faq', file: 'faq', tab: 'lainnya', back: { url: '/konsol/lainnya/kata', label: 'Kata-kata asisten' }, plan: faqPlan,
    prefilled: (c) => (c.req.query('tanya') === undefined ? {} : { '+.questions': c.req.query('tanya')!.slice(0, 300) }) });
  add({ path: '/pemilik/kata/balasan-cepat', file: 'quick_replies', tab: 'lainnya', back: { url: '/konsol/lainnya/kata', label: 'Kata-kata asisten' }, plan: quickRepliesPlan });
  add({ path: '/pemilik/kata/kebijakan', file: 'policy', tab: 'lainnya', back: { url: '/konsol/lainnya/kata', label: 'Kata-kata asisten' }, plan: policyPlan });
  add({
    path: '/pemilik/staf/ubah', file: 'staff', tab: 'lainnya', back: STAFF,
    plan: (source, c) => {
      const me = c.get('visitor').staff.id;
      return staffPlan(source, me, (id) => leave(id, me));
    },
  });

  /**
   * Who goes is out at once, on every device, and customers talking with them are the owner's who said so; who comes begins without what an
   * earlier person of that name left. In the caller's transaction.
   */
  function leave(id: string, me: string): void {
    for (const chat of heldBy.all(id)) parts.business.handoffs.transfer(chat.id, id, me, parts.now());
    accounts.remove(id);
    sessions.endAllOf(id);
    site.live.endAllOf(id);
  }
  return routes;
}
