import { INK, startDrawing, toPng } from '../../src/media/drawing.ts';
import { rupiah } from '../../src/shop/payment/rupiah.ts';

/** What a screenshot of a transfer says. Two of one bank differ in nothing else. */
export interface Transfer {
  readonly bank: 'teal' | 'plain' | 'card';
  readonly amount: number;
  readonly time: string;
  readonly reference: string;
  readonly sender: string;
}

/** A screenshot such as banking apps make, 1,080 × 2,160 pixels, drawn for tests. */
export function transferScreenshot(transfer: Transfer): Promise<Buffer> {
  const sheet = startDrawing(1080, 2160);
  const rows: readonly [string, string][] = [
    ['Tanggal', `23 Nov 2026 ${transfer.time}`], ['No. Referensi', transfer.reference], ['Dari', transfer.sender],
    ['Ke', 'DAPUR KITA'], ['Bank tujuan', 'BCA'], ['Rekening', '1234567890'], ['Biaya admin', 'Rp0'], ['Total', rupiah(transfer.amount)],
  ];
  sheet.text(transfer.time, 60, 60, { size: 36 });
  if (transfer.bank === 'teal') {
    sheet.box(0, 90, 1080, 620, INK.teal);
    sheet.text('Transfer Berhasil', 540, 330, { size: 60, weight: 'bold', colour: INK.paper, align: 'centre' });
    sheet.text(rupiah(transfer.amount), 540, 470, { size: 96, weight: 'bold', colour: INK.paper, align: 'centre' });
    rows.forEach(([label, value], i) => {
      sheet.text(label, 70, 840 + i * 120, { size: 40, colour: INK.quiet });
      sheet.text(value, 1010, 840 + i * 120, { size: 40, align: 'right' });
    });
  } else if (transfer.bank === 'plain') {
    sheet.text('m-Transfer', 540, 200, { size: 54, weight: 'bold', align: 'centre' });
    sheet.rule(60, 260, 960);
    ['BERHASIL', ...rows.flatMap(([label, value]) => [`${label} :`, value])].forEach((line, i) => {
      sheet.text(line, 80, 360 + i * 78, { size: 44 });
    });
  } else {
    sheet.box(0, 0, 1080, 2160, INK.turmericPale);
    sheet.box(60, 300, 960, 1500, INK.paper, 40);
    sheet.box(440, 360, 200, 200, INK.tealPale, 100);
    sheet.text(rupiah(transfer.amount), 540, 720, { size: 84, weight: 'bold', align: 'centre' });
    sheet.rule(110, 780, 860, true);
    rows.forEach(([label, value], i) => {
      sheet.text(label, 110, 880 + i * 110, { size: 36, colour: INK.quiet });
      sheet.text(value, 970, 880 + i * 110, { size: 36, weight: 'bold', align: 'right' });
    });
  }
  return toPng(sheet);
}
