/**
 * How words are really written: the even spelling, then the spellings met for it. An entry may stand for two words
 * ("gabisa"). Words of Javanese and Sundanese that shoppers mix in are brought to Indonesian here as well. Deliberately
 * absent, because in a shop they mean something else: brg (barang, not bareng), bca (the bank), s/m/l/xl (sizes),
 * cs, low, reg (a courier class).
 */
export const SPELLINGS = `
tidak: ga gak gk g ngga nggak ngak gaa gakk enggak engga enggk engak tdk ndak nda nga kagak kaga kagk ora gaada ndk tdak tida ta teu henteu gag not mboten moal
tidak bisa: gabisa gbisa gabs gakbisa gkbisa ngabisa gbs cannot
tidak jadi: gajadi gajd gjd gkjadi gakjadi gadi
tidak usah: gausah gausa gusah gakusah gkusah rasah
tidak ada: gada gkada gakada gda
tidak mau: gamau gmau gakmau
tidak apa: gapapa gpp gapp ngapa gakpapa
yang: yg yng yag ygg sing nu
sudah: udah sdh udh uda dah dh sudh sudahh udahh wis wes tos atos parantos already udaah sdah
belum: blm belom blom blum blon durung acan teacan
saja: aja aj ajah sj ae wae sahaja
tapi: tp tpi tetapi tapii ning
banget: bgt bngt bngtt bangett bet pisan bener2
pakai: pake pkai pk make ngangge pki memakai dipake dipakai pakek using
dengan: dgn dg dngn dgan karo kalih with sareng
juga: jg jga ugi
saya: sy aku ak gue gw gua guwe kulo abdi i sya aq akuh im saia
kalau: kalo klo kl klau kalu klw kalok nek yen upami lamun if
sampai: sampe nyampe smp nyampai smpe smpai dugi tekan nepi sampek
cepat: cepet cpt cpet
jadi: jd jdi dadi janten
karena: krn karna krna
untuk: utk buat bwt tuk kanggo nggo for kangge untk bt
dari: dr dri from soko saking
makasih: mksh mksi mkasih mkasi maksih mksih makasi mks thx tks trims trimakasih terimakasih terimakasi tq ty thanks thankyou thank tengkyu tengkiu suwun nuhun hatur haturnuhun maacih maaciw trmksh tengkyuu tenkyu matursuwun maturnuwun nuwun makasiih makasihh tanks thks
pesan: pesen psn psen mesen pesenin pesankan pesanin mesan
lagi: lg lgi maneh deui mneh
bisa: bs bsa iso tiasa saged can bisaa isoh
dapat: dpt dapet dapt
original: ori orisinil orisinal originil orginal
cuma: cm cman cuman cma mung
jangan: jgn jngn ojo tong jgan
bagaimana: gimana gmn gmna gimna piye kumaha kepiye gmana gimanaa how pripun gmnaa
bagus: bgus apik sae alus
tanggal: tgl tggl
sama: sm ama sma
lebih: lbh lbih
terus: trus trs teros tros
lihat: liat lht liatin liyat ningali ndelok lihatin see ngeliat deleng tingali
sekarang: skrg skrng skr skg saiki ayeuna now skrang skarang
dulu: dlu dl dulo dhisik sek heula disik dolo dluu
harus: hrs kudu hrus
berapa: brp brapa brpa brpn brpan bera brapaa pira piro sabaraha pinten bpa brapah brpp berp berpa brpah beraoa
harga: hrg hrga rego hargi regi pangaos price harge hrgnya hargane
harganya: regane regine hargana regina hargine hargae regonipun pangaosna pangaosipun
transfer: tf tfnya trfnya tfan trf tfr trsf trfr tranfer tranfr ditf ditransfer mentransfer tansfer trnsfer
rekening: norek rek rekning rekeneing
checkout: co cekout chekout chekot cekot checkot
preorder: po pre-order praorder
siap: siyap syap siapp siappp
ready: redy rdy redi readi rady redyy
ke: nang menyang nyang dumateng
dimana: dmn dmna dimna dmana nengdi ngendi nangdi dimn where
mana: pundi endi mna
kapan: kpn kpan iraha kapanan when
masih: msh msih isih esih masi keneh taksih tesih still mash
besok: bsk besuk sesuk enjing tomorrow besokk isuk
kemarin: kmrn kmren kemaren kmrin wingi kamari yesterday kemrin
tadi: td tdi
banyak: byk bnyk bnyak akeh seueur many banyakk
kakak: ka kk kak kaka qaqa kaq kakk kakakk kakaa
ribu: rb rebu rbu
juta: jt jta jutaan
kirim: krm kirm ngirim kirimin kirimkan mengirim ngirimin kirimke ship send
dikirim: dikrm dikirimin dikirimkan dikirm shipped
paket: pkt paketan kiriman package parcel
pengiriman: pngiriman shipping delivery
kirim kirim: kirim2
ongkir: ongkirr ongkri ongkr okir onkir ongkire ongkirna ongkoskirim ongkirnyaa ongkiran ongir ongkirin okngkir
barang: brg brng barange barangna
barangnya: brgnya brngnya barangane
pesanan: psnan pesenan pesenanku pesananku orderanku psanan orderan pesananan ordernya orderannya orderane pesanane
order: ordr oder odr orderin orderkan
beli: tuku meuli mundut beliin belikan buy bli numbas membeli tumbas
ambil: jupuk nyandak mbil ambilin ngambil amil njupuk mendet nyokot
mau: mo mw pengen pgn pngn pengin pingin hoyong bade arep ingin want pgen pgin kepengen hayang arepe maw maoo pen
butuh: perlu need bth btuh peryogi btuhh
cari: nyari nyariin cariin carikan cri mencari golek milari looking dicari neangan nggolek
ada: ad adakah ono aya wonten onok adaa tersedia adda enten sedia punya
kosong: kosongg kosng entek seep empty
habis: abis hbs abs habiss soldout sold abiss
stok: stock stoknya stocknya stk stokk setok stoke
berapa lama: brplama
warna: wrn wrna color colour wrnanya werno kelir
ukuran: uk ukurannya size sz ukran saiz ukrn ukurn
nomor: no nmr nomer nmer num nomr nomernya
alamat: almt alamt alamet addres address almat
bayar: byr mbayar bayarin byar mayar pay dibayarin
dibayar: dibyr paid
kurang: kurng krang krg kirang
kurangi: kurangin kurangkan dikurangin dikurangi krgin krngin korting
tambah: tmbh tambahin tambahkan nambah ditambah nambahin tmbah tambahi tambain
ganti: gnti gantiin digantiin diganti gantikan ganti2 salin
ubah: rubah diubah dirubah edit revisi ganti2an ngubah ngerubah ubahin
hapus: apus hapusin dihapus ngapus ilangin hilangin hilangkan delete remove apusin copot
batal: btl batalin dibatalin dibatalkan cancel cancelin dicancel cansel dicansel batalkan bataliin kensel cancle canceled
tukar: tuker tkr ditukar ditukerin tukerin dituker ijol dijol tukeran penukaran nukar nuker exchange
kembali: balik
kembalikan: balikin dibalikin kembaliin dikembalikan ngembaliin mbalekno mbalikin return
retur: returr diretur ngeretur returnya
refund: refun rifan direfund refunds
uang: duit duwit artos money uange
lengkap: lgkp komplit complete
langsung: lgsg lngsng lgsung lsg lgsng langsng
sebelum: sblm sblum sebelom sblom before
sesudah: setelah stlh stelah sesudh
sama2: samasama
hari: hr hri dinten day
minggu: mggu mgg ahad mingguan
bulan: bln bulanan sasih
tahun: thn th taun
jam: jm pukul pkl
buka: bka open bukak mbukak
tutup: ttp tutupp close closed
libur: prei pere liburr
toko: tko store shop
dekat: deket dkt cedak
kecil: alit cilik leutik small kcl kecill
besar: gede gedhe badag ageung big bsr besarr gde guede
murah: mrah mura mirah cheap
mahal: mhl awis expensive
hitam: item htm ireng black hideung
putih: pth white putihh
merah: mrh red beureum
baru: anyar enggal new bru
lama: lawas suwe lm lami long
orang: org wong jelema orangnya
admin: atmin adminnya mimin mmin
bicara: ngomong ngobrol bicarain bcr ngmng omongan chatan nyarios talk speak ngomongg
tanya: nanya tnya tny takon tumaros bertanya nanyak nanyain tanyaa naros nanyaa
minta: mnta mintak nyuwun menta mint mntk
tolong: tlg tlong tulung please pls plis plz tulungan tlng
maaf: maap sori sorry ngapunten hapunten mf afwan
permisi: permisii misi nuwunsewu punten kulonuwun sampurasun
halo: hallo hai hay helo hello hi hei hey haii haloo hola haloha hlo holla alo allo heyy
assalamualaikum: assalamu'alaikum assalamu askum asalamualaikum assalamualaikm ass salamualaikum aslm assalam samlekum assalammualaikum assalamualikum
pagi: pgi pg morning
siang: siangg siank
sore: soree sonten
malam: malem mlm dalu malm mlem
iya: y iyo iyah iy yup yoi yoii yes yep yess inggih nggih injih enggih muhun leres sumuhun yah iyes yuppp yaa iyaa yaaa iye he'eh heeh ho'oh hooh nggeh
oke: ok okeh okay okey okk okok okee okeee okedeh okesip okei okeyy okedokee oki okelah
sip: siip sipp sipsip sippo siplah sipps
lanjut: lnjt lanjutin lanjutkan lanjutt dilanjut gas gaskeun gass gasss gasken gaskan gaskuy terusin teruskan hayuk hayu lanjuut
betul: bener benar btul bnr bner correct right
setuju: stuju acc deal dil
boleh: bleh bole kenging angsal blh bolehh bolh olih
jual: jualan ngejual dijual jualin dodol sade ngical sell jwal
lebaran: lbaran lebarn idulfitri
ini: iki niki ieu this ni
itu: kuwi iku eta niku that kui
gini: begini ngene kieu
gitu: begitu gt gtu ngono kitu
kenapa: knp knpa naha why ngopo kunaon
siapa: sopo saha who siapah
apa: apakah ap opo naon apah what nopo
bukti: buktinya bkti
rusak: ruksak rusakk rusek broken rsk jebol rusake
sobek: robek suwek soek
pecah: pcah pecahh
penyok: peyok penyokk peyot penyot
cacat: defect cacatt
kecewa: kcewa kuciwa kecewaa
salah: slh salh keliru lepat
sesuai: sesuay sesuei
bocor: bocorr rembes
lambat: lemot lelet lambatt slow lamban
balas: bales dibales dibalas blz respon reply wangsul
gratis: free gretong grtis gratisan geratis
diskon: disc discount dsc diskonan diskn potongan disko diskonnya diskont
promo: prmo promosi promoo promonya
voucher: vocer vocher vouchr voucer vcr kupon kodepromo
grosir: grosiran borongan wholesale partai kulakan
eceran: ecer
reseller: resseler reseler resellr resell resaler
dropship: dropshipper dropsip dropshiper droship
cicilan: cicil nyicil dicicil cicilin kredit angsur angsuran ngangsur
paylater: spaylater spaylatter shopeepaylater kredivo paylatter akulaku
kurir: ekspedisi expedisi ekspedesi kurirnya courier jasakirim espedisi
resi: resii rsi awb tracking
garansi: garansie garansina warranty grnsi waranty garanci
bahan: bhn bahane material bhan
deskripsi: spek spesifikasi spec detail detil detailnya dtl
foto: poto ptoo pict gambar picture photo realpict pic pics gmbr fotoo
video: vidio pidio vid
kualitas: kwalitas quality kualitasnya kwalitet
keranjang: kranjang trolley troli cart kranjg
simpan: simpen simpenin simpankan disimpen disimpan save nyimpen
wishlist: wislist wishlis whislist
nanti: ntar nnti entar engke mengko nti ntr mbesok later
pikir: mikir dipikir pikirin pikirkan think
lain: laen liyane lian liane sanes other
kali: kalee
dadah: bye dadaah byee babay babai goodbye
katalog: katalok catalog catalogue ktalog katalogue
kategori: katagori category kategorinya
produk: prodak product products prduk produkk
rekomendasi: rekomen rekomendasiin rekomendasikan recommend saran rekomenin saranin rekom sarankan recom rekomend
terlaris: bestseller bestseler laris laku palinglaku
lokasi: location lok lokasie loksi
cabang: cbang outlet outletnya cabange branch
pcs: pc pieces piece psc
buah: bh
biji: bji wiji
lusin: lsn losin lusinan dozen
kodi: kodian
satu: siji hiji one stu 1nya
dua: loro dwi two
tiga: telu tilu three tga
empat: papat opat four empt
lima: limo five gangsal
proses: diproses prosess process processing prosesin
status: sts sttus
cek: check ngecek dicek cekin dicekin cekk cekkan
total: totale totl totalin totalan ditotal jumlah jml grandtotal totalkan ttl
belanja: blanja belanjaan blanjaan shopping belanjaannya belanjaane
semua: smua semuanya smuanya kabeh sadaya sedoyo all smw
beda: bedane difference
cocok: ccok pantes suitable cocokk cocoknya
anti: anty
awet: awett
asli: aseli
segini: sgini
gosend: go-send gojek gosent gosen grab grabexpress grabsend
sameday: same-day samedy
instan: instant
jnt: j&t jnet
sicepat: sicpt
tetap: tetep ttep
sekalian: skalian sklian
kira: kira-kira
alias: a.n an a/n
nama: nm jeneng
video call: vc
apalagi: plg
paling: plng palng pling
sering: srg
mohon: mhn mohonn
jatuh: jtuh
rumah: rmh omah imah
anak: ank
ibu: ibuk
kado: kdo hadiah gift
bungkus: bungkusin dibungkus bungkusan
packing: kemas dikemas packingan pengemasan kemasan packaging packingnya dipacking
tulis: tulisan nulis
custom: kustom costum costume
nego: ngenyang nawar tawar negoo ditawar bargain
diskonin: diskonn
`;

