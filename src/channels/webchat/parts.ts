import type { UtcMs } from '../../shop/units.ts';
import type { Inbox } from '../channel.ts';
import type { History } from './history.ts';
import type { StaffName } from './talk-view.ts';

/** The photos customers send (media/photos.ts). */
export interface PhotoStore {
  store(received: Uint8Array, at: UtcMs): Promise<
    { readonly kind: 'stored'; readonly file: string } | { readonly kind: 'refused'; readonly reason: string }>;
  pathOf(file: string): string | null;
  remove(file: string): Promise<boolean>;
}

/** What the chat page says of the shop at this moment. */
export interface ShopFace {
  readonly name: string;
  /** "Asia/Jakarta": times in the talk are the shop's. */
  readonly timezone: string;
  readonly open: boolean;
  /** "Admin ada sampai 17.00 WIB", "Admin kembali besok 09.00 WIB". */
  readonly hoursLine: string;
  /** Good first messages, offered where nothing has been said yet: "Ada wajan 28 cm?" */
  readonly starters: readonly string[];
  /** Hosts of the shop's own https addresses; only these become links. */
  readonly linkHosts: readonly string[];
}

export interface WebchatParts {
  readonly history: History;
  readonly photos: PhotoStore;
  /** Absolute path of what a reply names as its picture; null when it cannot be had. */
  readonly picture: (reference: string) => Promise<string | null>;
  readonly shop: () => ShopFace;
  readonly staffName: StaffName;
  readonly now: () => UtcMs;
  /** Told of what the shop could not keep, for the log. */
  readonly failed: (error: unknown, what: string) => void;
  /** Messages a minute; a photo counts as four. */
  readonly limits?: { readonly perChat: number; readonly perAddress: number };
}

/** The inbox while the channel is on; null before its start and after its stop. */
export type OpenInbox = () => Inbox | null;
