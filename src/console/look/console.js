/** Pages look again when the shop has changed; drafts are kept; forms are sent without a new page. Nothing works less without it. */

const main = document.querySelector('main[data-stream]');
const LOOK_AGAIN_MS = 250;

// — looking again —

let looking = null;
let lookAgain = false;
let looked = -LOOK_AGAIN_MS;

function look() {
  if (looking) {
    lookAgain = true;
    return;
  }
  // At once, but not again before a moment has passed: a busy shop changes many times in a second.
  looking = setTimeout(async () => {
    looked = performance.now();
    try {
      const response = await fetch(location.href, { headers: { 'X-Look': 'again' } });
      if (response.redirected && new URL(response.url).pathname === '/konsol/masuk') location.assign(response.url);
      else if (response.ok) show(await response.text(), '[data-live]');
    } catch {
      // The stream tells when the shop is back.
    }
    looking = null;
    if (lookAgain) {
      lookAgain = false;
      look();
    }
  }, Math.max(0, looked + LOOK_AGAIN_MS - performance.now()));
}

/** Puts the parts of a fresh page, which the server has escaped, in the place of ours. */
function show(html, which) {
  const fresh = new DOMParser().parseFromString(html, 'text/html');
  for (const old of document.querySelectorAll(which)) {
    const now = fresh.getElementById(old.id);
    if (!now) continue;
    if (old.id === 'kabar' && !now.firstElementChild && which === '[data-live]') continue;
    if (sameBut(old, now) || isBeingEdited(old)) continue;
    replace(old, now);
  }
  if (fresh.title) document.title = fresh.title;
}

/** Ids of forms differ each time; a part that differs in nothing else stays. */
const plain = (node) => node.innerHTML.replace(/name="act" value="[^"]*"/g, '').replace(/ open=""/g, '');
const sameBut = (old, now) => plain(old) === plain(now) && old.attributes.length === now.attributes.length;

function isBeingEdited(part) {
  return [...part.querySelectorAll('input:not([type=hidden]), textarea:not([readonly]), select')].some((field) =>
    (field.type === 'checkbox' ? field.checked !== field.defaultChecked : 'defaultValue' in field && field.value !== field.defaultValue));
}

function replace(old, now) {
  const atBottom = old.scrollHeight - old.scrollTop - old.clientHeight < 80;
  const scrolled = old.scrollTop;
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const open = new Set([...old.querySelectorAll('details[data-keep][open]')].map((details) => details.id));
  for (const details of now.querySelectorAll('details[data-keep]')) if (open.has(details.id)) details.open = true;
  const taken = document.importNode(now, true);
  old.replaceWith(taken);
  taken.scrollTop = 'bottom' in taken.dataset && atBottom ? taken.scrollHeight : scrolled;
  const again = focused && (focused.id ? document.getElementById(focused.id) : focused.getAttribute('href') && taken.querySelector(`[href="${CSS.escape(focused.getAttribute('href'))}"]`));
  again?.focus({ preventScroll: true });
  keepDrafts(taken);
  showCurrent(taken);
}

/** A row of states is longer than a phone is wide: the one that is open is to be seen. */
function showCurrent(within) {
  const current = within.querySelector('.columns [aria-current]');
  if (current) current.parentElement.scrollLeft = current.offsetLeft - (current.parentElement.clientWidth - current.offsetWidth) / 2;
}

if (main) {
  const stream = new EventSource(main.dataset.stream);
  let first = true;
  // What changed after this page was written, and before it listened, it has not been told.
  stream.addEventListener('hello', (event) => {
    if (!first || event.data !== main.dataset.version) look();
    first = false;
  });
  stream.addEventListener('changed', (event) => {
    const { ring: words, chat } = JSON.parse(event.data);
    if (words !== null) ring(words, chat);
    look();
  });
  // Times such as "3 mnt menunggu" grow old by themselves.
  setInterval(() => document.hidden || look(), 60_000);
}

// — sound and notification —

const WORKER = '/konsol/pemberitahuan';
let sound = null;

const wanted = () => localStorage.getItem('pemberitahuan') === 'ya';

function ring(words, chat) {
  if (!wanted()) return;
  play();
  navigator.vibrate?.(120);
  if (document.hidden) notify(words, chat).catch(() => {});
}

function play() {
  try {
    sound ??= new AudioContext();
    const tone = sound.createOscillator();
    const volume = sound.createGain();
    tone.frequency.setValueAtTime(660, sound.currentTime);
    tone.frequency.setValueAtTime(880, sound.currentTime + 0.12);
    volume.gain.setValueAtTime(0.12, sound.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.001, sound.currentTime + 0.35);
    tone.connect(volume).connect(sound.destination);
    tone.start();
    tone.stop(sound.currentTime + 0.36);
  } catch {
    // A browser may refuse sound before the first touch.
  }
}

async function notify(words, chat) {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const shop = document.title.split(' · ').at(-1);
  const about = { body: words, tag: `chat${chat ?? ''}`, renotify: true, data: chat ? `/konsol/chat/${chat}` : '/konsol/chat' };
  const worker = await navigator.serviceWorker?.getRegistration('/konsol/');
  if (worker) {
    await worker.showNotification(shop, about);
    return;
  }
  const note = new Notification(shop, about);
  note.addEventListener('click', () => {
    window.focus();
    location.assign(about.data);
  });
}

async function turnOn() {
  localStorage.setItem('pemberitahuan', 'ya');
  play();
  if ('Notification' in window) await Notification.requestPermission();
  await navigator.serviceWorker?.register(WORKER);
}

