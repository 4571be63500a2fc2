import type { Match } from './matching.ts';

/** A binary heap over the matches: finding the best ten of 50,000 does not sort the rest. */
export class MatchHeap {
  private readonly matches: readonly Match[];
  private readonly ranks: Float64Array;
  private readonly preferences: Float64Array;
  private readonly order: Uint32Array;
  private size: number;

  /** Best first: by `rank`, then by `preference`, then by relevance, then in the order of the matches. Higher is better. */
  constructor(matches: readonly Match[], rank: (match: Match) => number, preference: (match: Match) => number) {
    this.matches = matches;
    this.size = matches.length;
    this.ranks = Float64Array.from(matches, rank);
    this.preferences = Float64Array.from(matches, preference);
    this.order = Uint32Array.from(matches, (_, i) => i);
    for (let i = (this.size >>> 1) - 1; i >= 0; i--) this.sink(i);
  }

  /** The best match and those equal to it, in file order, at most `most`. */
  popTies(most: number): readonly Match[] {
    const ties: Match[] = [];
    const first = this.order[0] ?? 0;
    while (this.size > 0 && ties.length < most) {
      const top = this.order[0] ?? 0;
      const match = this.matches[top];
      if (this.ranks[top] !== this.ranks[first] || this.preferences[top] !== this.preferences[first]) break;
      if (match?.relevance !== this.matches[first]?.relevance) break;
      if (match !== undefined) ties.push(match);
      this.size--;
      this.order[0] = this.order[this.size] ?? 0;
      this.sink(0);
    }
    return ties;
  }

  private isBefore(a: number, b: number): boolean {
    const byRank = (this.ranks[a] ?? 0) - (this.ranks[b] ?? 0);
    if (byRank !== 0) return byRank > 0;
    const byPreference = (this.preferences[a] ?? 0) - (this.preferences[b] ?? 0);
    if (byPreference !== 0) return byPreference > 0;
    const byRelevance = (this.matches[a]?.relevance ?? 0) - (this.matches[b]?.relevance ?? 0);
    // Matches were found in file order.
    return byRelevance === 0 ? a < b : byRelevance > 0;
  }

  private sink(from: number): void {
    const moving = this.order[from] ?? 0;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.size) break;
      if (child + 1 < this.size && this.isBefore(this.order[child + 1] ?? 0, this.order[child] ?? 0)) child++;
      if (!this.isBefore(this.order[child] ?? 0, moving)) break;
      this.order[at] = this.order[child] ?? 0;
      at = child;
    }
    this.order[at] = moving;
  }
}
