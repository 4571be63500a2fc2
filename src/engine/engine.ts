import type { Inbox, IncomingMessage } from '../channels/channel.ts';
import { MOST_READY, type InboxContent, type InboxRow, type InboxTable, type ShopEvent } from '../database/inbox.ts';
import type { Database } from '../database/open.ts';
import type { UtcMs } from '../shop/units.ts';
import { apologise, beginTurn, endTurns, runTurn, type TurnBegin, type TurnEnd, type TurnWorld } from './turn.ts';

/** After so many failed tries a message is set aside, and a person is fetched (F31). */
export const MOST_ATTEMPTS = 3;
/** How long a turn may wait for couriers' prices before it goes by the shop's table: "never more than 3 s", and a reply has to be sent too. */
export const PATIENCE_MS = 2_700;

/** A customer's message takes about half a millisecond: with the write to the disk, nobody waits ten for the event loop. */
export const SLICE_MS = 4;
/** Turns of a slice, with some to spare. */
const ABOUT_A_SLICE = 16;

/**
 * One thread serves the customers, the console and the channels: whatever takes long is cut into slices, each a transaction of its own,
 * and between two of them everybody else has a turn.
 */
export interface Sharing {
  /** A slice ends after this, ms; what is under way then is finished first. */
  readonly sliceMs: number;
  /** Time that only goes forward, ms. */
  readonly clock: () => number;
  /** Calls back in a later turn of the event loop, and lives with what that throws. */
  readonly later: (goOn: () => void) => void;
}

export interface EngineParts {
  readonly db: Database;
  readonly inbox: InboxTable;
  /** The world of now: made anew when the owner's files change. */
  readonly world: () => TurnWorld;
  readonly now: () => UtcMs;
  /** The pause that gathers a burst of messages into one thought, ms. */
  readonly pauseMs: number;
  /** Called after each commit that promised replies or did things. */
  readonly committed: () => void;
  /** Where a simulation may let the process die: before a commit nothing has happened, after it everything has. */
  readonly atCommit?: (when: 'before' | 'after') => void;
  /** Called after every commit, whatever was written. */
  readonly written?: () => void;
  /** How the work is cut, so that it does not hold the event loop for long; in one piece where left out. */
  readonly sharing?: Sharing;
  /** Told when a write failed for the disk's sake: it is full, or the database is damaged. The error goes on to the caller. */
  readonly diskFailed?: (code: string) => void;
  /** Told of a message that failed, for the log. */
  readonly failed: (row: InboxRow, error: unknown, setAside: boolean) => void;
}

export interface Engine extends Inbox {
  /** Writes many messages to the inbox, and works them off when there is no pause, in one durable transaction. */
  acceptAll(messages: readonly IncomingMessage[]): readonly { readonly fresh: boolean }[];
  /** An event before a chat: a task's result. The same key again is the same event. */
  acceptEvent(key: string, chat: number, event: ShopEvent): void;
  /** What the chat's next turn waited for has come: it is worked off now. */
  endWait(chat: number): void;
  /** Works off what is ready, or a slice of it and the rest later. Returns the number of turns done by now. */
  work(): number;
  /** Messages waiting. */
  waiting(): number;
  /**
   * After a start: messages that were in work when the process died are counted as tried, one by one, so that one that
   * kills the process is set aside in the end (F31).
   */
  recover(): void;
  /** Runs a write of the shop (a staff act, a sweep) in a durable transaction of its own. */
  transact<T>(act: () => T): T;
}

