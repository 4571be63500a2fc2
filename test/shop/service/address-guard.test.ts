import { describe, expect, it } from 'vitest';
import { guessedAddress } from '../../../src/shop/service/address-guard.ts';

describe('one polite form of address for everyone', () => {
  it.each([
    ['Halo bapak, ada yang bisa dibantu?', 'bapak'], ['Baik bu', 'bu'], ['Siap Mas!', 'Mas'], ['makasih ya mbak', 'mbak'], ['oke gan', 'gan'],
    ['Tante mau yang mana?', 'Tante'], ['Pak, barangnya ready', 'Pak'],
  ])('"%s" guesses: %s', (draft, word) => { expect(guessedAddress(draft)).toBe(word); });

  it.each(['Siap Kak, kami cek ya', 'Kirim ke Ibu Kota ya Kak', 'Titip ke Pak RT saja Kak', 'Emasnya ready Kak', 'bubuk kopi habis Kak', 'Paknya kurir nanti telepon Kak'])(
    '"%s" addresses nobody wrongly', (draft) => { expect(guessedAddress(draft)).toBeNull(); });

  it('a name of a product or a street is no address', () => {
    expect(guessedAddress('Toples Ibu Ani sudah dikirim Kak', ['Toples Ibu Ani 1 L'])).toBeNull();
    expect(guessedAddress('Kirim ke Jl. Ibu Inggit ya Kak', ['Jl. Ibu Inggit 5, Kota Bandung'])).toBeNull();
    expect(guessedAddress('Kirim ke Jl. Ibu Inggit ya Bu', ['Jl. Ibu Inggit 5, Kota Bandung'])).toBe('Bu');
  });
});
