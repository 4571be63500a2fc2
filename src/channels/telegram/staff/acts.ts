import type { CallbackQuery, Message } from 'grammy/types';
import type { StaffMember } from '../../../shop/catalogue/snapshot.ts';
import type { DeskChat, OrderNumber, OrderStep, StaffAct, StaffDesk, StaffOutcome } from '../../staff-desk.ts';
import { readPrompt, type Prompt } from './prompts.ts';
import type { StaffTap } from './buttons.ts';
import type { Topics } from './topics.ts';
import { markedChat } from './topics.ts';
import { contentOf } from '../translate.ts';

/** What the group answers to something staff did. */
export type StaffAnswer =
  | { readonly kind: 'quiet' }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'check'; readonly chat: DeskChat; readonly reason: string }
  | { readonly kind: 'ask'; readonly prompt: Prompt }
  | { readonly kind: 'choose_staff' | 'choose_answer'; readonly chat: DeskChat };

const QUIET: StaffAnswer = { kind: 'quiet' };
const note = (text: string): StaffAnswer => ({ kind: 'note', text });
const WHICH_CHAT = 'Obrolan yang mana? Tulis di topiknya, atau balas kartunya.';

/** Turns what staff write and tap in their group into acts on the desk. Synchronous: an act is committed when it returns. */
export function createStaffActs(parts: { desk: StaffDesk; topics: Topics; botId(): number }) {
  const { desk, topics } = parts;

  const shown = (outcome: StaffOutcome, chat: DeskChat | null = null): StaffAnswer => {
    if (outcome.kind === 'done') return outcome.note === null ? QUIET : note(outcome.note);
    if (outcome.kind === 'check' && chat !== null) return { kind: 'check', chat, reason: outcome.reason };
    return note(`⚠️ ${outcome.reason}`);
  };

  /** A reply to one of the bot's own bubbles; anyone else's words prove nothing. */
  const answeredTo = (message: Message): string | undefined => {
    const quoted = message.reply_to_message;
    return quoted?.from?.id === parts.botId() ? (quoted.text ?? quoted.caption) : undefined;
  };

  function chatOf(message: Message): DeskChat | null {
    const thread = message.is_topic_message ? message.message_thread_id : undefined;
    return (thread === undefined ? null : topics.chatIn(thread)) ?? markedChat(answeredTo(message));
  }

  /** The order meant: the one named first, else the only one of the chat that waits for this step. */
  function orderMeant(words: readonly string[], chat: DeskChat | null, step: OrderStep):
    { order: OrderNumber; rest: string } | { missing: string } {
    const named = desk.order(words[0]?.toUpperCase() ?? '');
    if (named) return { order: named.number, rest: words.slice(1).join(' ') };
    const waiting = (chat === null ? [] : (desk.card(chat)?.orders ?? [])).filter((order) => order.steps.includes(step));
    const only = waiting[0];
    if (waiting.length === 1 && only) return { order: only.number, rest: words.join(' ') };
    const choice = waiting.map((order) => order.number).join(', ');
    return { missing: choice ? `Pesanan yang mana: ${choice}?` : 'Sebut nomor pesanannya, misalnya DK-1042.' };
  }

  function onOrder(words: readonly string[], chat: DeskChat | null, step: OrderStep,
    run: (order: OrderNumber, rest: string) => StaffAnswer): StaffAnswer {
    const meant = orderMeant(words, chat, step);
    return 'missing' in meant ? note(meant.missing) : run(meant.order, meant.rest);
  }

  const onChat = (chat: DeskChat | null, run: (chat: DeskChat) => StaffAnswer): StaffAnswer =>
    (chat === null ? note(WHICH_CHAT) : run(chat));

  function sendAnswer(act: StaffAct, chat: DeskChat, id: string): StaffAnswer {
    const found = desk.quickReplies(chat).find((one) => one.id === id);
    return found ? shown(desk.reply(act, chat, found.text), chat) : note(`Tidak ada balasan cepat "${id}".`);
  }

  function command(act: StaffAct, name: string, words: readonly string[], chat: DeskChat | null): StaffAnswer {
    const rest = words.join(' ');
    switch (name) {
      case 'ambil':
        return onChat(chat, (one) => shown(desk.claim(act, one)));
      case 'selesai':
        return onChat(chat, (one) => shown(desk.release(act, one, rest)));
      case 'oper':
        return onChat(chat, (one) => (rest ? shown(desk.transfer(act, one, rest)) : { kind: 'choose_staff', chat: one }));
      case 'balas':
        return onChat(chat, (one) => (rest ? sendAnswer(act, one, rest) : { kind: 'choose_answer', chat: one }));
      case 'setujui':
        return onOrder(words, chat, 'check_payment', (order) => shown(desk.approvePayment(act, order)));
      case 'tolak':
        return onOrder(words, chat, 'check_payment', (order, reason) => (
          reason ? shown(desk.rejectPayment(act, order, reason)) : { kind: 'ask', prompt: { ask: 'reason', order } }));
      case 'kemas':
        return onOrder(words, chat, 'pack', (order) => shown(desk.pack(act, order)));
      case 'kirim':
        return onOrder(words, chat, 'ship', (order, tracking) => (
          tracking ? shown(desk.ship(act, order, tracking)) : { kind: 'ask', prompt: { ask: 'tracking', order } }));
      default:
        return note(`Perintah /${name} tidak dikenal.`);
    }
  }

  function answerPrompt(act: StaffAct, prompt: Prompt, text: string): StaffAnswer {
    switch (prompt.ask) {
      case 'reason':
        return shown(desk.rejectPayment(act, prompt.order, text));
      case 'tracking':
        return shown(desk.ship(act, prompt.order, text));
      case 'note':
        return shown(desk.release(act, prompt.chat, text));
    }
  }

  function onMessage(message: Message, member: StaffMember): StaffAnswer {
    const act: StaffAct = { by: member.id, id: `tg:m:${message.chat.id}:${message.message_id}` };
    const content = contentOf(message);
    const chat = chatOf(message);
    if (content?.kind === 'photo') {
      return chat === null ? QUIET : shown(desk.replyPhoto(act, chat, content.file, content.caption));
    }
    if (content?.kind !== 'text') {
      return content && chat !== null ? note('Yang bisa diteruskan ke pelanggan baru teks dan foto.') : QUIET;
    }
    const text = content.text.trim();
    if (text.startsWith('//')) return QUIET;
    const typed = /^\/([a-z_]+)(?:\s+([\s\S]*))?$/i.exec(text);
    if (typed) return command(act, (typed[1] as string).toLowerCase(), (typed[2] ?? '').split(/\s+/).filter(Boolean), chat);
    const prompt = readPrompt(answeredTo(message));
    if (prompt) return answerPrompt(act, prompt, text);
    return chat === null ? QUIET : shown(desk.reply(act, chat, text), chat);
  }

  function onTap(query: CallbackQuery, tap: StaffTap, member: StaffMember): StaffAnswer {
    const act: StaffAct = { by: member.id, id: `tg:c:${query.id}` };
    switch (tap.do) {
      case 'claim':
        return shown(desk.claim(act, tap.chat));
      case 'release':
        return { kind: 'ask', prompt: { ask: 'note', chat: tap.chat } };
      case 'release_plain':
        return shown(desk.release(act, tap.chat, ''));
      case 'who':
        return { kind: 'choose_staff', chat: tap.chat };
      case 'transfer':
        return shown(desk.transfer(act, tap.chat, tap.to));
      case 'answers':
        return { kind: 'choose_answer', chat: tap.chat };
      case 'answer':
        return sendAnswer(act, tap.chat, tap.reply);
      case 'approve':
        return shown(desk.approvePayment(act, tap.order));
      case 'reject':
        return { kind: 'ask', prompt: { ask: 'reason', order: tap.order } };
      case 'pack':
        return shown(desk.pack(act, tap.order));
      case 'ship':
        return { kind: 'ask', prompt: { ask: 'tracking', order: tap.order } };
      case 'force':
        return force(act, query, tap.chat);
      case 'drop':
        return note('Tidak dikirim.');
    }
  }

  /** Sends the draft that the question under the button quotes, if it is still there and by the same person. */
  function force(act: StaffAct, query: CallbackQuery, chat: DeskChat): StaffAnswer {
    const draft = query.message && 'reply_to_message' in query.message ? query.message.reply_to_message : undefined;
    if (draft?.text === undefined) return note('Pesannya sudah tidak ada; tulis lagi ya.');
    if (draft.from?.id !== query.from.id) return note('⚠️ Hanya penulisnya yang bisa mengirim pesan itu.');
    return shown(desk.reply(act, chat, draft.text.trim(), { asWritten: true }));
  }

  return { onMessage, onTap };
}

export type StaffActs = ReturnType<typeof createStaffActs>;
