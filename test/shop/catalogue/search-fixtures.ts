import type { Product } from '../../../src/shop/catalogue/snapshot.ts';

/** One product a line: sku | name | variant | category | price | stock (- is made to order) | tags | aliases | description */
function products(file: string, lines: string): readonly Product[] {
  return lines.trim().split('\n').map((line, i) => {
    const [sku = '', name = '', variant = '', category = '', price = '', stock = '', tags = '', aliases = '', description = ''] =
      line.split('|').map((cell) => cell.trim());
    const list = (cell: string): string[] => cell.split(',').map((item) => item.trim()).filter((item) => item !== '');
    return {
      sku, name, title: variant === '' ? name : `${name} ${variant}`, category, price: Number(price),
      stock: stock === '-' ? null : Number(stock), weightG: 500, sale: null, sizeCm: null, description, aliases: list(aliases), photo: null,
      goesWith: [], variantOf: variant === '' ? null : name, variant: variant === '' ? null : variant, tags: list(tags), active: true,
      source: { file, line: i + 2 },
    };
  });
}

export const kitchenware = products('kitchenware.csv', `
WTG-20 | Wajan Teflon Granit | 20 cm | Wajan | 99000 | 12 | anti lengket, induksi | penggorengan, frying pan | Wajan granit bebas PFOA, gagang kayu tahan panas. Cocok untuk kompor induksi dan gas.
WTG-24 | Wajan Teflon Granit | 24 cm | Wajan | 129000 | 15 | anti lengket, induksi | penggorengan, frying pan | Wajan granit bebas PFOA, gagang kayu tahan panas. Cocok untuk kompor induksi dan gas.
WTG-28 | Wajan Teflon Granit | 28 cm | Wajan | 165000 | 8 | anti lengket, induksi | penggorengan, frying pan | Wajan granit bebas PFOA, gagang kayu tahan panas. Cocok untuk kompor induksi dan gas.
WTG-32 | Wajan Teflon Granit | 32 cm | Wajan | 199000 | 0 | anti lengket, induksi | penggorengan, frying pan | Wajan granit bebas PFOA, gagang kayu tahan panas. Cocok untuk kompor induksi dan gas.
WBJ-36 | Wajan Besi Baja | 36 cm | Wajan | 145000 | 6 | hajatan | kuali besi | Wajan baja tebal untuk masak banyak, panas merata.
WBJ-40 | Wajan Besi Baja | 40 cm | Wajan | 185000 | 4 | hajatan | kuali besi | Wajan baja tebal untuk masak banyak, panas merata.
WCR-18 | Wajan Cor Mini | 18 cm | Wajan | 89000 | 5 | induksi | skillet, cast iron | Wajan besi cor kecil untuk telur dan steak.
PPR-4 | Panci Presto Aluminium | 4 liter | Panci | 285000 | 7 | presto | pressure cooker | Panci tekanan untuk daging empuk dalam 20 menit, katup pengaman ganda.
PPR-8 | Panci Presto Aluminium | 8 liter | Panci | 365000 | 3 | presto | pressure cooker | Panci tekanan untuk daging empuk dalam 20 menit, katup pengaman ganda.
PSS-5 | Panci Set Stainless | 5 pcs | Panci | 325000 | 9 | set, induksi | panci satu set | Lima panci stainless steel dengan tutup kaca.
PSU-16 | Panci Susu Enamel | 16 cm | Panci | 65000 | 20 | | milk pan | Panci kecil bergagang untuk susu, saus dan mie.
PKK-26 | Panci Kukus Stainless | 26 cm | Panci | 175000 | 6 | kukusan | kukusan, steamer, dandang | Panci kukus dua susun untuk bolu, ikan dan siomay.
PKK-30 | Panci Kukus Stainless | 30 cm | Panci | 215000 | 5 | kukusan | kukusan, steamer, dandang | Panci kukus dua susun untuk bolu, ikan dan siomay.
TPK-28 | Tutup Panci Kaca | 28 cm | Tutup | 45000 | 30 | | tutup wajan, lid | Tutup kaca tempered dengan lubang uap, pas untuk wajan dan panci.
SPS-1 | Spatula Silikon | | Alat Masak | 35000 | 40 | tahan panas | sutil silikon, sodet | Spatula yang tidak menggores lapisan teflon.
SPK-1 | Spatula Kayu Jati | | Alat Masak | 28000 | 35 | kayu | sutil kayu, sodet kayu | Kayu jati utuh, halus, aman untuk wajan anti lengket.
SPL-1 | Spatula Stainless | | Alat Masak | 22000 | 25 | | sutil stainless, sodet | Kuat untuk nasi goreng dan tumisan.
SSN-1 | Sendok Sayur Silikon | | Alat Masak | 32000 | 18 | tahan panas | centong sayur, irus | Sendok sayur lentur, gagang kayu.
CTN-1 | Centong Nasi Anti Lengket | | Alat Masak | 12000 | 60 | | sendok nasi, enthong | Permukaan bintik sehingga nasi tidak menempel.
CPT-1 | Capitan Stainless | 30 cm | Alat Masak | 24000 | 22 | | penjepit makanan, tongs | Capitan untuk gorengan dan barbeque.
SRM-1 | Saringan Minyak | 20 cm | Alat Masak | 27000 | 16 | | serokan, strainer | Saringan halus bergagang panjang.
PDC-1 | Pisau Dapur Chef | 8 inch | Pisau | 89000 | 14 | | pisau daging, chef knife | Baja karbon tinggi, tajam dan seimbang.
PSB-1 | Pisau Set Dapur | 6 pcs | Pisau | 155000 | 7 | set | | Enam pisau dengan dudukan kayu.
PBH-1 | Pisau Buah Keramik | | Pisau | 35000 | 19 | | paring knife | Ringan dan tidak berkarat.
ASH-1 | Asahan Pisau | | Pisau | 29000 | 21 | | pengasah pisau, sharpener | Tiga mata asah.
TLN-K | Talenan Kayu | | Talenan | 55000 | 13 | kayu | cutting board | Talenan kayu mahoni tebal 2 cm.
TLN-P | Talenan Plastik | | Talenan | 25000 | 26 | | cutting board | Talenan anti bakteri, bisa digantung.
CBK-15 | Cobek Batu Ulekan | 15 cm | Cobek | 75000 | 8 | batu | ulekan, mortar | Batu asli Muntilan dengan muthu.
CBK-20 | Cobek Batu Ulekan | 20 cm | Cobek | 110000 | 5 | batu | ulekan, mortar | Batu asli Muntilan dengan muthu.
RCM-1 | Rice Cooker Mini | 0.6 liter | Elektronik | 189000 | 6 | listrik | magic com, penanak nasi | Penanak nasi 300 watt untuk anak kos.
RCD-2 | Rice Cooker Digital | 1.8 liter | Elektronik | 459000 | 4 | listrik | magic com, penanak nasi | Penanak nasi 8 menu, 400 watt, panci dalam keramik.
MXT-1 | Mixer Tangan | | Elektronik | 215000 | 5 | listrik | hand mixer | Lima kecepatan, 150 watt, dua pasang pengaduk.
CHP-1 | Chopper Elektrik | 2 liter | Elektronik | 175000 | 8 | listrik | penggiling daging, food chopper, blender daging | Giling daging dan bumbu 300 watt.
TKL-1 | Teko Listrik | 1.8 liter | Elektronik | 159000 | 9 | listrik | kettle elektrik, pemanas air | Mati sendiri bila air mendidih.
AFR-4 | Air Fryer Digital | 4 liter | Elektronik | 699000 | 3 | listrik | airfryer, penggoreng tanpa minyak | Menggoreng tanpa minyak, 1200 watt.
KMP-1 | Kompor Gas Portable | | Kompor | 245000 | 6 | | kompor camping | Kompor satu tungku dengan koper.
KIN-1 | Kompor Induksi Slim | | Kompor | 525000 | 4 | listrik | kompor listrik | 1000 watt, panel sentuh.
OVT-1 | Oven Tangkring | 40 cm | Panggangan | 235000 | 3 | | oven kompor | Oven di atas kompor untuk kue kering.
LBL-20 | Loyang Bulat Bongkar Pasang | 20 cm | Loyang | 48000 | 17 | kue | cetakan kue, cake pan | Alas lepas, anti lengket.
LBL-24 | Loyang Bulat Bongkar Pasang | 24 cm | Loyang | 58000 | 11 | kue | cetakan kue, cake pan | Alas lepas, anti lengket.
LKT-22 | Loyang Kotak Brownies | 22 cm | Loyang | 39000 | 23 | kue | cetakan brownies | Aluminium tebal.
CTK-12 | Cetakan Muffin | 12 lubang | Loyang | 62000 | 10 | kue | muffin tray | Baja karbon antilengket.
TMB-1 | Timbangan Dapur Digital | 5 kg | Takaran | 69000 | 15 | | timbangan kue, scale | Ketelitian 1 gram.
GLU-1 | Gelas Ukur | 1 liter | Takaran | 22000 | 28 | | measuring cup | Plastik bening dengan garis takar.
SDT-1 | Sendok Takar Set | 5 pcs | Takaran | 15000 | 40 | set | measuring spoon | Dari seperdelapan sendok teh.
RNT-3 | Rantang Susun Stainless | 3 susun | Wadah | 115000 | 9 | | tempat makan, lunch box | Rantang kedap dengan pengunci.
KTM-1 | Kotak Makan Sekat | 1000 ml | Wadah | 45000 | 33 | bpa free | lunch box, tempat bekal | Bisa masuk microwave.
TPL-6 | Toples Kaca Kedap Udara | 600 ml | Wadah | 32000 | 24 | | stoples | Tutup klip dengan karet.
TPL-1 | Toples Kaca Kedap Udara | 1 liter | Wadah | 42000 | 0 | | stoples | Tutup klip dengan karet.
BTM-5 | Botol Minum Stainless | 500 ml | Minum | 79000 | 27 | tahan dingin | tumbler, termos | Dingin 24 jam, panas 12 jam.
BTM-1 | Botol Minum Stainless | 1 liter | Minum | 109000 | 12 | tahan dingin | tumbler, termos | Dingin 24 jam, panas 12 jam.
MGK-H | Mug Keramik | Hitam | Minum | 35000 | 16 | | cangkir kopi | Keramik 350 ml.
MGK-P | Mug Keramik | Putih | Minum | 35000 | 18 | | cangkir kopi | Keramik 350 ml.
GLS-6 | Gelas Kaca Bening | 6 pcs | Minum | 54000 | 20 | set | | Gelas tebal 250 ml.
PRG-6 | Piring Makan Keramik | 6 pcs | Makan | 135000 | 11 | set | dinner plate | Piring putih 9 inch.
MKK-4 | Mangkuk Sup Keramik | 4 pcs | Makan | 89000 | 9 | set | soup bowl | Mangkuk putih 6 inch.
SGS-24 | Sendok Garpu Set | 24 pcs | Makan | 99000 | 14 | set | alat makan | Stainless tebal mengkilap.
FPC-1 | Saringan Kopi Pour Over | | Kopi | 59000 | 7 | kopi | dripper, v60 | Kerucut keramik untuk seduh manual.
FRP-6 | French Press | 600 ml | Kopi | 95000 | 8 | kopi | plunger kopi | Gelas borosilikat.
RKB-3 | Rak Bumbu Putar | 3 susun | Penyimpanan | 125000 | 5 | | tempat bumbu | Dua belas toples kecil.
SRB-1 | Serbet Microfiber | 5 pcs | Kebersihan | 25000 | 45 | | lap dapur, kain lap | Cepat kering.
CLM-1 | Celemek Kanvas | | Kebersihan | 65000 | - | custom | apron | Dijahit sesuai pesanan, bisa bordir nama.
`);

