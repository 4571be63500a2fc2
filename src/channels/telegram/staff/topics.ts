import type { DeskChat } from '../../staff-desk.ts';
import type { Memory } from '../memory.ts';

/** Where a chat stands in the staff group. Without forum topics there is only its card. */
export interface Topic {
  /** Null in a group without topics. */
  readonly thread: number | null;
  /** The message with the newest card. */
  readonly card: number;
}

const ofChat = (chat: DeskChat): string => `telegram.staff.chat.${chat}`;
const ofThread = (thread: number): string => `telegram.staff.thread.${thread}`;

/** Which chat is shown in which topic, remembered across restarts. */
export function createTopics(memory: Memory) {
  return {
    find(chat: DeskChat): Topic | null {
      const [thread, card] = (memory.get(ofChat(chat)) ?? '').split('|');
      return card === undefined ? null : { thread: thread ? Number(thread) : null, card: Number(card) };
    },
    chatIn(thread: number): DeskChat | null {
      const chat = memory.get(ofThread(thread));
      return chat === null ? null : Number(chat);
    },
    set(chat: DeskChat, topic: Topic): void {
      memory.set(ofChat(chat), `${topic.thread ?? ''}|${topic.card}`);
      if (topic.thread !== null) memory.set(ofThread(topic.thread), String(chat));
    },
    forget(chat: DeskChat): void {
      const topic = this.find(chat);
      memory.delete(ofChat(chat));
      if (topic?.thread != null) memory.delete(ofThread(topic.thread));
    },
  };
}

export type Topics = ReturnType<typeof createTopics>;

/** Every bubble about a chat begins with this mark, so that a reply to it finds its chat even without topics. */
export const chatMark = (chat: DeskChat): string => `#c${chat}`;

export function markedChat(text: string | undefined): DeskChat | null {
  const found = /^#c(\d{1,12})\b/.exec(text ?? '')?.[1];
  return found === undefined ? null : Number(found);
}
