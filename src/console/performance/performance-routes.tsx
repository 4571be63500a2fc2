import { Hono } from 'hono';
import type { StaffMember } from '../../shop/catalogue/snapshot.ts';
import { createStaffActs } from '../../shop/service/staff-acts.ts';
import type { LocalDate } from '../../shop/units.ts';
import type { ConsoleContext, ConsoleEnv } from '../console-env.ts';
import { createPerformanceFacts } from '../queries/performance-facts.ts';
import { Speaking } from '../language/translate.tsx';
import { actOf, afterAct, momentsNow, newAct, notFoundPage, showPage, type Site } from '../site.tsx';
import { bonusLines, bonusOf } from './bonus.ts';
import { ENDINGS, fileResponse } from './exporters.ts';
import { COUNTS, measuresOf, sales, type ClosedFigures } from './measures.ts';
import { daysOf, isMonth, monthAfter, spanOf, type Month } from './month.ts';
import { PayslipPage } from './payslip.tsx';
import { bonusSheet, staffSheet } from './sheets.ts';
import { OverviewPage, type ShopMonth } from './shop-page.tsx';
import { closedMonths, rulesOf, staffMonth, withoutPeople } from './staff-month.ts';
import { StaffMonthPage, type StaffFigures } from './staff-page.tsx';
import { monthInWords } from './words.ts';

