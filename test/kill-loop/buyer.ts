import type { Person } from '../stand-ins/bot-api/person.ts';
import type { Kept } from '../stand-ins/bot-api/world.ts';
import type { Dice } from '../simulation/dice.ts';

/** After so long without an answer a customer says it again, ms. Much longer than a start takes. */
const PATIENCE_MS = 6_000;
/** A customer reads before answering, ms. */
const READING_MS = 120;
/** Stands under what the bot may have sent before. */
export const MAYBE_TWICE = /\n\(pesan ini mungkin terkirim dua kali\)$/;

export interface Wish {
  readonly title: string;
  readonly pieces: number;
}

/** A customer who buys one thing once, going by what the shop showed last, and says it again when nothing came back. */
export class Buyer {
  readonly person: Person;
  readonly wish: Wish;
  /** Updates this customer caused. */
  updates = 0;
  /** How often the wish was said: each saying asks for that many pieces more. */
  wished = 0;
  repeats = 0;
  /** The orders this customer was told of. */
  readonly told = new Set<string>();
  private readonly dice: Dice;
  private readonly read = new Set<string>();
  private unanswered: Kept | null = null;
  private actAt: number;
  private deed: () => void;

  constructor(person: Person, wish: Wish, dice: Dice, now: number) {
    this.person = person;
    this.wish = wish;
    this.dice = dice;
    this.actAt = now;
    this.deed = this.saying('/start');
  }

  get chat(): number { return this.person.user.id; }
  get done(): boolean { return this.told.size > 0; }

  sees(bubble: Kept, now: number): void {
    const words = bubble.seen.replace(MAYBE_TWICE, '');
    const again = words !== bubble.seen && this.read.has(words);
    this.read.add(words);
    if (again) return;
    const number = /Pesanan (\S+-\d+) sudah kami catat/.exec(bubble.seen)?.[1];
    if (number !== undefined) this.told.add(number);
    this.unanswered = bubble;
    this.actAt = now + this.dice.below(READING_MS);
  }

  /** Does what is to be done by now: answers, or does the same again. */
  act(now: number): void {
    if (this.done || now < this.actAt) return;
    if (this.unanswered) {
      this.deed = this.answerTo(this.unanswered);
      this.unanswered = null;
    } else if (this.updates > 0) this.repeats++;
    this.deed();
    this.updates++;
    this.actAt = now + PATIENCE_MS;
  }

  private answerTo(bubble: Kept): () => void {
    const { dice } = this;
    const buttons = labelsOf(bubble);
    const payments = buttons.filter((label) => /^(Transfer|QRIS|Bayar di tempat)/.test(label));
    const services = buttons.filter((label) => / Rp[\d.]+$/.test(label));
    if (payments.length > 0) return this.choice(bubble, dice.pick(payments));
    if (services.length > 0) return this.choice(bubble, dice.pick(services));
    if (/kota atau kecamatan mana/.test(bubble.seen)) return this.saying('bandung');
    if (/nama penerima|No\. HP|[Aa]lamat lengkap/.test(bubble.seen)) return this.saying(`Budi Santoso, 08123456${1000 + this.chat % 9000}, Jl. Mawar ${this.chat} RT 1 RW 2, Coblong`);
    if (buttons.includes('Checkout')) return this.choice(bubble, 'Checkout');
    return this.wished === 0 ? this.wishing() : this.saying('checkout');
  }

  /** Some tap, some write what stands on the button, as does who finds it used. */
  private choice(bubble: Kept, label: string): () => void {
    const writes = this.dice.chance(0.3);
    return () => void (writes || !labelsOf(bubble).includes(label) ? this.person.says(label) : this.person.taps(bubble, label));
  }

  private wishing(): () => void {
    return () => {
      this.wished++;
      this.person.says(`ambil ${this.wish.title} ${this.wish.pieces}`);
    };
  }

  private saying(text: string): () => void {
    return () => void this.person.says(text);
  }
}

const labelsOf = (bubble: Kept): string[] => bubble.reply_markup?.inline_keyboard.flat().map((button) => button.text) ?? [];
