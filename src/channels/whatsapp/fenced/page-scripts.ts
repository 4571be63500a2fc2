/**
 * What is asked of the page past the library, as scripts: each with the reason why the library's own way will not do. They use
 * no other module of WhatsApp Web than the library itself does.
 */

/** The library's `getState` throws on a page that is not WhatsApp, and says nothing about its own hold on the page. */
export const PULSE = `(() => {
  const here = (name) => { try { return window.require(name); } catch { return undefined; } };
  const socket = typeof window.require === 'function' ? here('WAWebSocketModel')?.Socket : undefined;
  return { state: socket?.state ?? null, synced: socket?.hasSynced === true, listening: typeof window.WWebJS !== 'undefined' };
})()`;

/** A sync that ended before the library listened leaves it waiting for ever; this is the event it has missed. */
export const NUDGE = `(() => {
  if (window.require('WAWebSocketModel').Socket.hasSynced === true) void window.onAppStateHasSyncedEvent();
})()`;

/** The library's \`getChats\` asks the servers about every group the shop is in. */
export const PRIVATE_CHATS = `window.require('WAWebCollections').Chat.getModelsArray()
  .filter((chat) => chat.id.server === 'c.us' || chat.id.server === 'lid')
  .map((chat) => ({ chat: chat.id._serialized, at: Number(chat.t ?? 0) * 1000 }))`;

/** The library's way loads the whole chat first. */
export const typingIn = (chat: string): string => `void window.WWebJS.sendChatstate('typing', ${JSON.stringify(chat)})`;
