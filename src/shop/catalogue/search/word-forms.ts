/** "gagangnya" is "gagang": the catalogue and the query are both read without it. */
export function withoutNya(word: string): string {
  return word.length > 6 && word.endsWith('nya') ? word.slice(0, -3) : word;
}

const CLITICS = ['nya', 'ku', 'mu', 'lah', 'kah', 'pun', 'an'];

/** What may be left when a customer's word has an ending the catalogue does not write: "wajanku" → "wajan". */
export function stemsOf(word: string): readonly string[] {
  return CLITICS.filter((ending) => word.endsWith(ending) && word.length - ending.length >= 3)
    .map((ending) => word.slice(0, -ending.length));
}

const NEGATIONS: ReadonlySet<string> = new Set(
  'tidak tak bukan jangan tanpa belum ga gak nggak ngga enggak tdk gk kagak not without'.split(' '),
);

export function isNegation(word: string): boolean {
  return NEGATIONS.has(word);
}

/** After "tidak", these deny the whole clause: "tidak bisa kompor induksi". Any other word is denied alone: "tidak menggores teflon". */
const DENYING_A_CLAUSE: ReadonlySet<string> = new Set(
  'bisa bs boleh dapat cocok untuk buat ada perlu termasuk disarankan kompatibel mendukung tersedia for'.split(' '),
);

/** Follows what a description denies, word by word. */
export class Denial {
  private state: 'none' | 'word' | 'clause' = 'none';

  /** Whether this word is denied by what stands before it. */
  reads(word: string): boolean {
    if (isNegation(word)) {
      this.state = 'word';
      return false;
    }
    if (this.state === 'none') return false;
    if (DENYING_A_CLAUSE.has(word)) this.state = 'clause';
    else if (this.state === 'word') this.state = 'none';
    return true;
  }

  endOfClause(): void {
    this.state = 'none';
  }
}

/** The index term of a word that a description denies. No word a customer writes is equal to it. */
export function negated(word: string): string {
  return `!${word}`;
}
