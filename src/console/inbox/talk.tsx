import type { Moments } from '../frame/moments.ts';
import type { TalkLine } from '../queries/talk.ts';
import { DELIVERY, eventInWords } from './words.ts';
import { useT } from '../language/translate.tsx';

/** The talk itself: customer left, shop right, days apart, what happened in between as quiet lines. */
export function TalkLines({ chat, lines, more, customer, moments, nameOf }: {
  readonly chat: number; readonly lines: readonly TalkLine[]; readonly more: boolean; readonly customer: string;
  readonly moments: Moments; readonly nameOf: (id: string) => string;
}) {
  const t = useT();
  let day = '';
  return (
    <div class="lines" id="percakapan" data-live="" data-bottom="" tabindex={0} role="log" aria-label={t('Percakapan dengan {nama}', { nama: customer })}>
      {more && <p class="earlier"><a class="plain-action" href={`/konsol/chat/${chat}?sebelum=${lines[0]?.at ?? 0}`}>{t('Lihat yang lebih lama')}</a></p>}
      {lines.length === 0 && <p class="quiet">{t('Belum ada pesan di chat ini.')}</p>}
      {lines.map((line) => {
        const thisDay = moments.day(line.at);
        const separator = thisDay === day ? null : <p class="day"><span>{thisDay}</span></p>;
        day = thisDay;
        return <>{separator}<Line line={line} moments={moments} nameOf={nameOf} /></>;
      })}
    </div>
  );
}

function Line({ line, moments, nameOf }: { readonly line: TalkLine; readonly moments: Moments; readonly nameOf: (id: string) => string }) {
  const t = useT();
  const time = <time class="at">{moments.time(line.at)}</time>;
  if (line.kind === 'event') {
    const words = eventInWords(t, line.what, line.data, nameOf);
    return words === null ? null : <p class="happened"><span>{words} · {moments.time(line.at)}</span></p>;
  }
  if (line.kind === 'customer') {
    return (
      <div class={`bubble customer ${line.tapped ? 'tapped' : ''}`}>
        {line.quoted !== null && <blockquote>{line.quoted.slice(0, 200)}</blockquote>}
        {line.photo !== null && <Photo src={line.photo} words={t('Foto dari pelanggan')} />}
        {line.text !== '' && <p>{line.text}</p>}
        {line.setAside && <p class="late small">{t('Pesan ini gagal diproses asisten; tolong dijawab.')}</p>}
        <p class="foot">{time}</p>
      </div>
    );
  }
  const bot = line.sender === 'bot';
  const [sign, meaning] = DELIVERY[line.state];
  const words = t(meaning);
  return (
    <div class={`bubble ${bot ? 'bot' : 'staff'} ${line.state}`}>
      <p class="by">{bot ? t('Asisten') : nameOf(line.sender.replace(/^staff:/, ''))}</p>
      {line.photo !== null && <Photo src={line.photo} words={t('Foto dari toko')} />}
      {line.text !== '' && <p>{line.text}</p>}
      {line.choices.length > 0 && <ul class="choices" aria-label={t('Pilihan yang ditawarkan')}>{line.choices.map((label) => <li>{label}</li>)}</ul>}
      <p class="foot">
        {line.state === 'held' ? <strong class="waits">{t('dikirim {kapan}', { kapan: moments.coming(line.dueAt) })}</strong> : null}
        {(line.state === 'dead' || line.state === 'unknown') && <strong class="late">{words}</strong>}
        {time} <span class="sign" title={words} aria-label={words} role="img">{sign}</span>
      </p>
    </div>
  );
}

function Photo({ src, words }: { readonly src: string; readonly words: string }) {
  return <a class="photo" href={src} target="_blank" rel="noopener"><img src={src} alt={words} loading="lazy" width="240" height="180" /></a>;
}
