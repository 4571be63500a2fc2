import { problemLine } from '../shop/catalogue/file-problems.ts';
import type { Catalogue } from '../shop/catalogue/snapshot.ts';
import type { ShopFiles } from './shop-files.ts';
import type { Answer, Step } from './step.ts';

/** The person who sets the shop up. */
export interface WizardTalk {
  say(text: string): void;
  ask(question: string): Promise<string>;
  /** True once nobody will answer any more (Ctrl+C, the end of the input). */
  over(): boolean;
}

/** Something to be done rather than answered: products to bring, a channel to connect. */
export interface Errand {
  readonly key: string;
  readonly title: string;
  now(): Promise<string | null> | string | null;
  readonly question: string;
  /** True when it is done or left; false to ask again. */
  run(answer: string): Promise<boolean>;
}

export type WizardStep = Step | Errand;

export const WELCOME = `Menyiapkan toko, pertanyaan demi pertanyaan.
Enter = biarkan seperti sekarang. "kembali" = ke pertanyaan sebelumnya. "selesai" atau Ctrl+C = berhenti.
Setiap jawaban yang benar langsung disimpan; lanjutkan kapan saja dengan npm run setup.`;

/** Goes through the steps, keeping what is set on Enter, back on "kembali". Everything that was confirmed is on the disk when it returns. */
export async function walkThrough(steps: readonly WizardStep[], parts: { readonly talk: WizardTalk; readonly files: ShopFiles; readonly shop: Catalogue }): Promise<Catalogue> {
  const { talk, files } = parts;
  let shop = parts.shop;
  let at = 0;
  while (at < steps.length) {
    const step = steps[at]!;
    const now = 'run' in step ? await step.now() : step.now(shop);
    talk.say(`\n${at + 1}/${steps.length} ${step.title}\n${now === null ? 'Belum diisi.' : `Sekarang: ${now}${'run' in step || !step.isSample(shop) ? '' : ' (masih contoh, bukan milik Anda)'}`}`);
    const answer = (await talk.ask(step.question)).trim();
    if (talk.over()) break;
    if (/^(?:selesai|keluar|quit|exit)$/i.test(answer)) break;
    if (/^(?:kembali|back|<)$/i.test(answer)) {
      if (at === 0) talk.say('Ini pertanyaan pertama.');
      at = Math.max(0, at - 1);
    } else if (answer === '' || /^(?:lewati|skip)$/i.test(answer)) at++;
    else if ('run' in step) at += await step.run(answer) ? 1 : 0;
    else {
      const saved = await settle(step, answer, shop, talk, files);
      if (saved) shop = saved;
      at += saved ? 1 : 0;
    }
    if (talk.over()) break;
  }
  return shop;
}

/** From an answer to what is on the disk; null where the question is to be asked again. */
async function settle(step: Step, first: string, shop: Catalogue, talk: WizardTalk, files: ShopFiles): Promise<Catalogue | null> {
  let answer: Answer = await step.read(first, shop);
  if (answer.kind === 'choose') {
    const { options } = answer;
    talk.say(`${answer.what}\n${options.map(({ label }, i) => `  ${i + 1}. ${label}`).join('\n')}`);
    const number = Number((await talk.ask('Nomor berapa? (Enter = tulis lagi)')).trim());
    const chosen = options[number - 1];
    if (!chosen) return null;
    answer = await step.read(chosen.answer, shop);
  }
  if (answer.kind === 'choose') return null;
  if (answer.kind === 'bad') {
    talk.say(`Belum bisa: ${answer.what}. Cobalah: ${answer.should}.`);
    return null;
  }
  if (answer.understood !== null) {
    talk.say(answer.understood);
    const sure = (await talk.ask('Benar? (Enter = ya, "tidak" = tulis lagi)')).trim();
    if (talk.over() || !/^(?:|y|ya|yes|benar|betul)$/i.test(sure)) return null;
  }
  const saving = await files.save(answer.edits);
  if (saving.kind === 'saved') {
    talk.say('Disimpan.');
    return saving.shop;
  }
  for (const problem of saving.problems.slice(0, 3)) talk.say(`Belum bisa: ${problem.what}. Cobalah: ${problem.should}.`);
  if (saving.problems.some((problem) => !['store.yaml', 'shipping.yaml'].includes(problem.file))) talk.say(`Ada berkas lain yang bermasalah:\n${saving.problems.map(problemLine).join('\n')}`);
  return null;
}

/** What is still the sample shop's, and must not meet a customer. */
export function stillSample(steps: readonly WizardStep[], shop: Catalogue): readonly string[] {
  return steps.flatMap((step) => (!('run' in step) && step.isSample(shop) ? [step.title] : []));
}
