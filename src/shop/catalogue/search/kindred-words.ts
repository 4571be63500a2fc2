/**
 * Words for the same thing in the languages customers mix: sizes, colours, stuffs, and everyday things by their English
 * names. What only one shop calls its things belongs in the owner's aliases, not here.
 */
const GROUPS: readonly (readonly string[])[] = `
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
  pink rosa
  emas gold
  perak silver
  krem cream
  oranye orange jingga
  kayu wood wooden
  besi iron
  kaca glass
  bambu bamboo
  silikon silicone
  keramik ceramic
  plastik plastic
  kulit leather
  katun cotton
  granit granite marble marmer
  stainless steel
  listrik elektrik electric
  lengket stick
  anti non
  tutup lid
  pisau knife
  sendok spoon
  garpu fork
  piring plate
  mangkok mangkuk bowl
  gelas cup
  panci pot
  wajan kuali penggorengan
  botol bottle tumbler
  tas bag
  baju pakaian clothes
  sepatu shoes shoe
  celana pants
  kaos tshirt
  jilbab hijab kerudung
  topi hat
  anak kids kid
  wanita perempuan cewek women woman
  pria cowok lelaki men man
`.trim().split('\n').map((line) => line.trim().split(' '));

const KINDRED: ReadonlyMap<string, readonly string[]> = new Map(
  GROUPS.flatMap((group) => group.map((word) => [word, group.filter((other) => other !== word)] as const)),
);

export function kindredWords(word: string): readonly string[] {
  return KINDRED.get(word) ?? [];
}

const LARGE: ReadonlySet<string> = new Set(['besar', 'gede', 'jumbo', 'large', 'big']);
const SMALL: ReadonlySet<string> = new Set(['kecil', 'mini', 'small', 'mungil']);

/** "wajan besar" wants the larger wok first, even where no product calls itself large: 1, -1, or 0 for any other word. */
export function wishedSize(word: string): -1 | 0 | 1 {
  return LARGE.has(word) ? 1 : SMALL.has(word) ? -1 : 0;
}
