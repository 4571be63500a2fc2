/**
 * What is left of a word when it is written by ear or in a hurry: "stenlis" and "stainless" are both s-t-n-l-s,
 * "wjn" is w-j-n. Letters that Indonesian ears mix up count as one.
 */
const SOUND_OF: ReadonlyMap<number, number> = new Map(
  Object.entries({ b: 'b', p: 'p', f: 'p', v: 'p', c: 'c', k: 'k', q: 'k', g: 'g', d: 'd', t: 't', j: 'j', z: 's', s: 's',
    l: 'l', m: 'm', n: 'n', r: 'r', w: 'w' }).map(([letter, sound]) => [letter.charCodeAt(0), sound.charCodeAt(0)]),
);
const X = 120;
const C = 99;
const K = 107;
const H = 104;
const VOWEL_FIRST = 97;
const SHORTEST = 3;

/** The sounds of a word, or an empty string where too little is left to tell words apart. */
export function soundOf(word: string): string {
  let sounds = '';
  let last = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code === X) {
      sounds += 'ks';
      last = 115;
      continue;
    }
    const next = word.charCodeAt(i + 1);
    // Before a consonant it is a k, in loanwords: "sunscreen" is "sanskrin"; in "cangkir" and "chili" it is not.
    const sound = SOUND_OF.get(code === C && next !== H && SOUND_OF.has(next) ? K : code);
    if (sound === undefined) {
      if (i === 0 && code !== H) sounds += String.fromCharCode(VOWEL_FIRST);
      // A vowel between two equal sounds keeps them apart: "kaki" is k-k.
      if (code !== H) last = 0;
    } else if (sound !== last) {
      sounds += String.fromCharCode(sound);
      last = sound;
    }
  }
  return sounds.length < SHORTEST ? '' : sounds;
}
