import type { ChannelName, ChannelStatus } from '../channels/channel.ts';

/** What the front page tells of the shop at this moment. */
export interface ShopOverview {
  readonly shop: string;
  /** Products that can be sold. */
  readonly products: number;
  readonly open: boolean;
  /** "Admin melayani sampai 17.00 WIB", "Admin kembali Sen 24 Nov 09.00 WIB". */
  readonly hoursLine: string;
  readonly channels: readonly { readonly name: ChannelName; readonly status: ChannelStatus }[];
  /** What the owner should put right, the most urgent first; shown only at the shop's own machine. */
  readonly problems: readonly string[];
  /** A few products for the eye. */
  readonly showcase: readonly { readonly title: string; readonly price: string; readonly photo: string }[];
  /** Where the console is, null while there is none. */
  readonly consolePath: string | null;
}