/** How the shop is addressed. Says nothing about the wish; "kak" alone is a greeting. */
export const ADDRESSES = `
kakak sis sist sista gan agan min mas mbak mba mb bu ibu bun bunda pak bapak bang abang bng bg bro om tan tante bos boss bosku juragan
say sayang beb cin cinta teh teteh kang akang neng a aa aak ce cece cici ko koko koh cik mam mams mom moms dear cuy guys
ner owner seller kaka miss sir mister ukh ukhti akhi umi ummi uni jeng nduk yu lek pakde bude pakdhe budhe ning nok
kakanda kakakku jeung oom mbk mbakk masku masbro sisteur syg zeyeng zheyenk 
`;

/** Words that only soften or stretch a sentence. */
export const FILLERS = `
ya dong donk deh dech nih tuh oh eh ehh ohh hmm hm hmmm ah lah loh lho yo mah atuh euy to tho je jhe hehe haha wkwk wkwkwk hihi xixi huhu
weh wah nah duh aduh waduh ciee uy yuk yuks pun kah yaa ih iih em emm um ehm nya si tea mbok lur cok nyak coy
`;

/** Pairs of evenly spelled words that are one to us. */
export const PAIRS = `
terima kasih: makasih
trima kasih: makasih
makasih you: makasih
nomor rekening: rekening
cek out: checkout
best seller: terlaris
paling laris: terlaris
paling laku: terlaris
paling murah: termurah
paling mahal: termahal
di mana: dimana
same hari: sameday
sold out: habis
pre order: preorder
ongkos kirim: ongkir
biaya kirim: ongkir
biaya pengiriman: ongkir
tarif kirim: ongkir
pengiriman cost: ongkir
pengiriman fee: ongkir
gratis ongkir: gratisongkir
gratis pengiriman: gratisongkir
bebas ongkir: gratisongkir
real foto: foto
go kirim: gosend
harga nett: harga net
si cepat: sicepat
anter aja: anteraja
nomor resi: resi
kode resi: resi
virtual account: va
harga list: pricelist
daftar harga: pricelist
list harga: pricelist
wish list: wishlist
drop kirim: dropship
ready stok: ready
kode promo: voucher
kode voucher: voucher
kode diskon: voucher
atas nama: alias
good pagi: pagi
masih ana: masih ada
sugeng besok: pagi
sugeng siang: siang
sugeng sonten: sore
sugeng dalu: malam
sugeng ndalu: malam
wilujeng besok: pagi
wilujeng siang: siang
wilujeng sonten: sore
wilujeng wengi: malam
good malam: malam
good afternoon: siang
assalamualaikum wr: assalamualaikum
lihat you: dadah
sampai jumpa: dadah
bagaimana much: berapa
bagaimana banyak: berapa
bagaimana lama: berapa lama
frying pan: wajan
sauce pan: panci
baking tray: loyang
baking pan: loyang
cutting board: talenan
brake pad: kampas rem
`;
