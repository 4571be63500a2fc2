/**
 * Words of everyday Indonesian that are also names of places, reviewed by hand against the gazetteer: "taman", "panggang",
 * "mutiara" are districts, "batu" and "palu" are cities. They mean a place only after a word that says so.
 *
 * Names of several words are written together, as the gazetteer compares them ("air putih": airputih).
 */
export const ORDINARY_WORDS: ReadonlySet<string> = words(`
  abang abuki agats airbatu airbesar airbesi airdikit airhangat airhitam airkumbang airnipis airpadang airputih
  airupas ajung alak alas alian alla alok amar ambal amen ampel anakratuaji andong angata anggrek angkona angsana
  anyar arahan aralle arso asahan asera asparaga awang ayah ayau babadan babakan babat badar badas badau bagor bagun
  bajo bajuin bakam baki bakung balai balam balong balung bambang bambel bancak bancar bandar bandongan bangko
  bangsal banjang bantan bantaran bantur bara baras barat bareng baron baros barus baso batang batangan batu batuan
  batuatas batumandi batuputih bawang bayah bayan bayang bayat bebandem beber beji belakangpadang belang belat belik
  belimbing belu benda bendahara bendo bendungan bener benteng benua beo bergas beringin besitang besuk besuki betara
  betung biau bies bima bina binangun binong bintang binuang boja bojong bola bolo bonang bongas bonjol borong bruno
  bua buaran bubulan bubutan bukal buki bukit bulak bulang bulik bulu bumiagung bungamas bungaraya bungkal bungur
  bunta bunut burau buru butuh cambai campaka candi candung capkala caringin celala cempa cempaka cendana ceper
  cepiring cina cluring colomadu compreng concong congkar curio curug dagai dagangan damai damar damer dampit
  danaupanggang dander dapurang darma darussalam dau dawan dawe delima demba dempet dendang doko dolo dolok dongko
  dukun dulupi dundu dungkek empang enamlingkung enggal enok gabek gabus gading gadingcempaka gadung gajah gajahputih
  galang galing galis galur gambir gambut gamping ganding gandus gangga gantar gantung gapura garum garung gaung
  gayam gebang gebog geger gembong gempol gemuh gending geneng genteng genuk gerogol gerung giri gisting glagah
  gondang gringsing grujugan gumelar gunem guntur gurah halong hampang hanau harau harian ibu ibun ilu ipuh jabon
  jabung jambangan jambe jamblang jambon jambu jangka jangkang jangkar jangkat jaro jati jawai jaya jelai jelutung
  jenar jenawi jetis jiwan jongkong jorong juai juli jumo kabat kabun kadipaten kahu kais kajang kajen kajoran kakas
  kalis kamal kampa kampak kamu kangkung kanor kao kapas karangan karas kare karo karu kasi kasihan kasui kawali
  kayangan kayen kebayakan kebo kedamaian kedondong kedu kedung kelapa kelapadua kelapalima kelara keling kelua
  keluang kema kemang kembang kembaran kemiri kempas kempo kemuning kencong kendit kenyam kepenuhan kepil kepung
  kerajaan kerek kerkap kesambi kesu ketahun ketol kilo kinal kinali kintap kisaran klari koba kodi kokop kolang
  kombi komodo kopang kopo kota kotaagung kotabaharu kotabangun kotabaru kotabesi kotagajah kotalama kotapadang
  kotaraja kotatengah kresek kretek krian kroya kuala kuari kubu kubung kudu kulo kumai kundur kuningan kunir kunjang
  kurau kuri kurik kuripan kurun lais lalan lambai lambu landak langgam langkahan lantung lapang larangan lasem lau
  lawa lawang lebak leces lede legok lekok lela leles lembak lembang lembar lembor lembur lemong lengkong lenteng
  lepar lewa liang licin ligung limakaum limapuluh limau limo limpung limun lingga lingsar lirik longkib luak luas
  lubai lumar lumbang lumbir lumbung lumut lunang luwuk maba madat maesa mahu maja maje makmur malaka malo maluk
  mandai mandau mande manding mandor manggala manggar manggis manismata manna mantang mantup manyar maos marang mare
  marga mariat maron masama matur mauk mayang mayong mego mekarbaru melaya meliau menes menggala mengwi menjalin
  mentok merak meral meranti merbau merdeka merek merigi mersam metro midai mijen mila minas minggir miri mirit
  mlarak moga mojo moro mowila muara mulia muncang muncar mundu mungkid munjul munte murung musi musuk mutiara muting
  nanggung nasal natal natar negara neglasari ngada ngambon ngambur ngampel ngapa ngebel nguling nibung nita obi
  omben pabuaran pacar pace pacet padas paga pagaran pagelaran pagu pajangan pakal pakel pakem pakis paku palang
  palas paloh palu pamotan pampangan panceng pancur pandaan pandak pandan panggang panggul pangkah pangkalan
  pangkatan pangkur panjang panjatan panji pantaibaru pantaicermin pantar panti papar parado parang pare parigi paro
  paron parung pasean paseh pasirputih patani pati patimuan patrol patuk pauh payung pedan pedes pegajahan pekat
  pelepat pemali pemenang penajam penarik pendopo pengaron pengasih peninjauan penukal perak peranap periuk permata
  permataintan pesanggrahan pesantren peso petang petir piani picung pinang pinggir pining piramid pitu plered
  plumbon ponjong porong pucuk pudak pudingbesar puger pujer pujon pujut pulaubanyak pulaubesar pulaupanjang
  pulaupisang pulaurakyat pulautiga pule pulung puncak puncu pundong punung pupuan purba puri puring pusako
  putrihijau raba rainis rajabasa rajeg rakit rambah rambang rambatan rambutan rancah rangsang rantau rao raya reban
  regol rejoso rembon rendang rengat reok rindi riung robatal rongga roon rubaru rumbai rumbia rumpin rundeng rupat
  rupit sadang sadu sahu sail sako sakra sakti salak salam salaman salang sale salem saling salo samarang sambi
  sambit sambong sambutan sampaga sampung samudera sandaran sanden sanggar sangir saparua sape sapuran sarang sario
  satui sawa sawai sawan sawang sawit sawo sayan sayung sebuku sebulu secang sedan sedati sedayu sedong segah segeri
  sekar sekerak sekotong selangit selat selayar selebar selesai selo selong seluas semangga semen semin sempor sempu
  sendang senduro senen senori sentolo sepang sepulu serasan serbajadi seruway sesean setia setiajanji setu siding
  sidomukti sigi sikur silo simbang simbuang simpang simpangdua simpangempat simpangkanan simpangkiri simpangtiga
  simpur sindang sine singkil singkup singkut siulak siwalan soa soba sobang socah sokan soko sonder songgon sooko
  sopai srono subah subur sucinaraja sukakarya sukamaju sukamulia sukamulya sukasari sukau sukra sukun sulang suli
  suliki sumbang sumber sumberjaya sumbul sumo sumur suoh surian suruh susukan susut sutera tabang tabir tahunan
  talang talun tamalate taman tamanan tambak tamban tambang tambangan tampahan tanahmerah tanahputih tanahtumbuh
  tandun tangen tanggul tanjung tanjungbunga tanjungsari tapa tapen tapos tapung tarano tareran tarik tarub tarup
  tawang tayu tebas tebing tekung telaga telen telukdalam tembagapura tembuku temon tempe tempeh tempel tempilang
  tempuling tempuran tenggarang tepus terara teras terentang teriak tering terisi tetap tikala tikung tinggiraja
  tinombo tiris tiro tirto tomo tonra topos toroh tragah tugu tujuhbelas tukdana tulangan tulis tulung tumpang
  tuntang turen turi tutur ujung ukui ulim undaan ungar upau utan wagir waluran wampu wangon wara waris warsa waru
  wasior wates wawo wayer web weda wedi wedung welahan weru widang wilangan winong wiyung woja wori wotu wringin
  wungu yamo yaro
`);

