import { splitLinks } from './links.js';

const MARKS = {
  waiting: { sign: '…', words: 'Menunggu dikirim' },
  sent: { sign: '✓', words: 'Diterima toko' },
  refused: { sign: '!', words: 'Tidak terkirim' },
};

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

/**
 * Builds what the talk shows. Whatever anyone wrote becomes text nodes, never markup (S6).
 * `tapped(choice, message, byKeyboard)` is called when a choice is taken.
 */
export function createBubbles({ times, linkHosts, tapped }) {
  function frame(kind, at, speaker) {
    const message = make('div', `message ${kind}`);
    message.dataset.at = String(at);
    const bubble = make('div', 'bubble');
    bubble.append(make('span', 'visually-hidden', speaker));
    message.append(bubble);
    return { message, bubble };
  }

  function textOf(text, linked) {
    const paragraph = make('p', 'text');
    for (const piece of linked ? splitLinks(text, linkHosts) : [{ text }]) {
      if (!piece.href) {
        paragraph.append(piece.text);
        continue;
      }
      const link = make('a', '', piece.text);
      link.href = piece.href;
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
      paragraph.append(link);
    }
    return paragraph;
  }

  function pictureOf(address, description) {
    const image = make('img');
    image.src = address;
    image.alt = description;
    image.addEventListener('error', () => image.replaceWith(make('span', 'gone', 'Foto tidak tersimpan lagi')), { once: true });
    const link = make('a', 'picture');
    link.href = address;
    link.target = '_blank';
    link.rel = 'noopener';
    link.append(image);
    return link;
  }

  function clockOf(at) {
    const time = make('time', '', times.clock(at));
    time.dateTime = new Date(at).toISOString();
    return time;
  }

  function choicesOf({ id, choices, taken }) {
    const group = make('div', 'choices');
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', 'Pilihan');
    const close = (takenId) => {
      for (const button of group.children) {
        button.disabled = true;
        button.setAttribute('aria-pressed', String(button.dataset.choice === takenId));
      }
    };
    for (const choice of choices) {
      const button = make('button', 'choice', choice.label);
      button.type = 'button';
      button.dataset.choice = choice.id;
      button.addEventListener('click', (event) => {
        close(choice.id);
        tapped(choice, id, event.detail === 0);
      });
      group.append(button);
    }
    if (taken !== null) close(taken);
    return group;
  }

  return {
    shop({ id, at, text, choices, taken, picture, staff }) {
      const { message, bubble } = frame(staff === null ? 'shop bot' : 'shop staff', at, staff === null ? 'Asisten toko: ' : 'Admin toko: ');
      if (staff !== null) bubble.append(make('p', 'who', staff));
      if (picture !== null) bubble.append(pictureOf(picture, `Foto dari toko: ${text.split('\n')[0].slice(0, 80)}`));
      if (text !== '') bubble.append(textOf(text, true));
      const meta = make('p', 'meta');
      if (staff === null) meta.append(make('span', 'mark', 'otomatis'), ' ');
      meta.append(clockOf(at));
      bubble.append(meta);
      if (choices.length > 0) message.append(choicesOf({ id, choices, taken }));
      return message;
    },

    own({ at, text, photo, state }) {
      const { message, bubble } = frame('own', at, 'Kakak: ');
      if (photo) bubble.append(pictureOf(photo, 'Foto yang Kakak kirim'));
      if (text !== '') bubble.append(textOf(text, false));
      const meta = make('p', 'meta');
      const mark = make('span', 'delivery');
      mark.setAttribute('role', 'img');
      meta.append(clockOf(at), ' ', mark);
      bubble.append(meta);
      this.mark(message, state);
      return message;
    },

    /** The shop's clock has the last word on when a message came in. */
    retime(message, at) {
      message.dataset.at = String(at);
      message.querySelector('time').replaceWith(clockOf(at));
    },

    /** Shows how far an own message has come, and why when it went no further. */
    mark(message, state, why) {
      const mark = message.querySelector('.delivery');
      mark.textContent = MARKS[state].sign;
      mark.setAttribute('aria-label', MARKS[state].words);
      message.dataset.state = state;
      message.querySelector('.why')?.remove();
      if (why) message.querySelector('.bubble').append(make('p', 'why', why));
    },

    day(at, now) {
      return make('p', 'day', times.dayLabel(at, now));
    },
  };
}
