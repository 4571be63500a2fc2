import type { Child } from 'hono/jsx';
import { Page } from '../../web/page.tsx';
import type { Visitor } from '../console-env.ts';
import { consoleLook } from '../look.ts';
import type { PlainText } from '../language/texts.ts';
import { useT } from '../language/translate.tsx';

export type Tab = 'chat' | 'pesanan' | 'katalog' | 'kinerja' | 'lainnya';

/** What waits, for the counts on the tabs. */
export interface Waiting {
  readonly chat: number;
  readonly pesanan: number;
}

/** What came of the last act, said once. */
export interface Notice {
  readonly kind: 'done' | 'check' | 'refused';
  readonly text: string;
}

const TABS: readonly (readonly [Tab, PlainText])[] = [
  ['chat', 'Chat'], ['pesanan', 'Pesanan'], ['katalog', 'Katalog'], ['kinerja', 'Kinerja'], ['lainnya', 'Lainnya'],
];

/** Every page behind the login: tabs below on a phone, a rail at the left on a laptop, what happened last on top. */
export function Frame({ title, tab, shop, visitor, waiting, notice, kind, live, version, children }: {
  readonly title: string; readonly tab: Tab; readonly shop: string; readonly visitor: Visitor; readonly waiting: Waiting;
  readonly notice: Notice | null; readonly kind?: string | undefined;
  /** What this page listens to; a chat's number makes its holder's presence known. */
  readonly live?: string | undefined;
  /** The state of the shop that it shows. */
  readonly version: string;
  readonly children: Child;
}) {
  const t = useT();
  return (
    <Page title={`${title} · ${shop}`} kind={`console ${kind ?? ''}`} language={t.language} styles={[consoleLook.url('console.css')]} scripts={[consoleLook.url('console.js')]}>
      <a class="skip" href="#isi">{t('Langsung ke isi')}</a>
      <nav class="tabs" aria-label={t('Bagian')} id="tabs" data-live="">
        <p class="mark" aria-hidden="true">{initial(shop)}</p>
        {TABS.map(([name, label]) => (
          <a href={`/konsol/${name}`} class={`tab tab-${name}`} aria-current={name === tab ? 'page' : undefined}>
            <span class="tab-label">{t(label)}</span>
            {name === 'chat' && waiting.chat > 0 && <Count of={waiting.chat} words={t('{jumlah} menunggu', { jumlah: waiting.chat })} />}
            {name === 'pesanan' && waiting.pesanan > 0 && <Count of={waiting.pesanan} words={t('{jumlah} perlu dikerjakan', { jumlah: waiting.pesanan })} />}
          </a>
        ))}
        <p class="me"><span class="face" aria-hidden="true">{initial(visitor.staff.name)}</span></p>
      </nav>
      <div id="kabar" role="status" data-live="">
        {notice && <p class={`notice ${notice.kind}`}>{notice.text}</p>}
      </div>
      <main id="isi" data-stream={`/konsol/langsung${live ?? ''}`} data-version={version} data-me={visitor.staff.id} tabindex={-1}
        data-unsent={t('Belum terkirim: toko tidak terjangkau. Tulisan Anda masih di sini; coba lagi sebentar lagi.')}
        data-sound-on={t('Bunyi dan pemberitahuan menyala')}>{children}</main>
    </Page>
  );
}

function Count({ of, words }: { readonly of: number; readonly words: string }) {
  return <span class="count" title={words}><span aria-hidden="true">{of > 99 ? '99+' : of}</span><span class="unseen">{words}</span></span>;
}

export const initial = (name: string): string => ([...name.trim()][0] ?? '?').toUpperCase();
