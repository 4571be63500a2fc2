import { Agent as HttpAgent, request as httpRequest, type ClientRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { TLSSocket } from 'node:tls';
import type { ApiClientOptions } from 'grammy';

/** A router that swallows packets must not hold a start for minutes (F6). */
const CONNECT_MS = 4_000;

/**
 * A call that brought no answer. Its text never holds the URL, because the URL holds the token (S12).
 * `reached` is false only when it is certain that nothing left for Telegram.
 */
export class TransportError extends Error {
  readonly reached: boolean;
  readonly code: string;

  constructor(code: string, reached: boolean) {
    super(reached ? `connection lost (${code})` : `no connection (${code})`);
    this.name = 'TransportError';
    this.code = code;
    this.reached = reached;
  }
}

type GrammyFetch = NonNullable<ApiClientOptions['fetch']>;
type FetchOptions = NonNullable<Parameters<GrammyFetch>[1]>;

export interface Transport {
  /** To hand to grammY: does of `fetch` what grammY asks of it. */
  readonly fetch: GrammyFetch;
  /**
   * The bytes behind a URL, at most `most` of them.
   * @throws TransportError, also with code TOO_BIG
   */
  download(url: string, most: number, signal: AbortSignal): Promise<Uint8Array>;
  close(): void;
}

/**
 * Calls over kept-alive connections. Unlike grammY's own node-fetch it can tell a call that never left from one whose answer
 * was lost, which decides whether a reply may be said again (F11), and gives up on connecting after four seconds.
 */
export function createTransport(): Transport {
  const plain = new HttpAgent({ keepAlive: true });
  const secure = new HttpsAgent({ keepAlive: true });

  function open(url: string, method: string, headers: OutgoingHttpHeaders, fresh: boolean): ClientRequest {
    const isSecure = url.startsWith('https:');
    // An upload goes over its own connection: one that Telegram is just closing would leave its fate in doubt.
    const agent = fresh ? false : isSecure ? secure : plain;
    return (isSecure ? httpsRequest : httpRequest)(url, { method, headers, agent });
  }

  async function call(url: string, options: FetchOptions): Promise<Answer> {
    const { body } = options;
    const upload = body instanceof Readable;
    const request = open(url, 'POST', options.headers as OutgoingHttpHeaders, upload);
    const answer = new Exchange(request, Number.POSITIVE_INFINITY, options.signal ?? null).answer;
    if (upload) body.pipe(request);
    else request.end(body);
    return answer;
  }

  return {
    // grammY asks no more of a Response than `json()`.
    fetch: call as unknown as GrammyFetch,
    async download(url, most, signal) {
      const request = open(url, 'GET', {}, false);
      const { answer } = new Exchange(request, most, signal);
      request.end();
      const { status, body } = await answer;
      if (status !== 200) throw new TransportError(`HTTP_${status}`, true);
      return body;
    },
    close() {
      plain.destroy();
      secure.destroy();
    },
  };
}

interface AbortLike {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** A whole answer, as much of a Response as grammY needs. */
class Answer {
  readonly status: number;
  readonly body: Buffer;

  constructor(status: number, body: Buffer) {
    this.status = status;
    this.body = body;
  }

  /** A proxy's error page is no JSON: what Telegram did with the call is then not known. @throws TransportError */
  json(): unknown {
    try {
      return JSON.parse(this.body.toString('utf8'));
    } catch {
      throw new TransportError(`HTTP_${this.status}`, true);
    }
  }
}

/** One request that is about to be written, and the whole answer to it. */
class Exchange {
  /** @throws TransportError */
  readonly answer: Promise<Answer>;
  private readonly request: ClientRequest;
  private readonly most: number;
  private readonly signal: AbortLike | null;
  private readonly abort = (): void => this.fail('ABORTED');
  private resolve: (answer: Answer) => void = () => undefined;
  private reject: (error: TransportError) => void = () => undefined;
  private connected = false;
  private settled = false;
  private readonly chunks: Buffer[] = [];
  private size = 0;

  constructor(request: ClientRequest, most: number, signal: AbortLike | null) {
    this.request = request;
    this.most = most;
    this.signal = signal;
    this.answer = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    request.on('error', (error: NodeJS.ErrnoException) => this.fail(error.code));
    request.on('close', () => this.fail());
    request.on('socket', (socket) => this.watchConnecting(socket));
    request.on('response', (response) => this.read(response));
    if (signal?.aborted) this.abort();
    else signal?.addEventListener('abort', this.abort);
  }

  private watchConnecting(socket: Socket): void {
    this.connected = !socket.connecting;
    if (this.connected) return;
    const timer = setTimeout(() => this.fail('CONNECT_TIMEOUT'), CONNECT_MS);
    socket.once('close', () => clearTimeout(timer));
    socket.once(socket instanceof TLSSocket ? 'secureConnect' : 'connect', () => {
      this.connected = true;
      clearTimeout(timer);
    });
  }

  private read(response: IncomingMessage): void {
    response.on('error', (error: NodeJS.ErrnoException) => this.fail(error.code));
    response.on('data', (chunk: Buffer) => {
      this.size += chunk.length;
      if (this.size > this.most) this.fail('TOO_BIG');
      else this.chunks.push(chunk);
    });
    response.on('end', () => {
      // What we have ended ourselves may still see the end of an answer that was already here.
      if (this.settled) return;
      this.settle();
      this.resolve(new Answer(response.statusCode ?? 0, this.chunks.length === 1 ? (this.chunks[0] as Buffer) : Buffer.concat(this.chunks)));
    });
  }

  private settle(): void {
    this.settled = true;
    this.signal?.removeEventListener('abort', this.abort);
  }

  private fail(code = 'CLOSED'): void {
    if (this.settled) return;
    this.settle();
    this.reject(new TransportError(code, this.connected));
    this.request.destroy();
  }
}
