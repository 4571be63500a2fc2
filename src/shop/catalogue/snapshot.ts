import type { Grams, LocalDate, Rupiah, Sku } from '../units.ts';

/** Days on which something holds, both ends inclusive; null is without that end. */
export interface Period {
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
}

/** A lower price for a while, as the owner wrote it. */
export interface Sale extends Period {
  readonly price: Rupiah;
  /** What it costs on all other days: more than `price`. */
  readonly usualPrice: Rupiah;
}

/** One sellable variant: one row of the owner's products file. */
export interface Product {
  readonly sku: Sku;
  /** The name as the customer reads it, with the variant in it: "Wajan Teflon Granit 28 cm". */
  readonly title: string;
  /** The name without the variant: "Wajan Teflon Granit". */
  readonly name: string;
  readonly category: string;
  /** What one piece costs on the day of the snapshot: the price of a sale while it runs. */
  readonly price: Rupiah;
  /** Written for the past or the future as well; it runs while `price` is the sale's. */
  readonly sale: Sale | null;
  /** The owner's count at the time of writing; null is made to order. The stock ledger is the truth, not this. */
  readonly stock: number | null;
  readonly weightG: Grams;
  /** Length, width, height in cm, where the owner gave them (for volumetric weight). */
  readonly sizeCm: readonly [number, number, number] | null;
  readonly description: string;
  readonly aliases: readonly string[];
  /** Absolute path of the photo, or null. */
  readonly photo: string | null;
  readonly goesWith: readonly Sku[];
  /** Name of the group of variants, or null for a product that stands alone. */
  readonly variantOf: string | null;
  readonly variant: string | null;
  readonly tags: readonly string[];
  readonly active: boolean;
  /** Where the row stands in the owner's file, for messages to the owner. */
  readonly source: { readonly file: string; readonly line: number };
}

