import type { Order } from '../../shop/ordering/orders.ts';
import type { ParcelNews } from '../../shop/parcels/parcel-news.ts';
import { parcelLink } from '../../shop/parcels/tracking-page.ts';
import type { Moments } from '../frame/moments.ts';
import { useT } from '../language/translate.tsx';
import { PARCEL_STATES } from './words.ts';

/** The tracking number with its courier's page, and the last that the courier told of the parcel. */
export function ParcelLines({ order, parcel, moments }: { readonly order: Order; readonly parcel: ParcelNews | undefined; readonly moments: Moments }) {
  const t = useT();
  if (!order.tracking) return null;
  const link = parcelLink(order);
  return (
    <>
      <p>{t('Resi')} <strong class="code">{order.tracking}</strong>{link && <> · <a href={link.url} target="_blank" rel="noopener noreferrer">{t('Lacak di {kurir}', { kurir: link.courier })}</a></>}</p>
      {parcel && <ParcelStanding parcel={parcel} moments={moments} />}
    </>
  );
}

/** On the board: only what a person should look into. */
export function ParcelTrouble({ parcel }: { readonly parcel: ParcelNews | undefined }) {
  const t = useT();
  return parcel?.status === 'held' || parcel?.status === 'returning'
    ? <p><strong class="late">{t('Paket {keadaan}', { keadaan: t(PARCEL_STATES[parcel.status]) })}</strong>{parcel.said && `: ${parcel.said}`}</p> : null;
}

function ParcelStanding({ parcel, moments }: { readonly parcel: ParcelNews; readonly moments: Moments }) {
  const t = useT();
  if (parcel.status === null) {
    return <p class="quiet">{parcel.courier === '' ? t('Kurirnya tidak dikenali dari resi ini, jadi paketnya tidak diikuti otomatis.') : t('Kurir belum mengenal nomor resi ini.')}</p>;
  }
  const trouble = parcel.status === 'held' || parcel.status === 'returning';
  return (
    <p class="parcel">
      <strong class={trouble ? 'late' : ''}>{t('Paket {keadaan}', { keadaan: t(PARCEL_STATES[parcel.status]) })}</strong>
      {parcel.said && <>{`: ${parcel.said}`}</>}
      <br /><span class="quiet">{[
        parcel.happened && t('kejadian {kapan}', { kapan: happenedAt(parcel.happened, moments) }),
        parcel.seen_at !== null && t('dicek {kapan}', { kapan: moments.stamp(parcel.seen_at) }),
      ].filter(Boolean).join(' · ')}</span>
    </p>
  );
}

/** "2026-11-24 08:12" at the courier: "Sel 24 Nov 08.12". */
function happenedAt(happened: string, moments: Moments): string {
  const [date = '', clock = ''] = happened.split(/[ T]/);
  return `${moments.date(date)} ${clock.slice(0, 5).replace(':', '.')}`.trim();
}
