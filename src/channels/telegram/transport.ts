import { Agent as HttpAgent, request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';
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
  const agents = { 'http:': new HttpAgent({ keepAlive: true }), 'https:': new HttpsAgent({ keepAlive: true }) };

  function open(url: string, method: string, headers: Record<string, string>, fresh: boolean): Exchange {
    const secure = url.startsWith('https:');
    // An upload goes over its own connection: one that Telegram is just closing would leave its fate in doubt.
    const agent = fresh ? false : agents[secure ? 'https:' : 'http:'];
    return new Exchange((secure ? httpsRequest : httpRequest)(url, { method, headers, agent }), secure);
  }

  async function call(url: string, options: FetchOptions) {
    const { body } = options;
    const upload = body instanceof Readable;
    const exchange = open(url, 'POST', options.headers as Record<string, string>, upload);
    const stop = options.signal ? abortWith(options.signal, exchange) : () => undefined;
    try {
      if (upload) body.pipe(exchange.request);
      else exchange.request.end(body);
      const response = await exchange.response();
      const text = (await exchange.body(response, Number.POSITIVE_INFINITY)).toString('utf8');
      return { json: () => Promise.resolve(parsed(text, response.statusCode ?? 0)) };
    } finally {
      stop();
    }
  }

  return {
    // grammY asks no more of a Response than `json()`.
    fetch: ((url: unknown, options: FetchOptions = {}) => call(String(url), options)) as unknown as GrammyFetch,
    async download(url, most, signal) {
      const exchange = open(url, 'GET', {}, false);
      const stop = abortWith(signal, exchange);
      try {
        exchange.request.end();
        const response = await exchange.response();
        if (response.statusCode !== 200) {
          response.resume();
          throw new TransportError(`HTTP_${response.statusCode ?? 0}`, true);
        }
        return await exchange.body(response, most);
      } finally {
        stop();
      }
    },
    close() {
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}

/** One request and what came back. */
class Exchange {
  readonly request: ClientRequest;
  private connected = false;
  private failure: TransportError | null = null;

  constructor(request: ClientRequest, secure: boolean) {
    this.request = request;
    request.on('socket', (socket) => {
      if (!socket.connecting) {
        this.connected = true;
        return;
      }
      const timer = setTimeout(() => this.fail('CONNECT_TIMEOUT'), CONNECT_MS);
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        this.connected = true;
        clearTimeout(timer);
      });
      socket.once('close', () => clearTimeout(timer));
    });
  }

  /** Ends the exchange with a reason of ours. */
  fail(code: string): void {
    this.failure ??= new TransportError(code, this.connected);
    this.request.destroy();
  }

  response(): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      this.request.once('response', resolve);
      this.request.on('error', (error: NodeJS.ErrnoException) => reject(this.explained(error)));
      this.request.once('close', () => reject(this.explained()));
    });
  }

  body(response: IncomingMessage, most: number): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > most) this.fail('TOO_BIG');
        else chunks.push(chunk);
      });
      // An exchange that was ended by us may still see the end of an answer that was already here.
      response.once('end', () => (this.failure ? reject(this.failure) : resolve(Buffer.concat(chunks))));
      response.once('error', (error: NodeJS.ErrnoException) => reject(this.explained(error)));
      response.once('close', () => reject(this.explained()));
    });
  }

  private explained(error?: NodeJS.ErrnoException): TransportError {
    return this.failure ?? new TransportError(error?.code ?? 'CLOSED', this.connected);
  }
}

function abortWith(signal: AbortLike, exchange: Exchange): () => void {
  const abort = () => exchange.fail('ABORTED');
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort);
  return () => signal.removeEventListener('abort', abort);
}

interface AbortLike {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

function parsed(text: string, status: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's error page: what Telegram did with the call is not known.
    throw new TransportError(`HTTP_${status}`, true);
  }
}
