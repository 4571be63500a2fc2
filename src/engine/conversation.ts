import type { IncomingContent } from '../channels/channel.ts';
import type { ShopEvent } from '../database/inbox.ts';
import type { FlowModule, Module, Step } from '../flow/flow.ts';
import type { FlowTalk } from '../flow/question.ts';
import type { Deed, Offer, Said } from '../flow/said.ts';
import type { Memory, Talk, Tapped, WishTalk } from '../flow/talk.ts';
import type { Shop } from '../shop/shop.ts';
import type { Intent, Meaning, Wish } from '../understanding/meaning.ts';
import type { Say } from '../wording/say.ts';
import { closeGroup, forget, put, standing, stillTold, takeBack, tell } from './frames.ts';
import type { Modules } from './modules.ts';
import { leadingNumber, readLabel, readOffer, readWorded } from './offers.ts';
import { openFrame, topOf, type Frame, type Session } from './session.ts';
import { readWay, type Way } from './ways.ts';

/** How sure a wish must be to be followed: with a question open, an answer is as likely. */
const FOLLOW = 0.3;
const FOLLOW_ASIDE = 0.5;
/** A flow whose `done` asks again more often than this in one turn is broken. */
const MOST_ASK_AGAIN = 5;

const NOT_TAPPED: Tapped = { chosen: false, sku: null, quantity: null, order: null, text: null };

/**
 * One message in one chat: who gets it (the ladder of design §4), what is said. Changes the session it is given and,
 * through flows, the shop.
 */
export class Conversation {
  private readonly modules: Modules;
  private readonly session: Session;
  private readonly shop: Shop;
  private readonly say: Say;
  private readonly meaning: Meaning;
  private readonly photo: string | null;
  private readonly parts: Said[] = [];
  /** This message told something to the open flow, so it may have told more. */
  private hearing = false;
  /** This message answered a question still to come. */
  private noted = false;
  /** The open question was answered or changed: what comes next is new, not "again". */
  private moved = false;
  private quiet = false;
  private leftOpen = false;
  private understood = true;

  constructor(world: { modules: Modules; session: Session; shop: Shop; say: Say; meaning: Meaning; photo: string | null }) {
    this.modules = world.modules;
    this.session = world.session;
    this.shop = world.shop;
    this.say = world.say;
    this.meaning = world.meaning;
    this.photo = world.photo;
  }

  /** The parts of the reply, in order; none where silence is right. */
  hear(content: IncomingContent | ShopEvent): readonly Said[] {
    switch (content.kind) {
      case 'text':
      case 'contact': this.climb(); break;
      case 'photo': this.seePhoto(); break;
      case 'location': this.seePin(`${content.latitude.toFixed(6)},${content.longitude.toFixed(6)}`); break;
      case 'other': this.speak({ text: this.say(`other.${content.what}`) }); break;
      // What a task found out: the module of that name says it.
      case 'event': this.followModule(content.name, { ...NOT_TAPPED, order: orderIn(content.data) }); break;
      case 'tap': break;
    }
    return this.close();
  }

  /** A point on the map helps the courier, but is no address: the rest is asked for in words. */
  private seePin(pin: string): void {
    const ordering = this.session.stack.some((frame) => frame.flow === 'checkout');
    this.speak({ text: this.say(ordering ? 'other.pin' : 'other.location'), pin });
  }

  /** A tapped choice. */
  take(offer: Offer): readonly Said[] {
    this.do(offer.does);
    return this.close();
  }

  /** A tap on a choice that has been taken or has passed. */
  stale(): readonly Said[] {
    this.speak({ text: this.say('choice.stale') });
    return this.close();
  }

  get misunderstood(): boolean { return !this.understood; }

  /** The open question was not put again, out of tact: what it offered is still what "1" points at. */
  get leavesQuestionOpen(): boolean { return this.leftOpen; }

  // — the ladder —

  private climb(): void {
    if (this.wordless()) return;
    if (this.meaning.angry && this.shop.chat.mode === 'bot' && this.followModule('angry', NOT_TAPPED)) return;
    const way = readWay(this.meaning);
    const worded = way === 'cancel' ? readWorded(this.session.offers, this.meaning) : null;
    if (worded) return this.do(worded.does);
    if (way && this.takeWay(way)) return;
    const offer = readOffer(this.session.offers, this.meaning);
    if (offer) return this.do(offer.does);
    // A question in passing does not swallow a message that wishes for more than its answer.
    if (this.inPassing() && this.wishesForMore() && this.followWishes()) return;
    if (this.answerSurely()) return;
    const earlier = this.earlierOffer();
    if (earlier) return this.do(earlier.does);
    if (this.outOfRange()) return;
    if (this.followWishes()) return;
    if (this.answerMaybe()) return;
    this.understood = false;
    this.followModule('not_understood', NOT_TAPPED);
  }

