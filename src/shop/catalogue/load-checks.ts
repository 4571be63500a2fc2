/** What the catalogue cannot know by itself: places, messages and intents live in other rooms. Each check is optional. */
export interface LoadChecks {
  /** Whether a place name of shipping.yaml is known to the map. */
  readonly knownPlace?: (name: string) => boolean;
  /** Places that a misspelt name may mean, likeliest first. */
  readonly nearPlaces?: (name: string) => readonly string[];
  /** What is wrong with a wording of replies.yaml, in Indonesian; null when nothing is. */
  readonly checkReply?: (key: string, text: string) => string | null;
  /** Placeholders that answers in faq.yaml may hold: `sapaan`, `nama_toko`. */
  readonly placeholders?: readonly string[];
  /** Placeholders that quick_replies.yaml may hold: those, and what is known of the customer's last order. */
  readonly quickReplyPlaceholders?: readonly string[];
  /** Intents that examples.yaml may teach. */
  readonly intents?: readonly string[];
}
