/** Courier days out of "2-3 day", "1 - 2", "8 - 12 hours", "3 HARI"; null where nothing of it can be read. */
export function readDays(text: string, unit = text): readonly [min: number, max: number] | null {
  const numbers = [...text.matchAll(/\d+/g)].map((match) => Number(match[0])).slice(0, 2);
  const [first, last = first] = numbers;
  if (first === undefined || last === undefined || last < first) return null;
  const days: readonly [number, number] = /\b(?:hours?|jam|menit|minutes?)\b/i.test(unit)
    ? [Math.floor(first / 24), Math.ceil(last / 24)] : [first, last];
  return days[1] <= 60 ? days : null;
}

/** A courier's words as they may be shown: one line, no marks that do anything, no links, not long. */
export function cleanWords(text: string): string | null {
  const clean = text.replace(/\p{Cc}|\p{Cf}/gu, ' ').replace(/(?:https?:\/\/|www\.)\S+/gi, '').replace(/\s+/g, ' ').trim().slice(0, 140).trim();
  return clean === '' ? null : clean;
}

/** "2026-11-24", "03:41(:12)" → "2026-11-24 03:41"; null for what is no moment. */
export function readMoment(date: string, time: string): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(date.trim())?.[0];
  const clock = /^\d{2}:\d{2}/.exec(time.trim())?.[0];
  return day === undefined ? null : `${day} ${clock ?? '00:00'}`;
}