const offer = document.querySelector('[data-offer-sound]');
offer?.toggleAttribute('hidden', localStorage.getItem('pemberitahuan') !== null);
// Each page may sound only after it has been touched.
document.addEventListener('pointerdown', () => wanted() && (sound ??= new AudioContext()).resume().catch(() => {}), { once: true });

// — forms —

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.matches('form[data-inline]')) return;
  event.preventDefault();
  if (form.getAttribute('aria-busy') === 'true') return;
  form.setAttribute('aria-busy', 'true');
  const body = new URLSearchParams(new FormData(form, event.submitter));
  try {
    const response = await fetch(form.action, { method: 'POST', body });
    const html = await response.text();
    if (response.status === 413 || response.status === 403 || response.status === 401 || response.status >= 500) throw new Error(response.status < 500 ? html : '');
    const notice = new DOMParser().parseFromString(html, 'text/html').querySelector('#kabar .notice');
    // What was refused is still the person's own: another had the chat, or the order had moved on.
    if (response.ok && !notice?.matches('.refused')) forgetDrafts(form);
    const here = new URL(response.url).pathname === location.pathname;
    if (response.redirected && !here) {
      // It was said to this answer, and not to the page that comes now.
      if (notice) sessionStorage.setItem('kabar', JSON.stringify([notice.className, notice.textContent]));
      location.assign(response.url);
      return;
    }
    for (const field of form.querySelectorAll('input, textarea')) field.defaultValue = field.value;
    form.reset();
    show(html, '[data-live], [data-swap]');
  } catch (fault) {
    tell(fault.message.length > 0 && fault.message.length < 200 && fault.name === 'Error' ? fault.message : main.dataset.unsent);
  } finally {
    form.removeAttribute('aria-busy');
  }
});

function tell(words, className = 'notice refused') {
  const notice = document.createElement('p');
  notice.className = className;
  notice.textContent = words;
  document.getElementById('kabar')?.replaceChildren(notice);
}

const carried = sessionStorage.getItem('kabar');
if (carried !== null) {
  sessionStorage.removeItem('kabar');
  const [className, words] = JSON.parse(carried);
  tell(words, className);
}

// — drafts —

function keepDrafts(within) {
  for (const field of within.querySelectorAll('[data-draft]')) {
    const kept = localStorage.getItem(field.dataset.draft);
    if (kept !== null && field.value === '') field.value = kept;
    if (field.readOnly) {
      field.closest('[hidden]')?.toggleAttribute('hidden', field.value === '');
      continue;
    }
    field.addEventListener('input', () => {
      if (field.value === '') localStorage.removeItem(field.dataset.draft);
      else localStorage.setItem(field.dataset.draft, field.value);
    });
    if (!field.matches('.write textarea')) continue;
    field.addEventListener('keydown', (event) => {
      const withKeyboard = matchMedia('(hover: hover) and (pointer: fine)').matches;
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !withKeyboard) return;
      event.preventDefault();
      field.form.requestSubmit(field.form.querySelector('button:not([name])'));
    });
  }
}

function forgetDrafts(form) {
  for (const field of form.querySelectorAll('[data-draft]')) {
    localStorage.removeItem(field.dataset.draft);
    field.defaultValue = '';
    field.value = '';
  }
}

// — how a sentence will read —

const preview = document.querySelector('[data-preview]');
const sentence = preview && document.querySelector(`textarea[name="${CSS.escape(preview.dataset.preview)}"]`);
if (sentence) {
  const values = JSON.parse(preview.dataset.values);
  const read = () => { preview.textContent = sentence.value.replace(/\{([a-z_]+)\}/g, (whole, name) => values[name] ?? whole); };
  sentence.addEventListener('input', read);
  read();
}

// — taps and keys —

document.addEventListener('click', async (event) => {
  const insert = event.target.closest('[data-insert]');
  if (insert) {
    const field = document.querySelector('.write textarea');
    field.value = [field.value.trim(), insert.dataset.insert].filter(Boolean).join(' ');
    field.dispatchEvent(new Event('input'));
    const list = insert.closest('details');
    if (list) list.open = false;
    if (insert.closest('.card-pane')) location.hash = 'tulis';
    field.focus();
  }
  if (event.target.closest('[data-print]')) print();
  if (event.target.closest('[data-select]')) event.target.select();
  event.target.closest('#kabar .notice')?.remove();
  if (event.target.closest('[data-notify]')) {
    event.target.textContent = main.dataset.soundOn;
    offer?.toggleAttribute('hidden', true);
    await turnOn().catch(() => {});
  }
  if (event.target.closest('[data-not-now]')) {
    localStorage.setItem('pemberitahuan', 'nanti');
    offer?.toggleAttribute('hidden', true);
  }
});

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select')) return;
  const field = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (field) {
    event.preventDefault();
    field.focus();
  } else if (event.key === 'j' || event.key === 'k') {
    const rows = [...document.querySelectorAll('.chat-row')];
    const open = rows.findIndex((row) => row.getAttribute('aria-current'));
    rows[event.key === 'j' ? open + 1 : Math.max(0, open - 1)]?.click();
  } else if (event.key === 'e') {
    const details = document.getElementById('selesai');
    if (!details) return;
    event.preventDefault();
    details.open = true;
    details.querySelector('textarea').focus();
  }
});

for (const part of document.querySelectorAll('[data-bottom]')) part.scrollTop = part.scrollHeight;
keepDrafts(document);
showCurrent(document);
