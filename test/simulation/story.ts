import { Customer } from './customer.ts';
import { Dice } from './dice.ts';
import { ownerFiles } from './common-ground.ts';
import { Staff } from './staff.ts';
import type { Fate, Message, Step } from './step.ts';
import type { World } from './world.ts';

const HOUR = 3_600_000;
/** Hours that pass at once when nobody writes. */
const STRIDE = 2;
const FIRST_HOUR = 8;
/** Of a day in which somebody may write, night owls included. */
const AWAKE_HOURS = 20;
const FATES: readonly Fate[] = ['answer_lost', 'answer_lost', 'lost', 'lost', 'later', 'later', 'channel_waits', 'slow', 'slow', 'slow', 'refused'];
/** How often staff look, by hour of the day. */
const STAFFED = { from: 9, until: 17 };

export interface StoryOptions {
  readonly seed: number;
  readonly days: number;
  readonly customers: number;
  /** Talks a day, of one or two people. */
  readonly talks: number;
  /** Share of steps in which a process dies. */
  readonly deathRate: number;
}

/** What happens to a shop over some days. Looks at the world to know what people were shown; all chance hangs on the seed. */
export class Story {
  private readonly world: World;
  private readonly dice: Dice;
  private readonly options: StoryOptions;
  private readonly customers: readonly Customer[];
  private readonly staff: Staff;
  private ids = 0;

  constructor(world: World, options: StoryOptions) {
    this.world = world;
    this.options = options;
    this.dice = new Dice(options.seed);
    this.customers = Array.from({ length: options.customers }, (_, i) => new Customer(`c${i + 1}`, this.dice));
    this.staff = new Staff(world, this.dice);
  }

  *steps(): Generator<Step> {
    for (const step of this.plainSteps()) yield this.unlucky(step);
  }

  private *plainSteps(): Generator<Step> {
    const { dice, options } = this;
    for (let hours = 0; hours < options.days * 24; hours += STRIDE) {
      const hour = (FIRST_HOUR + hours) % 24;
      yield { do: 'pass', ms: STRIDE * HOUR };
      if (dice.chance(0.02)) yield* this.clockJumps();
      const up = this.customers.filter((customer) => customer.isUp(hour, this.world.now));
      if (up.length > 0 && dice.chance(options.talks * STRIDE / AWAKE_HOURS)) yield* this.talks([dice.pick(up), ...(dice.chance(0.5) ? [dice.pick(up)] : [])]);
      if (hour >= STAFFED.from && hour <= STAFFED.until ? dice.chance(0.5) : dice.chance(0.04)) yield* this.staff.work();
      if (dice.chance(0.06)) yield this.ownerSaves();
    }
  }

  /** One or two people write at the same time; what they send may come in one batch, twice, or in another order. */
  private *talks(people: readonly Customer[]): Generator<Step> {
    const { dice, world } = this;
    for (let turn = 0; turn < 12; turn++) {
      let interrupted = dice.chance(0.01);
      const messages: Message[] = [];
      const twins: Message[] = [];
      for (const person of new Set(people)) {
        const act = person.acts(world.post.screen(person.chat), world.now);
        if (!act) continue;
        const said = () => ({ chat: person.chat, id: `m${++this.ids}`, content: act.content });
        messages.push(said());
        for (let again = 1; again < act.times; again++) (dice.chance(0.3) ? messages : twins).push(said());
      }
      if (messages.length === 0) return;
      if (dice.chance(0.1)) messages.reverse();
      if (dice.chance(0.07)) {
        yield { do: 'fates', chat: dice.pick(people).chat, fates: Array.from({ length: 1 + dice.below(3) }, () => dice.pick(FATES)) };
        // People take a chat over when it seems stuck.
        interrupted ||= dice.chance(0.2);
      }
      if (dice.chance(0.002)) yield { do: 'fates', chat: dice.pick(people).chat, fates: ['blocked'] };
      if (dice.chance(0.6)) yield { do: 'hear', messages };
      else for (const message of messages) yield { do: 'hear', messages: [message] };
      for (const twin of twins) yield { do: 'hear', messages: [twin] };
      if (dice.chance(0.08)) yield { do: 'again', chat: dice.pick(people).chat, back: dice.below(3) };
      if (dice.chance(0.02)) yield this.ownerSaves();
      if (interrupted) yield this.staff.interrupt(dice.pick(people).chat);
      yield { do: 'pass', ms: 1_000 + dice.below(dice.chance(0.1) ? 900_000 : 20_000) };
    }
  }

  private ownerSaves(): Step { return { do: 'owner', version: this.dice.below(ownerFiles.length) }; }

  /** The clock is set wrongly, and right again some steps later. */
  private *clockJumps(): Generator<Step> {
    const ms = this.dice.pick([HOUR, -HOUR, 24 * HOUR, -24 * HOUR, -this.world.now]);
    yield { do: 'clock', ms };
    yield* this.talks([this.dice.pick(this.customers)]);
    yield { do: 'clock', ms: -ms };
  }

  /** Adds a death of the process, or a disk that is full for a moment. */
  private unlucky(step: Step): Step {
    const { dice } = this;
    const dies = dice.chance(this.options.deathRate) ? Array.from({ length: dice.chance(0.25) ? 2 : 1 }, () => 1 + dice.below(8)) : [];
    const fails = step.do === 'hear' && dice.chance(0.01) ? 1 + dice.below(4) : 0;
    return { ...step, ...(dies.length > 0 && { dies }), ...(fails > 0 && { fails }) };
  }
}
