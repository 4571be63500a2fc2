import { bad, type Bad } from './reading.ts';

const MONTH = 'jan|feb|mar|apr|mei|may|jun|jul|agu|agt|aug|sep|okt|oct|nop|nov|des|dec';
const DATES = [
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?$/,
  /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/,
  new RegExp(`^\\d{1,2}[-/ ](?:${MONTH})[a-z]*(?:[-/ ]\\d{2,4})?$`, 'i'),
  new RegExp(`^(?:${MONTH})[a-z]*[-/]\\d{2,4}$`, 'i'),
];

/** A formula that came to nothing: Excel's and Google Sheets' error values. */
export const BROKEN_FORMULA = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|ERROR!|GETTING_DATA|#+)$/i;

/** "10-12" that Excel has made into "12-Okt", "28/12/2026", "2026-12-28"…: a date where no date belongs. */
export const looksLikeDate = (text: string): boolean => DATES.some((date) => date.test(text));

/** "1.23E+12": a long number that Excel has shortened; its last digits are lost. */
export const looksScientific = (text: string): boolean => /^-?\d(?:[.,]\d+)?E\+\d+$/i.test(text);

export const scientificNumber = (text: string): Bad =>
  bad(`Excel mengubah nomor panjang menjadi ${text} dan angka belakangnya hilang`, 'ubah format kolomnya menjadi Teks (Text), lalu ketik ulang nomornya, misalnya 8991234567890');

export const madeADate = (text: string): Bad =>
  bad(`Excel mengubah isinya menjadi tanggal (${text})`, 'ubah format kolomnya menjadi Teks (Text), lalu ketik ulang, misalnya 10-12 atau 28 cm');
