import type { QuickReply } from '../../shop/catalogue/snapshot.ts';
import type { UtcMs } from '../../shop/units.ts';
import type { Visitor } from '../console-env.ts';
import { Disclosure, Form } from '../frame/form.tsx';
import type { Moments } from '../frame/moments.ts';
import { useT } from '../language/translate.tsx';

/** A draft the desk has not sent, and why: it has to be looked at once more, or somebody else has the chat. */
export interface Draft {
  readonly text: string;
  readonly reason: string;
  readonly kind: 'check' | 'refused';
  /** It was to go out though the shop is closed. */
  readonly now: boolean;
}

/** Under which a browser keeps what somebody is writing in a chat. */
export const draftKey = (staff: string, chat: number): string => `draf:${staff}:${chat}`;

/** Where the holder of a chat writes. Outside hours the button says when it will go out. */
export function Composer({ chat, visitor, newAct, quickReplies, draft, opening, moments, colleagues, untold }: {
  readonly chat: number; readonly visitor: Visitor; readonly newAct: () => string; readonly quickReplies: readonly QuickReply[];
  readonly draft: Draft | null; readonly moments: Moments; readonly colleagues: readonly { readonly id: string; readonly name: string }[];
  /** When a reply would go out; null while the shop is open. */
  readonly opening: UtcMs | null;
  /** The customer has not heard all news of her orders. */
  readonly untold: boolean;
}) {
  const t = useT();
  const base = `/konsol/chat/${chat}`;
  return (
    <div class="composer" id="tulis" data-swap="">
      <Form to={`${base}/balas`} visitor={visitor} act={newAct()} kind="write" label={t('Balas pelanggan')}>
        {draft && <p class="notice check" role="alert">{draft.reason}</p>}
        <div class="write-row">
          <textarea name="text" rows={draft ? 3 : 1} required maxlength={4000} aria-label={t('Tulis balasan')} placeholder={t('Tulis balasan…')}
            data-draft={draftKey(visitor.staff.id, chat)} data-key="r">{draft?.text ?? ''}</textarea>
          <button class="main-action">{opening === null ? t('Kirim') : t('Kirim {kapan}', { kapan: moments.coming(opening) })}</button>
        </div>
        {(draft || opening !== null) && (
          <div class="override">
            {draft && (
              <div>
                <button class="warning-action" name="insist" value={draft.now ? 'asWritten now' : 'asWritten'}>
                  {opening === null ? t('Kirim apa adanya') : draft.now ? t('Kirim apa adanya, sekarang juga') : t('Kirim apa adanya {kapan}', { kapan: moments.coming(opening) })}
                </button>
                <span class="quiet">{t('Sapaan toko ini satu untuk semua orang.')}</span>
              </div>
            )}
            {opening !== null && (
              <div>
                {!draft?.now && <button class="warning-action" name="insist" value="now">{t('Kirim sekarang juga')}</button>}
                <span class="quiet">{t('Toko sedang tutup. Membalas sekarang dicatat di laporan kinerja.')}</span>
              </div>
            )}
          </div>
        )}
      </Form>
      <div class="tools">
        <Disclosure id="cepat" title={t('Balasan cepat')} kind="quick">
          {quickReplies.length === 0 ? <p class="quiet">{t('Tulis di catalog/quick_replies.yaml; langsung muncul di sini.')}</p> : (
            <ul>{quickReplies.map((reply) => (
              <li><button type="button" data-insert={reply.text}><strong>{reply.id}</strong> {reply.text}</button></li>
            ))}</ul>
          )}
        </Disclosure>
        {colleagues.length > 0 && (
          <Disclosure id="oper" title={t('Oper')} kind="hand-over">
            <Form to={`${base}/oper`} visitor={visitor} act={newAct()} kind="stack">
              <label>{t('Oper ke')} <select name="to">{colleagues.map((staff) => <option value={staff.id}>{staff.name}</option>)}</select></label>
              <label>{t('Catatan untuknya')} <input name="note" maxlength={500} placeholder={t('Misalnya: minta ganti ukuran 28')} /></label>
              <button class="plain-action">{t('Oper chat')}</button>
            </Form>
          </Disclosure>
        )}
        <Disclosure id="selesai" title={t('Selesai')} kind="finish">
          <Form to={`${base}/selesai`} visitor={visitor} act={newAct()} kind="stack">
            <label>{t('Apa yang disepakati?')} <textarea name="note" rows={2} maxlength={1000} data-draft={`sepakat:${visitor.staff.id}:${chat}`} placeholder={t('Misalnya: diganti baru, dikirim hari ini. Boleh kosong.')}></textarea></label>
            {untold && <p class="notice check">{t('Kabar pesanan yang belum disampaikan dikirim asisten begitu chat ini selesai.')}</p>}
            <p class="quiet">{t('Pelanggan diberi tahu kesepakatannya dan diminta memberi bintang; asisten melanjutkan dari sini.')}</p>
            <button class="plain-action">{t('Selesai, kembalikan ke asisten')}</button>
          </Form>
        </Disclosure>
      </div>
    </div>
  );
}
