/** The part of a logger the channel uses; pino's has this shape. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Takes the bot's token out of a text, also where only its secret half stands or where it was written for a URL. */
export type Redact = (text: string) => string;

const PLACE = '[token]';

export function createRedact(token: string): Redact {
  const secretHalf = token.split(':')[1] ?? '';
  const forms = [...new Set([token, encodeURIComponent(token), secretHalf, encodeURIComponent(secretHalf)])]
    .filter((form) => form.length >= 6)
    .sort((a, b) => b.length - a.length);
  return (text) => forms.reduce((left, form) => left.replaceAll(form, PLACE), text);
}

/**
 * A log that cannot print the token (S12). Errors become name, message and code: grammY's HttpError carries the request's
 * URL deep inside, and the URL holds the token.
 */
export function createSafeLog(log: Log, redact: Redact): Log {
  const clean = (fields: object) => cleaned(fields, redact, 0) as object;
  return {
    debug: (fields, message) => log.debug(clean(fields), redact(message)),
    info: (fields, message) => log.info(clean(fields), redact(message)),
    warn: (fields, message) => log.warn(clean(fields), redact(message)),
    error: (fields, message) => log.error(clean(fields), redact(message)),
  };
}

const DEEPEST = 6;

function cleaned(value: unknown, redact: Redact, depth: number): unknown {
  if (typeof value === 'string') return redact(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST) return '…';
  if (value instanceof Error) {
    const code = 'code' in value ? { code: value.code } : {};
    return cleaned({ name: value.name, message: value.message, ...code }, redact, depth + 1);
  }
  if (Array.isArray(value)) return value.map((one) => cleaned(one, redact, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [redact(key), cleaned(one, redact, depth + 1)]));
}
