import { Hono } from 'hono';
import type { Product } from '../../shop/catalogue/snapshot.ts';
import { createStaffActs } from '../../shop/service/staff-acts.ts';
import { createSay } from '../../wording/create-say.ts';
import type { ConsoleContext, ConsoleEnv } from '../console-env.ts';
import { initial } from '../frame/frame.tsx';
import { Form } from '../frame/form.tsx';
import { createTalk } from '../queries/talk.ts';
import { actOf, afterAct, momentsNow, nameOf, newAct, notFoundPage, showPage, type Site } from '../site.tsx';
import { CustomerCard } from './card.tsx';
import { ChatListPane, type ChatGroups } from './chat-list.tsx';
import { Composer, draftKey, type Draft } from './composer.tsx';
import { upsellHints } from './hints.ts';
import { TalkLines } from './talk.tsx';
import { UntoldNews } from './untold.tsx';
import { reasonInWords } from './words.ts';
import type { Translate } from '../language/translate.tsx';

const PAST_ORDERS = 8;

/** The inbox: chats in the order in which they need someone, one of them open. */
export function createInboxRoutes(site: Site): Hono<ConsoleEnv> {
  const { parts, chats } = site;
  const talk = createTalk(parts.db);
  const acts = createStaffActs(parts.db);

  function groups(me: string): ChatGroups {
    const listed = site.shared()('chats', () => ({ waiting: chats.waiting(), allWaiting: chats.countWaiting(), held: chats.held(), bot: chats.withBot() }));
    return { ...listed, mine: listed.held.filter((chat) => chat.holder === me), others: listed.held.filter((chat) => chat.holder !== me) };
  }

  /** As the assistant would put it, in the shop's language and the owner's wording. */
  function offerWords(product: Product, because: Product): string {
    const { catalogue, hours } = parts.premises();
    const say = createSay({ catalogue, hours, language: catalogue.store.language, now: parts.now(), called: null });
    return say('suggestion.offer', { produk: because.title, saran: product.title, harga: say.rupiah(product.price) });
  }

  function listPane(c: ConsoleContext, open: number | null) {
    const query = (c.req.query('cari') ?? '').trim().slice(0, 100);
    return <ChatListPane groups={groups(c.get('visitor').staff.id)} found={query === '' ? null : chats.search(query)} query={query} open={open}
      moments={momentsNow(site, c)} nameOf={(id) => nameOf(site, id)} shared={site.shared()} />;
  }

  function chatPage(c: ConsoleContext, id: number, draft: Draft | null): Response | Promise<Response> {
    const chat = chats.get(id);
    const card = chat && parts.desk.card(id);
    if (!chat || !card) return notFoundPage(site, c, 'chat', 'Chat ini tidak ada');
    const visitor = c.get('visitor');
    const me = visitor.staff.id;
    const moments = momentsNow(site, c);
    const t = c.get('t');
    const { hours } = parts.premises();
    const mine = chat.mode === 'human' && chat.holder === me;
    const customer = parts.business.customers.get(parts.business.chats.get(id).customer_id);
    const before = Number(c.req.query('sebelum')) || undefined;
    const { lines, more } = talk.lines(id, before);
    const others = site.live.lookingAt(id).filter((staff) => staff !== me);
    const act = () => newAct(site);
    const untold = mine ? parts.desk.untold(id) : [];
    return showPage(site, c, { title: card.name, tab: 'chat', kind: 'with-chat', chat: id, ...(draft && { status: draft.kind === 'check' ? 422 as const : 409 as const }), ...(draft?.kind === 'refused' && { notice: { kind: 'refused' as const, text: draft.reason } }) }, (
      <div class="panes">
        {listPane(c, id)}
        <section class="talk-pane" aria-label={t('Chat {nama}', { nama: card.name })}>
          <header class="talk-head">
            <a class="back" href="/konsol/chat" aria-label={t('Kembali ke daftar')}>‹</a>
            <span class={`face tint-${id % 5}`} aria-hidden="true">{initial(card.name)}</span>
            <div class="talk-who" id="siapa" data-live="">
              <h1>{card.name}</h1>
              <p class="quiet">{standing(t, chat.mode, chat.holder, me)}{others.length > 0 && <span class="presence"> · {t('{siapa} juga melihat', { siapa: others.map((staff) => nameOf(site, staff)).join(', ') })}</span>}</p>
            </div>
            <a class="plain-action info" href="#kartu">{t('Info')}</a>
          </header>
          <TalkLines chat={id} lines={lines} more={more} customer={card.name} moments={moments} nameOf={(staff) => nameOf(site, staff)} />
          <UntoldNews chat={id} news={untold} visitor={visitor} newAct={act} />
          {mine
            ? <Composer chat={id} visitor={visitor} newAct={act} quickReplies={parts.desk.quickReplies(id)} untold={untold.length > 0} draft={draft} moments={moments}
              opening={hours.isOpen(moments.now) ? null : hours.nextOpening(moments.now)}
              colleagues={parts.desk.staff().filter((staff) => staff.id !== me)} />
            : (
              <div class="composer" id="tulis" data-live="">
                <label class="unsent" hidden={draft === null}>{t('Tulisan Anda belum terkirim. Salin, atau kirim sesudah chat ini Anda pegang.')}<textarea rows={3} readonly data-draft={draftKey(me, id)}>{draft?.text ?? ''}</textarea></label>
                {chat.mode === 'human' ? <p class="taken">{t('Sedang dilayani {siapa}. Minta dioper bila perlu mengambil alih.', { siapa: nameOf(site, chat.holder ?? '') })}</p> : (
                  <Form to={`/konsol/chat/${id}/ambil`} visitor={visitor} act={act()} kind="take">
                    {chat.reason !== null && <p class="quiet">{chat.mode === 'waiting' && chat.requested_at !== null ? `${t('Menunggu {lama}', { lama: moments.since(chat.requested_at) })}: ` : ''}{reasonInWords(t, chat.reason)}</p>}
                    <button class="main-action">{chat.mode === 'waiting' ? t('Ambil chat') : t('Ambil alih dari asisten')}</button>
                  </Form>
                )}
              </div>
            )}
        </section>
        <CustomerCard chat={id} card={card} customer={customer} orders={parts.business.orders.ofCustomer(customer.id, PAST_ORDERS)}
          hints={upsellHints(parts, customer.id)} offerWords={offerWords} mine={mine} visitor={visitor} act={act()} moments={moments} />
      </div>
    ));
  }

  const standing = (t: Translate, mode: string, holder: string | null, me: string): string => {
    if (mode === 'waiting') return t('Menunggu admin');
    if (mode === 'bot') return t('Dilayani asisten');
    return holder === me ? t('Anda yang melayani') : t('Dilayani {siapa}', { siapa: nameOf(site, holder ?? '') });
  };

  const chatId = (c: ConsoleContext): number => Number(c.req.param('id'));
  const at = (id: number): string => `/konsol/chat/${id}`;
  const known = (id: number): boolean => chats.get(id) !== null;

  return new Hono<ConsoleEnv>()
    .get('/chat', (c) => showPage(site, c, { title: c.get('t')('Chat'), tab: 'chat', kind: 'chat-list' }, (
      <div class="panes">
        {listPane(c, null)}
        <section class="talk-pane nothing-open"><p class="quiet">{c.get('t').rich('Pilih chat di kiri. {pindah} berpindah, {cari} mencari, {balas} membalas, {selesai} selesai.',
          { pindah: <><kbd>j</kbd> <kbd>k</kbd></>, cari: <kbd>/</kbd>, balas: <kbd>r</kbd>, selesai: <kbd>e</kbd> })}</p></section>
      </div>
    )))
    .get('/chat/:id{[0-9]+}', (c) => chatPage(c, chatId(c), null))

    .post('/chat/:id{[0-9]+}/ambil', async (c) => {
      const id = chatId(c);
      if (!known(id)) return notFoundPage(site, c, 'chat', 'Chat ini tidak ada');
      return afterAct(site, c, parts.desk.claim(actOf(c, await c.req.parseBody()), id), c.get('t')('Chat ini sekarang Anda yang melayani.'), at(id));
    })
    .post('/chat/:id{[0-9]+}/balas', async (c) => {
      const id = chatId(c);
      if (!known(id)) return notFoundPage(site, c, 'chat', 'Chat ini tidak ada');
      const form = await c.req.parseBody();
      const text = String(form.text ?? '').trim().slice(0, 4000);
      if (text === '') return c.redirect(at(id), 303);
      // Two decisions, each by its own button: as it is written, and now though the shop is closed.
      const insist = String(form.insist ?? '').split(' ');
      const now = insist.includes('now');
      const outcome = parts.desk.reply(actOf(c, form), id, text, { asWritten: insist.includes('asWritten'), now });
      // What was not sent is still in the box, with the reason above it.
      return outcome.kind === 'done' ? afterAct(site, c, outcome, c.get('t')('Terkirim.'), at(id)) : chatPage(c, id, { text, reason: outcome.reason, kind: outcome.kind, now });
    })
    .post('/chat/:id{[0-9]+}/kabar', async (c) => {
      const id = chatId(c);
      if (!known(id)) return notFoundPage(site, c, 'chat', 'Chat ini tidak ada');
      const form = await c.req.parseBody();
      const how = form.how === 'told' ? 'told' : 'send';
      return afterAct(site, c, parts.desk.passOn(actOf(c, form), String(form.order ?? ''), how), how === 'told' ? c.get('t')('Dicatat: pelanggan sudah tahu.') : c.get('t')('Terkirim.'), at(id));
    })
    .post('/chat/:id{[0-9]+}/selesai', async (c) => {
      const id = chatId(c);
      if (!known(id)) return notFoundPage(site, c, 'chat', 'Chat ini tidak ada');
      const form = await c.req.parseBody();
      return afterAct(site, c, parts.desk.release(actOf(c, form), id, String(form.note ?? '').slice(0, 1000)), c.get('t')('Chat dikembalikan ke asisten.'), '/konsol/chat');
    })
    .post('/chat/:id{[0-9]+}/oper', async (c) => {
      const id = chatId(c);
      if (!known(id)) return notFoundPage(site, c, 'chat', 'Chat ini tidak ada');
      const form = await c.req.parseBody();
      const note = String(form.note ?? '').trim().slice(0, 500);
      const outcome = parts.desk.transfer(actOf(c, form), id, String(form.to ?? ''));
      if (outcome.kind === 'done' && note !== '') addToNote(id, note);
      return afterAct(site, c, outcome, c.get('t')('Chat sudah dioper.'), at(id));
    })
    .post('/chat/:id{[0-9]+}/catatan', async (c) => {
      const id = chatId(c);
      if (!known(id)) return notFoundPage(site, c, 'chat', 'Chat ini tidak ada');
      const form = await c.req.parseBody();
      const by = actOf(c, form);
      parts.transact(() => {
        parts.business.customers.setNote(customerOf(id), String(form.note ?? '').trim().slice(0, 1000));
        // That it was changed, and not its words: those are the customer's to have erased (S20).
        acts.record({ id: by.id, at: parts.now(), staff: by.by, act: 'note', chat: id, outOfHours: !parts.premises().hours.isOpen(parts.now()) });
      });
      return afterAct(site, c, { kind: 'done', note: null }, c.get('t')('Catatan disimpan.'), at(id));
    });

  function customerOf(id: number): number {
    return parts.business.chats.get(id).customer_id;
  }

  /** The colleague reads it in the shop's note of the customer. */
  function addToNote(id: number, note: string): void {
    const { customers } = parts.business;
    const before = customers.get(customerOf(id)).note;
    parts.transact(() => customers.setNote(customerOf(id), [before, note].filter((part) => part !== '').join('\n').slice(-1000)));
  }
}
