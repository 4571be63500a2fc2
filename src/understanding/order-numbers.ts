const PREFIXED = /\b([a-z]{1,6})\s?[-#]\s?(\d{1,9})\b/i;
const NAMED = /\b(?:order(?:an)?|pesanan|psnan|invoice|inv|nomor pesanan|no(?:mor)?\.? ?(?:order(?:an)?|pesanan)|batal(?:kan|in)?|#)\s*(?:no(?:mor)?\.?\s*)?#?\s*(\d{1,9})\b/i;

/** An order number a message names: "DK-1045", "order no 1045", "#1045"; null where it names none. */
export function readOrderNumber(text: string): string | null {
  const short = text.slice(0, 1_000);
  const prefixed = PREFIXED.exec(short);
  if (prefixed && !/^(?:rt|rw|no|blok|jl|uk|size|kav)$/i.test(prefixed[1]!)) return `${prefixed[1]!.toUpperCase()}-${prefixed[2]!}`;
  const named = NAMED.exec(short)?.[1];
  return named !== undefined && !/(?:pcs|lusin|biji|buah|set|kg|rb|k)\b/i.test(short.slice(short.indexOf(named) + named.length, short.indexOf(named) + named.length + 6).trim()) && (named.length >= 3 || /(?:order|pesanan|invoice|#)\s*(?:no|nomor)/i.test(short)) ? named : null;
}
