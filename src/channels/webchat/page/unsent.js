const KEPT_AS = 'ladeni.unsent';
const OWN_SCRIPT = { 'X-Ladeni-Chat': '1' };
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 30_000;

/**
 * What was written and is not yet with the shop, sent in order, one at a time. Each has an id made here, so a message whose answer
 * was lost is simply sent again. Words outlive a reload and a flat battery; a photo lives as long as the page.
 * `told` hears of each: sent(id, at), refused(id, why), waiting(why or '').
 */
export function createUnsent(told) {
  const queue = kept();
  let sending = false;
  let retry = null;
  let failures = 0;

  function keep() {
    try {
      localStorage.setItem(KEPT_AS, JSON.stringify(queue.filter((message) => !message.photo)));
    } catch {
      // Without storage (private window) the queue lives in memory.
    }
  }

  function drop(message) {
    queue.splice(queue.indexOf(message), 1);
    keep();
  }

  function again(afterMs) {
    clearTimeout(retry);
    retry = setTimeout(flush, afterMs);
  }

  async function flush() {
    clearTimeout(retry);
    if (sending) return;
    sending = true;
    while (queue.length > 0) {
      const message = queue[0];
      const outcome = await post(message);
      if (outcome.kind === 'later') {
        failures += 1;
        told.waiting(outcome.why);
        again(outcome.afterMs || Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1)));
        break;
      }
      failures = 0;
      drop(message);
      told.waiting('');
      if (outcome.kind === 'sent') told.sent(message.id, outcome.at);
      else told.refused(message.id, outcome.why);
    }
    sending = false;
  }

  window.addEventListener('online', () => void flush());
  return {
    waiting: () => [...queue],
    flush,
    /** `message` is { id, at, text } with `tap` or `photo` where it is one. */
    add(message) {
      queue.push(message);
      keep();
      void flush();
    },
  };
}

function kept() {
  try {
    const found = JSON.parse(localStorage.getItem(KEPT_AS) ?? '[]');
    return Array.isArray(found) ? found.filter((message) => typeof message?.id === 'string' && typeof message.text === 'string') : [];
  } catch {
    return [];
  }
}

async function post(message) {
  try {
    const response = message.photo ? await postPhoto(message) : await postWords(message);
    const answer = await response.json().catch(() => ({}));
    if (response.ok) return { kind: 'sent', at: answer.at ?? message.at };
    const why = answer.text ?? 'Toko belum bisa menerima pesan.';
    const passing = response.status === 429 || response.status >= 500;
    return passing ? { kind: 'later', why, afterMs: answer.afterMs ?? 0 } : { kind: 'refused', why };
  } catch {
    return { kind: 'later', why: 'Tidak ada sambungan. Pesan Kakak disimpan dan dikirim begitu tersambung lagi.', afterMs: 0 };
  }
}

const postWords = ({ id, text, tap }) => fetch('/chat/messages', {
  method: 'POST', headers: { ...OWN_SCRIPT, 'Content-Type': 'application/json' },
  body: JSON.stringify(tap ? { id, tap, label: text } : { id, text }),
});

function postPhoto({ id, text, photo }) {
  const form = new FormData();
  form.set('id', id);
  form.set('caption', text);
  form.set('photo', photo);
  return fetch('/chat/photos', { method: 'POST', headers: OWN_SCRIPT, body: form });
}
