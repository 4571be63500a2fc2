const DAYS = ['Min', 'Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'];
const DAY_MS = 24 * 3600 * 1000;

/** Times as the shop says them, in the shop's zone wherever the browser is. Instants are UTC ms. */
export function createTimes(zone) {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  });
  const of = (at) => Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  const day = (at) => {
    const { year, month, day } = of(at);
    return `${year}-${month}-${day}`;
  };

  return {
    /** "09.12" */
    clock(at) {
      const { hour, minute } = of(at);
      return `${hour}.${minute}`;
    },
    /** "2026-11-24": the same for two instants of one day. */
    day,
    /** "Hari ini", "Kemarin", "Sel 24 Nov", with the year only when it is not this one. */
    dayLabel(at, now) {
      if (day(at) === day(now)) return 'Hari ini';
      if (day(at) === day(now - DAY_MS)) return 'Kemarin';
      const [year, month, date] = day(at).split('-').map(Number);
      const weekday = DAYS[new Date(Date.UTC(year, month - 1, date)).getUTCDay()];
      const ofYear = of(now).year === String(year) ? '' : ` ${year}`;
      return `${weekday} ${date} ${MONTHS[month - 1]}${ofYear}`;
    },
  };
}
