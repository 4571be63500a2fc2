const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 30_000;

/**
 * Listens to the shop. After any break the browser names the last reply it has, and the shop sends what was missed.
 * `on` hears: message(view), own(view), typing(), connected(true or false).
 */
export function listen(lastReply, on) {
  let source = null;
  let retry = null;
  let failures = 0;

  function connect() {
    clearTimeout(retry);
    source?.close();
    source = new EventSource(`/chat/events?after=${lastReply()}`);
    source.addEventListener('open', () => {
      failures = 0;
      on.connected(true);
    });
    source.addEventListener('message', (event) => on.message(JSON.parse(event.data)));
    source.addEventListener('own', (event) => on.own(JSON.parse(event.data)));
    source.addEventListener('typing', () => on.typing());
    source.addEventListener('error', () => {
      on.connected(false);
      // The browser comes back by itself from a broken line, but not from a refusal.
      if (source.readyState !== EventSource.CLOSED) return;
      failures += 1;
      clearTimeout(retry);
      retry = setTimeout(connect, Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1)));
    });
  }

  const back = () => {
    if (source?.readyState !== EventSource.OPEN) connect();
  };
  window.addEventListener('online', back);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) back();
  });
  window.addEventListener('pagehide', () => source?.close());
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) connect();
  });
  connect();
}
