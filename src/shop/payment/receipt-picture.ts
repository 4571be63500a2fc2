import { INK, baselineAt, startDrawing, toPng, type Drawing } from '../../media/drawing.ts';
import { LINE_HEIGHT, fittingSize, textWidth, wrapped } from '../../media/lettering.ts';
import { RECEIPT_WORDS, assertAddsUp, headRows, paidWords, receiptTitle, sumRows, type Receipt } from './receipt.ts';
import { rupiah } from './rupiah.ts';

const WIDE = 800;
const MARGIN = 56;
const INNER = WIDE - 2 * MARGIN;
const RIGHT = WIDE - MARGIN;
const SIZE = 28;
const STEP = Math.round(SIZE * LINE_HEIGHT * 1.12);
const PRICE_WIDTH = 190;
/** A picture of more lines than this is no longer read on a phone; the rest is summed in one line. */
const MOST_LINES = 40;

/** The receipt as a PNG, 800 pixels wide and as high as it needs to be. For a task, never a turn. */
export async function drawReceipt(receipt: Receipt): Promise<Buffer> {
  assertAddsUp(receipt);
  // Drawn twice: once to find how high it gets, once on a sheet of that height.
  const high = layOut(receipt, 10).bottom;
  return toPng(layOut(receipt, high).sheet);
}

function layOut(receipt: Receipt, high: number): { sheet: Drawing; bottom: number } {
  const words = RECEIPT_WORDS[receipt.language];
  const sheet = startDrawing(WIDE, high);
  let y = 132;
  const down = (by: number): number => (y += by);
  const row = (label: string, value: string): void => {
    down(STEP);
    const valueWidth = Math.min(textWidth(value, SIZE), INNER - 190);
    sheet.text(label, MARGIN, y, { size: SIZE, colour: INK.quiet, width: INNER - valueWidth - 24 });
    sheet.text(value, RIGHT, y, { size: SIZE, align: 'right', width: valueWidth });
  };
  const rule = (): void => { sheet.rule(MARGIN, down(26), INNER, true); down(4); };

  sheet.box(0, 0, WIDE, 132, INK.teal);
  const shopSize = fittingSize(receipt.shop, 46, INNER - 190, 'bold');
  sheet.text(receipt.shop, MARGIN, baselineAt(66, shopSize), { size: shopSize, weight: 'bold', colour: INK.paper, width: INNER - 190 });
  sheet.text(receiptTitle(receipt), RIGHT, baselineAt(66, 34), { size: 34, colour: INK.turmeric, weight: 'bold', align: 'right' });

  down(20);
  for (const { label, value } of headRows(receipt)) row(label, value);
  rule();

  for (const line of receipt.lines.slice(0, MOST_LINES)) {
    const [first = '', ...more] = wrapped(line.title, SIZE, INNER - PRICE_WIDTH - 20);
    down(STEP);
    sheet.text(first, MARGIN, y, { size: SIZE });
    sheet.text(rupiah(line.quantity * line.unitPrice), RIGHT, y, { size: SIZE, align: 'right' });
    for (const text of more) sheet.text(text, MARGIN, down(STEP - 6), { size: SIZE });
    sheet.text(`${line.quantity} × ${rupiah(line.unitPrice)}`, MARGIN, down(STEP - 6), { size: 24, colour: INK.quiet });
    down(6);
  }
  const rest = receipt.lines.slice(MOST_LINES);
  if (rest.length > 0) row(`+ ${rest.length}`, rupiah(rest.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0)));
  rule();

  for (const { label, value } of sumRows(receipt)) row(label, value);
  down(30);
  sheet.box(MARGIN, y, INNER, 84, INK.tealPale, 10);
  sheet.text(words.total, MARGIN + 24, baselineAt(y + 42, 34), { size: 34, weight: 'bold', colour: INK.teal });
  sheet.text(rupiah(receipt.total), RIGHT - 24, baselineAt(y + 42, 44), { size: 44, weight: 'bold', colour: INK.teal, align: 'right' });
  down(84 + 16);

  row(words.payment, receipt.payment);
  down(26);
  const paid = receipt.paid !== null;
  sheet.box(MARGIN, y, INNER, 62, paid ? INK.tealPale : INK.turmericPale, 10);
  sheet.text(paidWords(receipt), WIDE / 2, baselineAt(y + 31, 30), {
    size: 30, weight: 'bold', colour: paid ? INK.teal : INK.text, align: 'centre', width: INNER - 40,
  });
  down(62 + 12);

  for (const line of [words.thanks, ...receipt.contact].flatMap((text) => wrapped(text, 24, INNER))) {
    sheet.text(line, WIDE / 2, down(34), { size: 24, colour: INK.quiet, align: 'centre' });
  }
  return { sheet, bottom: y + 40 };
}
