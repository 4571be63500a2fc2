import type { OutgoingMessage } from '../../src/channels/channel.ts';
import type { Database } from '../../src/database/open.ts';
import { createDelivery, type Delivery } from '../../src/engine/deliver.ts';
import { createTaskRunner, type TaskRunner } from '../../src/engine/run-tasks.ts';
import { openShop, type OpenShop } from '../../src/open-shop.ts';
import { createReload } from '../../src/shop/catalogue/reload.ts';
import type { Catalogue, LoadOutcome } from '../../src/shop/catalogue/snapshot.ts';
import type { UtcMs } from '../../src/shop/units.ts';
import { gazetteer, holidays, modules, premisesOf } from './common-ground.ts';
import type { Mutant } from './mutants.ts';
import type { Post } from './post.ts';

/** The process has died: thrown out of a commit point. */
export class Died extends Error {}
/** A write that failed because the story wants it: not a fault of the shop. */
export class DiskFault extends Error {}

/** One process of the shop, from its start to its death: everything but the database and the world outside. */
export class Life {
  readonly shop: OpenShop;
  readonly delivery: Delivery;
  readonly tasks: TaskRunner;
  dead = false;
  /** Turns that are still to fail. */
  faults = 0;
  private readonly files: ReturnType<typeof createReload>;
  private onDisk: LoadOutcome | null = null;

  constructor(options: {
    readonly db: Database; readonly catalogue: Catalogue; readonly pauseMs: number; readonly now: () => UtcMs; readonly uptime: () => number; readonly post: Post; readonly mutant: Mutant | null;
    /** Asked at every commit point whether the process dies there. */
    readonly diesHere: () => boolean;
    readonly leaving: (message: OutgoingMessage, before: number) => void;
    readonly failed: (what: string, error: unknown) => void;
    readonly live: (catalogue: Catalogue) => void;
  }) {
    const { db, now } = options;
    this.shop = openShop({
      db, catalogue: options.catalogue, modules, gazetteer, holidays, premisesOf, now, ...(options.mutant?.believesAnyClock !== true && { uptime: options.uptime }), pauseMs: options.pauseMs, committed: () => {}, failed: options.failed,
      atCommit: () => {
        if (!this.dead && options.diesHere()) this.dead = true;
        if (this.dead) throw new Died();
      },
    });
    const { tables, business, engine } = this.shop;
    this.failLastWrites();
    options.mutant?.opened?.(this.shop);
    const transact = <T>(act: () => T): T => engine.transact(act);
    const failed = (error: unknown) => options.failed('delivery', error);
    const channel = options.post.channel({ alive: () => !this.dead, leaving: options.leaving });
    this.delivery = createDelivery({
      outbox: tables.outbox, chats: options.mutant?.chatsAtTheDoor?.(tables.chats) ?? tables.chats, events: tables.events,
      channels: new Map([['terminal', channel]]), transact, now, picture: (reference) => Promise.resolve(reference), wake: () => {}, failed,
    });
    this.tasks = createTaskRunner({
      tasks: tables.tasks, transact, now, failed: (_task, error) => failed(error),
      handlers: {
        look_at_proof: (data) => Promise.resolve(() => {
          const { proof } = data as { proof: number };
          business.proofs.enterPicture(proof, { sha256: `sha-${proof % 7}`, fingerprint: `likeness-${proof % 7}`, seenBefore: proof % 7 === 0 }, now());
        }),
        remove_photos: () => Promise.resolve(() => {}),
      },
    });
    this.files = createReload({
      load: () => Promise.resolve(this.onDisk!),
      liveVersion: () => this.shop.world().premises.catalogue.version,
      onLoaded: (catalogue) => {
        options.live(catalogue);
        this.shop.renew(catalogue);
      },
      onRefused: (problems) => engine.transact(() => tables.events.record(now(), 'staff.alert', {}, { reason: 'catalogue_refused', detail: problems[0]!.what })),
    });
  }

  /** The owner has saved: looked at until it is clear what it means, as the watcher does. */
  async look(outcome: LoadOutcome): Promise<void> {
    this.onDisk = outcome;
    while (!this.dead && await this.files.look() === 'look_again');
  }

  /** The last write of a turn is the chat's; one that is to fail fails there, with all that the turn had written. */
  private failLastWrites(): void {
    const { chats } = this.shop.tables;
    const saveTurn = chats.saveTurn.bind(chats);
    chats.saveTurn = (...args) => {
      if (this.faults > 0) {
        this.faults--;
        throw new DiskFault('database or disk is full');
      }
      saveTurn(...args);
    };
  }
}
