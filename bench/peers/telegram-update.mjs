const ids = new Map();
let updates = 0;

/** A text message as Telegram would deliver it. */
export function updateOf(chat, text) {
  let id = ids.get(chat);
  if (id === undefined) ids.set(chat, id = 1_000 + ids.size);
  updates++;
  return { update_id: updates, message: { message_id: updates, date: 1_795_000_000, chat: { id, type: 'private', first_name: chat }, from: { id, is_bot: false, first_name: chat }, text } };
}
