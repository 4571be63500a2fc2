/** What buckets are made of: bucket `b` holds `ids[starts[b]]` … `ids[starts[b + 1] - 1]`. Plain data, that can be kept between starts. */
export interface BucketArrays {
  readonly starts: Uint32Array;
  readonly ids: Uint32Array;
}

/** `eachPair` is run three times and must name the same pairs each time: once to size, once to count, once to fill. */
export function fillBuckets(eachPair: (put: (hash: number, id: number) => void) => void): BucketArrays {
  let pairs = 0;
  eachPair(() => {
    pairs++;
  });
  let size = 16;
  while (size < pairs) size *= 2;
  const mask = size - 1;
  const starts = new Uint32Array(size + 1);
  eachPair((hash) => {
    const bucket = (hash & mask) + 1;
    starts[bucket] = (starts[bucket] ?? 0) + 1;
  });
  for (let i = 1; i <= size; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const ids = new Uint32Array(pairs);
  const next = starts.slice(0, size);
  eachPair((hash, id) => {
    const bucket = hash & mask;
    const at = next[bucket] ?? 0;
    ids[at] = id;
    next[bucket] = at + 1;
  });
  return { starts, ids };
}

/**
 * Hash → the ids that were put under it (and, rarely, others: the caller compares). Two flat arrays, about as many
 * buckets as ids, and no hash is kept: comparing a wrong id now and then is cheaper than the memory.
 */
export class Buckets {
  private readonly mask: number;
  private readonly starts: Uint32Array;
  private readonly ids: Uint32Array;

  constructor({ starts, ids }: BucketArrays) {
    this.mask = starts.length - 2;
    this.starts = starts;
    this.ids = ids;
  }

  /** Visits every id under this hash until `visit` returns true; tells whether it did. */
  some(hash: number, visit: (id: number) => boolean): boolean {
    const bucket = hash & this.mask;
    const end = this.starts[bucket + 1] ?? 0;
    for (let at = this.starts[bucket] ?? 0; at < end; at++) {
      if (visit(this.ids[at] ?? 0)) return true;
    }
    return false;
  }
}
