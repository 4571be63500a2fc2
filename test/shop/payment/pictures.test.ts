import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { dynamicQris } from '../../../src/shop/payment/qris.ts';
import { drawQrisPicture, type QrisPicture } from '../../../src/shop/payment/qris-picture.ts';
import { drawReceipt } from '../../../src/shop/payment/receipt-picture.ts';
import { inkIn, qrIn } from '../../media/looking.ts';
import { SHOP_QRIS, shopQrisWith } from './sample-qris.ts';
import { SAMPLE_RECEIPT } from './sample-receipt.ts';

function qrisFor(amount: number, text = SHOP_QRIS): string {
  const outcome = dynamicQris(text, amount);
  if (outcome.kind !== 'made') throw new Error(outcome.kind);
  return outcome.text;
}

const PICTURE: QrisPicture = {
  qris: qrisFor(348_123), shop: 'Dapur Kita', amount: 348_123, order: 'DK-1042', payBefore: 'Sel 24 Nov 10.04 WIB',
  merchant: 'DAPUR KITA', nmid: 'ID1020000000001', language: 'id',
};

const WHOLE_WIDTH = { left: 0, width: 800 };

describe('the QRIS picture', () => {
  it('holds the code, exactly', async () => {
    expect(await qrIn(await drawQrisPicture(PICTURE))).toBe(PICTURE.qris);
  });

  it('is still read after a messenger has made it small and coarse', async () => {
    const sent = await sharp(await drawQrisPicture(PICTURE)).resize(420).jpeg({ quality: 45 }).toBuffer();
    expect(await qrIn(sent)).toBe(PICTURE.qris);
  });

  it('holds the longest codes there are, too', async () => {
    const long = qrisFor(9_999_999, shopQrisWith({ 59: 'TOKO PERABOT DAPUR ABADI ', 60: 'TANJUNG PINANG ', 80: 'X'.repeat(99), 81: 'Y'.repeat(99) }));
    expect(await qrIn(await drawQrisPicture({ ...PICTURE, qris: long }))).toBe(long);
  });

  it.each([
    ['shop', { top: 20, height: 92 }], ['amount', { top: 200, height: 90 }], ['order number', { top: 305, height: 40 }],
    ['merchant', { top: 900, height: 40 }], ['time to pay', { top: 955, height: 48 }], ['what to do', { top: 1025, height: 40 }],
  ])('shows the %s', async (_what, rows) => {
    expect(await inkIn(await drawQrisPicture(PICTURE), { ...WHOLE_WIDTH, ...rows })).toBeGreaterThan(0.01);
  });

  it('says no time to pay where there is none', async () => {
    for (const payBefore of [null, '']) {
      expect(await inkIn(await drawQrisPicture({ ...PICTURE, payBefore }), { ...WHOLE_WIDTH, top: 945, height: 68 })).toBe(0);
    }
  });

  it('changes where the amount stands when the amount changes', async () => {
    const rows = { left: 100, top: 200, width: 600, height: 90 };
    const pixels = async (amount: number) => sharp(await drawQrisPicture({ ...PICTURE, amount })).extract(rows).raw().toBuffer();
    expect(await pixels(348_123)).not.toEqual(await pixels(348_124));
  });

  it('stays 800 pixels wide with names of any length and script', async () => {
    for (const shop of ['', '🍳', 'Toko '.repeat(40), '最佳运输', '"><script>alert(1)</script>']) {
      const { width, height } = await sharp(await drawQrisPicture({ ...PICTURE, shop, nmid: null, language: 'en' })).metadata();
      expect([width, height]).toEqual([800, 1080]);
    }
  });
});

describe('the receipt picture', () => {
  it('grows with its lines', async () => {
    const line = SAMPLE_RECEIPT.lines[0]!;
    const height = async (n: number): Promise<number> => {
      const goods = n * line.quantity * line.unitPrice;
      const receipt = { ...SAMPLE_RECEIPT, lines: Array.from({ length: n }, () => line), goods, total: goods + 27_000 - 10_000 + 123 };
      return (await sharp(await drawReceipt(receipt)).metadata()).height;
    };
    const heights = [await height(1), await height(10), await height(40), await height(200)];
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    // Past forty lines the rest is one line, so that no order makes a picture no phone can show.
    expect(heights[3]! - heights[2]!).toBeLessThan(60);
  });

  it('refuses to show figures that do not add up', async () => {
    await expect(drawReceipt({ ...SAMPLE_RECEIPT, total: SAMPLE_RECEIPT.total + 1 })).rejects.toThrow(RangeError);
  });

  it('shows an unpaid order differently', async () => {
    expect(await drawReceipt({ ...SAMPLE_RECEIPT, paid: null })).not.toEqual(await drawReceipt(SAMPLE_RECEIPT));
  });
});
