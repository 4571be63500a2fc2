import type { IncomingMessage } from '../../src/channels/channel.ts';

const REMEMBERED = 8;

/** What each chat has sent of late, as the provider keeps it: for redeliveries, and to be told in a script. */
export class Heard {
  private readonly messages = new Map<string, readonly IncomingMessage[]>();

  add(message: IncomingMessage): void { this.messages.set(message.chat, [message, ...this.of(message.chat)].slice(0, REMEMBERED)); }

  /** The message of so many messages ago. */
  back(chat: string, count: number): IncomingMessage | undefined { return this.of(chat)[count]; }

  /** Forgets everybody whom the shop does not know (any more). */
  keepOnly(known: (chat: string) => boolean): void {
    for (const chat of this.messages.keys()) if (!known(chat)) this.messages.delete(chat);
  }

  /** A message as a line of a script says it. */
  asScript(chat: string, id: string): object {
    const content = this.of(chat).find((message) => message.id === id)?.content;
    switch (content?.kind) {
      case 'text': return { text: content.text };
      case 'tap': return { tap: content.choice };
      case 'photo': return { photo: content.file };
      default: return { text: '' };
    }
  }

  private of(chat: string): readonly IncomingMessage[] { return this.messages.get(chat) ?? []; }
}