/** Performance and bonus: everyone sees their own, the owner sees all. */
export function createPerformanceRoutes(site: Site): Hono<ConsoleEnv> {
  const { parts } = site;
  const facts = createPerformanceFacts(parts.db);
  const acts = createStaffActs(parts.db);

  const thisMonth = (): Month => parts.premises().hours.localDate(parts.now()).slice(0, 7);
  const closedAt = (month: Month): number | null => facts.closed().find((closed) => closed.month === month)?.closed_at ?? null;

  function monthOf(c: ConsoleContext): Month {
    const asked = c.req.query('bulan') ?? '';
    return isMonth(asked) && asked <= thisMonth() ? asked : thisMonth();
  }

  function figuresOf(staff: StaffMember, month: Month, closed = closedMonths(facts)): StaffFigures {
    const { hours, catalogue } = parts.premises();
    const records = staffMonth({ facts, closed, hours, store: catalogue.store, now: parts.now() }, staff.id, month);
    const measures = measuresOf(records);
    const lines = bonusLines(rulesOf(closed, catalogue.store, month), measures);
    return { staff, records, measures, lines, bonus: bonusOf(lines) + records.corrections.reduce((sum, { amount }) => sum + amount, 0) };
  }

  function everyonesFigures(month: Month): readonly StaffFigures[] {
    const closed = closedMonths(facts);
    return parts.premises().catalogue.staff.map((staff) => figuresOf(staff, month, closed));
  }

  /** The person a page is about; null where the visitor may not look. */
  function subject(c: ConsoleContext): StaffMember | null {
    const visitor = c.get('visitor').staff;
    const staff = parts.premises().catalogue.staff.find((member) => member.id === c.req.param('staff'));
    return staff && (staff.id === visitor.id || visitor.role === 'owner') ? staff : null;
  }

  function shopMonth(month: Month): ShopMonth {
    const { hours } = parts.premises();
    const span = spanOf(month, hours);
    const sold = facts.orders(...span).filter((order) => COUNTS.has(order.state));
    const suggested = facts.suggestions(...span);
    const byHour = Array<number>(24).fill(0);
    for (const at of facts.written(...span)) byHour[Math.floor(hours.localMinutes(at) / 60)]! += 1;
    const byDay = new Map<LocalDate, number>();
    for (const order of sold) {
      const date = hours.localDate(order.placed_at);
      byDay.set(date, (byDay.get(date) ?? 0) + order.goods - order.discount);
    }
    const week = parts.premises().catalogue.store.hours.week;
    return {
      sales: sales(sold), orders: sold, chats: { wrote: facts.chatsThatWrote(...span), ordered: new Set(sold.map((order) => order.chat_id)).size }, unanswered: facts.unanswered(...span),
      days: daysOf(month).map((date) => ({ date, sales: byDay.get(date) ?? 0, closed: hours.day(date).shifts.length === 0 })),
      afterHours: sales(sold.filter((order) => !hours.isOpen(order.placed_at))),
      suggested: { taken: suggested.get('taken') ?? 0, all: [...suggested.values()].reduce((all, n) => all + n, 0) },
      products: facts.products(...span), hours: byHour,
      staffed: byHour.map((_, hour) => week.mon.some((shift) => shift.from < (hour + 1) * 60 && shift.to > hour * 60)),
    };
  }

  const forbidden = (c: ConsoleContext): Response => c.text(c.get('t')('Kinerja orang lain hanya terlihat oleh pemilik toko.'), 403);

  const routes = new Hono<ConsoleEnv>()
    .get('/kinerja', (c) => {
      const visitor = c.get('visitor');
      const month = monthOf(c);
      if (visitor.staff.role !== 'owner') return c.redirect(`/konsol/kinerja/${visitor.staff.id}?bulan=${month}`);
      return showPage(site, c, { title: c.get('t')('Kinerja'), tab: 'kinerja' },
        <OverviewPage people={everyonesFigures(month)} shop={shopMonth(month)} month={month} last={thisMonth()}
          closedAt={closedAt(month)} visitor={visitor} act={newAct(site)} moments={momentsNow(site, c)} />);
    })
    .get('/kinerja/:staff', (c) => {
      const staff = subject(c);
      if (!staff) return forbidden(c);
      const month = monthOf(c);
      return showPage(site, c, { title: c.get('t')('Kinerja {nama}', { nama: staff.name }), tab: 'kinerja' },
        <StaffMonthPage figures={figuresOf(staff, month)} month={month} last={thisMonth()} closedAt={closedAt(month)}
          forOwner={c.get('visitor').staff.role === 'owner'} moments={momentsNow(site, c)} />);
    })
    .get('/kinerja/:staff/slip', (c) => {
      const staff = subject(c);
      if (!staff) return forbidden(c);
      const month = monthOf(c);
      return c.html(<Speaking t={c.get('t')}><PayslipPage figures={figuresOf(staff, month)} month={month} shop={parts.premises().catalogue.store.name} closedAt={closedAt(month)} moments={momentsNow(site, c)} /></Speaking>);
    })
    .post('/pemilik/kinerja/:month/tutup', async (c) => {
      const month = c.req.param('month');
      const by = actOf(c, await c.req.parseBody());
      if (!isMonth(month)) return notFoundPage(site, c, 'kinerja', 'Bulan ini tidak ada');
      const to = `/konsol/kinerja?bulan=${month}`;
      if (month >= thisMonth()) return afterAct(site, c, { kind: 'refused', reason: c.get('t')('Bulan ini belum selesai.') }, '', to);
      const last = facts.closed().at(-1)?.month;
      if (last !== undefined && month < last) return afterAct(site, c, { kind: 'refused', reason: c.get('t')('Bulan sesudahnya sudah ditutup.') }, '', to);
      // A month that is left out would never settle what changed in those before it.
      const next = last !== undefined && monthAfter(last, 1);
      if (next && month > next) return afterAct(site, c, { kind: 'refused', reason: c.get('t')('Tutup {bulan} dulu.', { bulan: monthInWords(c.get('t'), next) }) }, '', to);
      const { store } = parts.premises().catalogue;
      const figures: ClosedFigures = { rules: store.bonus, people: Object.fromEntries(everyonesFigures(month).map(({ staff, records }) => [staff.id, withoutPeople(records)])) };
      parts.transact(() => {
        if (facts.close(month, parts.now(), by.by, JSON.stringify(figures))) acts.record({ id: by.id, at: parts.now(), staff: by.by, act: 'close_month', detail: month });
      });
      return afterAct(site, c, { kind: 'done', note: null }, c.get('t')('Bulan ditutup. Koreksi masuk ke bulan berikutnya.'), to);
    });

  for (const ending of ENDINGS) {
    routes
      .get(`/kinerja/:staff/catatan.${ending}`, (c) => {
        const staff = subject(c);
        const month = monthOf(c);
        return staff ? fileResponse(staffSheet(c.get('t'), parts.premises().hours, figuresOf(staff, month), month), ending) : forbidden(c);
      })
      .get(`/pemilik/kinerja/:month/bonus.${ending}`, (c) => {
        const month = c.req.param('month');
        if (!isMonth(month)) return notFoundPage(site, c, 'kinerja', 'Bulan ini tidak ada');
        return fileResponse(bonusSheet(c.get('t'), everyonesFigures(month), month), ending);
      });
  }
  return routes;
}
