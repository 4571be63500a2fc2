import type { StaffMember } from '../../../shop/catalogue/snapshot.ts';
import type { Plain } from '../../../owner-files/yaml-edit.ts';
import { itemsAt, textAt, type Field, type FormPlan, type Item } from '../fields.ts';
import type { PlanSource } from './store-plans.ts';

const FILLED = 'Yang diisi sendiri: {sapaan}, {nama_toko}, {pelanggan}.';
const titleOf = (words: string): string => (words.length > 60 ? `${words.slice(0, 59)}…` : words);

export function faqPlan({ value }: PlanSource): FormPlan {
  const entry = (questions: string, answer: string): readonly Field[] => [
    { path: ['questions'], label: 'Cara pelanggan bertanya', kind: 'lines', shown: questions, hint: 'Satu pertanyaan per baris, dengan ejaan mereka.' },
    { path: ['answer'], label: 'Jawaban', kind: 'long', shown: answer, hint: FILLED },
  ];
  return {
    title: 'Tanya jawab (FAQ)', file: 'faq', intro: 'Harga, stok, ongkir, jam buka, dan status pesanan tidak perlu ditulis: asisten menjawabnya sendiri.',
    parts: [{
      kind: 'list', title: '', path: [], add: 'Tambah tanya jawab…', empty: 'Belum ada tanya jawab.',
      items: itemsAt(value, []).map((_, i): Item => {
        const questions = textAt(value, [i, 'questions']);
        return { title: titleOf(questions.split('\n')[0] ?? ''), fields: entry(questions, textAt(value, [i, 'answer'])) };
      }),
      blank: entry('', ''),
    }],
  };
}

export function quickRepliesPlan({ value }: PlanSource): FormPlan {
  return {
    title: 'Balasan cepat', file: 'quick_replies', intro: 'Dipilih admin di halaman chat.',
    parts: [{
      kind: 'list', title: '', path: [], add: 'Tambah balasan…', empty: 'Belum ada balasan cepat.',
      items: itemsAt(value, []).map((_, i): Item => ({
        title: textAt(value, [i, 'id']),
        fields: [{ path: ['text'], label: 'Isi', kind: 'long', shown: textAt(value, [i, 'text']), hint: FILLED }],
      })),
      blank: [
        { path: ['id'], label: 'Nama pendek', kind: 'text', shown: '', example: 'terima-kasih', hint: 'Tanpa spasi.' },
        { path: ['text'], label: 'Isi', kind: 'long', shown: '', hint: FILLED },
      ],
    }],
  };
}

export function policyPlan({ value }: PlanSource): FormPlan {
  const words = (key: string, label: string, hint: string): Field => ({ path: [key], label, kind: 'long', shown: textAt(value, [key]), hint });
  return {
    title: 'Kebijakan toko', file: 'policy', intro: 'Dikatakan asisten kepada pelanggan dengan kalimat Anda. Yang kosong diteruskan ke admin.',
    parts: [{ kind: 'fields', title: '', fields: [
      words('returns', 'Penukaran dan pengembalian', FILLED), words('warranty', 'Garansi', FILLED), words('refund', 'Uang kembali', FILLED), words('privacy', 'Data pribadi', FILLED),
    ] }],
  };
}

const ROLES = [['admin', 'Admin'], ['owner', 'Pemilik']] as const;

/** staff.yaml, one person at a time. The id stays: what a person did is kept under it. `changed` is told of each who comes or goes. */
export function staffPlan({ value, catalogue }: PlanSource, me: string, changed: (id: string) => void): FormPlan {
  const person = (at: (key: string) => string, role: string): readonly Field[] => [
    { path: ['name'], label: 'Nama', kind: 'text', shown: at('name'), hint: 'Dibaca pelanggan: "dengan Siti".' },
    { path: ['role'], label: 'Peran', kind: 'choice', shown: role, choices: ROLES, hint: 'Pemilik bisa mengubah semua di halaman ini.' },
    { path: ['telegram'], label: 'Nomor id Telegram', kind: 'number', shown: at('telegram'), example: '123456789', hint: 'Bukan nomor HP; tanyakan ke @userinfobot. Boleh kosong.' },
    { path: ['whatsapp'], label: 'WhatsApp', kind: 'text', shown: at('whatsapp'), example: '+6281234567890', hint: 'Boleh kosong.' },
  ];
  return {
    title: 'Ubah orang', file: 'staff',
    parts: [{
      kind: 'list', title: '', path: [], add: 'Tambah orang…', empty: 'Belum ada orang.',
      items: itemsAt(value, []).map((item: Plain): Item => {
        const id = textAt(item, ['id']);
        const member = catalogue.staff.find((staff) => staff.id === id);
        return {
          title: `${textAt(item, ['name'])} (${id})`, fields: person((key) => textAt(item, [key]), member?.role ?? 'admin'),
          ...(id === me && { stays: 'Ini Anda sendiri; hanya pemilik lain yang bisa mengeluarkan Anda.' }),
        };
      }),
      blank: [{ path: ['id'], label: 'Nama masuk', kind: 'text', shown: '', example: 'siti', hint: 'Pendek, tanpa spasi, tidak berubah lagi.' }, ...person(() => '', 'admin')],
    }],
    refuses: (after) => whyNoStaff(after.staff, me),
    applied(after) {
      const before = new Set(catalogue.staff.map((staff) => staff.id));
      const now = new Set(after.staff.map((staff) => staff.id));
      for (const id of before) if (!now.has(id)) changed(id);
      for (const id of now) if (!before.has(id)) changed(id);
    },
  };
}

/** A shop is never without an owner, and nobody locks himself out by a slip. */
function whyNoStaff(staff: readonly StaffMember[], me: string): string | null {
  if (!staff.some((member) => member.role === 'owner')) return 'Toko harus punya sedikitnya satu pemilik.';
  if (staff.find((member) => member.id === me)?.role !== 'owner') return 'Anda tidak bisa mengeluarkan atau menurunkan peran diri sendiri; minta pemilik lain.';
  return null;
}
