const DAY_MS = 86_400_000;
/** A Monday, 10.00 in Jakarta. */
const FIRST = Date.parse('2026-11-23T10:00:00+07:00');

/** A day's talk before the scripted terminal: every customer orders, some say that they have paid, one takes it back. */
export function shoppingDay(wishes: readonly string[], day: number, customers: number): object[] {
  let at = FIRST + day * DAY_MS;
  const lines: object[] = [];
  const add = (line: object) => lines.push({ at: new Date(at += 7_000).toISOString(), ...line });
  for (let i = 0; i < customers; i++) {
    const number = day * customers + i + 1;
    const says = (text: string) => add({ chat: `c${number}`, text });
    says(`ambil ${wishes[number % wishes.length]!} ${1 + (number % 3)}`);
    says('checkout');
    says('bandung');
    says('1');
    says(`Budi Santoso, 08123456${1000 + number}, Jl. Mawar ${number} RT 1 RW 2, Coblong`);
    says(number % 3 === 0 ? 'cod' : 'transfer');
    if (number % 3 === 1) {
      says('udah tf ya kak');
      add({ staff: 'siti', do: 'approve_payment', order: `DK-${number}` });
    }
    if (number % 5 === 0) says(`batal DK-${number}`);
  }
  return lines;
}
