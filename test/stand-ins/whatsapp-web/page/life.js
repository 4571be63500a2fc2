/* What happens to the page: it connects, shows a QR, is paired, and obeys the test. */
import { cmd, collections, conn, socket } from './models.js';
import './modules.js';
import { account, learnLids, receive, rememberHistory, sendUnsent } from './wire.js';

const SESSION = 'stand-in-session';

function connected(syncsEarly = false) {
  socket.set({ state: 'CONNECTED' });
  const synced = () => socket.set({ hasSynced: true });
  if (syncsEarly) {
    synced();
    return;
  }
  // The real page takes seconds to sync; here it waits just until somebody listens.
  const timer = setInterval(() => {
    if (!socket.listens('change:hasSynced')) return;
    clearInterval(timer);
    synced();
  }, 10);
}

function meetWorld(world) {
  Object.assign(account, { me: world.me, sending: world.sending });
  learnLids(world.lids);
}

const orders = {
  world({ world }) {
    meetWorld(world);
    if (world.session !== null && localStorage.getItem(SESSION) === world.session) {
      rememberHistory(world.chats);
      connected(world.syncsEarly);
      return;
    }
    localStorage.removeItem(SESSION);
    conn.ref = world.ref;
    socket.set({ state: 'UNPAIRED' });
  },
  qr: ({ ref }) => conn.set({ ref }),
  paired({ world }) {
    localStorage.setItem(SESSION, world.session);
    meetWorld(world);
    rememberHistory(world.chats);
    socket.set({ state: 'PAIRING' });
    connected();
  },
  message: ({ message }) => receive(message),
  ack: ({ chat, id, ack }) => collections.Msg.get(`true_${chat}_${id}`)?.set({ ack }),
  edit: ({ chat, id, body }) => collections.Msg.get(`false_${chat}_${id}`)?.set({ latestEditSenderTimestampMs: Date.now(), body }),
  revoke: ({ chat, id }) => collections.Msg.get(`false_${chat}_${id}`)?.set({ type: 'revoked', body: '' }),
  sending: ({ sending }) => { account.sending = sending; },
  lids: ({ lids }) => learnLids(lids),
  /** The network goes (OPENING) and comes back (CONNECTED); or CONFLICT, UNPAIRED, TOS_BLOCK, … */
  async state({ state }) {
    socket.set({ state });
    if (state === 'CONNECTED') await sendUnsent();
  },
  logout() {
    localStorage.removeItem(SESSION);
    cmd.emit('logout');
    setTimeout(() => { location.href = '/?post_logout=1&logout_reason=0'; }, 50);
  },
  reload: () => location.reload(),
  /** Reloads into a page without WhatsApp's insides, as a broken deploy or a captive portal would be. */
  blank: () => { location.href = '/blank'; },
  hang() { for (;;); },
};

const wire = new EventSource('/wire');
wire.onmessage = ({ data }) => {
  const order = JSON.parse(data);
  void orders[order.do](order);
};

window.Debug = { VERSION: '2.3000.1017054665' };
