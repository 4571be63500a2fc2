import { createBubbles } from './bubbles.js';
import { createComposer } from './composer.js';
import { listen } from './stream.js';
import { createTalkLog } from './talk-log.js';
import { createTimes } from './times.js';
import { createUnsent } from './unsent.js';

const TYPING_SHOWN_MS = 6_000;
/** A short break of the line is nobody's concern. */
const BREAK_TOLD_AFTER_MS = 3_000;
const RELOAD_AFTER_MS = 3_000;
const BROKEN_LINE = 'Sambungan ke toko terputus, sedang disambung lagi. Pesan Kakak tetap tersimpan.';

const byId = (id) => document.getElementById(id);
const { zone, links } = document.querySelector('.talk').dataset;
const times = createTimes(zone);
const title = document.title;
let lastReply = 0;
let repliesSeen = 0;
let older = null;
let unread = 0;
let typingTimer = null;
let breakTimer = null;

const bubbles = createBubbles({
  times, linkHosts: links.split(' ').filter(Boolean),
  tapped(choice, _message, byKeyboard) {
    send({ text: choice.label, tap: choice.id });
    if (byKeyboard) composer.focus();
  },
});
const talk = createTalkLog({
  log: byId('log'), welcome: byId('welcome'), newest: byId('newest'), times, dayLine: (at) => bubbles.day(at, Date.now()),
});

function say(text) {
  byId('notice').textContent = text;
}

function showShop(view) {
  if (view.id > lastReply) lastReply = view.id;
  if (talk.get(`shop:${view.id}`)) return;
  repliesSeen += 1;
  talk.append(`shop:${view.id}`, bubbles.shop(view));
}

function showOwn(view, state) {
  const message = talk.get(`own:${view.id}`);
  if (message) bubbles.mark(message, state);
  else talk.append(`own:${view.id}`, bubbles.own({ ...view, state }));
}

function showTyping() {
  clearTimeout(typingTimer);
  byId('typing').hidden = false;
  typingTimer = setTimeout(hideTyping, TYPING_SHOWN_MS);
}
function hideTyping() {
  clearTimeout(typingTimer);
  byId('typing').hidden = true;
}

/** How many replies were on the page when a message left: a later one means it is answered already. */
const repliesBefore = new Map();

const unsent = createUnsent({
  sent(id, at) {
    const message = talk.get(`own:${id}`);
    const sameDay = times.day(at) === times.day(Number(message.dataset.at));
    bubbles.retime(message, at);
    if (!sameDay) talk.renewDays();
    bubbles.mark(message, 'sent');
    if (repliesBefore.get(id) === repliesSeen) showTyping();
    repliesBefore.delete(id);
  },
  refused: (id, why) => bubbles.mark(talk.get(`own:${id}`), 'refused', why),
  waiting: say,
});

function send({ text, tap, photo }) {
  const message = { id: newId(), at: Date.now(), text, ...(tap && { tap }), ...(photo && { photo }) };
  repliesBefore.set(message.id, repliesSeen);
  showOwn({ ...message, photo: photo ? URL.createObjectURL(photo) : null }, 'waiting');
  unsent.add(message);
}

/** crypto.randomUUID is not there on plain http from another machine. */
function newId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const composer = createComposer({ submit: send, refuse: say });

function hear() {
  listen(() => lastReply, {
    message(view) {
      hideTyping();
      showShop(view);
      if (!document.hidden) return;
      unread += 1;
      document.title = `(${unread}) ${title}`;
    },
    own: (view) => showOwn(view, 'sent'),
    typing: showTyping,
    connected(isOn) {
      clearTimeout(breakTimer);
      if (!isOn) breakTimer = setTimeout(() => say(BROKEN_LINE), BREAK_TOLD_AFTER_MS);
      else if (byId('notice').textContent === BROKEN_LINE) say('');
    },
  });
}

async function page(olderThan) {
  const query = olderThan ? `?${new URLSearchParams(olderThan)}` : '';
  const response = await fetch(`/chat/messages${query}`);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.text);
  older = answer.older;
  byId('older').hidden = older === null;
  return answer.messages;
}

async function begin() {
  try {
    for (const view of await page()) {
      if (view.kind === 'shop') showShop(view);
      else showOwn(view, 'sent');
    }
  } catch (error) {
    say(error instanceof TypeError ? BROKEN_LINE : error.message);
    setTimeout(begin, RELOAD_AFTER_MS);
    return;
  }
  for (const message of unsent.waiting()) showOwn({ ...message, photo: null }, 'waiting');
  byId('welcome').hidden = talk.size() > 0;
  say('');
  talk.toEnd();
  talk.speak();
  document.body.dataset.ready = 'true';
  hear();
  void unsent.flush();
}

byId('older').addEventListener('click', async () => {
  const button = byId('older');
  button.disabled = true;
  try {
    const views = (await page(older)).filter((view) => !talk.get(`${view.kind}:${view.id}`));
    talk.prepend(views.map((view) => [`${view.kind}:${view.id}`, view.kind === 'shop' ? bubbles.shop(view) : bubbles.own({ ...view, state: 'sent' })]));
  } catch {
    say('Pesan sebelumnya belum bisa dibuka. Coba lagi sebentar ya Kak.');
  }
  button.disabled = false;
});
document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  unread = 0;
  document.title = title;
});
for (const starter of document.querySelectorAll('[data-starter]')) {
  starter.addEventListener('click', () => send({ text: starter.textContent }));
}

void begin();
