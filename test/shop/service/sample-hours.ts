import type { Hours, Shift, Weekday } from '../../../src/shop/catalogue/snapshot.ts';

/** "09:00-12:00, 13:00-17:00" as minutes; "" is closed. A time before the start runs past midnight. */
export function shifts(text: string): readonly Shift[] {
  return text.split(',').map((part) => part.trim()).filter(Boolean).map((part) => {
    const [from, to] = part.split('-').map((time) => {
      const [hour, minute] = time.split(':').map(Number);
      return hour! * 60 + minute!;
    });
    return { from: from!, to: to! > from! ? to! : to! + 1440 };
  });
}

export function hoursOf(week: Partial<Record<Weekday, string>>, rest: Partial<Omit<Hours, 'week'>> = {}): Hours {
  const on = (weekday: Weekday): readonly Shift[] => shifts(week[weekday] ?? '');
  return {
    week: { mon: on('mon'), tue: on('tue'), wed: on('wed'), thu: on('thu'), fri: on('fri'), sat: on('sat'), sun: on('sun') },
    nationalHolidays: 'closed', jointLeave: 'open', special: [], ...rest,
  };
}

/** The hours of the design's example shop, with its special days. */
export const DAPUR_KITA: Hours = hoursOf({
  mon: '09:00-12:00, 13:00-17:00', tue: '09:00-12:00, 13:00-17:00', wed: '09:00-12:00, 13:00-17:00',
  thu: '09:00-12:00, 13:00-17:00', fri: '09:00-11:30, 13:00-17:00', sat: '09:00-14:00',
}, {
  special: [
    { date: '2026-12-24', until: '2026-12-24', shifts: shifts('09:00-12:00'), note: 'Menjelang Natal' },
    { date: '2027-03-08', until: '2027-03-16', shifts: [], note: 'Libur Lebaran' },
  ],
});

export const at = (text: string): number => Date.parse(text);
