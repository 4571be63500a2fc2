import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Update } from 'grammy/types';
import { ApiError } from './api-error.ts';
import { FaultPlan, type Fault } from './faults.ts';
import { methodNamed, type Call } from './methods.ts';
import { readForm } from './multipart.ts';
import { Person } from './person.ts';
import { UpdateQueue } from './update-queue.ts';
import { World, type Kept } from './world.ts';

export interface BotApiOptions {
  readonly token?: string;
  /** Added before every answer; for measurements. */
  readonly latencyMs?: number;
  /** Told of every call as it arrives, before it has had its effect. */
  readonly onCall?: (method: string) => void;
}

/** One call that had its effect, in the order they had it. */
export interface DoneCall extends Call {
  readonly method: string;
  readonly result: unknown;
}

const JSON_FIELDS = new Set(['reply_markup', 'media', 'reply_parameters', 'link_preview_options', 'commands', 'allowed_updates']);
const NUMBER_FIELDS = new Set(['chat_id', 'message_id', 'message_thread_id', 'offset', 'limit', 'timeout']);

/**
 * A stand-in for Telegram's Bot API over HTTP: point grammY's `apiRoot` at `root`. It keeps to the documented rules that
 * decide a shop's fate (offsets, limits of length, errors), remembers everything it was told, and fails on order.
 */
export class BotApi {
  readonly world = new World();
  readonly updates = new UpdateQueue();
  readonly faults = new FaultPlan();
  /** Calls that took effect. */
  readonly done: DoneCall[] = [];
  /** Names of all calls that arrived, whatever became of them. */
  readonly heard: string[] = [];
  readonly token: string;
  private readonly latencyMs: number;
  private readonly onCall: (method: string) => void;
  private server: Server | null = null;
  private port = 0;
  private readonly quiet = new Set<ServerResponse>();

  constructor(options: BotApiOptions = {}) {
    this.token = options.token ?? '424242:AAcanaryTokenThatMustNeverBeLogged';
    this.latencyMs = options.latencyMs ?? 0;
    this.onCall = options.onCall ?? (() => {});
  }

  get root(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Listens; after `stop` on the same port again. */
  async start(): Promise<this> {
    const server = createServer((request, response) => {
      this.serve(request, response).catch((error: unknown) => {
        response.destroy(error instanceof Error ? error : undefined);
      });
    });
    server.keepAliveTimeout = 60_000;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
    return this;
  }

  /** Goes away as a dead server does: every connection is cut. What it knows stays. */
  async stop(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = null;
    this.quiet.clear();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  person(id: number, firstName: string, lastName?: string): Person {
    const user = { id, is_bot: false, first_name: firstName, ...(lastName === undefined ? {} : { last_name: lastName }) };
    const person = new Person(this.world, this.updates, user);
    this.world.privateChat(id, firstName, lastName);
    return person;
  }

  /** Messages the bot has put into a chat, oldest first, as they stand now. */
  bubbles(chat: number): Kept[] {
    return [...this.world.messages.values()].filter((one) => one.chat.id === chat && one.from?.is_bot && !one.deleted);
  }

  /** What stands in them. */
  texts(chat: number): string[] {
    return this.bubbles(chat).map((one) => one.seen);
  }

  calls(method: string): DoneCall[] {
    return this.done.filter((call) => call.method === method);
  }

  /** Sends an update to the set webhook as Telegram would; returns the HTTP status. */
  async deliver(update: Update, handle: (request: Request) => Promise<Response>, secret = this.world.webhook?.secret): Promise<number> {
    const response = await handle(new Request(this.world.webhook?.url ?? 'https://toko.test/telegram', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret }) },
      body: JSON.stringify(update),
    }));
    return response.status;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? '';
    const body = await readAll(request);
    this.onCall(/\w+$/.exec(url)?.[0] ?? '');
    if (this.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, this.latencyMs));
    const file = url.startsWith(`/file/bot${this.token}/`) ? /photos\/(\w+)\.jpg$/.exec(url)?.[1] : undefined;
    if (url.startsWith('/file/')) return this.serveFile(file, response);
    if (!url.startsWith(`/bot${this.token}/`)) {
      return answer(response, 401, { ok: false, error_code: 401, description: 'Unauthorized' });
    }
    await this.serveMethod(url.slice(`/bot${this.token}/`.length), readCall(body, request.headers['content-type'] ?? ''), response);
  }

  private async serveMethod(name: string, call: Call, response: ServerResponse): Promise<void> {
    this.heard.push(name);
    const chat = call.payload.chat_id;
    const fault = this.faults.take(name, typeof chat === 'number' ? chat : undefined);
    if (fault && (await this.befall(fault, name, call, response))) return;
    try {
      const result = name === 'getUpdates' ? await this.poll(call, response) : this.effect(name, call);
      if (!response.destroyed) answer(response, 200, { ok: true, result });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      answerError(response, error.fault);
    }
  }

  /** Lets a fault happen; false when the call is to go on as usual. */
  private async befall(fault: Fault, name: string, call: Call, response: ServerResponse): Promise<boolean> {
    switch (fault.kind) {
      case 'error':
        answerError(response, fault);
        return true;
      case 'page':
        response.writeHead(fault.status, { 'content-type': 'text/html' });
        response.end('<html><body>Bad Gateway</body></html>');
        return true;
      case 'cut':
        if (fault.effect === 'after') this.effect(name, call);
        response.destroy();
        return true;
      case 'silence':
        if (fault.effect === 'done') this.effect(name, call);
        this.quiet.add(response);
        return true;
    }
  }

  private poll(call: Call, response: ServerResponse): Promise<Update[]> {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const { offset, limit, timeout } = call.payload;
    return this.updates.ask(
      typeof offset === 'number' ? offset : undefined,
      typeof limit === 'number' ? limit : 100,
      typeof timeout === 'number' ? timeout * 1000 : 0,
      gone.signal,
    );
  }

  private effect(name: string, call: Call): unknown {
    const found = methodNamed(name);
    if (!found) throw new ApiError({ kind: 'error', code: 404, description: 'Not Found: method not found' });
    const result = found.method(this.world, call);
    this.done.push({ ...call, method: found.name, result });
    return result;
  }

  private serveFile(id: string | undefined, response: ServerResponse): void {
    const fault = this.faults.take('file', undefined);
    const bytes = id === undefined ? undefined : this.world.files.get(id);
    if (fault?.kind === 'cut') {
      response.destroy();
    } else if (fault?.kind === 'silence') {
      this.quiet.add(response);
    } else if (!bytes) {
      response.writeHead(404).end();
    } else {
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(bytes);
    }
  }
}

function readCall(body: Buffer, contentType: string): Call {
  if (!contentType.startsWith('multipart/')) {
    return { payload: body.length === 0 ? {} : (JSON.parse(body.toString()) as Call['payload']), files: new Map() };
  }
  const form = readForm(body, contentType);
  const payload = Object.fromEntries(Object.entries(form.fields).map(([key, value]) => {
    if (JSON_FIELDS.has(key)) return [key, JSON.parse(value) as unknown];
    return [key, NUMBER_FIELDS.has(key) ? Number(value) : value];
  }));
  return { payload, files: form.files };
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function answer(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

function answerError(response: ServerResponse, fault: Extract<Fault, { kind: 'error' }>): void {
  answer(response, fault.code, {
    ok: false, error_code: fault.code, description: fault.description,
    ...(fault.parameters ? { parameters: fault.parameters } : {}),
  });
}
