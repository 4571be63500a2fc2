/** The couriers whose tracking numbers are known, and what these look like. */
export interface Courier {
  readonly id: CourierId;
  readonly name: string;
  /**
   * Written together and in capitals; no number fits two couriers. No courier publishes its format: these are what
   * shops see on labels.
   */
  readonly formats: readonly RegExp[];
  /** How people and shipping services name it. */
  readonly called: RegExp;
  /** Its tracking page, the number filled in where the page takes one. */
  readonly page: (number: string) => TrackingPage;
}

export interface TrackingPage {
  readonly url: string;
  /** False where the customer has to type the number on the page. */
  readonly filledIn: boolean;
}

export type CourierId =
  | 'jne' | 'jnt' | 'jnt_cargo' | 'sicepat' | 'anteraja' | 'ninja' | 'pos' | 'tiki' | 'id_express' | 'lion' | 'spx';

const filled = (url: string) => (number: string): TrackingPage => ({ url: url + number, filledIn: true });
const bare = (url: string) => (): TrackingPage => ({ url, filledIn: false });

export const COURIERS: readonly Courier[] = [
  {
    id: 'jne', name: 'JNE', called: /\bjne\b/i, page: bare('https://jne.co.id/tracking-package'),
    formats: [
      // Counter and corporate: 15 or 16 figures.
      /^\d{15,16}$/,
      // Branch code in letters: BDOAG00123456789. The prefixes of others that look alike are left to them.
      /^(?!SHPID|SPXID|N[LVXJ])[A-Z]{5}\d{11}$/,
      // Booked through a marketplace.
      /^(?![A-Z]{2}\d{9}ID$)(?:TLJ[CRX]|TJ[CNR]|TG|CM|JOB)[A-Z0-9]{10,16}$/,
    ],
  },
  {
    // JP, JD, JX, JO, JZ, … and ten figures.
    id: 'jnt', name: 'J&T Express', called: /\bj\s?(?:&|n|and)\s?t\b(?!\s*cargo)|\bjnt\b(?!\s*cargo)/i, page: bare('https://jet.co.id/track'),
    formats: [/^J[A-Z]\d{10}$/],
  },
  {
    id: 'jnt_cargo', name: 'J&T Cargo', called: /\bj\s?(?:&|n|and)\s?t\s*cargo\b|\bjnt\s*cargo\b/i, page: bare('https://www.jtcargo.id/'),
    formats: [/^20\d{10}$/],
  },
  {
    // Twelve figures that begin with two noughts.
    id: 'sicepat', name: 'SiCepat', called: /\bsi\s?cepat\b/i, page: bare('https://www.sicepat.com/checkAwb'),
    formats: [/^00\d{10}$/],
  },
  {
    // Fourteen figures that begin with 1: 1000…, 1100….
    id: 'anteraja', name: 'AnterAja', called: /\banter\s?aja\b/i, page: filled('https://anteraja.id/tracking/'),
    formats: [/^1\d{13}$/],
  },
  {
    // Country and kind in the prefix: NLIDAP…, NVIDB2B…, NXIDAP….
    id: 'ninja', name: 'Ninja Xpress', called: /\bninja\b/i, page: filled('https://www.ninjaxpress.co/id-id/tracking?id='),
    formats: [/^N[LVXJ]V?ID[A-Z0-9]{8,16}$/, /^SHPID\d{8,14}$/],
  },
  {
    id: 'pos', name: 'Pos Indonesia', called: /\bpos\b/i, page: bare('https://www.posindonesia.co.id/id/tracking'),
    formats: [
      // Domestic: P and the date first.
      /^P\d{12,14}$/,
      // S10 of the Universal Postal Union; its check digit is looked at apart.
      /^[A-Z]{2}\d{9}ID$/,
    ],
  },
  {
    // Twelve figures, by the office: 02…, 03…, 66…; or TKP for marketplaces. 08… would be a phone.
    id: 'tiki', name: 'TIKI', called: /\btiki\b/i, page: bare('https://www.tiki.id/id/track'),
    formats: [/^(?:0[1-79]|6[0-9])\d{10}$/, /^TKP\d{10}$/],
  },
  {
    id: 'id_express', name: 'ID Express', called: /\bid\s?express\b|\bidx\b/i, page: bare('https://idexpress.com/lacak-paket'),
    formats: [/^ID[DESTVX]\d{9,13}$/],
  },
  {
    id: 'lion', name: 'Lion Parcel', called: /\blion\b/i, page: filled('https://lionparcel.com/track/stt?q='),
    formats: [
      // Year of the contract, LP, number: 11LP1234567890123.
      /^\d{2}LP\d{10,14}$/,
      // The older 11-19-1234567.
      /^1\d{10}$/,
    ],
  },
  {
    id: 'spx', name: 'Shopee Xpress', called: /\bspx\b|\bshopee\b/i, page: filled('https://spx.co.id/track?'),
    formats: [/^SPXID\d{11}[\dA-Z]$/],
  },
];

/** The courier a service or a text names ("JNE Reguler", "j&t ez"), or null where it names none or several. */
export function courierNamed(text: string): Courier | null {
  const named = COURIERS.filter((courier) => courier.called.test(text));
  return named.length === 1 ? named[0]! : null;
}