export const fashion = products('fashion.csv', `
KPL-S | Kaos Polos Katun | Hitam S | Kaos | 55000 | 10 | cotton combed | t-shirt, kaos oblong | Katun combed 30s, adem.
KPL-L | Kaos Polos Katun | Hitam L | Kaos | 55000 | 10 | cotton combed | t-shirt, kaos oblong | Katun combed 30s, adem.
KPL-XL | Kaos Polos Katun | Hitam XL | Kaos | 60000 | 10 | cotton combed | t-shirt, kaos oblong | Katun combed 30s, adem.
KPP-L | Kaos Polos Katun | Putih L | Kaos | 55000 | 10 | cotton combed | t-shirt, kaos oblong | Katun combed 30s, adem.
GMS-M | Gamis Syari Ceruty | Dusty Pink M | Gamis | 235000 | 4 | lebaran | abaya | Bahan ceruty babydoll, busui friendly.
GMS-L | Gamis Syari Ceruty | Navy L | Gamis | 235000 | 3 | lebaran | abaya | Bahan ceruty babydoll, busui friendly.
HJB-1 | Hijab Pashmina Plisket | | Hijab | 39000 | 50 | | jilbab, kerudung | Pashmina plisket anti kusut.
HJB-2 | Hijab Segi Empat Voal | Cream | Hijab | 45000 | 40 | | jilbab, kerudung | Voal premium, mudah dibentuk.
CLN-32 | Celana Jeans Pria Slim Fit | 32 | Celana | 185000 | 7 | denim | jins | Denim stretch.
CLN-34 | Celana Jeans Pria Slim Fit | 34 | Celana | 185000 | 7 | denim | jins | Denim stretch.
KMJ-L | Kemeja Flanel Kotak | Merah L | Kemeja | 125000 | 6 | | flannel | Flanel tebal lengan panjang.
JKT-1 | Jaket Hoodie Zipper | Abu XL | Jaket | 165000 | 5 | | sweater | Fleece hangat.
SPT-40 | Sepatu Sneakers Kanvas | 40 | Sepatu | 210000 | 5 | | kets | Sol karet, ringan.
SPT-42 | Sepatu Sneakers Kanvas | 42 | Sepatu | 210000 | 5 | | kets | Sol karet, ringan.
`);
