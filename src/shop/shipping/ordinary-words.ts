/**
 * Words of everyday Indonesian that are also names of places, reviewed by hand against the gazetteer: "taman", "panggang",
 * "mutiara" are districts, "batu" and "palu" are cities. They mean a place only after a word that says so.
 *
 * Names of several words are written together, as the gazetteer compares them ("air putih": airputih).
 */
export const ORDINARY_WORDS: ReadonlySet<string> = words(`
  abang abuki adat agats airbatu airbesar airbesi airdikit airhangat airhitam airkumbang airnipis airpadang airputih
  airupas ajung alai alak alam alas alian alla alok amal aman amar ambal amen amil ampel anak anakratuaji andong
  angata anggrek angin angkona angsana anyar arahan aralle aran arso asahan asam asem asera asparaga astana atas
  awang ayah ayam ayau babadan babakan babat badan badar badas badau bagan bagi bagor bagun bahari baik bajo bajuin
  bakam baki bakung bala balai balam balik balok balong balung bambang bambel bancak bancar bandar banding bandongan
  bangko bangsal bangun banjang bantan bantaran bantur banyak bara barang baras barat bareng baron baros baru basa
  baso batang batangan batas batu batuan batuatas batumandi batuputih bawang bayah bayan bayang bayat bebandem bebas
  beber beji belakang belakangpadang belang belat belik belimbing belu benda bendahara bendo bendungan bener benteng
  benua beo bergas beringin bersama beru beruntung besar besi besitang besuk besuki betara betung biau bies bila bima
  bina binaan binangun binong bintang binuang biru bisa bogo boja bojong bola bolo bonang bondan bongas bonjol borong
  bota bruno bua buah buana buaran bubulan bubutan budaya budi bukal buki bukit bulak bulan bulang bulik bulu bumi
  bumiagung bunga bungamas bungaraya bungkal bungku bungur bunta buntu bunut burau buru butuh buyan cabai caga calang
  cambai campaka cancang candi candung cantik capkala caringin celala cempa cempaka cendana ceper cepiring cermin
  cina cinta citra cluring coblos colomadu compreng concong congkar cukup curio curug dadap dagai dagangan dalam
  damai damar damer dampit danau danaupanggang dander dapur dapurang darat dari darma darul darussalam datar dau
  dawan dawe dekat delima demba demon dempet dendang deras desa detik dewi dingin djaya doko dolo dolok dompet dongko
  dua duku dukun dulang dulupi dundu dungkek dusun emas empang enam enamlingkung endah enggal enok fajar gabek gabus
  gading gadingcempaka gadung gajah gajahputih galang gali galing galis galur gambir gambut gamping ganding gandus
  gangga gantar gantung gapura garam garum garung gaung gayam gayung gebang gebog gede gedong gedung geger gembong
  gempol gemuh gending geneng genteng genuk gergas gerogol gerung giri gisting glagah goda gondang gondok gosok
  gringsing grujugan gugub gula gumelar gunem guntur gunung gurah haji halong hampang hanau hangat harapanjaya harau
  hari harian hijau hilal hilir hitam hulu hutan ibu ibun idea ikan ilir ilu indah indra intan ipuh jabon jabung jaga
  jajar jambangan jambe jamblang jambon jambu jangka jangkang jangkar jangkat jaro jarum jati jawa jawai jaya jelai
  jelutung jembatan jenang jenar jenawi jeruk jetis jiwan jogo johar jongkong jorong juai juli juma jumo juwita kabat
  kabun kabupaten kacang kadipaten kahu kais kajang kajen kajoran kakas kaki kali kalis kalong kamal kamar kampa
  kampak kampung kamu kanan kangkung kanor kantor kao kapak kapal kapas kapur karang karangan karas kare karet kari
  karo karu karya kasi kasih kasihan kasui kasur kaum kawali kawat kawung kayan kayangan kayen kayu kebayakan kebo
  kebon kebun kecil kedai kedamaian kedondong kedu kedung kelam kelapa kelapadua kelapalima kelara kelas keling kelua
  keluang kema kemang kembang kembaran kemiri kempas kempo kemuning kencana kencong kendit kenyam kepenuhan kepil
  kepung kera kerajaan keramat keras kerek kering kerkap kertas kesambi kesu ketahun ketan ketol kilat kilo kinal
  kinali kintap kipas kiri kisar kisaran klari kloset koba kobi kodi kokop kolang komba kombi komodo kopang kopi kopo
  kota kotaagung kotabaharu kotabangun kotabaru kotabesi kotagajah kotakecil kotalama kotapadang kotaraja kotatengah
  koto kretek krian kroya kuala kuari kubu kubung kucing kudu kuini kulit kulo kulon kumai kumis kundur kuning
  kuningan kunir kunjang kunyit kupu kuras kurau kuri kurik kuripan kursi kurun kutu lada lagu lahan lais laku lalan
  lama lambai lambu lancar landak langgam langka langkahan langsat lantung lapang lapis larangan lareng lasem latihan
  lau laura laut lautbiru lawa lawang layang layar lebak lebar lebat leces lede ledok legok lekok lela leles lemak
  lemari lembah lembak lembang lembar lembor lembur lemong lempung lengkap lengkong lenteng lepar lesung leuwi lewa
  liang licin lidah ligung lima limakaum limapuluh limau limo limpung limun lingga linggang lingsar lintang lirik
  liring long longkib lontar luak luar luas lubai lubuk luhur lumar lumbang lumbir lumbung lumpur lumut lunang lungsi
  lurah luwuk maba madat madu madya maesa magang magi mahu maja maje majen maju makin makmur malaka malam malo maluk
  mama mamak mana mandai mandau mande manding mandor mangga manggala manggar manggis mangku manis manismata manna
  mantang mantap mantup manyar maos mapan marang mare marga mariat maron mas masa masama mata matahari matang mateng
  matur mauk maya mayang mayong mega mego mekar mekarbaru melati melaya meliau melur menes menggala mengwi menjalin
  mentari mentok menuju merah merak meral meranti merapi merbau merdeka merek merigi mersam mesjid metro midai mijen
  mila minas minggir minggu minyak miri mirit mlarak moga mojo molo mori moro motong mowila muara muda mudik mukti
  mulak mulia mulya muncang muncar mundu mungkid munjul munte murni murung musi musik musim musuk mutiara muting nada
  naga nagari nalo nama nanas nanggung nanti nasal nasi nata natal natar negara negeri neglasari nelayan ngada ngadem
  ngambon ngambur ngampel ngapa ngebel nguling nibung nilam nipah nita nogo nuansa nusa nyata obi ok omben onan orong
  pabean pabuaran pacar pace pacet padan padas padu paga pagar pagaran pagelaran pagi pagu pajangan paju pakal pakel
  pakem pakis paku palang palas paloh palu pamotan pampangan panas panca panceng panci pancur pandaan pandak pandan
  panggang panggul panggung pangkah pangkal pangkalan pangkatan pangkur panjang panjatan panji pantai pantaibaru
  pantaicermin pantar panti papan papar parado paraman parang pare parigi paro paron parung pasar pasean paseh pasir
  pasirputih pasti pasu patani pati patimuan patrol patuk pauh payung pedan pedas pedes pegajahan pekat pelangi
  pelepat pelita pemali pemalu pematang pemenang penajam penarik pendopo pengantin pengaron pengasih peninjauan
  penukal perak peranap perdana perigi periuk permai permata permataintan persada pesanggrahan pesantren pesisir peso
  petang petir piani picung pikul pinang pinangan pinggir pining pintu pintubesi piramid pisang pitu plered plumbon
  pohon pondok ponjong porong prima puas pucuk pudak pudingbesar puger pujer pujon pujut pulang pulau pulaubanyak
  pulaubesar pulaupanjang pulaupisang pulaurakyat pulautiga pule pulo pulung puncak puncu pundong punung pupuan pura
  purba puri puring purnama purwa pusaka pusako pusat puspa putih putra putri putrihijau raba rabu rahmat rainis raja
  rajabasa rajeg rakit rakyat rama ramah ramai rambah rambang rambatan rambutan ranah rancah rangsang rantau rao
  rapih rasa rasau rata ratu rawa raya reban regol rejo rejoso rembon rembulan renah rendang rengas rengat reok resik
  retak rimba rindi ringan riung roban robatal rokan rongga roon rosa rotan rote ruang rubaru rumah rumbai rumbia
  rumpin rundeng rupat rupit sabar sabu sadang sadu sagu sahabat sahu sail sako sakra sakti salak salam salaman
  salang sale salem saling salo saluran sama samarang sambi sambit sambong sambutan sampaga sampai samping sampung
  samudera sandang sandaran sanden sang sanggar sangir sangkar santai santan santun sapa saparua sape sapi sapta
  sapuran sarang sari sario sasak sasana satu satui sau sauk sawa sawah sawai sawan sawang sawit sawo sayan sayung
  sayur seba sebuku sebulu secang sedan sedang sedati sedayu sederhana sedia sedong segah segar segeri sejahtera
  sekar sekarang sekerak sekotong selai selangit selaparang selasa selat selatan selayar selebar selesa selesai selo
  selong seluas semai semangga semen semin sempor sempu semut senang senayan sendang sendok senduro senen senin senja
  senori sentolo sentosa sepang sepatu sepulu sepuluh serasan serasi serbajadi seri serumpun seruni serut seruway
  sesean setia setiajanji setu siding sidomukti sigi sikap sikur silat silau silir silo simbang simbuang simpang
  simpangdua simpangempat simpangkanan simpangkiri simpangtiga simpati simpur sinar sindang sine singa singkil
  singkup singkut sirih siring sisir siswa siulak siwalan slamet soa soba sobang socah sodong sokan soko sona sonder
  songgon sooko sopai srono suah suap suara subah subur sucinaraja sudi sugih suhu suka sukakarya sukamaju sukamulia
  sukamulya sukaria sukasari sukau sukma sukra sukses sukun sulang suli suliki suling sumbang sumber sumberjaya
  sumbul sumo sumur sunda sungai suoh surga surian suruh surya susu susukan susun susut sutera syariah tabang tabir
  tahu tahun tahunan talang tali talun tamalate taman tamanan tambak tambal tamban tambang tambangan tampak tampan
  tana tanah tanahmerah tanahputih tanahtumbuh tandun tanen tangan tangen tangga tanggul tanggung tani tanjung
  tanjungbunga tanjungsari tapa tapak tapen tapos tapung tara tarano tareran tarik tarub taruna tarup tasik tawang
  tawar tayan tayu tebas tebat tebing teguh tekad teko tekung telaga telang telen teluk telukdalam telur tembagapura
  tembok tembuku temon tempe tempeh tempel tempilang tempuling tempuran tenang tengah tenggara tenggarang tenong
  tepus terang terara teras terbang terentang teriak tering terisi terusan tetap tetep tiba tiga tigo tikala tikung
  tilang timbang timur tinggi tinggiraja tinombo tiris tiro tirta tirto titi tobat toko tomi tomo tonra topos toroh
  totok tragah tras tua tuah tuan tugu tujuhbelas tukdana tulang tulangan tulis tulung tumpang tunas tungku tuntang
  turen turi tutur udang ujung ukui ulim ulu umbul umum undaan ungar ungu untung upas upau usaha utama utan utara
  utuh wagir wahai waja waluran wampu wangi wangon wara warga waris warsa waru warung wasior watas wates watu wawo
  way wayer web weda wedi wedung welahan weru widang wilangan wilis winong wiyung woja wori wotu wringin wungu yamo
  yaro yasa
`);

