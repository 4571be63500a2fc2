import { Api } from 'grammy';
import { createTransport } from './transport.ts';

/** How long a call may take, in ms, before it counts as lost (F14; grammY waits 500 s unless told). */
export interface CallLimits {
  /** A long poll; more than `pollWaitS`. */
  readonly poll: number;
  /** Everything short. */
  readonly send: number;
  /** Calls that carry or fetch a file. */
  readonly file: number;
  /** The first words with Telegram at a start: short, so that a start after an outage is quick (F6). */
  readonly hello: number;
  /** Seconds Telegram holds a poll open when there is nothing new. */
  readonly pollWaitS: number;
}

export const USUAL_LIMITS: CallLimits = { poll: 45_000, send: 20_000, file: 60_000, hello: 5_000, pollWaitS: 30 };

export interface ApiSettings {
  readonly token: string;
  /** `https://api.telegram.org` unless set. */
  readonly apiRoot?: string | undefined;
  readonly limits?: Partial<CallLimits> | undefined;
}

/** grammY's client, once for each kind of patience. */
export interface TelegramApi {
  readonly limits: CallLimits;
  readonly poll: Api;
  readonly send: Api;
  readonly file: Api;
  readonly hello: Api;
  /** The bytes of a file Telegram keeps, by the path `getFile` gave. @throws TransportError */
  download(filePath: string, most: number): Promise<Uint8Array>;
  close(): void;
}

export function createTelegramApi(settings: ApiSettings): TelegramApi {
  const limits = { ...USUAL_LIMITS, ...settings.limits };
  const apiRoot = (settings.apiRoot ?? 'https://api.telegram.org').replace(/\/+$/, '');
  const transport = createTransport();
  const patient = (ms: number) =>
    new Api(settings.token, { apiRoot, timeoutSeconds: ms / 1000, fetch: transport.fetch });
  return {
    limits,
    poll: patient(limits.poll),
    send: patient(limits.send),
    file: patient(limits.file),
    hello: patient(limits.hello),
    download: (filePath, most) =>
      transport.download(`${apiRoot}/file/bot${settings.token}/${filePath}`, most, AbortSignal.timeout(limits.file)),
    close: () => transport.close(),
  };
}

type GrammySignal = NonNullable<Parameters<Api['getMe']>[0]>;

/** grammY's typings name the signal of a polyfill; the platform's own does all it asks. */
export const asGrammySignal = (signal: AbortSignal): GrammySignal => signal as unknown as GrammySignal;
