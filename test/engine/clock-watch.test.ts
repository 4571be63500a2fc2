import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/database/open.ts';
import { loadFlows } from '../../src/engine/load-flows.ts';
import { openShop, type OpenShop } from '../../src/open-shop.ts';
import { openHolidays } from '../../src/shop/service/holidays.ts';
import { createGazetteer } from '../../src/shop/shipping/gazetteer.ts';
import { sampleCatalogue } from '../test-shop.ts';
import { orderForm } from '../shop/ordering/buying.ts';

const catalogue = await sampleCatalogue();
const once = { catalogue, modules: await loadFlows(), gazetteer: createGazetteer(), holidays: openHolidays() };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONDAY = Date.parse('2026-11-23T10:00:00+07:00');

/** A machine with a clock that can be set, and a shop on it that looks at its sweeps every minute. */
class Machine {
  readonly db = openDatabase(':memory:');
  wall = MONDAY;
  private since = 1_000_000;
  private nextId = 0;
  readonly pauseMs: number;
  shop: OpenShop;

  constructor(pauseMs = 0) {
    this.pauseMs = pauseMs;
    this.shop = this.boot();
  }

  private boot(): OpenShop {
    return openShop({
      ...once, db: this.db, now: () => this.wall, uptime: () => this.since, pauseMs: this.pauseMs, committed: () => {},
      failed: (what, error) => { throw new Error(what, { cause: error }); },
    });
  }

  /** Time passes, awake. */
  pass(ms: number, every = MINUTE): void {
    for (let left = ms; left > 0; left -= every) {
      this.wall += Math.min(every, left);
      this.since += Math.min(every, left);
      this.shop.sweep();
    }
  }

  /** Time passes while nobody looks: the machine sleeps. */
  sleep(ms: number): void {
    this.wall += ms;
    this.since += ms;
    this.shop.sweep();
  }

  /** Somebody sets the clock. */
  set(by: number): void {
    this.wall += by;
    this.shop.sweep();
  }

  /** The machine is off for so long, and starts again with its clock showing `by` more than it should. */
  off(ms: number, by = 0): void {
    this.wall += ms + by;
    this.since = 1_000;
    this.shop = this.boot();
    this.shop.engine.recover();
    this.shop.sweep();
  }

  says(text: string): void {
    this.shop.engine.accept({ channel: 'terminal', id: `m${++this.nextId}`, chat: 'c1', name: null, quoted: null, phone: null, content: { kind: 'text', text } });
  }

  orders(): void {
    this.shop.sweep();
    this.says(orderForm('spatula silikon 1'));
    this.says('transfer');
    expect(this.state()).toBe('awaiting_payment');
  }

  state = (): unknown => this.db.prepare('SELECT state FROM orders WHERE id = 1').pluck().get();
  alarms = (): string[] => this.db.prepare(`SELECT json_extract(data, '$.reason') FROM events WHERE kind = 'staff.alert'`).pluck().all() as string[];
  unanswered = (): unknown => this.db.prepare(`SELECT count(*) FROM inbox WHERE state = 'new'`).pluck().get();
}

