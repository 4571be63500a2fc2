import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAreas } from '../../../src/shop/shipping/areas.ts';
import { knownPlace } from '../../../src/shop/shipping/known-place.ts';
import { NOT_A_MISSPELLING, ORDINARY_WORDS } from '../../../src/shop/shipping/ordinary-words.ts';
import { indexPlaces } from '../../../src/shop/shipping/place-index.ts';
import { gazetteer } from './sample-tariffs.ts';

const areas = readAreas();
const tokens = (text: string) => text.toLowerCase().split(/[^a-z0-9.']+/).filter(Boolean);
const labels = (text: string, expected = false) => gazetteer.find(tokens(text), { expected }).map(({ place }) => place.label);
const first = (text: string, expected = false) => gazetteer.find(tokens(text), { expected })[0];

describe('the map', () => {
  test('has 38 provinces, 514 regencies and cities, and 7,277 districts', () => {
    const count = (kind: string) => areas.filter((area) => area.kind === kind).length;
    expect([count('province'), count('regency'), count('district')]).toEqual([38, 514, 7_277]);
  });

  test('labels places as the shop says them', () => {
    const label = (code: string) => gazetteer.byCode(code)?.label;
    expect(label('31')).toBe('DKI Jakarta');
    expect(label('34')).toBe('DI Yogyakarta');
    expect(label('32.73')).toBe('Kota Bandung');
    expect(label('32.04')).toBe('Kabupaten Bandung');
    expect(label('31.74')).toBe('Kota Jakarta Selatan');
    expect(label('31.01')).toBe('Kabupaten Kepulauan Seribu');
    expect(label('32.73.02')).toBe('Kec. Coblong, Kota Bandung');
    expect(gazetteer.byCode('32.73.02')).toMatchObject({ kind: 'district', regency: 'Kota Bandung', province: 'Jawa Barat' });
    expect(gazetteer.byCode('99')).toBeUndefined();
  });

  test('knows what lies inside what, the likeliest first', () => {
    expect(gazetteer.inside('31').map(({ label }) => label)[0]).toBe('Kota Jakarta Selatan');
    expect(gazetteer.inside('32.73')).toHaveLength(30);
    expect(gazetteer.inside('32.73.02')).toEqual([]);
  });

  test('finds every place by its own label', () => {
    for (const { label, code } of areas) {
      expect(gazetteer.allByName(label).map((place) => place.code), label).toContain(code);
    }
  });
});

describe('the lists of everyday words', () => {
  const index = indexPlaces(areas);

  test('hold what they say: ordinary words are names of places, and what is no misspelling is none', () => {
    expect([...ORDINARY_WORDS].filter((word) => !index.has(word))).toEqual([]);
    expect([...NOT_A_MISSPELLING].filter((word) => index.has(word))).toEqual([]);
  });
});

describe('names in an owner\'s file', () => {
  test.each([
    ['Kota Bandung', 'Kota Bandung'], ['kab. bandung', 'Kabupaten Bandung'], ['KABUPATEN BANDUNG', 'Kabupaten Bandung'],
    ['Bandung', 'Kota Bandung'], ['Jakarta', 'DKI Jakarta'], ['DKI Jakarta', 'DKI Jakarta'], ['Jakarta Selatan', 'Kota Jakarta Selatan'],
    ['Kota Jakarta Selatan', 'Kota Jakarta Selatan'], ['DI Yogyakarta', 'DI Yogyakarta'], ['D.I. Yogyakarta', 'DI Yogyakarta'],
    ['Daerah Istimewa Yogyakarta', 'DI Yogyakarta'], ['Coblong', 'Kec. Coblong, Kota Bandung'], ['Kec. Coblong', 'Kec. Coblong, Kota Bandung'],
    ['Provinsi Jambi', 'Jambi'], ['Jambi', 'Jambi'], ['Kota Jambi', 'Kota Jambi'], ['Papua', 'Papua'], ['Bangka Belitung', 'Kepulauan Bangka Belitung'],
    ['Sumatra Utara', undefined], ['West Java', 'Jawa Barat'], ['Atlantis', undefined], ['', undefined], ['Kec. Wonosari, Kabupaten Klaten', 'Kec. Wonosari, Kabupaten Klaten'],
  ])('"%s" is %s', (name, label) => {
    expect(gazetteer.byName(name)?.label).toBe(label);
  });

  test('a name that fits several is known, with the others', () => {
    expect(knownPlace('Bandung', gazetteer)).toMatchObject({
      kind: 'known', place: { label: 'Kota Bandung' }, others: [{ label: 'Kabupaten Bandung' }],
    });
    expect(knownPlace('Surabya', gazetteer)).toMatchObject({ kind: 'unknown', suggestions: [{ label: 'Kota Surabaya' }] });
  });
});

describe('names as customers write them', () => {
  test.each([
    ['ongkir ke bandung brp', 'Kota Bandung'], ['kirim sby kena brp kak', 'Kota Surabaya'], ['smg brp kak', 'Kota Semarang'],
    ['jkt', 'DKI Jakarta'], ['jaksel', 'Kota Jakarta Selatan'], ['jak bar', 'Kota Jakarta Barat'], ['jkt timur', 'Kota Jakarta Timur'],
    ['bks', 'Kota Bekasi'], ['tangsel', 'Kota Tangerang Selatan'], ['tng', 'Kota Tangerang'], ['dpk', 'Kota Depok'], ['mlg', 'Kota Malang'],
    ['mks', 'Kota Makassar'], ['plb', 'Kota Palembang'], ['pku', 'Kota Pekanbaru'], ['bpn', 'Kota Balikpapan'], ['bjm', 'Kota Banjarmasin'],
    ['btm', 'Kota Batam'], ['solo', 'Kota Surakarta'], ['jogja', 'Kota Yogyakarta'], ['yogya', 'Kota Yogyakarta'], ['jogjakarta', 'Kota Yogyakarta'],
    ['jabar', 'Jawa Barat'], ['jateng', 'Jawa Tengah'], ['jatim', 'Jawa Timur'], ['sumut', 'Sumatera Utara'], ['sulsel', 'Sulawesi Selatan'],
    ['kaltim', 'Kalimantan Timur'], ['ntb', 'Nusa Tenggara Barat'], ['ntt', 'Nusa Tenggara Timur'], ['diy', 'DI Yogyakarta'],
    ['west java', 'Jawa Barat'], ['central java', 'Jawa Tengah'], ['bali', 'Bali'], ['south sulawesi', 'Sulawesi Selatan'],
    ['ujung pandang', 'Kota Makassar'], ['makasar', 'Kota Makassar'], ['sumatra utara', 'Sumatera Utara'],
    ['ongkire nang malang piro mas', 'Kota Malang'], ['kebandung brp', 'Kota Bandung'], ['disolo ada', 'Kota Surakarta'], ['jakartanya', 'DKI Jakarta'],
    ['kulonprogo', 'Kabupaten Kulon Progo'], ['gunung kidul', 'Kabupaten Gunungkidul'], ['pangkalpinang', 'Kota Pangkal Pinang'],
    ['kota bandung', 'Kota Bandung'], ['kab bandung', 'Kabupaten Bandung'], ['bandung kab', 'Kabupaten Bandung'], ['bogor kota ya', 'Kota Bogor'],
    ['purwokerto', 'Kabupaten Banyumas'], ['cikarang', 'Kabupaten Bekasi'], ['coblong', 'Kec. Coblong, Kota Bandung'],
    ['kec. coblong', 'Kec. Coblong, Kota Bandung'], ['ciledug', 'Kec. Ciledug, Kota Tangerang'], ['kebayoran baru', 'Kec. Kebayoran Baru, Kota Jakarta Selatan'],
  ])('"%s" is %s', (text, label) => {
    expect(labels(text)).toEqual([label]);
    expect(first(text)!.confidence).toBeGreaterThanOrEqual(0.95);
  });

  test.each([
    ['surabya', 'Kota Surabaya'], ['semarng', 'Kota Semarang'], ['tanggerang', 'Kota Tangerang'], ['jogjkarta', 'Kota Yogyakarta'],
    ['padng', 'Kota Padang'], ['sidoarj', 'Kabupaten Sidoarjo'], ['yogyakrta', 'Kota Yogyakarta'], ['balikpapn', 'Kota Balikpapan'],
    ['tanggerang selatan', 'Kota Tangerang Selatan'], ['bandar lampng', 'Kota Bandar Lampung'], ['ke banjramasn', 'Kota Banjarmasin'],
    ['ke bogur', 'Kota Bogor'], ['kec coblnog', 'Kec. Coblong, Kota Bandung'],
  ])('"%s", misspelt, is %s', (text, label) => {
    expect(labels(text)).toEqual([label]);
    expect(first(text)!.confidence).toBeLessThan(1);
  });

  test.each([
    'bekas', 'pancinya bocor kak', 'kurang 1 nih', 'kabar baik', 'sering rusak', 'sedang dikirim', 'peralatan masak', 'ember baru', 'bandeng presto',
    'wajan baru merah', 'panci tutup kaca gelas', 'talenan kayu timur', 'cobek batu ada', 'palu daging', 'tempe goreng', 'panggangan', 'air putih',
    'lima puluh ribu', 'pisau gagang kuningan', 'dari kayu jati', 'dari batu asli', 'kirim palu 2', 'siapa yg nanggung', 'nasi padang', 'batik solo',
    'bika ambon', 'baskom sama parutan', 'yang tebal aja', 'lubang anginnya', 'kukus', 'jl bandung 5', 'jl. raya bogor km 20', 'desa sukajadi', '',
    'dewi permata', 'bayu', 'pakai kresek', 'bogur', 'pelataran', 'diserang semut', 'besok senen', 'juli', 'kak mau tanya dong yang dua puluh delapan masih ada',
  ])('"%s" names no place', (text) => {
    expect(labels(text)).toEqual([]);
  });

  test.each([
    ['ongkir ke palu', 'Kota Palu'], ['ongkir palu brp', 'Kota Palu'], ['ke batu berapa', 'Kota Batu'], ['kota batu', 'Kota Batu'],
    ['kab batang', 'Kabupaten Batang'], ['daerah taman', 'Kec. Taman, Kabupaten Sidoarjo'], ['kirim ke kec taman', 'Kec. Taman, Kabupaten Sidoarjo'],
    ['ongkir ke senen', 'Kec. Senen, Kota Jakarta Pusat'],
  ])('"%s" names one, for a word says so', (text, label) => {
    expect(labels(text)).toEqual([label]);
  });

  test('a bare ordinary name is an answer where a place was asked for, and only there', () => {
    expect(labels('palu kak', true)).toEqual(['Kota Palu']);
    expect(labels('koja', true)).toEqual(['Kec. Koja, Kota Jakarta Utara']);
    expect(labels('palu kak')).toEqual([]);
    expect(labels('yang baru aja kak', true)).toEqual([]);
    expect(labels('mau yang kayu jati', true)).toEqual([]);
  });

  test('all the places of a name are there, the likeliest first', () => {
    expect(first('bandung')!.others.map(({ label }) => label)).toEqual(['Kabupaten Bandung']);
    expect(first('ciledug')!.others.map(({ label }) => label)).toEqual(['Kec. Ciledug, Kabupaten Cirebon']);
    expect(first('jogja')!.others.map(({ label }) => label)).toEqual(['DI Yogyakarta']);
    expect(first('kota bandung')!.others).toEqual([]);
  });
});

describe('a misspelling as near to one name as to another', () => {
  test('is the one with a letter left out, and the others are there to be asked about', () => {
    const match = first('ongkir ke maglang')!;
    expect(match.place.label).toBe('Kota Magelang');
    expect(match.others.map(({ label }) => label)).toEqual(['Kabupaten Magelang', 'Kota Malang', 'Kabupaten Malang']);
  });
});

describe('several places in one message', () => {
  test.each([
    ['coblong bandung', 'Kec. Coblong, Kota Bandung'], ['jl merpati 5 rt 2 rw 3 coblong bandung jawa barat', 'Kec. Coblong, Kota Bandung'],
    ['depok sleman', 'Kec. Depok, Kabupaten Sleman'], ['ciledug cirebon', 'Kec. Ciledug, Kabupaten Cirebon'],
    ['kec wonosari kab klaten', 'Kec. Wonosari, Kabupaten Klaten'], ['bandung jawa barat', 'Kota Bandung'],
  ])('"%s" is one place, each name helping the other', (text, label) => {
    expect(labels(text)).toEqual([label]);
  });

  test('where to comes before where from', () => {
    const [to, from] = gazetteer.find(tokens('dikirim dari bandung kan kalo ke medan brp'));
    expect([to?.place.label, to?.role]).toEqual(['Kota Medan', 'to']);
    expect([from?.place.label, from?.role]).toEqual(['Kota Bandung', 'from']);
  });

  test('two cities stay two', () => {
    expect(labels('dari bandung ke jawa barat brp')).toEqual(['Jawa Barat', 'Kota Bandung']);
    expect(labels('ongkir ke bandung sama ke surabaya')).toEqual(['Kota Bandung', 'Kota Surabaya']);
  });

  test('the span covers the words of the name, and none besides', () => {
    expect(first('ongkir ke kec coblong kota bandung brp')!.span).toEqual([2, 6]);
    expect(first('2 wajan kirim sby ya')!.span).toEqual([3, 4]);
  });
});

describe('for every place and any text', () => {
  const regencies = areas.filter((area) => area.kind === 'regency');

  test('"ongkir ke" and a regency\'s or city\'s name finds it', () => {
    for (const { name, label } of regencies) {
      const match = first(`ongkir ke ${name} berapa`);
      expect([match?.place.label, ...(match?.others ?? []).map((place) => place.label)], name).toContain(label);
    }
  });

  test('"kota" and "kab" tell apart what has one name', () => {
    for (const { label } of regencies) {
      expect(first(`ongkir ke ${label} berapa`)?.place.label).toBe(label);
      expect(first(`ke ${label.replace('Kabupaten', 'kab')}`)?.place.label).toBe(label);
    }
  });

  test('a district with its regency is found', () => {
    const all = new Set(areas.map(({ name }) => name));
    // "kec lima puluh kota pekanbaru" begins with a regency's name, "kec sorong kota sorong" with a district's; "Kota" alone is no name.
    const runsOn = (name: string, regency: string) => name === 'Kota' || (regency.startsWith('Kota') && all.has(`${name} Kota`));
    for (const { label, name, regency } of areas.filter((area) => area.kind === 'district' && !runsOn(area.name, area.regency!))) {
      const match = first(`kirim ke kec ${name} ${regency} ya`);
      expect([match?.place.label, ...(match?.others ?? []).map((place) => place.label)], label).toContain(label);
    }
  });

  test('nearly every city\'s name with a letter left out is found; what is not, is another word or place', () => {
    const cities = regencies.filter((area) => /^[A-Z][a-z]{4,}$/.test(area.name));
    const slips = cities.flatMap(({ name, label }) =>
      [...name.slice(1)].map((_, i) => ({ label, word: (name.slice(0, i + 1) + name.slice(i + 2)).toLowerCase() })))
      .filter(({ word }) => word.length >= 5);
    const missed = slips.filter(({ label, word }) => {
      const match = first(`ongkir ke ${word}`);
      return ![match?.place, ...(match?.others ?? [])].some((place) => place?.label === label);
    });
    expect(missed.length / slips.length).toBeLessThan(0.03);
    for (const { word } of missed) {
      const match = first(`ongkir ke ${word}`);
      expect(match === undefined || match.confidence === 1, `${word} is read as ${match?.place.label}`).toBe(true);
    }
  });

  test('any text is read without fault, and spans lie within it and apart', () => {
    const word = fc.oneof(
      fc.string({ maxLength: 12 }), fc.constantFrom('ke', 'kota', 'kab', 'kec', 'dari', 'bandung', 'jawa', 'barat', 'palu', 'jl', 'nya', 'ke.', '.', "'"));
    fc.assert(fc.property(fc.array(word, { maxLength: 25 }), fc.boolean(), (words, expected) => {
      const matches = [...gazetteer.find(words, { expected })].sort((a, b) => a.span[0] - b.span[0]);
      let end = 0;
      for (const { span: [from, to], confidence } of matches) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(words.length);
        expect(to).toBeGreaterThan(from);
        expect(confidence > 0 && confidence <= 1).toBe(true);
        end = to;
      }
      expect(end).toBeLessThanOrEqual(words.length);
    }), { numRuns: 2_000 });
  });
});
