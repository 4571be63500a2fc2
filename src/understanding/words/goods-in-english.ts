/** English names of common goods, for shops whose catalogue names them in Indonesian only. The catalogue's own words come first. */
const INDONESIAN_NAMES: ReadonlyMap<string, string> = new Map(`
pan wajan|pans wajan|skillet wajan|wok wajan|pot panci|pots panci|saucepan panci|knife pisau|knives pisau|spoon sendok|spoons sendok|fork garpu|forks garpu
plate piring|plates piring|bowl mangkuk|bowls mangkuk|cup cangkir|cups cangkir|glass gelas|glasses gelas|lid tutup|kettle teko|bottle botol|bottles botol
jar toples|jars toples|basket keranjang|tray loyang|mold cetakan|mould cetakan|grater parutan|steamer kukusan|strainer saringan|apron celemek
ladle centong|scissors gunting|scale timbangan|stove kompor|cloth lap|shelf rak|rack rak|towel handuk|pillow bantal|blanket selimut
bag tas|bags tas|backpack ransel|wallet dompet|shirt kemeja|shirts kemeja|pants celana|trousers celana|skirt rok|jacket jaket|shoes sepatu
shoe sepatu|sandals sandal|slippers sandal|hat topi|socks kaus kaki|veil kerudung|scarf kerudung|dress gamis|soap sabun|moisturizer pelembap|moisturiser pelembap
lotion losion|powder bedak|perfume parfum|helmet helm|tire ban|tyre ban|mirror spion|chain rantai|rice beras|sugar gula|coffee kopi|tea teh
honey madu|cake kue|cookies kue|chips keripik|sauce saus|toy mainan|toys mainan|gift kado|chair kursi|table meja|lamp lampu|fan kipas
`.trim().split(/[|\n]/).map((pair) => pair.split(/ (.*)/) as [string, string]));

/** "pan" → "wajan"; undefined for a word that names no common goods. */
export const inIndonesian = (word: string): readonly string[] | undefined => INDONESIAN_NAMES.get(word)?.split(' ');
