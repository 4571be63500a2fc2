import { bad, type Reading } from '../values/reading.ts';
import { textUpTo } from '../values/word-text.ts';

/** Words the shop says, whose placeholders are among those that fill themselves in (any, where these are not known). */
export const wordsUpTo = (name: string, most: number, placeholders: readonly string[] | undefined) => (text: string): Reading<string> => {
  for (const [whole, inside] of placeholders ? text.matchAll(/\{([^{}]*)\}/g) : []) {
    if (!placeholders!.includes(inside!)) return bad(`isian ${whole} tidak dikenal`, `yang bisa dipakai: ${placeholders!.map((one) => `{${one}}`).join(', ')}`);
  }
  return textUpTo(name, most)(text);
};