/**
 * Everyday words one slip away from the name of a city or province: never read as a misspelling of it. "bocor" is a leak
 * and not Bogor, "bekas" is used and not Bekasi.
 */
export const NOT_A_MISSPELLING: ReadonlySet<string> = words(`
  angkat bahan bahas bandang bandeng banding bandring bandul bangga bangkai bangku bangsa banjir bantai bantal
  banteng bantu bantuan barang barangan barbel basung batal batas batik batin batuk bayam bayang bayangan bedanya
  bekas bekasnya belang belanja belatung beliung belum belut benang benar bendera bendung bengkalai bengkuang bening
  bentang beras berat berbau berlau bertahan besar beton biasa bilangan bintang bintara bintik bisa bocor bodoh
  bohong bokor bolong bonus boros botol bronjong bubuk bubur bulan bulat bunga bungkus buntut buron buruan busuk
  butuh capek cekung celana dalam damai dapat dasar demak demam demi depan depot dimana diserang disulut ditanya
  dompet dorong dosen dulang duluan gamis garam garing garis garuk gelas gemar gemas gersik ginjal gosong gratis
  gresek habis halus harga harum jahat jajan jaket jalan jalur jambu jamin jamur jangan jarak jarang jarum jatah jauh
  jempol jepit jernih jualan jumat kabar kabarnya kabel kaca kaldu kaleng kalian kalung kamar kampas kamper kanan
  kangen kantor kapan kapas kapasitas karena karet karung kasar kasir kasur katanya kawat kayak kecil kecuali kedal
  kedua keempat kelas kelinci kemana kemarin kemasan kembali kembar kemiri kenal kenapa kenari kencang kendala
  kendali kendaraan kendati kenduri kental kentang kenyal kepada kepala kerak kering keripik kerja kertas kesini
  ketan ketat ketel ketemu ketupat khas kibaran kilat kipas kirim kiriman klaim klengkeng kloaka kolak komplit kompor
  komputer koper kopi koran kosong kotak kotor kresek kudis kudu kukus kukusan kulit kunci kupas kuping kurang
  kurangi kurir kursi kurus kutang lagi lahan lalat lambat lambung lamping lampu lampung lancar landai langka langkah
  langsai langsung lapis larut layak layar lebah lebar lebat lebih ledak lelah lemah lemak lemari lembab lembaga
  lembar lembut lempar lempung lengkap leper letak lihat lipat lobang lokal longgar lubang lumer lumping lupa macam
  madin madu magang magis mahal makan makasih malah malam maling mampu mandi mangga manggar mangkok mangkuk manis
  masak masih masuk matang mateng matras medang media median megang melati mentah mentega menur merah merak mesin
  metal minim minta minum modal model mohon moral motif motor mudah mulai mulus murah murni nambah nanas nasib
  natural ngantuk ngawur nunggu nyala odol padahal padan pagar pagi pajak pajang pajangan pakai palang panas panci
  pandai pandan pandang pangan panggil panili panjang panser pantai pantas papan parah parang paras parfum parser
  parut pasang pasangan pasar pasaran pasir pasti patah patung patut payah pecah pedang pedas pegal pejajaran pelan
  pelanggan pelat pemanas penasaran pencuci penuh penyok perak peralatan perlu pernah pesan pesanan pesawat pesen
  petualang piknik pilih pinang pincang pindah pindang pinggan pinggang pintar pintu pirang piring pisah pisang pisau
  plastik pokok pompa potong promo puas pucat pulang pundak pusing putar puter putih racing ramah rambut ramping
  rapat rapuh rasa ratus rebus remang rempah rendah rendang resmi ribet ringan roda rokok rontok rusak saban sabar
  sabtu sabuk sabun sabung salah salam saldo salep salin saling salur salut sama samar sambal sambar sambel sambil
  sambung sampai sampan samping samsir sandal sandar sangat sangga sanggah sanggup sangrai sapu saran sarang sarapan
  saring saringan sarung satin satuan sayang sayur sayuran sebagian sebar sebelah sebentar sedang sedap sedih sedikit
  segala segar segera sehat sejuk sekadar sekali sekang sekarang selai selama selamat selang selasa selera seluruh
  semangat sembarang sempang semua semut senang sendal sendiri sendok senin sensor senter seorang sepatu sepeda
  seperti seram seran serangan serat serbet serbu serdang sering serius serong seruan serum serut serutan sesuai
  setang setelan setiap setrika siang siapa siapkan sikat siksa siku silahkan silakan sinting sisir sobek sogok
  sokong solusi sonder sopan soreng sorot sosis sosok spatula stang stiker suang suban sudah sudut sulit suluh sumbat
  sumber sumpit sumur sungguh surat surut susah susun susut sutra tabrakan tabung tahan tahanan takar takaran talang
  talenan taman tambah tampah tampahan tampil tampung tanam tanda tandan tangan tangga tanggal tangguh tanggung
  tangki tanpa tanya tapakan tapir tapis target tarif tarik tarikan tatakan tatanan tawanan tebal tegak tegap tegar
  tegas tekan telat telur teman tembaga temenggung tempah tempat tempel tenang tengah tepat tepung terang terbaik
  terbang terlalu ternyata tersedia terus tetap tetapi tiba tinggal tinggi tipis tisik titip tolong tombol tongkat
  toples totalnya transfer tuhan tukar tulang tumang tumenggung tumis tumpuk tumpul tunai tunggu tungku tusuk tutup
  ujung ukiran ukuran ulang ulekan umum undang untuk untung urusan utuh wajan wangi wangian warna waterproof
`);

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
