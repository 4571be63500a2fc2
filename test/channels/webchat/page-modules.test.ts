import { describe, expect, it } from 'vitest';

interface Times { clock(at: number): string; day(at: number): string; dayLabel(at: number, now: number): string }
type Piece = { readonly text: string; readonly href?: string };

const page = new URL('../../../src/channels/webchat/page/', import.meta.url);
const { createTimes } = await import(new URL('times.js', page).href) as { createTimes: (zone: string) => Times };
const { splitLinks } = await import(new URL('links.js', page).href) as { splitLinks: (text: string, hosts: readonly string[]) => Piece[] };

describe('times in the talk', () => {
  const now = Date.parse('2026-11-24T08:30:00+07:00');

  it.each([
    ['Asia/Jakarta', '2026-11-24T09:05:00+07:00', '09.05'],
    ['Asia/Jayapura', '2026-11-24T00:00:00+09:00', '00.00'],
    ['Asia/Makassar', '2026-11-24T23:59:00+08:00', '23.59'],
  ])('are those of the shop in %s', (zone, at, clock) => {
    expect(createTimes(zone).clock(Date.parse(at))).toBe(clock);
  });

  it.each([
    ['2026-11-24T00:00:00+07:00', 'Hari ini'], ['2026-11-23T23:59:59+07:00', 'Kemarin'], ['2026-11-22T12:00:00+07:00', 'Min 22 Nov'],
    ['2025-08-17T12:00:00+07:00', 'Min 17 Agu 2025'],
  ])('%s is %s', (at, label) => {
    expect(createTimes('Asia/Jakarta').dayLabel(Date.parse(at), now)).toBe(label);
  });
});

describe('addresses in a reply', () => {
  const links = (text: string): (string | undefined)[] => splitLinks(text, ['toko.example']).filter(({ href }) => href).map(({ href }) => href);

  it('are links where they are the shop\'s own', () => {
    expect(splitLinks('Lihat https://toko.example/wajan?x=1, ya Kak.', ['toko.example'])).toEqual([
      { text: 'Lihat ' }, { text: 'https://toko.example/wajan?x=1', href: 'https://toko.example/wajan?x=1' }, { text: ', ya Kak.' },
    ]);
  });

  it.each([
    'https://evil.example', 'http://toko.example', 'https://toko.example.evil.example', 'https://toko.example@evil.example', 'javascript:alert(1)',
    'https://toko.example:8443/', 'https://budi:rahasia@toko.example/', 'data:text/html,x', 'https://', 'HTTPS://evil.example',
  ])('stay words: %s', (text) => {
    expect(links(text)).toEqual([]);
  });

  it('lose nothing of the text', () => {
    const text = 'a https://toko.example b https://evil.example (https://toko.example/c).';
    expect(splitLinks(text, ['toko.example']).map((piece) => piece.text).join('')).toBe(text);
    expect(links(text)).toEqual(['https://toko.example', 'https://toko.example/c']);
  });
});
