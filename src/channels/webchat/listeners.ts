/** Something to show in a chat's open pages. */
export interface StreamEvent {
  readonly name: 'message' | 'own' | 'typing';
  /** What the browser names when it comes back, to be told what it missed; only replies have one. */
  readonly id?: number;
  readonly data: unknown;
}

export interface Listeners {
  /** Opens the stream of a page, beginning with what it missed. Null where this chat, or the shop, has too many open. */
  open(chat: string, missed: readonly StreamEvent[]): ReadableStream<Uint8Array> | null;
  /** Tells every open page of a chat. One that is too slow is cut off; it comes back and catches up. */
  tell(chat: string, event: StreamEvent): void;
  closeAll(): void;
  count(): number;
}

const MOST_PER_CHAT = 8;
const MOST_TOGETHER = 2_000;
/** Chunks a page may lag behind. */
const MOST_LAG = 500;
/** Proxies close what is silent for a minute. */
const HEARTBEAT_MS = 25_000;

const encoder = new TextEncoder();
const HEARTBEAT = encoder.encode(':\n\n');
const BEGIN = encoder.encode('retry: 2000\n\n');

type Page = ReadableStreamDefaultController<Uint8Array>;

/** The open event streams of all chats. */
export function createListeners(): Listeners {
  const pages = new Map<string, Set<Page>>();
  let count = 0;
  let heartbeat: NodeJS.Timeout | null = null;

  function forget(chat: string, page: Page): void {
    const ofChat = pages.get(chat);
    if (!ofChat?.delete(page)) return;
    count--;
    if (ofChat.size === 0) pages.delete(chat);
    if (count === 0 && heartbeat) {
      clearInterval(heartbeat);
      heartbeat = null;
    }
  }

  function write(chat: string, page: Page, bytes: Uint8Array): void {
    page.enqueue(bytes);
    if ((page.desiredSize ?? 0) > -MOST_LAG) return;
    forget(chat, page);
    page.close();
  }

  function beat(): void {
    for (const [chat, ofChat] of [...pages]) for (const page of [...ofChat]) write(chat, page, HEARTBEAT);
  }

  return {
    open(chat, missed) {
      const ofChat = pages.get(chat) ?? new Set<Page>();
      if (ofChat.size >= MOST_PER_CHAT || count >= MOST_TOGETHER) return null;
      let page: Page;
      return new ReadableStream<Uint8Array>({
        start(controller) {
          page = controller;
          pages.set(chat, ofChat.add(page));
          count++;
          heartbeat ??= setInterval(beat, HEARTBEAT_MS).unref();
          page.enqueue(BEGIN);
          for (const event of missed) page.enqueue(encoded(event));
        },
        cancel: () => forget(chat, page),
      });
    },
    tell(chat, event) {
      const bytes = encoded(event);
      for (const page of [...(pages.get(chat) ?? [])]) write(chat, page, bytes);
    },
    closeAll() {
      for (const [chat, ofChat] of [...pages]) {
        for (const page of [...ofChat]) {
          forget(chat, page);
          page.close();
        }
      }
    },
    count: () => count,
  };
}

/** JSON holds no line break, so one data line is enough. */
function encoded({ name, id, data }: StreamEvent): Uint8Array {
  return encoder.encode(`event: ${name}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`);
}
