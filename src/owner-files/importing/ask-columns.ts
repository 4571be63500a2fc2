import { nearest } from '../../shop/catalogue/nearest.ts';
import { keyOf, type Recognised, type SaidColumns } from './recognise.ts';
import { missingFields, NAMES, samplesBelow } from './said-columns.ts';
import { fieldNamed, NAMEABLE, type SourceField } from './source-field.ts';

export type Ask = (question: string) => Promise<string>;

const MOST_TRIES = 3;

/**
 * Asks of each column that was not recognised what it holds, one after the other; Enter leaves it. Where all that is needed was
 * found, a word is enough to pass over the rest. Returns `said` itself where nothing was added.
 */
export async function askColumns(recognised: Recognised, said: SaidColumns, ask: Ask, say: (text: string) => void): Promise<SaidColumns> {
  if (recognised.unplaced.length === 0) return said;
  const missing = missingFields(recognised);
  say([
    `${recognised.unplaced.length} kolom belum dikenal${missing.length > 0 ? `, dan ${missing.join(' dan ')} belum ditemukan` : ''}.`,
    `Jawab dengan salah satu: ${NAMES}. Enter = kolom ini tidak dipakai${missing.length > 0 ? '' : ', "selesai" = lewati semuanya'}.`,
  ].join('\n'));
  const answers = new Map<string, SourceField | null>();
  for (const cell of recognised.unplaced) {
    const field = await fieldFor(`"${cell.text.trim()}" (contoh isinya: ${samplesBelow(cell, recognised)}):`, ask, say);
    if (field === 'done') break;
    answers.set(keyOf(cell.text), field);
  }
  return answers.size === 0 ? said : new Map([...said, ...answers]);
}

async function fieldFor(question: string, ask: Ask, say: (text: string) => void): Promise<SourceField | null | 'done'> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const answer = (await ask(question)).trim().toLowerCase();
    if (answer === '' || answer === '-' || answer === 'lewati') return null;
    if (answer === 'selesai') return 'done';
    const field = fieldNamed(answer);
    if (field !== undefined) return field;
    const near = nearest(answer, Object.keys(NAMEABLE));
    say(near === null ? `"${answer}" tidak dikenal. Pilih salah satu: ${NAMES}.` : `"${answer}" tidak dikenal. Maksud Anda ${near}?`);
  }
  return null;
}
