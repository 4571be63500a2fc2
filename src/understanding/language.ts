const ENGLISH = new Set('the is are do does you have how much what where when can i my me to for of please want need this that with it shipping order price any price cost which there would like hello hey a an any some sell buy get thanks thank got looking'.split(' '));
const JAVANESE = new Set('piro regane iki iso ora opo ono isih ning nggo sampeyan kulo nggih mboten pundi dugi tuku siji loro telu jupuk sing wis durung kowe maneh njupuk arep takon saiki mau'.split(' '));
const SUNDANESE = new Set('sabaraha aya henteu teu naon abdi punten bade hoyong nuhun hatur muhun iraha kumaha badag leutik nu barangna keneh mana teh teteh akang'.split(' '));
const INDONESIAN = new Set('yang ada berapa tidak mau bisa kak saya ini itu ya untuk dan dengan kirim ongkir barang harga beli pesan dong ga gak nya brp ke di kalau sama aja'.split(' '));

/** The language of the words as written, or unknown. */
export function readLanguage(words: readonly string[]): 'id' | 'en' | 'jv' | 'su' | 'unknown' {
  const count = (set: ReadonlySet<string>) => words.filter((word) => set.has(word)).length;
  const english = count(ENGLISH);
  const indonesian = count(INDONESIAN);
  const javanese = count(JAVANESE);
  const sundanese = count(SUNDANESE);
  if (english >= 2 && english > indonesian && english / words.length >= 0.3) return 'en';
  if (javanese > 0 && javanese >= sundanese && javanese > indonesian) return 'jv';
  if (sundanese > 0 && sundanese > indonesian) return 'su';
  return indonesian > 0 ? 'id' : 'unknown';
}
