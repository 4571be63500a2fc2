import type { ChannelStatus } from '../channels/channel.ts';
import type { StaffAct, StaffDesk, StaffOutcome } from '../channels/staff-desk.ts';
import type { Database } from '../database/open.ts';
import type { OwnerFiles } from '../owner-files/desk.ts';
import type { Business, Premises } from '../shop/shop.ts';
import type { UtcMs } from '../shop/units.ts';
import type { PasswordCost } from './access/passwords.ts';

/** The desk with all its acts, as the console uses it. */
export interface ConsoleDesk extends StaffDesk {
  deliver(act: StaffAct, order: string): StaffOutcome;
  correctTracking(act: StaffAct, order: string, tracking: string): StaffOutcome;
  cancel(act: StaffAct, order: string, reason: string): StaffOutcome;
  takeBack(act: StaffAct, order: string, restock?: boolean): StaffOutcome;
  refund(act: StaffAct, order: string, amount: number | null, reference: string): StaffOutcome;
  untold(chat: number): readonly { readonly order: string; readonly text: string }[];
  passOn(act: StaffAct, order: string, how: 'send' | 'told'): StaffOutcome;
}

export interface ChannelView {
  /** "WhatsApp", "Telegram", "Web chat". */
  readonly name: string;
  readonly status: ChannelStatus;
  /** What to link it with while it waits for that, else null. */
  readonly pairing: PairingView | null;
}

/** `code` is grouped for reading; `noCodeFor` is a phone that got no code, or did not use it in time. */
export type PairingView =
  | { readonly kind: 'qr'; readonly text: string; readonly at: UtcMs; readonly noCodeFor: string | null }
  | { readonly kind: 'code'; readonly code: string; readonly phone: string };

export interface BackupView {
  /** When the last good one was made; null before the first. */
  readonly lastAt: UtcMs | null;
  /** One line for the owner, in Indonesian. */
  readonly detail: string;
}

/** What customers wrote in vain, in one wording of it. */
export interface PuzzleView {
  readonly text: string;
  readonly alike: readonly string[];
  readonly times: number;
  readonly last: UtcMs;
  /** What it may have meant; null where nothing is likely. */
  readonly guess: string | null;
}

export interface TrialLine {
  readonly from: 'customer' | 'bot';
  readonly text: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly photo: boolean;
}

/** The shop tried out as a customer, by one person of the staff; kept in memory, bounded, and gone after half an hour. */
export interface Trials {
  /** What has been said; null before the first word. */
  lines(staff: string): readonly TrialLine[] | null;
  /** False when the trial is as long as it may be. */
  say(staff: string, said: { readonly text: string } | { readonly tap: string }): boolean;
  end(staff: string): void;
}

/** All the console is given. Everything it changes it changes through the desk or in `transact`. */
export interface ConsoleParts {
  readonly db: Database;
  readonly desk: ConsoleDesk;
  readonly business: Business;
  readonly premises: () => Premises;
  /** Runs a change in a durable transaction and has what it promised delivered. */
  readonly transact: <T>(act: () => T) => T;
  readonly now: () => UtcMs;
  /** So many random bytes as base64url text. */
  readonly randomText: (bytes: number) => string;
  /** What is wrong in the owner's files at this moment, "file:line:column: what; how it should look". */
  readonly problems: () => readonly string[];
  /** Changing the owner's files from here. */
  readonly ownerFiles: OwnerFiles;
  readonly channels: () => readonly ChannelView[];
  /** Asks WhatsApp for a code for the phone that the owner has typed. */
  readonly pairByCode: (phone: string) => 'asked' | 'not_a_number' | 'linked_already' | 'off';
  readonly backup: () => BackupView;
  /** Makes a copy now; resolves when it is made or has failed, which `backup` then tells. */
  readonly backUpNow: () => Promise<void>;
  /** What a try of a password costs; a shop's own cost where left out. */
  readonly passwordCost?: PasswordCost | undefined;
  readonly trials: Trials;
  /** What the assistant does not understand to this day, the most frequent first. */
  readonly puzzles: () => readonly PuzzleView[];
  /** Absolute path of a picture that a message or a proof names; null while it cannot be had. */
  readonly picture: (reference: string) => Promise<string | null>;
}
