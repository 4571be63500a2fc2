import { pino, type Logger } from 'pino';

export type Log = Logger;

const SECRETS = [/(?<!\d)\d{6,12}:[\w-]{30,}\b/g, /(?<=[?&](?:key|token|secret)=)[^&\s]+/gi];

/** Takes secrets out of text: a bot's token also stands in the addresses of its errors (S12). */
export const redacted = (text: string, secrets: readonly string[] = []): string =>
  [...SECRETS.map((pattern) => (value: string) => value.replace(pattern, '[rahasia]')),
    ...secrets.filter((secret) => secret.length >= 8).map((secret) => (value: string) => value.replaceAll(secret, '[rahasia]'))]
    .reduce((value, clean) => clean(value), text);

/** The log: JSON lines on standard error, and wherever else they are kept, redacted whole, one line an entry (S12, S13). */
export function openLog(level: string, secrets: readonly string[], kept: { write(line: string): void } = { write: () => {} }): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, {
    write(line: string) {
      const clean = redacted(line, secrets);
      process.stderr.write(clean);
      kept.write(clean);
    },
  });
}
