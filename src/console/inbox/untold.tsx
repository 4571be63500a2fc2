import type { Visitor } from '../console-env.ts';
import { Form } from '../frame/form.tsx';
import { useT } from '../language/translate.tsx';

/** News that the assistant kept to itself because a person has this chat, for that person: one tap sends it, another says that the customer knows. */
export function UntoldNews({ chat, news, visitor, newAct }: {
  readonly chat: number; readonly news: readonly { readonly order: string; readonly text: string }[]; readonly visitor: Visitor; readonly newAct: () => string;
}) {
  const t = useT();
  return (
    <div class="untold" id="kabar-pesanan" data-live="">
      {news.map(({ order, text }) => (
        <section class="untold-one" aria-label={t('Kabar {pesanan}', { pesanan: order })}>
          <p class="small"><strong>{t('Pelanggan belum diberi tahu')}</strong></p>
          <p class="untold-text">{text}</p>
          <Form to={`/konsol/chat/${chat}/kabar`} visitor={visitor} act={newAct()} kind="untold-acts">
            <input type="hidden" name="order" value={order} />
            <button class="plain-action" name="how" value="send">{t('Kirim kabar ini')}</button>
            <button class="plain-action" name="how" value="told">{t('Sudah saya sampaikan')}</button>
          </Form>
        </section>
      ))}
    </div>
  );
}
