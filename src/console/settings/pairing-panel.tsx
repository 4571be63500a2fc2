import type { Visitor } from '../console-env.ts';
import { Disclosure, Form } from '../frame/form.tsx';
import type { PairingView } from '../parts.ts';
import { useT } from '../language/translate.tsx';

/** What links the shop's WhatsApp: the QR, or an eight-sign code for an owner whose only phone it is. */
export function PairingPanel({ pairing, visitor, newAct }: {
  readonly pairing: PairingView; readonly visitor: Visitor; readonly newAct: () => string;
}) {
  const t = useT();
  if (pairing.kind === 'code') {
    return (
      <div class="pairing">
        <output class="pairing-code" aria-label={t('Kode tautan: {kode}', { kode: [...pairing.code].join(' ') })}>{pairing.code}</output>
        <p>{t('Untuk nomor +{nomor}. Di HP itu buka WhatsApp, Perangkat tertaut, Tautkan perangkat, Tautkan dengan nomor telepon, lalu ketik kode ini. Berlaku sekitar tiga menit. Jangan berikan kode ini kepada siapa pun.', { nomor: pairing.phone })}</p>
      </div>
    );
  }
  return (
    <>
      {pairing.noCodeFor !== null && (
        <p class="waits" role="status">{t('Maaf, kode untuk +{nomor} tidak jadi: WhatsApp tidak memberikannya, atau waktunya habis. Silakan pindai QR, atau minta kode lagi beberapa menit kemudian.', { nomor: pairing.noCodeFor })}</p>
      )}
      <figure class="pairing"><img src={`/konsol/pemilik/whatsapp.png?at=${pairing.at}`} alt={t('Kode QR untuk menghubungkan WhatsApp')} width="264" height="264" />
        <figcaption>{t('Buka WhatsApp di HP toko, Perangkat tertaut, Tautkan perangkat, lalu arahkan kameranya ke sini.')}</figcaption></figure>
      <Disclosure id="tautkan-nomor" title={t('Hanya punya satu HP? Pakai kode')}>
        <Form to="/konsol/pemilik/whatsapp/kode" visitor={visitor} act={newAct()}>
          <label>{t('Nomor WhatsApp toko')} <input name="nomor" type="tel" inputmode="tel" autocomplete="tel" required maxlength={40} placeholder="0812-3456-7890" /></label>
          <button class="main-action">{t('Minta kode')}</button>
        </Form>
      </Disclosure>
    </>
  );
}
