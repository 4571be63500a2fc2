/** One thing the recorded process did, in the order it did it (recorder.c). */
export type Entry =
  /** A life of the process begins. */
  | { readonly kind: 'life' }
  | { readonly kind: 'write'; readonly file: string; readonly offset: number; readonly data: Buffer }
  | { readonly kind: 'truncate'; readonly file: string; readonly length: number }
  | { readonly kind: 'sync'; readonly file: string }
  | { readonly kind: 'unlink'; readonly file: string }
  /** Printed: somebody has been told. */
  | { readonly kind: 'said'; readonly text: string };

const HEAD = 16;

/** Reads what recorder.c wrote. @throws Error when it was cut off or is something else */
export function readLog(log: Buffer): Entry[] {
  const entries: Entry[] = [];
  let names: string[] = [];
  for (let at = 0; at < log.length;) {
    const length = log.readUInt32LE(at + 4);
    const offset = Number(log.readBigUInt64LE(at + 8));
    const data = log.subarray(at + HEAD, at + HEAD + length);
    const file = names[log[at + 1]!] ?? '';
    const kind = String.fromCharCode(log[at]!);
    switch (kind) {
      case 'L':
        names = [];
        entries.push({ kind: 'life' });
        break;
      case 'O': names[log[at + 1]!] = data.toString(); break;
      case 'W': entries.push({ kind: 'write', file, offset, data }); break;
      case 'T': entries.push({ kind: 'truncate', file, length: offset }); break;
      case 'F': entries.push({ kind: 'sync', file }); break;
      case 'U': entries.push({ kind: 'unlink', file }); break;
      case 'S': entries.push({ kind: 'said', text: data.toString() }); break;
      default: throw new Error(`no record at byte ${at}: "${kind}"`);
    }
    if (data.length !== length) throw new Error('the record was cut off');
    at += HEAD + length;
  }
  return entries;
}