/** Works off the inbox in group commits, one fsync for all of a slice (design §2): a turn that fails takes no other with it. */
export function createEngine(parts: EngineParts): Engine {
  const { db, inbox } = parts;
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const rollback = db.prepare('ROLLBACK');
  const savepoint = db.prepare('SAVEPOINT turn');
  const release = db.prepare('RELEASE turn');
  const rollbackTo = db.prepare('ROLLBACK TO turn');

  function transact<T>(act: () => T): T {
    if (db.inTransaction) return act();
    begin.run();
    try {
      const result = act();
      parts.atCommit?.('before');
      commit.run();
      parts.atCommit?.('after');
      parts.written?.();
      return result;
    } catch (error) {
      // SQLite may have rolled back by itself (a full disk).
      if (db.inTransaction) rollback.run();
      const fault = diskFault(error);
      if (fault !== null) parts.diskFailed?.(fault);
      throw error;
    }
  }

  /** Whether turns are done in the hope that none has to be taken back. */
  let hopeful = false;
  /** What hopeful turns came to, until it is written. */
  let ended: Ended[] = [];

  interface Ended { readonly batch: readonly InboxRow[]; readonly end: TurnEnd | null }

  /**
   * A transaction of turns. First without a savepoint for each, which costs a copy of every page that is written after it, and with the
   * ends of all turns written together; when a turn has failed, once more with each by itself. Where turns wait for couriers' prices,
   * being taken back is nothing out of the ordinary.
   */
  function transactTurns<T>(act: () => T): T {
    const { business, premises } = parts.world();
    if (db.inTransaction || premises.lanes !== null) return transact(act);
    hopeful = true;
    try {
      return business.stock.keeping(() => transact(act));
    } catch (error) {
      if (!(error instanceof TurnFailed)) throw error;
    } finally {
      hopeful = false;
      ended = [];
    }
    return transact(act);
  }

  function write(turns: readonly Ended[]): void {
    for (const { batch } of turns) for (const row of batch) if (row.state === 'new') inbox.done(row.id);
    endTurns(parts.world(), turns.flatMap(({ end }) => end ?? []));
  }

  /** Nothing is read of a chat between its turn and this. */
  function writeEnded(): void {
    try {
      write(ended.splice(0));
    } catch (error) {
      if (diskFault(error) !== null) throw error;
      throw new TurnFailed({ cause: error });
    }
  }

  function oneTurn(batch: readonly InboxRow[], begun?: TurnBegin): void {
    const world = parts.world();
    const last = batch.at(-1)!;
    if (!hopeful) savepoint.run();
    try {
      const end = runTurn(world, begun ?? beginTurn(world, last.chat_id), gathered(batch), parts.now(), batch.map((row) => row.provider_id));
      const missing = end?.missing ?? [];
      if (hopeful) {
        ended.push({ batch, end });
        return;
      }
      if (missing.length > 0 && batch.every((row) => row.wait_until === null)) {
        // Nothing of the turn stays: it is run again when the prices have come, or without them in a moment.
        rollbackTo.run();
        for (const row of batch) inbox.wait(row.id, parts.now() + PATIENCE_MS);
        for (const lane of missing) world.business.tasks.add('ask_rates', last.chat_id, lane, parts.now());
      } else write([{ batch, end }]);
      release.run();
    } catch (error) {
      // A full disk is not the message's fault: it is not counted, and the provider is not told to forget it (F33).
      if (!db.inTransaction || diskFault(error) !== null) throw error;
      if (hopeful) throw new TurnFailed({ cause: error });
      rollbackTo.run();
      release.run();
      const attempts = inbox.failed(last.id, String(error instanceof Error ? error.stack : error).slice(0, 2000));
      const setAside = attempts >= MOST_ATTEMPTS;
      if (setAside) {
        for (const row of batch) inbox.setAside(row.id);
        tryToApologise(world, last.chat_id);
      }
      parts.failed(last, error, setAside);
    }
  }

  /** Whatever broke the turn may break the apology too; the message is set aside all the same. */
  function tryToApologise(world: TurnWorld, chatId: number): void {
    savepoint.run();
    try {
      apologise(world, chatId, parts.now());
    } catch {
      rollbackTo.run();
    }
    release.run();
  }

  /** Batches that had no turn in the slice before. Everybody who was ready then comes before anybody has a second turn (S17). */
  let left: readonly (readonly InboxRow[])[] = [];
  let goesOn = false;

  interface Worked { readonly count: number; readonly left: typeof left; readonly more: boolean }

  /** When the slice that begins now is over. */
  function endOfSlice(): () => boolean {
    const { sharing } = parts;
    if (!sharing) return () => false;
    const until = sharing.clock() + sharing.sliceMs;
    return () => sharing.clock() >= until;
  }

  /** Turns of what is ready, inside a transaction: everything, or as much as fits into a slice. */
  function turns(isOver = endOfSlice()): Worked {
    let count = 0;
    let queue = left;
    for (;;) {
      const early = queue.length > 0;
      if (!early) queue = readyBatches();
      for (const [i, found] of queue.entries()) {
        const batch = early ? found.flatMap((row) => inbox.stillNew(row.id) ?? []) : found;
        if (batch.length === 0) continue;
        oneTurn(batch);
        count++;
        if (!isOver()) continue;
        writeEnded();
        return { count, left: queue.slice(i + 1), more: true };
      }
      writeEnded();
      if (count >= MOST_READY) return { count, left: [], more: true };
      if (!early && (queue.length === 0 || parts.pauseMs > 0)) return { count, left: [], more: false };
      queue = [];
    }
  }

  /** After the commit: what was done is delivered, what is left has its turn later. */
  function worked(done: Worked): number {
    left = done.left;
    if (done.more && parts.sharing && !goesOn) {
      goesOn = true;
      parts.sharing.later(() => {
        goesOn = false;
        if (db.open) work();
      });
    }
    if (done.count > 0) parts.committed();
    return done.count;
  }

  /** What may be worked off now: per chat in order, gathered into thoughts where there is a pause. */
  function readyBatches(): readonly (readonly InboxRow[])[] {
    const rows = withoutWaiting(inbox.ready(), parts.now());
    if (parts.pauseMs === 0) return firstPerChat(rows);
    return gatherBursts(rows, { quietSince: parts.now() - parts.pauseMs, longestSince: parts.now() - parts.pauseMs * LONGEST_BURST, now: parts.now() });
  }

  function work(): number {
    return inbox.isEmpty() ? 0 : worked(transactTurns(turns));
  }

  /** The chat that a message came from. */
  const arrived = ({ channel, chat, name, phone }: IncomingMessage): number => parts.world().business.chats.arrived(channel, chat, name, phone, parts.now());

  const insert = (message: IncomingMessage): { fresh: boolean } => ({ fresh: inbox.insert(message, arrived(message), parts.now()) !== null });

  let careful = false;

  interface Accepted { readonly accepted: readonly { readonly fresh: boolean }[]; readonly done: Worked }

  /**
   * Turns of messages that come when nobody waits: they are entered as done, and read and written together. The others wait as ever: what
   * does not fit into the slice, and a second message of a chat until everybody has had a turn.
   */
  function answerAtOnce(messages: readonly IncomingMessage[]): Accepted {
    const isOver = endOfSlice();
    const most = parts.sharing ? ABOUT_A_SLICE : MOST_READY;
    const met = new Set<number>();
    const heard: InboxRow[] = [];
    const unheard: InboxRow[] = [];
    let waiting = false;
    const accepted = messages.map((message) => {
      const chat = arrived(message);
      const first = !met.has(chat);
      const answered = first && heard.length < most;
      const row = inbox.insert(message, chat, parts.now(), answered ? 'done' : 'new');
      if (row === null) return { fresh: false };
      met.add(chat);
      if (first) (answered ? heard : unheard).push(row);
      if (!answered) waiting = true;
      return { fresh: true };
    });
    const world = parts.world();
    const begun = heard.map((row) => beginTurn(world, row.chat_id));
    let count = 0;
    let over = false;
    for (const [i, row] of heard.entries()) {
      oneTurn([row], begun[i]!);
      count++;
      over = isOver();
      if (over) break;
    }
    const late = heard.slice(count);
    for (const row of late) inbox.waits(row.id);
    writeEnded();
    const left = [...late, ...unheard].map((row) => [row]);
    if (over || count >= MOST_READY) return { accepted, done: { count, left, more: waiting || left.length > 0 } };
    const rest = waiting ? turns(isOver) : { count: 0, left: [], more: false };
    return { accepted, done: { ...rest, count: count + rest.count } };
  }

  function acceptAll(messages: readonly IncomingMessage[]): readonly { fresh: boolean }[] {
    if (careful || parts.pauseMs > 0) return transact(() => messages.map(insert));
    const { accepted, done } = transactTurns((): Accepted => {
      // What has to be taken back must have come in before. An edit changes what waits.
      const atOnce = hopeful && left.length === 0 && inbox.isEmpty() && messages.every(({ edits }) => edits === undefined);
      return atOnce ? answerAtOnce(messages) : { accepted: messages.map(insert), done: turns() };
    });
    worked(done);
    return accepted;
  }

  return {
    accept: (message) => acceptAll([message])[0]!,
    acceptAll,
    acceptEvent(key, chat, event) {
      transact(() => inbox.insertEvent(key, chat, event, parts.now()));
      work();
    },
    endWait(chat) {
      transact(() => inbox.endWait(chat, parts.now()));
      work();
    },
    work,
    waiting: inbox.waiting,
    transact,
    recover() {
      careful = true;
      // What still waits for the rest of its burst was not in work, and goes on waiting.
      for (let ready = readyBatches(); ready.length > 0; ready = readyBatches()) {
        // A thought that has ended a process is taken message by message: one of them does it, the others are answered.
        const batch = ready[0]!.some((row) => row.attempts > 0) ? ready[0]!.slice(0, 1) : ready[0]!;
        const row = batch[0]!;
        // Counted before it is tried, durably: a message that kills the process leaves its mark.
        const attempts = transact(() => Math.max(...batch.map(({ id }) => inbox.failed(id, 'the process ended while this was in work'))));
        if (attempts > MOST_ATTEMPTS) {
          transact(() => {
            inbox.setAside(row.id);
            tryToApologise(parts.world(), row.chat_id);
          });
          parts.failed(row, new Error('ended the process'), true);
        } else {
          transact(() => oneTurn(batch));
        }
        parts.committed();
      }
      careful = false;
    },
  };
}

