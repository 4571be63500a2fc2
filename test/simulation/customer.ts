import type { Dice } from './dice.ts';
import type { Arrived } from './post.ts';
import type { Content } from './step.ts';

/** What a customer does next: the same thing so many times, or nothing. */
export interface Act { readonly content: Content; readonly times: number }

const GOODS = ['spatula silikon', 'wajan teflon 28', 'wajan teflon 24', 'talenan kayu sedang', 'parutan 4 sisi', 'panci presto 4', 'wajan besi tempa 45', 'gunting dapur', 'panci susu 16', 'sutil kayu'];
const PLACES = ['bandung', 'kota surabaya', 'jakarta selatan', 'semarang', 'makassar', 'coblong bandung'];
const NAMES = ['Budi Santoso', 'Rina', 'Dewi Lestari', 'Agus', 'Wati Kurnia'];
const ASIDES = ['ongkirnya berapa?', 'buka jam brp kak', 'ada garansi ga', 'makasih kak', 'keranjangku isinya apa aja', '?', 'kembali', '👍', 'jual pulsa ga', 'bahannya apa', 'admin', 'kok lama banget sih!!', 'kabarin kalau ada lagi ya', 'hapus data saya', 'ya', '2'];
const CODES = ['kode SEPULUH', 'kode LIMARIBU', 'pakai voucher sepuluh ya', 'kode NGARANG'];
const REGRETS = ['batal', 'gak jadi 2, 1 aja', 'kosongkan keranjang', 'kembali', 'ubah', 'ubah pesanan', 'batalin pesanan dong', 'ganti alamat', 'pakai cod aja'];
const AFTER = ['udah tf ya kak', 'pesananku gimana kak', 'batalin pesanan dong', 'ubah pesanan', 'pesan lagi seperti kemarin', 'barangnya sudah sampai kak'];
export const HABITS = ['plain', 'double_tapper', 'mind_changer', 'hoarder', 'liar', 'wanderer', 'night_owl'] as const;

const WEEK_MS = 7 * 86_400_000;

/** One customer with a habit. She looks at what she was shown last and goes on from there. */
export class Customer {
  readonly chat: string;
  readonly habit: (typeof HABITS)[number];
  /** Not seen in the shop before then. */
  awayUntil = 0;
  private readonly dice: Dice;
  private readonly place: string;

  constructor(chat: string, dice: Dice) {
    this.chat = chat;
    this.dice = dice;
    this.habit = dice.pick(HABITS);
    this.place = dice.pick(PLACES);
  }

  /** Whether she may be writing at this hour of the shop's day. */
  isUp(hour: number, now: number): boolean {
    if (now < this.awayUntil) return false;
    return this.habit === 'night_owl' ? hour >= 21 || hour < 5 : hour >= 7 && hour < 23;
  }

  acts(screen: readonly Arrived[], now: number): Act | null {
    const { dice } = this;
    if (this.habit === 'wanderer' && dice.chance(0.15)) {
      this.awayUntil = now + dice.below(2) * WEEK_MS;
      return null;
    }
    if (dice.chance(0.06)) return this.say(dice.pick(ASIDES));
    if (dice.chance(0.05)) return this.say(dice.pick(CODES));
    if (this.habit === 'mind_changer' && dice.chance(0.15)) return this.say(dice.pick(REGRETS));
    if (this.habit === 'liar' && dice.chance(0.15)) return dice.chance(0.5) ? this.say('udah tf ya kak, 50.000') : this.shows();
    const said = screen[0]?.text ?? '';
    const labels = screen.find(({ choices }) => choices.length > 0)?.choices.map(({ label }) => label) ?? [];
    if (/sudah kami catat\./.test(said)) return this.afterOrdering();
    if (/Kirim .*(nama|alamat)|No\. HP|Alamat lengkapnya|nama penerima/.test(said)) return this.say(`${dice.pick(NAMES)}, 08123456${1000 + dice.below(9000)}, Jl. Mawar ${1 + dice.below(90)} RT 1 RW 2, Coblong`);
    if (/ke kota atau kecamatan mana/.test(said)) return this.say(dice.chance(0.85) ? this.place : dice.pick(PLACES));
    if (labels.length > 0 && dice.chance(0.88)) return this.chooses(labels);
    if (dice.chance(0.35)) return this.say('checkout');
    const amount = this.habit === 'hoarder' ? 3 + dice.below(30) : 1 + dice.below(3);
    return this.say(dice.pick([`ambil ${dice.pick(GOODS)} ${amount}`, `ambil ${dice.pick(GOODS)} ${amount} sama ${dice.pick(GOODS)} 1`, `${dice.pick(GOODS)} ada?`, 'pesan lagi seperti kemarin', 'checkout']));
  }

  private afterOrdering(): Act | null {
    const roll = this.dice.next();
    if (roll < 0.3) return this.shows();
    if (roll < 0.6) return this.say(this.dice.pick(AFTER));
    return roll < 0.8 ? null : this.say(`ambil ${this.dice.pick(GOODS)} 1`);
  }

  private chooses(labels: readonly string[]): Act {
    const { dice } = this;
    const wanted = labels.filter((label) => label === 'Checkout' || /Transfer|QRIS|Bayar di tempat|^Ya/.test(label));
    const label = wanted.length > 0 && dice.chance(0.7) ? dice.pick(wanted) : dice.pick(labels);
    if (dice.chance(0.65)) return { content: { kind: 'tap', label, back: dice.chance(0.06) ? 1 + dice.below(2) : 0 }, times: this.times(0.8) };
    return this.say(dice.chance(0.5) ? label : String(1 + dice.below(labels.length)));
  }

  private say(text: string): Act { return { content: { kind: 'text', text }, times: this.times(0.3) }; }
  private shows(): Act { return { content: { kind: 'photo', file: `bukti-${this.dice.below(20)}.jpg`, caption: '' }, times: 1 }; }
  private times(impatient: number): number { return this.habit === 'double_tapper' && this.dice.chance(impatient) ? 2 + this.dice.below(2) : 1; }
}