  /** Nothing but signs: a thumb is a yes, folded hands are thanks, anything else brings the open question again. */
  private wordless(): boolean {
    const { raw, yesNo } = this.meaning;
    if (/[\p{L}\p{N}]/u.test(raw)) return false;
    const offer = readOffer(this.session.offers, this.meaning);
    if (offer) this.do(offer.does);
    else if (yesNo === 'yes') this.followModule('yes', NOT_TAPPED);
    else if (/\p{Extended_Pictographic}/u.test(raw)) this.followModule('thanks', NOT_TAPPED);
    else if (!topOf(this.session)) this.speak({ text: this.say(raw.trim() === '' ? 'other.empty' : 'menu.text') });
    return true;
  }

  /** A bare number where choices are asked, and none has it. */
  private outOfRange(): boolean {
    const count = this.session.offers.length;
    if (count === 0 || !topOf(this.session)?.asked || !/^\W*\d{1,3}\W*$/.test(this.meaning.raw)) return false;
    this.speak({ text: this.say('choice.out_of_range', { jumlah: String(count) }) });
    return true;
  }

  /** "mau 2 kirim ke Cimahi" orders, and is more than the place that was asked for in passing. */
  private wishesForMore(): boolean {
    const { wishes, quantity } = this.meaning;
    return wishes.length > 1 || (wishes[0]?.intent === 'add_to_cart' && quantity !== null && wishes[0].place !== null);
  }

  private inPassing(): boolean {
    const frame = topOf(this.session);
    return frame !== undefined && this.modules.flow(frame.flow)?.passing === true;
  }

  /** What was offered before the last reply still stands on her screen; an aside has not withdrawn it. */
  private earlierOffer(): Offer | null {
    const { offers, earlier } = this.session;
    // With a checkout's question open, "ya" and "2" speak to that: only its own words take what was offered before it.
    return offers.length === 0 && (!topOf(this.session)?.asked || this.inPassing()) ? readOffer(earlier, this.meaning) : readLabel(earlier, this.meaning);
  }

  private takeWay(way: Way): boolean {
    const frame = topOf(this.session);
    switch (way) {
      case 'cancel': {
        if (!frame) return false;
        this.session.stack.pop();
        const leaving = this.modules.flow(frame.flow)?.leaving;
        this.speak(leaving ? leaving(this.talk()) : { text: this.say('way.cancelled') });
        return true;
      }
      case 'back':
        if (!frame) this.speak({ text: this.say('way.nothing_to_take_back') });
        else if (takeBack(frame)) this.moved = true;
        return true;
      case 'my_data':
      case 'erase_me': return this.followModule(way, NOT_TAPPED);
      case 'menu': return this.followModule('menu', NOT_TAPPED);
      case 'human': return this.followIntent('talk_to_human', NOT_TAPPED);
      case 'start': {
        const text = this.meaning.raw.trim().split(/\s+/)[1] ?? null;
        return this.followModule('start', { ...NOT_TAPPED, text });
      }
    }
  }

  /** A leading number or a sure reading of the open question. */
  private answerSurely(): boolean {
    const frame = topOf(this.session);
    const flow = frame && this.modules.flow(frame.flow);
    if (!frame || !flow || frame.asked === null) return false;
    const leading = leadingNumber(this.session.offers, this.meaning);
    if (leading?.does.kind === 'answer') {
      this.do(leading.does);
      this.hearing = true;
      return true;
    }
    const at = standing(flow, frame, this.talk(), false);
    if (at.kind !== 'asks' || at.step.key !== frame.asked.key) return false;
    const reading = at.step.question.read(at.talk);
    if (reading.kind === 'refused') {
      this.speak({ text: reading.say });
      return true;
    }
    if (reading.kind === 'sure') this.answer(frame, at.step.key, reading.value);
    return this.hearAhead(frame, flow, at.step, at.talk) || reading.kind === 'sure';
  }

  /** The phone number, when the name is asked: the answer to a question still to come is not thrown away. */
  private hearAhead(frame: Frame, flow: FlowModule, asked: Step, talk: FlowTalk<Record<string, unknown>>): boolean {
    const ahead = flow.steps.slice(flow.steps.indexOf(asked) + 1);
    const heard = ahead.flatMap((step) => {
      const mayHear = frame.facts[step.key] === undefined && step.question.early?.every((key) => talk.facts[key] !== undefined);
      const value = mayHear ? step.question.hears?.(talk) : undefined;
      return value === undefined ? [] : [{ key: step.key, value }];
    });
    for (const { key, value } of heard) tell(frame, key, value);
    if (heard.length === 0) return false;
    this.hearing = true;
    this.noted = true;
    return true;
  }