/**
 * Everyday words one slip away from the name of a city or province: never read as a misspelling of it. "bocor" is a leak
 * and not Bogor, "bekas" is used and not Bekasi.
 */
export const NOT_A_MISSPELLING: ReadonlySet<string> = words(`
  angin angkat astana badan bagan bahan bahari bahas balik balok bandang bandeng banding bandring bandul bangga
  bangkai bangku bangsa bangun banjir bantai bantal banteng bantu bantuan banyak barang barangan barbel basung batal
  batas batik batin batuk bayam bayangan bebas bedanya bekas bekasnya belakang belanja belatung beliung belum belut
  benang benar bendera bendung bengkalai bengkuang bening bentang beras berat berbau berlau bersama bertahan
  beruntung besar beton biasa bilangan binaan bintara bintik bisa bocor bodoh bohong bokor bolong bondan bonus boros
  botol bronjong buana bubuk bubur budaya bulan bulat bunga bungku bungkus buntu buntut buron buruan busuk buyan
  cabai cancang cantik capek cekung celana cermin cinta citra coblos cukup dadap dalam danau dapat dapur darat darul
  dasar datar dekat demam demi demon depan depot deras detik dimana dingin diserang disulut ditanya djaya dompet
  dorong dosen dulang duluan dusun endah fajar gamis garam garing garis garuk gayung gedong gedung gelas gemar gemas
  gergas gersik ginjal gondok gosok gosong gratis gresek gugub gunung habis halus hangat harga harum hijau hilal
  hilir hitam hutan indah indra intan jahat jajan jajar jaket jalan jalur jamin jamur jangan jarak jarang jarum jatah
  jauh jembatan jempol jenang jepit jernih jeruk johar jualan jumat juwita kabar kabarnya kabel kabupaten kaca kacang
  kaldu kaleng kalian kalong kalung kamar kampas kamper kampung kanan kangen kantor kapak kapal kapan kapasitas kapur
  karang karena karet karung karya kasar kasih kasir kasur katanya kawat kawung kayak kayan kebon kebun kecil kecuali
  kedai kedal kedua keempat kelam kelas kelinci kemana kemarin kemasan kembali kembar kenal kenapa kenari kencana
  kencang kendala kendali kendaraan kendati kenduri kental kentang kenyal kepada kepala kerak keramat keras kering
  keripik kerja kertas kesini ketan ketat ketel ketemu ketupat khas kibaran kilat kipas kirim kiriman kisar klaim
  klengkeng kloaka kloset kolak komba komplit kompor komputer koper kopi koran kosong kotak kotor kucing kudis kukus
  kukusan kulit kulon kumis kunci kuning kunyit kupas kuping kurang kurangi kuras kurir kursi kurus kutang lagi lahan
  lalat lambat lambung lamping lampu lancar landai langka langkah langsai langsat langsung lapis larut latihan laura
  layak layang layar lebah lebar lebat lebih ledak ledok lelah lemah lemak lemari lembab lembaga lembah lembut lempar
  lempung lengkap leper lesung letak leuwi lidah lihat linggang lintang lipat liring lobang lokal longgar lontar
  lubang lubuk luhur lumer lumping lumpur lupa lurah macam madin madu madya magang magis mahal majen makan makasih
  makin malah malam maling mamak mampu mandi mangga mangkok mangku mangkuk manis mantap mapan masak masih masuk
  matahari matang mateng matras medang media median megang mekar melati melur mentah mentari mentega menuju menur
  merah merapi mesin mesjid metal minggu minim minta minum minyak modal model mohon moral motif motong motor mudah
  mudik mukti mulai mulak mulus mulya murah murni musik musim nagari nambah nanas nanti nasib natural negeri nelayan
  ngadem ngantuk ngawur nilam nipah nuansa nunggu nyala nyata odol orong pabean padahal padan pagar pagi pajak pajang
  pakai panas panca panci pandai pandang pangan panggil panggung pangkal panili panser pantai pantas papan parah
  paraman paras parfum parser parut pasang pasangan pasar pasaran pasir pasti patah patung patut payah pecah pedang
  pedas pegal pejajaran pelan pelanggan pelangi pelat pelita pemalu pemanas pematang penasaran pencuci pengantin
  penuh penyok peralatan perdana perigi perlu permai pernah persada pesan pesanan pesawat pesen pesisir petualang
  piknik pikul pilih pinangan pincang pindah pindang pinggan pinggang pintar pintu pirang piring pisah pisang pisau
  plastik pohon pokok pompa pondok potong prima promo puas pucat pulang pulau pundak purnama purwa pusaka pusat
  pusing puspa putar puter putih putra putri racing rahmat rakyat ramah ramai rambut ramping ranah rapat rapih rapuh
  rasa rasau ratus rebus remang rembulan rempah renah rendah rengas resik resmi retak ribet rimba ringan roban roda
  rokan rokok rontok rotan ruang rumah rusak saban sabar sabtu sabuk sabun sabung sahabat salah saldo salep salin
  salur saluran salut sama samar sambal sambar sambel sambil sambung sampai sampan samping samsir sandal sandang
  sandar sangat sangga sanggah sanggup sangkar sangrai santai santan santun sapta sapu saran sarapan saring saringan
  sarung sasak sasana satin satuan sawah sayang sayur sayuran sebagian sebar sebelah sebentar sedang sedap sederhana
  sedia sedih sedikit segala segar segera sehat sejahtera sejuk sekadar sekali sekang sekarang selai selama selamat
  selang selaparang selasa selatan selera selesa seluruh semai semangat sembarang sempang semua semut senang sendal
  sendiri sendok senin senja sensor senter sentosa seorang sepatu sepeda seperti sepuluh seram seran serangan serasi
  serat serbet serbu serdang sering serius serong seruan serum serumpun seruni serut serutan sesuai setang setelan
  setiap setrika siang siapa siapkan sikap sikat siksa siku silahkan silakan silat silau silir simpati sinar singa
  sinting sirih siring sisir siswa slamet sobek sodong sogok sokong solusi sopan soreng sorot sosis sosok spatula
  stang stiker suang suara suban sudah sudut sugih sukaria sukma sukses suling sulit suluh sumbat sumpit sunda sungai
  sungguh surat surga surut surya susah susun sutra syariah tabrakan tabung tahan tahanan tahun takar takaran talenan
  tambah tambal tampah tampak tampan tampil tampung tanah tanam tanda tandan tanen tangan tangga tanggal tangguh
  tanggung tangki tanpa tanya tapak tapakan tapir tapis target tarif tarikan taruna tatakan tatanan tawanan tawar
  tayan tebal tebat tegak tegap tegar tegas teguh tekad tekan telang telat teluk telur teman tembaga tembok
  temenggung tempah tempat tenang tengah tenggara tenong tepat tepung terang terbaik terbang terlalu ternyata
  tersedia terus terusan tetapi tetep tiba tilang timbang timur tinggal tinggi tipis tirta tisik titip tobat tolong
  tombol tongkat toples totalnya totok transfer tuhan tukar tulang tumang tumenggung tumis tumpuk tumpul tunai tunas
  tunggu tungku tusuk tutup udang ukiran ukuran ulang ulekan umbul umum undang untuk untung urusan usaha utama utara
  utuh wahai wajan wangi wangian warga warna warung watas waterproof
`);

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
