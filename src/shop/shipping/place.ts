/** A place of Indonesia's administration: province, regency or city, or district (kecamatan). */
export interface Place {
  /** Kemendagri code: "32", "32.73", "32.73.02". */
  readonly code: string;
  readonly kind: 'province' | 'regency' | 'district';
  /** As the shop says it: "Jawa Barat", "Kota Bandung", "Kabupaten Bandung", "Kec. Coblong, Kota Bandung". */
  readonly label: string;
  /** The regency or city it lies in (itself, for a regency); null for a province. */
  readonly regency: string | null;
  /** Label of the province it lies in. */
  readonly province: string;
}

export interface PlaceMatch {
  /** The likeliest place. */
  readonly place: Place;
  /** Others of the same name or nickname, likeliest first. */
  readonly others: readonly Place[];
  /** Which tokens of the input were the name: [from, to) indices into the token list. */
  readonly span: readonly [number, number];
  /** 1 for an exact name or nickname, less for a misspelling. */
  readonly confidence: number;
}

/** The places there are, and how people name them. Immutable; built once at start. */
export interface Gazetteer {
  byCode(code: string): Place | undefined;
  /** A place by the name an owner writes in shipping.yaml ("Kota Bandung", "DKI Jakarta", "Coblong"), or undefined. */
  byName(name: string): Place | undefined;
  /**
   * Every place named in a text of lower-case tokens: names, nicknames (bdg, jkt, jaksel, jogja), misspellings.
   * Longest and surest first. Common words that are also district names ("baru", "timur", "wajan") are no match by
   * themselves unless `afterCue` tokens such as "ke", "kec", "kota", "kab", "daerah" stand before them.
   */
  find(tokens: readonly string[]): readonly PlaceMatch[];
}
