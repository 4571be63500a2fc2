import { raw } from 'hono/html';
import { initial } from '../frame/frame.tsx';
import type { Moments } from '../frame/moments.ts';
import type { ListedChat } from '../queries/chat-list.ts';
import { CHANNEL_NAMES, reasonInWords } from './words.ts';
import type { Shared } from '../live/shared.ts';
import { useT, type Translate } from '../language/translate.tsx';

const TIMES_STAND_MS = 10_000;

export interface ChatGroups {
  readonly waiting: readonly ListedChat[];
  /** How many wait in all, listed or not. */
  readonly allWaiting: number;
  readonly mine: readonly ListedChat[];
  readonly others: readonly ListedChat[];
  readonly bot: readonly ListedChat[];
}

/** All chats in the order in which they need someone; or what a search found. */
export function ChatListPane({ groups, found, query, open, moments, nameOf, shared }: {
  readonly groups: ChatGroups; readonly found: readonly ListedChat[] | null; readonly query: string; readonly open: number | null;
  readonly moments: Moments; readonly nameOf: (id: string) => string; readonly shared: Shared;
}) {
  const t = useT();
  const about = { open, moments, nameOf, query, shared };
  return (
    <section class="list-pane" aria-label={t('Daftar chat')}>
      <form class="search" action="/konsol/chat" role="search">
        <input type="search" name="cari" value={query} placeholder={t('Cari nama, nomor HP, pesanan, kata')} aria-label={t('Cari chat')} data-key="/" />
      </form>
      <p class="offer-sound" data-offer-sound="" hidden>
        <button type="button" class="plain-action" data-notify="">{t('Bunyikan chat baru')}</button>
        <button type="button" class="quiet" data-not-now="">{t('Nanti')}</button>
      </p>
      <div id="daftar" data-live="" class="list-scroll">
        {found ? <Group title={found.length === 0 ? t('Tidak ketemu') : t('{jumlah} ketemu', { jumlah: found.length })} kind="found" chats={found} {...about}
          empty={t('Tidak ada nama, nomor HP, nomor pesanan, atau kata terbaru yang cocok dengan "{dicari}".', { dicari: query })} /> : (
          <>
            <Group title={t('Menunggu')} kind="waits" chats={groups.waiting} all={groups.allWaiting} {...about} empty="Tidak ada yang menunggu. Chat muncul di sini begitu pelanggan minta dilayani orang." />
            <Group title={t('Saya')} kind="mine" chats={groups.mine} {...about} />
            <Group title={t('Admin lain')} kind="others" chats={groups.others} {...about} />
            <Group title={t('Dilayani asisten')} kind="bot" chats={groups.bot} {...about}
              empty={groups.mine.length + groups.others.length + groups.waiting.length === 0 ? t('Belum ada pelanggan yang menulis. Begitu ada, chat-nya terlihat di sini.') : undefined} />
          </>
        )}
      </div>
    </section>
  );
}

function Group({ title, kind, chats, all = chats.length, empty, open, moments, nameOf, query, shared }: {
  readonly title: string; readonly kind: string; readonly chats: readonly ListedChat[]; readonly all?: number; readonly empty?: string | undefined;
  readonly open: number | null; readonly moments: Moments; readonly nameOf: (id: string) => string; readonly query: string; readonly shared: Shared;
}) {
  const t = useT();
  // The words of a row are the same for all who read the language, for as long as "3 mnt" may stand.
  const row = (chat: ListedChat) => {
    const about = { chat, open: chat.id === open, moments, nameOf, query };
    return query === '' ? shared(`row ${chat.id} ${t.language} ${about.open} ${Math.floor(moments.now / TIMES_STAND_MS)}`, () => raw((<Row t={t} {...about} />).toString())) : <Row t={t} {...about} />;
  };
  if (chats.length === 0 && empty === undefined) return null;
  return (
    <div class={`group group-${kind}`}>
      <h2>{title}{chats.length > 0 && kind !== 'bot' && kind !== 'found' && <span class="tally">{all}</span>}</h2>
      {chats.length === 0 ? <p class="quiet">{empty}</p> : (
        <ul>{chats.map(row)}</ul>
      )}
      {all > chats.length && <p class="quiet">{t('dan {jumlah} lagi; yang paling lama menunggu di atas.', { jumlah: all - chats.length })}</p>}
    </div>
  );
}

function Row({ t, chat, open, moments, nameOf, query }: {
  readonly t: Translate; readonly chat: ListedChat; readonly open: boolean; readonly moments: Moments; readonly nameOf: (id: string) => string; readonly query: string;
}) {
  const name = chat.name ?? chat.phone ?? t('Tanpa nama');
  const unanswered = chat.mode === 'human' && chat.last?.from === 'customer';
  return (
    <li>
      <a href={`/konsol/chat/${chat.id}${query === '' ? '' : `?cari=${encodeURIComponent(query)}`}`} class={`chat-row ${unanswered ? 'unanswered' : ''}`} aria-current={open ? 'true' : undefined}>
        <span class={`face tint-${chat.id % 5}`} aria-hidden="true">{initial(name)}</span>
        <span class="row-top">
          <span class="who">{name}</span>
          <span class="when">{chat.mode === 'waiting' && chat.requested_at !== null
            ? <strong class={chat.urgent === 1 ? 'late' : 'waits'}><span class="unseen">{t('menunggu')} </span>{moments.since(chat.requested_at)}</strong>
            : chat.last && moments.stamp(chat.last.at)}</span>
        </span>
        {chat.mode === 'waiting' && chat.reason !== null && <strong class="why">{capital(reasonInWords(t, chat.reason))}</strong>}
        <span class="row-end">
          <span class="what">
            {chat.mode === 'human' && chat.holder !== null && <em>{nameOf(chat.holder)} · </em>}
            {chat.last ? <>{chat.last.from !== 'customer' && '↩ '}{chat.last.text.slice(0, 120)}</> : t('Belum ada pesan')}
          </span>
          <span class="channel">{CHANNEL_NAMES[chat.channel]}{unanswered && <span class="dot" title={t('belum dibalas')}><span class="unseen">{t('belum dibalas')}</span></span>}</span>
        </span>
      </a>
    </li>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