/** What a turn without a savepoint ends in when it cannot stand: its group is taken back with it. */
class TurnFailed extends Error {
  constructor(options?: ErrorOptions) {
    super('a turn failed', options);
  }
}

/** Nothing of a chat whose first message waits: what came after it must not overtake it. */
function withoutWaiting(rows: readonly InboxRow[], now: UtcMs): readonly InboxRow[] {
  // A clock that was set back must not make anyone wait for hours (F28).
  const waits = (row: InboxRow) => row.wait_until !== null && row.wait_until > now && row.wait_until <= now + PATIENCE_MS;
  const held = new Set(rows.filter(waits).map((row) => row.chat_id));
  return held.size === 0 ? rows : rows.filter((row) => !held.has(row.chat_id));
}

/** The code of an error that comes from the disk and not from what was to be done; null for any other. */
const diskFault = (error: unknown): string | null =>
  (error instanceof Error && 'code' in error && typeof error.code === 'string' && /^SQLITE_(?:FULL|IOERR|CORRUPT|NOTADB|READONLY)/.test(error.code) ? error.code : null);

/** One row a chat, the oldest: the next of the same chat waits for its turn. */
function firstPerChat(rows: readonly InboxRow[]): readonly (readonly InboxRow[])[] {
  const seen = new Set<number>();
  return rows.filter((row) => !seen.has(row.chat_id) && seen.add(row.chat_id)).map((row) => [row]);
}