  private answerMaybe(): boolean {
    const frame = topOf(this.session);
    const flow = frame && this.modules.flow(frame.flow);
    if (!frame || !flow || frame.asked === null) return false;
    const at = standing(flow, frame, this.talk(), false);
    if (at.kind !== 'asks' || at.step.key !== frame.asked.key) return false;
    const reading = at.step.question.read(at.talk);
    if (reading.kind !== 'maybe') return false;
    this.answer(frame, at.step.key, reading.value);
    return true;
  }

  private answer(frame: Frame, key: string, value: unknown): void {
    tell(frame, key, value);
    this.hearing = true;
    this.moved = true;
  }

  /** Every wish of the message, in the order it was said. */
  private followWishes(): boolean {
    const asked = topOf(this.session)?.asked ?? null;
    let followed = false;
    for (const wish of this.meaning.wishes) {
      const namesGoods = wish.products.some((mention) => mention.candidates.length > 0);
      if (wish.score < (asked && !namesGoods ? FOLLOW_ASIDE : FOLLOW)) continue;
      if (this.follow(wish, NOT_TAPPED)) followed = true;
    }
    return followed;
  }

  private follow(wish: Wish, tapped: Tapped): boolean {
    const talk: WishTalk = { wish, tapped, ...this.talk() };
    return this.modules.for(wish.intent).some((module) => this.call(module, talk));
  }

  private followIntent(intent: Intent, tapped: Tapped): boolean {
    return this.follow(plainWish(intent, this.meaning), tapped);
  }

  private followModule(name: string, tapped: Tapped): boolean {
    const module = this.modules.all.find((candidate) => candidate.name === name);
    const intent = (Object.keys(module?.begins ?? {})[0] ?? 'affirm') as Intent;
    return module ? this.call(module, { wish: plainWish(intent, this.meaning), tapped, ...this.talk() }) : false;
  }

  /** False when the module declines: then nothing has happened. */
  private call(module: Module, talk: WishTalk): boolean {
    if (module.kind === 'flow') {
      const open = this.session.stack.findIndex((frame) => frame.flow === module.name);
      const earlier = open >= 0 && module.passing ? this.session.stack.splice(open, 1)[0]! : null;
      if (open >= 0 && !earlier) {
        this.session.stack.push(...this.session.stack.splice(open, 1));
        this.hearing = true;
        return true;
      }
      const facts = module.begin(talk);
      if (facts === null) return false;
      const opening = module.opening?.(talk);
      if (opening) this.speak(opening);
      this.start(module.name, { ...(earlier && stillTold(module, earlier.facts, facts)), ...facts });
      return true;
    }
    const said = module.kind === 'answer' ? module.reply(talk) : module.act(talk);
    if (said === null) return false;
    this.speak(said);
    return true;
  }

  private start(flow: string, facts: Readonly<Record<string, unknown>>): void {
    if (!this.modules.flow(flow)?.passing) {
      this.session.stack = this.session.stack.filter((frame) => frame.flow === flow || !this.modules.flow(frame.flow)?.passing);
    }
    const open = this.session.stack.findIndex((frame) => frame.flow === flow);
    const frame = open >= 0 ? this.session.stack.splice(open, 1)[0]! : openFrame(flow, {});
    this.session.stack.push(frame);
    for (const [key, value] of Object.entries(facts)) if (value !== undefined) frame.facts[key] = value;
    this.hearing = true;
    // A flow that is new here has not asked yet; what was open before it stands where it stood.
    if (open >= 0) this.moved = true;
  }

  private seePhoto(): void {
    const frame = topOf(this.session);
    if (this.answerSurely()) return;
    const followed = this.followModule('photo', NOT_TAPPED);
    if (!followed && !frame) this.speak({ text: this.say('other.photo') });
  }

  /** Carries out a choice that was taken. */
  private do(deed: Deed): void {
    switch (deed.kind) {
      case 'answer': {
        const frame = this.session.stack.findLast((open) => open.asked?.key === deed.key);
        if (!frame) return this.speak({ text: this.say('choice.stale') });
        this.answer(frame, deed.key, deed.value);
        this.hearing = false;
        return;
      }
      case 'wish': {
        const wish = plainWish(deed.intent, this.meaning);
        this.follow(wish, { ...tappedBy(deed), chosen: false });
        return;
      }
      case 'do': this.followModule(deed.module, tappedBy(deed)); return;
      case 'start':
        this.start(deed.flow, deed.facts);
        this.hearing = false;
        return;
      case 'forget': {
        const frame = topOf(this.session);
        if (!frame) return this.speak({ text: this.say('choice.stale') });
        forget(frame, deed.keys, true);
        this.moved = true;
        return;
      }
    }
  }

