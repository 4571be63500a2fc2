import { INK, baselineAt, startDrawing, toPng, type Drawing } from '../../media/drawing.ts';
import { fittingSize } from '../../media/lettering.ts';
import type { Rupiah } from '../units.ts';
import { rupiah } from './rupiah.ts';

/** What a QRIS picture shows. Texts are as the customer reads them. */
export interface QrisPicture {
  /** The text of the order's own dynamic QRIS. */
  readonly qris: string;
  readonly shop: string;
  readonly amount: Rupiah;
  /** "DK-1042" */
  readonly order: string;
  /** "Sel 24 Nov 10.04 WIB"; null or empty where the order does not lapse. */
  readonly payBefore: string | null;
  /** Merchant and national id as the payer's app shows them, so that she can compare; null where unknown. */
  readonly merchant: string;
  readonly nmid: string | null;
  readonly language: 'id' | 'en';
}

const WORDS = {
  id: {
    total: 'Total bayar', order: (number: string) => `Pesanan ${number}`, before: (when: string) => `Bayar sebelum ${when}`,
    scan: 'Pindai dengan aplikasi bank atau dompet digital apa pun',
  },
  en: {
    total: 'Amount to pay', order: (number: string) => `Order ${number}`, before: (when: string) => `Pay before ${when}`,
    scan: 'Scan with any Indonesian bank or e-wallet app',
  },
} as const;

const WIDE = 800;
const HIGH = 1080;
const MARGIN = 56;
const INNER = WIDE - 2 * MARGIN;
const MIDDLE = WIDE / 2;
const CODE = 520;

/** The picture as a PNG of 800 × 1,080 pixels. Takes tens of milliseconds: drawn by a task, never in a turn. */
export function drawQrisPicture(picture: QrisPicture): Promise<Buffer> {
  return toPng(layOut(picture));
}

function layOut(picture: QrisPicture): Drawing {
  const words = WORDS[picture.language];
  const sheet = startDrawing(WIDE, HIGH);

  sheet.box(0, 0, WIDE, 132, INK.teal);
  const shopSize = fittingSize(picture.shop, 46, INNER - 150, 'bold');
  sheet.text(picture.shop, MARGIN, baselineAt(66, shopSize), { size: shopSize, weight: 'bold', colour: INK.paper, width: INNER - 150 });
  sheet.text('QRIS', WIDE - MARGIN, baselineAt(66, 40), { size: 40, weight: 'bold', colour: INK.turmeric, align: 'right' });

  sheet.text(words.total, MIDDLE, 180, { size: 27, colour: INK.quiet, align: 'centre' });
  sheet.text(rupiah(picture.amount), MIDDLE, 268, { size: 84, weight: 'bold', colour: INK.teal, align: 'centre' });
  sheet.text(words.order(picture.order), MIDDLE, 330, { size: 29, align: 'centre', width: INNER });

  sheet.qrCode(picture.qris, MIDDLE - CODE / 2, 366, CODE);

  const under = [picture.merchant, picture.nmid].filter(Boolean).join(' · ');
  sheet.text(under, MIDDLE, 926, { size: fittingSize(under, 25, INNER), colour: INK.quiet, align: 'centre', width: INNER });

  if (picture.payBefore) {
    sheet.box(MARGIN, 948, INNER, 62, INK.turmericPale, 10);
    sheet.text(words.before(picture.payBefore), MIDDLE, baselineAt(979, 31), { size: 31, weight: 'bold', align: 'centre', width: INNER - 40 });
  }
  sheet.text(words.scan, MIDDLE, 1050, { size: fittingSize(words.scan, 24, INNER), colour: INK.quiet, align: 'centre' });
  return sheet;
}
