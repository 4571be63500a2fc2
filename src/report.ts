import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { LadeniError } from './errors.ts';
import { loadCatalogueOrThrow } from './shop/catalogue/load.ts';
import { rupiah } from './shop/payment/rupiah.ts';
import { accountSheets, sheetAsCsv, sheetsAsWorkbook } from './shop/reports/accounts.ts';
import { createJournal } from './shop/reports/journal.ts';
import { monthOf, readSpan, type Span } from './shop/reports/periods.ts';
import { createBusinessHours } from './shop/service/business-hours.ts';
import { openHolidays } from './shop/service/holidays.ts';
import { peek } from './teaching/peek.ts';

const HOW = 'npm run report -- --month 2026-11 --out pembukuan-2026-11.xlsx';

/** `npm run report -- [--month 2026-11 | --week 2026-11-16] [--out FILE.xlsx|.csv] [--data DIR] [--catalog DIR]`: the accounts of a span. */
async function main(): Promise<void> {
  const config = readConfig();
  const { values } = parseArgs({ options: { month: { type: 'string' }, week: { type: 'string' }, out: { type: 'string' }, data: { type: 'string' }, catalog: { type: 'string' } } });
  const catalogue = await loadCatalogueOrThrow(values.catalog ?? config.CATALOG_DIR);
  const hours = createBusinessHours(catalogue.store.hours, catalogue.store.timezone, openHolidays());
  const span = asked(values, hours.localDate(Date.now()));
  const out = values.out ?? `pembukuan-${span.id}.xlsx`;
  if (!/\.(?:xlsx|csv)$/i.test(out)) throw new LadeniError('REPORT_FORMAT', `berkas ${out} bukan .xlsx atau .csv`, `tulis misalnya: ${HOW}`);
  const folder = values.data ?? config.DATA_DIR;
  const ledger = peek(folder, (db) => createJournal(db).ledger(span, hours));
  if (!ledger) throw new LadeniError('REPORT_NO_SHOP', `belum ada data toko di folder ${folder}`, 'jalankan toko dulu, atau tunjuk foldernya dengan --data');
  const sheets = accountSheets(ledger, hours);
  writeFileSync(out, /\.csv$/i.test(out) ? sheetAsCsv(sheets[2]!) : await sheetsAsWorkbook(sheets), { mode: 0o600 });
  process.stdout.write(`${out}: ${ledger.total.orders} pesanan, penjualan bersih ${rupiah(ledger.total.sales)}, uang bersih ${rupiah(ledger.total.cash)} (${span.from} sampai ${span.until}).\n`);
}

function asked(values: { readonly month?: string | undefined; readonly week?: string | undefined }, today: string): Span {
  if (values.week === undefined && values.month === undefined) return monthOf(today);
  const span = values.week !== undefined ? readSpan('week', values.week) : readSpan('month', values.month!);
  if (!span) throw new LadeniError('REPORT_SPAN', `masa ${values.week ?? values.month} tidak terbaca`, `tulis bulan seperti 2026-11, atau satu hari dari minggunya seperti --week 2026-11-16; ${HOW}`);
  return span;
}

main().catch((error: unknown) => {
  process.stderr.write(error instanceof LadeniError ? `${error.message}\n${error.todo}\n` : `${String(error)}\n`);
  process.exitCode = 1;
});
