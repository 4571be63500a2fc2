/** Goods that bear a place's name: "nasi padang" and "batik solo" are no destinations. Name of the goods, then places. */
const GOODS: Readonly<Record<string, string>> = {
  bakso: 'malang solo wonogiri', soto: 'lamongan betawi kudus banjar madura medan padang bogor', sate: 'padang madura',
  nasi: 'padang jogja', masakan: 'padang', rendang: 'padang', bumbu: 'padang bali', makan: 'padang', warung: 'tegal',
  bika: 'ambon medan', dodol: 'garut', mie: 'aceh bangka', mi: 'aceh', kopi: 'aceh gayo lampung toraja bali flores papua jambi',
  pempek: 'palembang', gudeg: 'jogja yogya', bakpia: 'jogja yogya', batik: 'solo pekalongan jogja yogya cirebon madura lasem bali',
  martabak: 'bangka', tahu: 'sumedang', talas: 'bogor', asinan: 'bogor jakarta', jeruk: 'medan bali pontianak', bolu: 'medan',
  lumpia: 'semarang', lunpia: 'semarang', wingko: 'semarang', apel: 'malang', asin: 'brebes', mangga: 'indramayu probolinggo',
  beras: 'cianjur', songket: 'palembang', sarung: 'samarinda bali makassar', tenun: 'jepara bali lombok sumba', ukir: 'jepara', ukiran: 'jepara',
  mebel: 'jepara', kain: 'bali sumba lombok', ayam: 'taliwang betutu kalasan', salak: 'bali sleman', pia: 'bali', coto: 'makassar',
  tas: 'tajur', madu: 'sumbawa', susu: 'sumbawa', kacang: 'bali', pie: 'bali susu', pisau: 'cibatu',
};

const NAMED = new Set(Object.entries(GOODS).flatMap(([goods, places]) => places.split(' ').map((place) => `${goods} ${place}`)));

export function isNamedAfterPlace(goods: string | undefined, place: string): boolean {
  return goods !== undefined && NAMED.has(`${goods} ${place}`);
}
