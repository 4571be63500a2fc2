/** The inks of the shop: every picture uses its ground, one main ink and one accent; the rest is their light and shade. */

export const TEAL = '#0F4C4A';
export const TURMERIC = '#E3A008';
export const BRICK = '#B3402A';
/** Steel, china and paper: the colour of what is pale. */
export const CREAM = '#F7F0E1';
/** Wood is turmeric seen in daylight. */
export const WOOD = '#D9A14E';

/** Grounds: the three inks thinned with paper, and paper itself. */
export const GROUNDS = { teal: '#C3DBD5', turmeric: '#F4DDA6', brick: '#EFCBBB', paper: '#EDE3CE' };

/** `share` of the way from one `#RRGGBB` to another. */
export function mix(from, to, share) {
  const channel = (colour, at) => Number.parseInt(colour.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(channel(from, at) * (1 - share) + channel(to, at) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** The side turned away from the light. */
export const shaded = (colour) => mix(colour, colour === TEAL ? '#04201F' : '#2E2A1E', colour === TEAL ? 0.42 : 0.22);

/** The edge that catches the light. */
export const lit = (colour) => mix(colour, '#FFFFFF', colour === TEAL ? 0.2 : 0.38);
