const NEAR_END_PX = 120;
const ABOVE_MESSAGE_PX = 12;

/**
 * The list of messages: where each goes, the lines that name the days, and where the reader's eye stays. Announced to a screen
 * reader only from `speak()` on, and never what is older.
 */
export function createTalkLog({ log, welcome, newest, times, dayLine }) {
  const shown = new Map();
  /** Whether the reader is at the end, and is to be kept there when a picture opens. */
  let following = true;

  const last = () => log.querySelector('.message:last-of-type');
  const atOf = (message) => Number(message.dataset.at);
  const isNearEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX;

  function toEnd() {
    log.scrollTop = log.scrollHeight;
    newest.hidden = true;
  }

  /** To the end, but not past the beginning of a message taller than the screen. */
  function toMessage(message) {
    toEnd();
    log.scrollTop = Math.min(log.scrollTop, message.offsetTop - log.offsetTop - ABOVE_MESSAGE_PX);
  }

  function renewDays() {
    for (const line of log.querySelectorAll('.day')) line.remove();
    let day = '';
    for (const message of log.querySelectorAll('.message')) {
      if (times.day(atOf(message)) === day) continue;
      day = times.day(atOf(message));
      log.insertBefore(dayLine(atOf(message)), message);
    }
  }

  newest.addEventListener('click', toEnd);
  log.addEventListener('scroll', () => {
    following = isNearEnd();
    if (following) newest.hidden = true;
  });

  return {
    get: (key) => shown.get(key),
    size: () => shown.size,
    toEnd,
    speak: () => log.setAttribute('aria-live', 'polite'),

    /** Puts a message at the end, under a line that names its day where that is a new one. */
    append(key, message) {
      const follow = isNearEnd() || message.classList.contains('own');
      const before = last();
      if (!before || times.day(atOf(before)) !== times.day(atOf(message))) log.append(dayLine(atOf(message)));
      log.append(message);
      shown.set(key, message);
      welcome.hidden = true;
      for (const image of message.querySelectorAll('img')) image.addEventListener('load', () => following && toMessage(last()), { once: true });
      if (follow) toMessage(message);
      else newest.hidden = false;
    },

    /** Puts older messages before what is shown, leaving the eye where it was. `messages` are [key, element], oldest first. */
    prepend(messages) {
      const fromEnd = log.scrollHeight - log.scrollTop;
      log.setAttribute('aria-live', 'off');
      const first = welcome.nextElementSibling;
      for (const [key, message] of messages) {
        shown.set(key, message);
        log.insertBefore(message, first);
      }
      renewDays();
      log.scrollTop = log.scrollHeight - fromEnd;
      log.setAttribute('aria-live', 'polite');
    },

    renewDays,
  };
}