/** Minutes after local midnight, `from` < `to`; `to` may exceed 1440 where a shift runs past midnight. */
export interface Shift {
  readonly from: number;
  readonly to: number;
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

export interface SpecialDays {
  readonly date: LocalDate;
  /** Last day, inclusive. Equal to `date` for a single day. */
  readonly until: LocalDate;
  /** Empty is closed. */
  readonly shifts: readonly Shift[];
  readonly note: string;
}

export interface Hours {
  readonly week: Readonly<Record<Weekday, readonly Shift[]>>;
  readonly nationalHolidays: 'closed' | 'open';
  readonly jointLeave: 'closed' | 'open';
  readonly special: readonly SpecialDays[];
}

export interface BankAccount {
  readonly bank: string;
  readonly account: string;
  readonly holder: string;
}

export type BonusMetric =
  | 'orders_helped' | 'sales_helped' | 'rating_average' | 'first_reply_on_time' | 'out_of_hours_replies' | 'chats_handled';

/** One rule of the owner's bonus: an amount per piece, a percentage, or an amount when a mark is reached. */
export interface BonusRule {
  readonly metric: BonusMetric;
  readonly per?: number | undefined;
  readonly percent?: number | undefined;
  readonly atLeast?: number | undefined;
  readonly minCount?: number | undefined;
  readonly amount?: Rupiah | undefined;
}

/** store.yaml, checked, with every default filled in. */
export interface StoreSettings {
  readonly name: string;
  readonly customerName: string | null;
  readonly salutation: string;
  readonly language: 'id' | 'en';
  /** IANA zone: Asia/Jakarta (WIB), Asia/Makassar (WITA) or Asia/Jayapura (WIT). */
  readonly timezone: string;
  readonly contact: {
    readonly phone: string | null;
    readonly phoneHours: string | null;
    readonly address: string | null;
    readonly maps: string | null;
  };
  readonly hours: Hours;
  readonly orders: {
    readonly prefix: string;
    readonly paymentDueHours: number;
    /** The last state in which a customer may still cancel by message. */
    readonly cancelUntil: 'awaiting_payment' | 'paid' | 'packed';
    /** Days after the last arrival day at which silence counts as delivered. */
    readonly deliveredAfterDays: number;
  };
  readonly payments: {
    readonly bankTransfer: readonly BankAccount[];
    /** The text of the shop's static QRIS; empty is not offered. */
    readonly qris: string;
    readonly cod: boolean;
  };
  readonly handoff: { readonly firstReplyMinutes: number; readonly idleMinutes: number };
  readonly lowStock: number;
  readonly bonus: readonly BonusRule[];
}

export interface TariffZone {
  /** Place names as the owner wrote them, or "*". */
  readonly to: readonly string[];
  readonly perKg: Rupiah;
  readonly daysMin: number;
  readonly daysMax: number;
}

export interface ShippingService {
  readonly id: string;
  readonly name: string;
  /** Weekdays on which this courier carries and delivers. */
  readonly works: readonly Weekday[];
  readonly cod: boolean;
  /** Heaviest single parcel in grams; heavier orders go in several parcels. Null is no limit. */
  readonly maxParcelG: Grams | null;
  readonly zones: readonly TariffZone[];
}

/** The block `live` of shipping.yaml: whose prices are asked for, and which of them stand for the owner's services. */
export interface LiveTariffs {
  readonly provider: LiveProvider;
  /** Requests a day that the owner's plan with the provider allows. */
  readonly dailyLimit: number;
  /** By id of the owner's service: the provider's courier, and its services of which the first that goes there is taken. */
  readonly services: Readonly<Record<string, { readonly courier: string; readonly services: readonly string[] }>>;
}

export type LiveProvider = 'rajaongkir' | 'biteship';

/** shipping.yaml, checked. */
export interface ShippingSettings {
  readonly origin: string;
  /** Minutes after local midnight. */
  readonly cutoff: number;
  readonly handlingDays: number;
  readonly roundUpAfterG: Grams;
  /** cm³ per kg for volumetric weight (6000 is usual for Indonesian road couriers). */
  readonly volumetricDivisor: number;
  readonly services: readonly ShippingService[];
  /** Null where the owner's own table is all there is. */
  readonly live: LiveTariffs | null;
}

export interface FaqEntry {
  readonly questions: readonly string[];
  readonly answer: string;
}

export interface QuickReply {
  readonly id: string;
  readonly text: string;
}

export interface StaffMember {
  readonly id: string;
  readonly name: string;
  readonly role: 'owner' | 'admin';
  readonly telegram: number | null;
  readonly whatsapp: string | null;
}

/** policy.yaml: what the shop promises about complaints, returns and refunds, in the owner's words. */
export interface Policy {
  readonly returns: string | null;
  readonly warranty: string | null;
  readonly refund: string | null;
  readonly privacy: string | null;
}

/** Which goods a promotion is for. Both empty is all. */
export interface ForGoods {
  readonly products: readonly Sku[];
  readonly categories: readonly string[];
}

/** A code that takes something off the goods. Either `percent` or `amount` is given. */
export interface Voucher extends Period, ForGoods {
  /** Upper case. */
  readonly code: string;
  readonly name: string;
  readonly percent: number | null;
  /** Most that a percentage takes off. */
  readonly upTo: Rupiah | null;
  readonly amount: Rupiah | null;
  /** The least that its goods must cost, at the prices charged. */
  readonly minPurchase: Rupiah;
  /** How many orders may have it in all, and how many of one customer; null is without limit. */
  readonly uses: number | null;
  readonly perCustomer: number | null;
  /** May stand beside others that say so too, and counts goods on sale and at wholesale price. */
  readonly stack: boolean;
  /** Told to whoever asks for promotions. */
  readonly listed: boolean;
}

/** Shipping that costs less, or nothing, from an amount of goods on. */
export interface ShippingPromotion extends Period {
  readonly name: string;
  readonly above: Rupiah;
  /** Of the shipping cost; 100 is free. */
  readonly percent: number;
  readonly upTo: Rupiah | null;
  /** Ids of shipping.yaml; empty is all. */
  readonly services: readonly string[];
  readonly stack: boolean;
}

/** A price per piece from so many pieces on. Either `price` or `percent` off the usual price. */
export interface WholesaleStep {
  readonly min: number;
  readonly price: Rupiah | null;
  readonly percent: number | null;
}

export interface WholesaleRule extends Period, ForGoods {
  readonly name: string;
  /** Pieces of all its goods together count, not of each by itself. */
  readonly mix: boolean;
  /** Ascending, and never dearer with more pieces. */
  readonly steps: readonly WholesaleStep[];
}

/** promotions.yaml, checked. Wholesale and shipping: in a snapshot of a day, those that hold on it. */
export interface Promotions {
  readonly vouchers: readonly Voucher[];
  readonly shipping: readonly ShippingPromotion[];
  readonly wholesale: readonly WholesaleRule[];
}

/**
 * Everything the owner's files say at one moment: checked, immutable. A change of a file makes a new snapshot;
 * whoever holds this one goes on seeing the same shop.
 */
export interface Catalogue {
  /** Changes whenever any file's content does. */
  readonly version: string;
  readonly folder: string;
  readonly products: readonly Product[];
  /** By SKU without regard to case; also finds inactive products. */
  product(sku: Sku): Product | undefined;
  /** Active products only, in file order. */
  readonly sellable: readonly Product[];
  /** Categories of sellable products, in order of first appearance. */
  readonly categories: readonly string[];
  /** Active members of a product's variant group, itself included, in file order. */
  variantsOf(product: Product): readonly Product[];
  readonly store: StoreSettings;
  readonly shipping: ShippingSettings;
  readonly faq: readonly FaqEntry[];
  readonly quickReplies: readonly QuickReply[];
  readonly staff: readonly StaffMember[];
  readonly policy: Policy;
  readonly promotions: Promotions;
  /** replies.yaml: message key → the owner's wording. */
  readonly replies: Readonly<Record<string, string>>;
  /** aliases.yaml and taught examples: intent → extra example sentences the owner added (`examples.yaml`). */
  readonly examples: Readonly<Record<string, readonly string[]>>;
}

/** One thing wrong in an owner's file. `column` is 1-based; for spreadsheets it is the cell's column. */
export interface FileProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What is wrong, in Indonesian. */
  readonly what: string;
  /** How it should look, in Indonesian, with an example. */
  readonly should: string;
  readonly severity: 'error' | 'warning';
}

export type LoadOutcome =
  | { readonly kind: 'loaded'; readonly catalogue: Catalogue; readonly warnings: readonly FileProblem[] }
  | { readonly kind: 'refused'; readonly problems: readonly FileProblem[] };
