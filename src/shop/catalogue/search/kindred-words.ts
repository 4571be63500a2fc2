function groups(text: string): ReadonlyMap<string, readonly string[]> {
  const lines = text.trim().split('\n').map((line) => line.trim().split(' '));
  return new Map(lines.flatMap((group) => group.map((word) => [word, group.filter((other) => other !== word)] as const)));
}

/** Words for the same size, colour or stuff in the languages that customers and owners mix. */
const SAME = groups(`
  besar gede jumbo large big
  kecil mini small mungil
  hitam item black ireng
  putih white
  merah red abang
  biru blue
  hijau green ijo
  kuning yellow
  coklat cokelat brown
  abu grey gray
  ungu purple
  emas gold
  perak silver
  krem cream
  oranye orange jingga
  navy nevi dongker
  maroon marun
  mocca moka mocha
  lilac lilak
  tosca toska
  army armi
  kayu wood wooden
  silikon silicone
  keramik ceramic
  plastik plastic
  katun cotton
  listrik elektrik electric
  wanita perempuan cewek women
  pria cowok lelaki men
  jilbab hijab kerudung
  kaos tshirt
  mangkok mangkuk
`);

/** Everyday things by another name, for a shop that knows only one. What only one shop calls its things belongs in its aliases. */
const OTHER_NAMES = groups(`
  wajan kuali penggorengan pan frying wok skillet
  panci pot
  pisau knife
  sendok spoon
  garpu fork
  piring plate
  mangkok mangkuk bowl
  gelas cup
  tutup lid
  botol bottle
  lengket stick
  anti non
  besi iron
  kaca glass
  bambu bamboo
  kulit leather
  tas bag
  baju pakaian clothes
  sepatu shoes shoe
  celana pants
  topi hat
  anak kids kid
  payung umbrella
  handuk towel
  bantal pillow
  sabun soap
  minyak oil
`);

/** Words that mean the same as this one and are worth finding beside it. */
export function sameWords(word: string): readonly string[] {
  return SAME.get(word) ?? [];
}

/** What this word may be called in a shop that does not know it. */
export function otherNames(word: string): readonly string[] {
  return OTHER_NAMES.get(word) ?? [];
}

const LARGE: ReadonlySet<string> = new Set(['besar', 'gede', 'jumbo', 'large', 'big']);
const SMALL: ReadonlySet<string> = new Set(['kecil', 'mini', 'small', 'mungil']);

/** "wajan besar" wants the larger wok first, even where no product calls itself large: 1, -1, or 0 for any other word. */
export function wishedSize(word: string): -1 | 0 | 1 {
  return LARGE.has(word) ? 1 : SMALL.has(word) ? -1 : 0;
}
