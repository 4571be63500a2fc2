import { describe, expect, it } from 'vitest';
import { shopeeUpdate, shopeeUpload, tokopedia, tokopediaTikTok } from './marketplace-sheets.ts';
import { understood } from './understood.ts';

describe('the products of another program', () => {
  it('from Shopify: one product is the rows of a handle', async () => {
    const { format, products, problems } = await understood('shopify.csv');
    expect({ format, problems }).toEqual({ format: 'Shopify', problems: [] });
    expect(products).toEqual([
      {
        sku: 'KP-HTM-M', name: 'Kaos Polos Katun', variant: 'Hitam M', variant_of: 'Kaos Polos Katun', category: 'Kaos', price: '85000.00', stock: '12', weight_g: '180', tags: 'katun|terlaris',
        description: 'Katun combed 30s, adem & tidak panas.\n\n- Jahitan rantai\n- Cuci air dingin', active: 'yes', picture: 'https://cdn.shopify.com/s/files/1/0001/kaos-hitam.jpg?v=1700000000',
      },
      expect.objectContaining({ sku: 'KP-HTM-L', name: 'Kaos Polos Katun', variant: 'Hitam L', stock: '0', weight_g: '190' }),
      expect.objectContaining({ sku: 'KP-PTH-M', variant: 'Putih M', price: '99000.00', sale_price: '79000.00', picture: 'https://cdn.shopify.com/s/files/1/0001/kaos-putih.jpg?v=1700000000' }),
      { sku: 'TAS-BELANJA-LIPAT-6OT6', name: 'Tas Belanja Lipat', category: 'Tas', price: '35000.00', stock: '', weight_g: '', description: 'Muat 15 kg.', active: 'yes', picture: null },
      expect.objectContaining({ sku: 'GL-01', active: 'no', stock: '3' }),
    ]);
  });

  it("from Shopify's newer export, where selling on without stock is made to order", async () => {
    const { format, products, unplaced } = await understood('shopify-2025.csv');
    expect({ format, unplaced }).toEqual({ format: 'Shopify', unplaced: [] });
    expect(products).toMatchObject([{ sku: 'MUG-HJ', variant: 'Hijau', stock: '9', price: '45000', weight_g: '350' }, { sku: 'MUG-BR', name: 'Mug Enamel', variant: 'Biru', stock: '' }]);
  });

  it('from WooCommerce: variations inherit from their parent, bundles stay out, a sale that is over is none', async () => {
    const { format, products, problems, warnings } = await understood('woocommerce.csv');
    expect({ format, problems }).toEqual({ format: 'WooCommerce', problems: [] });
    expect(products).toEqual([
      {
        sku: 'KOPI-GAYO-250', name: 'Kopi Gayo 250 g', category: 'Biji Kopi', price: '85000', stock: '25', weight_g: '260', size_cm: '20x10x7.5', tags: 'gayo|arabika', goes_with: 'SARING-V60',
        description: 'Arabika Gayo, sangrai sedang.\n\nPanggang tiap Senin.', active: 'yes', picture: 'https://kopi.example.com/wp-content/uploads/gayo.jpg',
      },
      expect.objectContaining({ sku: 'SARING-V60', name: 'Saringan V60', variant: '01', variant_of: 'Saringan V60', weight_g: '100', description: 'Kertas saring V60.', price: '30000', stock: '10', picture: 'https://kopi.example.com/wp-content/uploads/v60.png' }),
      expect.objectContaining({ sku: 'SARING-V60-2', variant: '02', price: '38000', stock: '0', weight_g: '120' }),
      expect.objectContaining({ sku: 'GELAS-01', active: 'no', price: '25000', sale_price: '22000' }),
    ]);
    expect(products[2]).not.toHaveProperty('sale_price');
    expect(warnings.join('\n')).toContain('woocommerce.csv:6:1: 1 produk gabungan');
  });

  it('with dated sales: their days come along, in WooCommerce and in a feed', async () => {
    const woo = await understood('woo.csv', Buffer.from('ID,Type,SKU,Name,Date sale price starts,Date sale price ends,Sale price,Regular price\n1,simple,A,Panci,2026-12-01,2026-12-12,70000,75000\n2,simple,B,Wajan,,2026-11-28,80000,90000\n'));
    expect(woo.products).toMatchObject([{ sku: 'A', price: '75000', sale_price: '70000', sale_from: '2026-12-01', sale_until: '2026-12-12' }, { sku: 'B', price: '90000' }]);
    expect(woo.products[1]).not.toHaveProperty('sale_price');
    const meta = await understood('meta.csv', Buffer.from('id,title,availability,price,sale_price,sale_price_effective_date\nA,Panci,in stock,75000 IDR,70000 IDR,2026-12-01T00:00+07:00/2026-12-12T23:59+07:00\n'));
    expect(meta.products).toMatchObject([{ sale_price: '70000 IDR', sale_from: '2026-12-01', sale_until: '2026-12-12' }]);
    const own = await understood('daftar.csv', Buffer.from('sku,name,price,sale_price,sale_until\nA,Panci,75000,70000,12 Desember\n'));
    expect(own.problems.join()).toContain('daftar.csv:2:21: tanggal "12 Desember" tidak terbaca');
  });

  it("from the Meta product feed, hints above its headings", async () => {
    const { format, products, problems } = await understood('meta.csv');
    expect({ format, problems }).toEqual({ format: 'feed produk Meta', problems: [] });
    expect(products).toMatchObject([
      { sku: 'WTG-28', name: 'Wajan Teflon Granit 28 cm', variant: '28 cm', variant_of: 'Wajan Teflon Granit', price: '165000.00 IDR', sale_price: '149000.00 IDR', stock: '8', weight_g: '900' },
      { sku: 'WTG-30', name: 'Wajan Teflon Granit 30 cm', price: 'IDR 189,000.00', stock: '0', weight_g: '1080' },
      { sku: 'CLM-01', variant: 'Hitam', stock: '', weight_g: '250', picture: null },
    ]);
  });

  it("from Shopee's mass upload: machine names, titles, needs and hints around the headings", async () => {
    const { format, products, problems } = await understood('Shopee_mass_upload.xlsx', await shopeeUpload());
    expect({ format, problems }).toEqual({ format: 'Shopee (unggah massal)', problems: [] });
    expect(products).toEqual([
      {
        sku: 'PSU-14', name: 'Panci Susu Enamel', variant: '14 cm', variant_of: 'Panci Susu Enamel', category: 'Panci', price: '65000', stock: '12', weight_g: '400', size_cm: '20x15x10',
        description: 'Bibir tuang di dua sisi.\nBisa kompor induksi.', picture: 'https://cf.shopee.co.id/file/abc123',
      },
      expect.objectContaining({ sku: 'PSU-16', variant: '16 cm', stock: '0', picture: 'https://cf.shopee.co.id/file/sampul' }),
      { sku: 'STL-KYU', name: 'Sutil Kayu', category: '', price: '18.000', stock: '40', weight_g: '90', description: 'Kayu mahoni.', picture: 'sutil.jpg' },
    ]);
  });

  it("from Shopee's mass update, the parent's code for those without their own", async () => {
    const { format, products, problems } = await understood('mass_update_sales_info.xlsx', await shopeeUpdate());
    expect({ format, problems: problems.length }).toEqual({ format: 'Shopee (ubah massal)', problems: 0 });
    expect(products.map(({ sku }) => sku)).toEqual(['CLM-HTM', 'CLM', 'TLN-30']);
    expect(products[0]).toMatchObject({ name: 'Celemek Kanvas', variant: 'Hitam', variant_of: 'Celemek Kanvas', price: '75000', stock: '9' });
  });

  it("from Tokopedia's sheet", async () => {
    const { format, products, problems } = await understood('tambah-produk.xlsx', await tokopedia());
    expect({ format, problems }).toEqual({ format: 'Tokopedia', problems: [] });
    expect(products).toMatchObject([
      { sku: 'RTG-3', name: 'Rantang Susun 3', price: '149000', stock: '15', weight_g: '1100', active: 'yes', category: '', picture: 'https://images.tokopedia.net/img/rantang.jpg' },
      { sku: expect.stringMatching(/^TUDUNG-SAJI-ROTAN-/) as string, price: '89.000', active: 'no' },
    ]);
  });

  it('from the seller centre of Tokopedia and TikTok Shop', async () => {
    const { format, products, problems } = await understood('Tiktoksellercenter.xlsx', await tokopediaTikTok());
    expect({ format, problems }).toEqual({ format: 'Tokopedia & TikTok Shop', problems: [] });
    expect(products).toMatchObject([
      { sku: 'TMB-HJ', name: 'Tumbler Bambu 450 ml', variant: 'Hijau', variant_of: 'Tumbler Bambu 450 ml', category: 'Botol', price: '89000', stock: '11', weight_g: '320', size_cm: '25x8x8', description: 'Tahan panas 12 jam.' },
      { sku: 'TMB-HT', variant: 'Hitam' },
    ]);
  });

  it("from an owner's own list, whatever stands above it; what is not known is said", async () => {
    const { format, products, unplaced } = await understood('daftar.csv');
    expect({ format, unplaced }).toEqual({ format: 'daftar barang', unplaced: ['Sisa', 'Rak'] });
    expect(products).toMatchObject([{ name: 'Panci 24 cm', price: 'Rp 125.000', weight_g: '1,2 kg' }, { name: 'Panci 20 cm' }, { name: 'Serbet', price: '12rb' }]);
    expect(products[0]).not.toHaveProperty('stock');
    const told = await understood('daftar.csv', undefined, ['Sisa=stock', 'Rak=']);
    expect(told.unplaced).toEqual([]);
    expect(told.products.map((product) => 'stock' in product && product.stock)).toEqual(['7', '0', '40']);
  });

  it('with mistakes: each at its row and column of the file it came from', async () => {
    const { products, problems } = await understood('rusak.csv');
    expect(products.map(({ sku }) => sku)).toEqual(['STL']);
    expect(problems.map((line) => line.split(';')[0])).toEqual([
      'rusak.csv:2:19: harga kosong',
      'rusak.csv:3:18: stok "banyak" bukan angka',
      'rusak.csv:5:11: kode barang "STL" di baris 5 sudah dipakai di baris 4',
      'rusak.csv:6:3: nama barang (name) belum diisi',
      'rusak.csv:7:15: berat "1.5e9" tidak terbaca',
      'rusak.csv:7:23: harga "12.50" bisa dibaca lebih dari satu cara',
    ]);
  });

  it('with mistakes in a workbook: the cell by its address', async () => {
    const { problems } = await understood('shopee.xlsx', await shopeeUpload([['100636', 'Panci', 'x', 'PNC', '', '', '', '', 'tanya dulu', 3, '', '', '', 400, '', '', '', '']]));
    expect(problems).toEqual([expect.stringMatching(/^shopee\.xlsx:6:9: harga "tanya dulu" bukan angka rupiah \(sel I6\);/)]);
  });

  it.each([
    ['kutip.csv', undefined, 'kutip.csv:2:3: tanda kutip (") dibuka di sini'],
    ['lama.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'format lama (.xls)'],
    ['rusak.xlsx', Buffer.from('504b0304ffffffff', 'hex'), 'rusak atau belum selesai disimpan'],
    ['nota.csv', Buffer.from('%PDF-1.7'), 'isinya PDF'],
    ['kosong.csv', Buffer.alloc(0), 'kosong'],
  ])('that cannot be read is refused with the reason: %s', async (name, bytes, reason) => {
    const { problems, products } = await understood(name, bytes);
    expect(products).toEqual([]);
    expect(problems.join('\n')).toContain(reason);
  });

  it('that would unpack to gigabytes is not unpacked', async () => {
    const bomb = await shopeeUpload();
    // The directory's entry of the first part claims two gigabytes.
    const entry = bomb.indexOf(Buffer.from('504b0102', 'hex'));
    bomb.writeUInt32LE(2_000_000_000, entry + 24);
    expect((await understood('bom.xlsx', bomb)).problems.join()).toContain('terlalu besar');
  });
});