describe('a clock that is set (F28)', () => {
  it.each([['+1 day', DAY], ['+1 hour and the rest of the time to pay', 24 * HOUR - 30 * MINUTE], ['+10 years', 3_650 * DAY]])('by %s lapses no order, and the owner is told', (_name, by) => {
    const machine = new Machine();
    machine.orders();
    machine.pass(40 * MINUTE);
    machine.set(by);
    expect(machine.state()).toBe('awaiting_payment');
    expect(machine.alarms()).toContain('clock_jumped');
    machine.pass(23 * HOUR);
    expect(machine.state()).toBe('awaiting_payment');
    // Put right in time, nothing has happened at all, and the order lapses when it should.
    machine.set(-by);
    expect(machine.alarms()).toContain('clock_right');
    machine.pass(30 * MINUTE);
    expect(machine.state()).toBe('expired');
  });

  it.each([['−1 hour', -HOUR], ['−1 day', -DAY], ['to 1970', -MONDAY]])('by %s tells the owner, goes on serving, and lapses nothing early', (_name, by) => {
    const machine = new Machine();
    machine.orders();
    machine.pass(10 * MINUTE);
    machine.set(by);
    expect(machine.alarms()).toEqual(['clock_jumped']);
    machine.says('jam buka?');
    expect(machine.unanswered()).toBe(0);
    machine.set(-by);
    machine.pass(23 * HOUR);
    expect(machine.state()).toBe('awaiting_payment');
    machine.pass(HOUR);
    expect(machine.state()).toBe('expired');
  });

  it('back leaves no message and no reply waiting for the old time to come round', () => {
    const machine = new Machine(2_000);
    machine.shop.sweep();
    machine.says('halo kak');
    expect(machine.unanswered()).toBe(1);
    machine.shop.engine.transact(() => {
      const row = machine.shop.tables.outbox.insert({ chat: 1, sender: 'bot', text: 'lagi', choices: null, photo: null, state: 'ready', dueAt: machine.wall, at: machine.wall });
      machine.shop.tables.outbox.later(row, machine.wall + 60_000, 'unknown: timeout');
      machine.shop.tables.tasks.add('remove_photos', null, { files: [] }, machine.wall + 60_000);
    });
    machine.set(-DAY);
    expect(machine.unanswered()).toBe(0);
    expect(machine.shop.tables.outbox.open().filter((row) => row.due_at > machine.wall)).toEqual([]);
    expect(machine.shop.tables.tasks.due(machine.wall, 10)).toHaveLength(1);
  });

  it('that is not put right is believed after a day, so that the shop goes on', () => {
    const machine = new Machine();
    machine.orders();
    machine.set(2 * DAY);
    machine.pass(DAY - MINUTE);
    expect(machine.state()).toBe('awaiting_payment');
    machine.pass(2 * MINUTE);
    expect(machine.state()).toBe('expired');
  });

  it('while the machine was off is noticed where it shows an earlier time, or an impossibly late one', () => {
    for (const by of [-2 * DAY, 400 * DAY]) {
      const machine = new Machine();
      machine.orders();
      machine.off(HOUR, by);
      expect(machine.alarms()).toHaveLength(1);
      machine.pass(20 * HOUR);
      expect(machine.state()).toBe('awaiting_payment');
    }
  });

  it('keeps what is held across a restart', () => {
    const machine = new Machine();
    machine.orders();
    machine.set(2 * DAY);
    machine.off(MINUTE);
    machine.pass(20 * HOUR);
    expect(machine.state()).toBe('awaiting_payment');
    machine.pass(5 * HOUR);
    expect(machine.state()).toBe('expired');
  });

  it('by what people and time servers set by the way is no news', () => {
    const machine = new Machine();
    machine.orders();
    for (let i = 0; i < 10; i++) machine.set(i % 2 === 0 ? 4 * MINUTE : -4 * MINUTE);
    machine.pass(25 * HOUR);
    expect(machine.alarms()).toEqual([]);
    expect(machine.state()).toBe('expired');
  });
});

describe('a machine that sleeps or is off (F27)', () => {
  it.each([['sleeps', (machine: Machine) => machine.sleep(8 * HOUR)], ['is off', (machine: Machine) => machine.off(8 * HOUR)]])(
    'eight hours: it %s, nothing is lost, and a proof that came meanwhile is in time', (_how, away) => {
      const machine = new Machine();
      machine.orders();
      machine.pass(18 * HOUR);
      away(machine);
      expect(machine.alarms()).toEqual([]);
      expect(machine.state()).toBe('awaiting_payment');
      // What waited at the provider comes in now, two hours after the time to pay ended.
      machine.says('sudah transfer ya kak');
      machine.pass(DAY);
      expect(machine.state()).toBe('awaiting_payment');
      expect(machine.shop.desk.approvePayment({ by: 'siti', id: 'a' }, 'DK-1').kind).toBe('done');
    });

  it('eight hours: what nobody paid lapses once it has caught up, once', () => {
    const machine = new Machine();
    machine.orders();
    machine.pass(18 * HOUR);
    machine.sleep(8 * HOUR);
    machine.pass(15 * MINUTE);
    expect(machine.state()).toBe('expired');
    expect(machine.db.prepare(`SELECT count(*) FROM order_events WHERE state = 'expired'`).pluck().get()).toBe(1);
  });
});
