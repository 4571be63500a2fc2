import type { TrialLine, Trials } from './console/parts.ts';
import { openDatabase, type Database } from './database/open.ts';
import { choicesOf } from './engine/choice-tokens.ts';
import { isVoid } from './engine/deliver.ts';
import type { OpenShop } from './open-shop.ts';
import { makeCatalogue } from './shop/catalogue/make-catalogue.ts';
import type { UtcMs } from './shop/units.ts';

const MOST_TRIALS = 3;
const MOST_HEARD = 100;
const LONGEST_TEXT = 1_000;
const IDLE_MS = 30 * 60_000;
/** The one chat of a trial. */
const CHAT = 'coba';

interface Trial { readonly shop: OpenShop; readonly db: Database; readonly lines: TrialLine[]; heard: number; touched: UtcMs; readonly version: string }

/**
 * The shop tried out as a customer would write to it: the same flows over a database in memory, with the stock there is at this
 * moment. Nothing said there reaches the shop's books, its stock, its reports or its staff.
 */
export function createTrials(shop: OpenShop, now: () => UtcMs): Trials {
  const trials = new Map<string, Trial>();

  function close(staff: string): void {
    trials.get(staff)?.db.close();
    trials.delete(staff);
  }

  function begin(staff: string): Trial {
    const { catalogue } = shop.world().premises;
    const db = openDatabase(':memory:');
    const stocked = makeCatalogue({ ...catalogue, products: catalogue.products.map((product) => (product.stock === null ? product : { ...product, stock: Math.max(0, shop.business.stock.free(product)) })) });
    const trial: Trial = { shop: shop.openBeside(db, stocked), db, lines: [], heard: 0, touched: now(), version: catalogue.version };
    trials.set(staff, trial);
    if (trials.size > MOST_TRIALS) close(trials.keys().next().value as string);
    return trial;
  }

  /** The trial that goes on; what lay for half an hour is gone. */
  function ongoing(staff: string): Trial | undefined {
    for (const [other, trial] of trials) if (Math.abs(now() - trial.touched) > IDLE_MS) close(other);
    return trials.get(staff);
  }

  function collect({ shop: tried, lines }: Trial): void {
    const { outbox, chats } = tried.tables;
    tried.engine.transact(() => {
      for (const row of outbox.open()) {
        if (row.state === 'held' || row.due_at > now()) continue;
        if (isVoid(row, chats.get(row.chat_id))) {
          outbox.cancel(row.id);
          continue;
        }
        outbox.sent(row.id, `coba${row.id}`, now());
        lines.push({ from: 'bot', text: row.text, choices: choicesOf(row.id, row.choices), photo: row.photo !== null });
      }
    });
  }

  return {
    lines: (staff) => ongoing(staff)?.lines ?? null,
    say(staff, said) {
      const trial = ongoing(staff) ?? begin(staff);
      if (trial.heard >= MOST_HEARD) return false;
      trial.touched = now();
      // The assistant speaks as it would today: files changed since are heard from the next word on.
      const { catalogue } = shop.world().premises;
      if (catalogue.version !== trial.version) {
        close(staff);
        return this.say(staff, said);
      }
      const label = 'tap' in said ? trial.lines.flatMap((line) => line.choices).find((choice) => choice.id === said.tap)?.label : undefined;
      if ('tap' in said && label === undefined) return true;
      trial.lines.push({ from: 'customer', text: 'tap' in said ? label! : said.text.slice(0, LONGEST_TEXT), choices: [], photo: false });
      trial.shop.sweep();
      trial.shop.engine.accept({
        channel: 'webchat', id: `coba${++trial.heard}`, chat: CHAT, name: null, quoted: null, phone: null,
        content: 'tap' in said ? { kind: 'tap', choice: said.tap } : { kind: 'text', text: said.text.slice(0, LONGEST_TEXT) },
      });
      collect(trial);
      return true;
    },
    end: close,
  };
}