  // — composing —

  /** Spread last where more stands beside it: V8 in Node 20 takes a microsecond for each property that is written behind a spread. */
  private talk(): Talk {
    return { shop: this.shop, say: this.say, meaning: this.meaning, memory: this.session.memory,
      open: this.session.stack.map((frame) => frame.flow), offered: this.session.offers, missed: this.session.missed,
      photo: this.photo };
  }

  private speak(said: Said): void {
    if (said.text !== '' || said.offers || said.photo) this.parts.push(said);
    this.session.memory = this.parts.length > 1 ? alsoRemembered(this.session.memory, said) : remembered(this.session.memory, said);
    if (said.quiet) this.quiet = true;
    if (said.start) this.start(said.start.flow, said.start.facts);
    const correction = said.forget;
    const corrected = correction && this.session.stack.find((frame) => frame.flow === correction.flow);
    if (corrected) {
      forget(corrected, correction.keys, true);
      this.hearing = true;
      this.moved = true;
    }
  }

  /** Works the open flows until one asks or none is left; then the open question comes last, in short if it is the same. */
  private close(): readonly Said[] {
    let askedAgain = 0;
    for (let frame = topOf(this.session); frame; frame = topOf(this.session)) {
      const flow = this.modules.flow(frame.flow);
      if (!flow) {
        this.session.stack.pop();
        continue;
      }
      const pointless = flow.pointless?.(this.talk());
      if (pointless) {
        this.session.stack.pop();
        this.speak(pointless);
        continue;
      }
      const at = standing(flow, frame, this.talk(), this.hearing);
      if (at.kind === 'asks') {
        // What the message tells beyond the question that comes next is kept: a whole order form at once.
        if (this.hearing) this.hearAhead(frame, flow, at.step, at.talk);
        const again = frame.asked?.key === at.step.key && !this.moved;
        this.leftOpen = again && this.quiet;
        if (!this.leftOpen) {
          if (again && this.noted && this.parts.length === 0) this.parts.push({ text: this.say('checkout.noted') });
          if (at.changed) this.parts.push({ text: at.changed });
          const asked = put(frame, at, again && this.parts.length > 0);
          this.parts.splice(0, this.parts.length, ...announcingLast(this.parts), asked);
          this.session.memory = remembered(this.session.memory, asked);
        }
        closeGroup(frame);
        break;
      }
      const done = flow.done({ facts: at.facts, told: new Set(Object.keys(at.facts)), ...this.talk() });
      if (done.kind === 'end') {
        this.session.stack.splice(this.session.stack.indexOf(frame), 1);
        this.hearing = false;
        this.moved = false;
        this.speak(done.say);
        continue;
      }
      if (done.forget.length === 0 || ++askedAgain > MOST_ASK_AGAIN) throw new Error(`flow ${flow.name} goes in circles`);
      forget(frame, done.forget);
      this.moved = true;
      this.speak(done.say);
    }
    return this.parts;
  }
}

/** "keranjangnya:" announces the open question: what else is said stands before it. */
function announcingLast(parts: readonly Said[]): readonly Said[] {
  const announces = (part: Said): boolean => part.text.endsWith(':');
  return [...parts.filter((part) => !announces(part)), ...parts.filter(announces)];
}

function remembered(memory: Memory, said: Said): Memory {
  return {
    shown: said.shows && said.shows.length > 0 ? said.shows.slice(0, 10) : memory.shown,
    focus: said.undecided ? null : said.shows?.[0] ?? memory.focus,
    place: said.place ?? memory.place,
    order: memory.order,
    pin: said.pin === undefined ? memory.pin : said.pin,
  };
}

/** A second answer in one reply does not hide what the first showed: "ambil dua-duanya". */
function alsoRemembered(memory: Memory, said: Said): Memory {
  const now = remembered(memory, said);
  return { ...now, shown: [...new Set([...now.shown, ...memory.shown])].slice(0, 10) };
}

/** The order a task's result is about. */
const orderIn = (data: unknown): string | null =>
  (typeof data === 'object' && data !== null && 'order' in data && typeof data.order === 'string' ? data.order : null);

const plainWish = (intent: Intent, meaning: Meaning): Wish =>
  meaning.wishes.find((wish) => wish.intent === intent) ?? {
    intent, score: 1, products: [], place: meaning.place, maxPrice: meaning.maxPrice, text: meaning.normal,
  };

const tappedBy = (deed: { sku?: string; quantity?: number; order?: string; text?: string }): Tapped => ({
  chosen: true, sku: deed.sku ?? null, quantity: deed.quantity ?? null, order: deed.order ?? null, text: deed.text ?? null,
});

