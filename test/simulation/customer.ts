import type { Received } from '../test-shop.ts';
import type { Dice } from './dice.ts';

/** What a customer does next: says something, taps a choice, shows a photo, or nothing. */
export type Act =
  | { readonly kind: 'says'; readonly text: string; readonly times: number }
  | { readonly kind: 'taps'; readonly choice: string; readonly times: number }
  | { readonly kind: 'shows'; readonly file: string }
  | null;

const GOODS = ['spatula silikon', 'wajan teflon 28', 'wajan teflon 24', 'talenan kayu 30', 'toples kaca', 'air fryer', 'rice cooker', 'gelas takar', 'panci susu'];
const PLACES = ['bandung', 'kota surabaya', 'jakarta selatan', 'semarang', 'makassar', 'coblong bandung'];
const ASIDES = ['ongkirnya berapa?', 'buka jam brp kak', 'ada garansi ga', 'makasih kak', 'keranjangku isinya apa aja', '?', 'kembali', '👍', 'jual pulsa ga', 'bahannya apa'];
const HABITS = ['plain', 'double_tapper', 'mind_changer', 'hoarder', 'liar', 'wanderer'] as const;

/** One customer with a habit. She looks at what she was shown last and goes on from there. */
export class Customer {
  readonly chat: string;
  readonly habit: (typeof HABITS)[number];
  private readonly dice: Dice;
  private screen: Received | null = null;

  constructor(number: number, dice: Dice) {
    this.chat = `c${number}`;
    this.dice = dice;
    this.habit = dice.pick(HABITS);
  }

  sees(message: Received): void { this.screen = message; }

  acts(): Act {
    const { dice } = this;
    if (this.habit === 'wanderer' && dice.chance(0.4)) return null;
    if (dice.chance(0.08)) return { kind: 'says', text: dice.pick(ASIDES), times: this.times() };
    if (this.habit === 'mind_changer' && dice.chance(0.12)) return { kind: 'says', text: dice.pick(['batal', 'gak jadi 2, 1 aja', 'kosongkan keranjang', 'kembali', 'ubah']), times: 1 };
    if (this.habit === 'liar' && dice.chance(0.2)) return { kind: 'says', text: 'udah tf ya kak', times: 1 };
    const said = this.screen?.text ?? '';
    const choices = this.screen?.choices ?? [];
    if (/Kirim .*(nama|alamat)|No\. HP|Alamat lengkapnya/.test(said)) return this.say(`Budi ${this.chat}, 08123456${1000 + dice.below(9000)}, Jl. Mawar ${1 + dice.below(90)} RT 1 RW 2, Coblong`);
    if (/ke kota atau kecamatan mana/.test(said)) return this.say(dice.pick(PLACES));
    if (/sudah kami catat\./.test(said) && dice.chance(0.5)) {
      return dice.chance(0.5) ? { kind: 'shows', file: `bukti-${this.chat}.jpg` } : this.say(dice.pick(['udah tf ya kak', 'pesananku gimana kak', 'batalin pesanan dong', 'ubah pesanan']));
    }
    if (choices.length > 0 && dice.chance(0.85)) {
      const checkout = choices.find((offer) => offer.label === 'Checkout');
      const choice = checkout && dice.chance(0.6) ? checkout : dice.pick(choices);
      return dice.chance(0.6) ? { kind: 'taps', choice: choice.id, times: this.habit === 'double_tapper' ? 3 : 1 } : this.say(dice.chance(0.5) ? choice.label : String(1 + dice.below(choices.length)));
    }
    if (dice.chance(0.35)) return this.say('checkout');
    const amount = this.habit === 'hoarder' ? 5 + dice.below(30) : 1 + dice.below(3);
    return this.say(dice.pick([`ambil ${dice.pick(GOODS)} ${amount}`, `${dice.pick(GOODS)} ada?`, 'pesan lagi seperti kemarin', 'admin', 'halo kak', 'checkout']));
  }

  private say(text: string): Act { return { kind: 'says', text, times: this.times() }; }
  private times(): number { return this.habit === 'double_tapper' && this.dice.chance(0.3) ? 2 : 1; }
}