/** Of pauses: one who never stops typing is answered in between. */
const LONGEST_BURST = 5;

/** Texts of a chat that came within the pause are one thought; anything else stands alone. */
function gatherBursts(rows: readonly InboxRow[], { quietSince, longestSince, now }: { readonly quietSince: UtcMs; readonly longestSince: UtcMs; readonly now: UtcMs }): readonly (readonly InboxRow[])[] {
  const byChat = new Map<number, InboxRow[]>();
  for (const row of rows) byChat.set(row.chat_id, [...(byChat.get(row.chat_id) ?? []), row]);
  const batches: InboxRow[][] = [];
  for (const queue of byChat.values()) {
    // A thought that has waited is worked off as it was.
    const waited = queue.filter((row) => row.wait_until !== null);
    if (waited.length > 0) {
      batches.push(waited);
      continue;
    }
    const isText = (row: InboxRow) => row.content.startsWith('{"kind":"text"');
    // One that came "later than now" came before the clock was put back: it has waited long enough (F28).
    if (isText(queue.at(-1)!) && queue.at(-1)!.received_at > quietSince && queue.at(-1)!.received_at <= now && queue[0]!.received_at > longestSince) continue;
    const end = isText(queue[0]!) ? queue.findIndex((row) => !isText(row)) : 1;
    batches.push(queue.slice(0, end === -1 ? queue.length : end));
  }
  return batches;
}

function gathered(batch: readonly InboxRow[]): InboxContent {
  const contents = batch.map((row) => JSON.parse(row.content) as InboxContent);
  if (contents.length === 1) return contents[0]!;
  const text = contents.map((content) => (content.kind === 'text' ? content.text : '')).join('\n');
  return { kind: 'text', text };
}
