import { describe, expect, it } from 'vitest';
import { checkReply, fill, MESSAGES, placeholdersOf, type MessageKey } from '../../src/wording/messages.ts';

const keys = Object.keys(MESSAGES.id) as MessageKey[];

describe('the words of the shop', () => {
  it.each(keys)('%s has the same placeholders in both languages', (key) => {
    const needed = (text: string) => [...new Set(placeholdersOf(text))].filter((name) => !['sapaan', 'nama_toko', 'pelanggan'].includes(name)).sort();
    expect(needed(MESSAGES.en[key])).toEqual(needed(MESSAGES.id[key]));
  });

  it('never guesses at who reads it, nor promises "secepatnya", nor shouts', () => {
    for (const key of keys) {
      expect(MESSAGES.id[key], key).not.toMatch(/\b(?:bapak|ibu|pak|bu|mas|mbak|gan|sis|secepatnya)\b/i);
      expect(MESSAGES.id[key], key).not.toMatch(/!!/);
      expect((MESSAGES.id[key].match(/\p{Extended_Pictographic}/gu) ?? []).length, key).toBeLessThanOrEqual(1);
    }
  });

  it('puts values in without reading them for placeholders', () => {
    expect(fill('Halo {sapaan} {nama}', { sapaan: 'Kak', nama: '{sapaan}' })).toBe('Halo Kak {sapaan}');
  });

  it('tells an owner what is wrong with a wording', () => {
    expect(checkReply('cart.total', 'Semua {total} ya {sapaan}')).toBeNull();
    expect(checkReply('cart.total', 'Semua {totl}')).toContain('{totl} tidak dikenal');
    expect(checkReply('cart.total', 'Semua saja')).toContain('{total} harus ada');
    expect(checkReply('cart.totl', 'x')).toContain('tidak ada pesan');
  });
});
