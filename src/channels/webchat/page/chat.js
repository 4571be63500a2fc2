import { createBubbles } from './bubbles.js';
import { createComposer } from './composer.js';
import { listen } from './stream.js';
import { createTimes } from './times.js';
import { createUnsent } from './unsent.js';

const TYPING_SHOWN_MS = 6_000;
/** A short break of the line is nobody's concern. */
const BREAK_TOLD_AFTER_MS = 3_000;
const RELOAD_AFTER_MS = 3_000;
const NEAR_END_PX = 120;
const ABOVE_MESSAGE_PX = 12;
const BROKEN_LINE = 'Sambungan ke toko terputus, sedang disambung lagi. Pesan Kakak tetap tersimpan.';

const byId = (id) => document.getElementById(id);
const log = byId('log');
const talk = document.querySelector('.talk');
const times = createTimes(talk.dataset.zone);
const shown = new Map();
const title = document.title;
let lastReply = 0;
let repliesSeen = 0;
/** Whether the reader is at the end, and is to be kept there when a picture opens. */
let following = true;
let older = null;
let unread = 0;
let typingTimer = null;
let breakTimer = null;

const bubbles = createBubbles({
  times, linkHosts: talk.dataset.links.split(' ').filter(Boolean),
  tapped(choice, _message, byKeyboard) {
    send({ text: choice.label, tap: choice.id });
    if (byKeyboard) composer.focus();
  },
});

function say(text) {
  byId('notice').textContent = text;
}

const lastMessage = () => log.querySelector('.message:last-of-type');
const isNearEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX;
function toEnd() {
  log.scrollTop = log.scrollHeight;
  byId('newest').hidden = true;
}

/** To the end, but not past the beginning of a message taller than the screen. */
function toMessage(message) {
  toEnd();
  log.scrollTop = Math.min(log.scrollTop, message.offsetTop - log.offsetTop - ABOVE_MESSAGE_PX);
}

/** Puts a message at the end, under a line that names its day where that is a new one. */
function append(key, message) {
  const follow = isNearEnd();
  const last = lastMessage();
  const at = Number(message.dataset.at);
  if (!last || times.day(Number(last.dataset.at)) !== times.day(at)) log.append(bubbles.day(at, Date.now()));
  log.append(message);
  shown.set(key, message);
  byId('welcome').hidden = true;
  for (const image of message.querySelectorAll('img')) image.addEventListener('load', () => following && toMessage(lastMessage()), { once: true });
  if (follow || message.classList.contains('own')) toMessage(message);
  else byId('newest').hidden = false;
}

function showShop(view) {
  if (view.id > lastReply) lastReply = view.id;
  if (shown.has(`shop:${view.id}`)) return;
  repliesSeen += 1;
  append(`shop:${view.id}`, bubbles.shop(view));
}

function showOwn(view, state) {
  const key = `own:${view.id}`;
  if (shown.has(key)) bubbles.mark(shown.get(key), state);
  else append(key, bubbles.own({ ...view, state }));
}

/** Puts a page of older messages before what is shown, leaving the eye where it was. */
function prepend(messages) {
  const fromEnd = log.scrollHeight - log.scrollTop;
  log.setAttribute('aria-live', 'off');
  const first = byId('welcome').nextElementSibling;
  for (const view of messages) {
    const key = `${view.kind}:${view.id}`;
    if (shown.has(key)) continue;
    const message = view.kind === 'shop' ? bubbles.shop(view) : bubbles.own({ ...view, state: 'sent' });
    shown.set(key, message);
    log.insertBefore(message, first);
  }
  renewDays();
  log.scrollTop = log.scrollHeight - fromEnd;
  log.setAttribute('aria-live', 'polite');
}

function renewDays() {
  for (const line of log.querySelectorAll('.day')) line.remove();
  let day = '';
  for (const message of log.querySelectorAll('.message')) {
    const at = Number(message.dataset.at);
    if (times.day(at) === day) continue;
    day = times.day(at);
    log.insertBefore(bubbles.day(at, Date.now()), message);
  }
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
    const message = shown.get(`own:${id}`);
    const sameDay = times.day(at) === times.day(Number(message.dataset.at));
    bubbles.retime(message, at);
    if (!sameDay) renewDays();
    bubbles.mark(message, 'sent');
    if (repliesBefore.get(id) === repliesSeen) showTyping();
    repliesBefore.delete(id);
  },
  refused: (id, why) => bubbles.mark(shown.get(`own:${id}`), 'refused', why),
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
  byId('welcome').hidden = shown.size > 0;
  say('');
  toEnd();
  log.setAttribute('aria-live', 'polite');
  document.body.dataset.ready = 'true';
  hear();
  void unsent.flush();
}

byId('older').addEventListener('click', async () => {
  const button = byId('older');
  button.disabled = true;
  try {
    prepend(await page(older));
  } catch {
    say('Pesan sebelumnya belum bisa dibuka. Coba lagi sebentar ya Kak.');
  }
  button.disabled = false;
});
byId('newest').addEventListener('click', toEnd);
log.addEventListener('scroll', () => {
  following = isNearEnd();
  if (following) byId('newest').hidden = true;
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
