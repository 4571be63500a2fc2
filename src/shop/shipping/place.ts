/** A place of Indonesia's administration: province, regency or city, or district (kecamatan). */
export interface Place {
  /** Kemendagri code: "32", "32.73", "32.73.02". A place's code begins with that of the place it lies in. */
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
  /** Others of the same name or nickname, likeliest first. Whether it matters which, the tariffs say. */
  readonly others: readonly Place[];
  /** Which tokens of the input were the name: [from, to) indices into the token list. */
  readonly span: readonly [number, number];
  /** 1 for an exact name or nickname, less for a misspelling. */
  readonly confidence: number;
  /** What the word before it makes of it: "ke bandung" is where to, "dari bandung" where from. */
  readonly role: 'to' | 'from' | 'in' | 'none';
}

/** The places there are, and how people name them. Immutable; built once at start. */
export interface Gazetteer {
  byCode(code: string): Place | undefined;
  /** A place by the name an owner writes in shipping.yaml ("Kota Bandung", "DKI Jakarta", "Coblong"), or undefined. */
  byName(name: string): Place | undefined;
  /** Every place an owner's name may mean, likeliest first; nicknames count, misspellings do not. */
  allByName(name: string): readonly Place[];
  /** Regencies of a province, districts of a regency, nothing for a district; likeliest first. */
  inside(code: string): readonly Place[];
  /**
   * Every place named in a text of lower-case tokens: names, nicknames (bdg, jkt, jaksel, jogja), misspellings. Where to
   * comes before where from, then the most specific and surest first; a place and the place it lies in ("coblong
   * bandung") are one match. Ordinary words that are also names ("taman", "palu", "air putih") count only where a word
   * such as "ke", "kec", "kota", "daerah" shows that a place is meant.
   *
   * `expected`: the shop has just asked for a place, so that a bare ordinary or short name counts as well.
   */
  find(tokens: readonly string[], options?: { readonly expected?: boolean }): readonly PlaceMatch[];
}
