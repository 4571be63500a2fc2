/* The models and collections of WhatsApp Web, as far as whatsapp-web.js 1.34.7 looks at them. */

/** Listeners by event name; one registration may name several events, parted by blanks. */
export class Emitter {
  #listeners = new Map();
  on(names, listener) {
    for (const name of names.split(' ')) this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
  }
  off(name, listener) {
    this.#listeners.set(name, (this.#listeners.get(name) ?? []).filter((one) => one !== listener));
  }
  once(name, listener) {
    const once = (...args) => {
      this.off(name, once);
      listener(...args);
    };
    this.on(name, once);
  }
  emit(name, ...args) {
    for (const listener of this.#listeners.get(name) ?? []) listener(...args);
  }
  listens(name) {
    return (this.#listeners.get(name) ?? []).length > 0;
  }
}

/** An address: `628123@c.us`, `9988@lid`, `1-2@g.us`, `status@broadcast`, `1@newsletter`. */
export class Wid {
  constructor(serialized) {
    [this.user, this.server] = serialized.split('@');
    this._serialized = serialized;
  }
  isLid() { return this.server === 'lid'; }
  isGroup() { return this.server === 'g.us'; }
  isUser() { return this.server === 'c.us' || this.server === 'lid'; }
  isStatus() { return this._serialized === 'status@broadcast'; }
  toString() { return this._serialized; }
}
export const widOf = (value) => (value instanceof Wid ? value : new Wid(value?._serialized ?? value));

export class MsgKey {
  constructor({ to, id, selfDir }) {
    this.fromMe = selfDir === 'out';
    this.remote = widOf(to);
    this.id = id;
    this._serialized = `${this.fromMe}_${this.remote}_${id}`;
  }
  toString() { return this._serialized; }
  static async newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(9));
    return `3EB0${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('').toUpperCase()}`;
  }
}

/** What a model says of itself leaves out what belongs to the page. */
export const without = (fields, names) => Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

/** Tells its own listeners and its collection's of every change, as Backbone does. */
class Model extends Emitter {
  constructor(fields) {
    super();
    Object.assign(this, fields);
  }
  set(changes) {
    for (const [name, value] of Object.entries(changes)) {
      const before = this[name];
      if (before === value) continue;
      this[name] = value;
      for (const teller of [this, this.collection]) teller?.emit(`change:${name}`, this, value, before);
    }
    this.collection?.emit('change', this);
  }
  serialize() {
    return without(this, ['collection', 'mediaData', 'msgs']);
  }
}

class Collection extends Emitter {
  #models = new Map();
  get(key) { return this.#models.get(String(key?._serialized ?? key)); }
  async find(key) { return this.get(key); }
  getModelsArray() { return [...this.#models.values()]; }
  keep(model) {
    model.collection = this;
    this.#models.set(model.id._serialized, model);
  }
  add(model) {
    this.keep(model);
    this.emit('add', model);
  }
  forget(model) { this.#models.delete(model.id._serialized); }
}

export class Msg extends Model {
  constructor(fields) {
    super({ ack: 0, mediaData: { mediaStage: 'INIT' }, ...fields });
  }
  async downloadMedia() { this.mediaData.mediaStage = 'RESOLVED'; }
}

/** How many messages of a chat a fresh page holds, and how many more "load earlier" brings. */
const HELD_AT_FIRST = 5;
const LOADED_AT_ONCE = 20;

export class Chat extends Model {
  constructor(fields, messages) {
    super(fields);
    this.earlier = messages.slice(0, -HELD_AT_FIRST);
    const held = messages.slice(-HELD_AT_FIRST);
    this.msgs = { getModelsArray: () => held, add: (msg) => held.push(msg), unshift: (...older) => held.unshift(...older) };
  }
  loadEarlier() {
    const loaded = this.earlier.splice(-LOADED_AT_ONCE);
    this.msgs.unshift(...loaded);
    return loaded;
  }
  serialize() {
    return { id: this.id, t: this.t, unreadCount: this.unreadCount, formattedTitle: this.formattedTitle };
  }
}

class Socket extends Model {
  async logout() { /* The phone unlinks; the stand-in is told by its test. */ }
}

export const collections = { Msg: new Collection(), Chat: new Collection(), Contact: new Collection(), Blocklist: new Collection() };
collections.Msg.getMessagesById = async (ids) => ({ messages: ids.map((id) => collections.Msg.get(id)).filter(Boolean) });
export const socket = new Socket({ state: 'OPENING', hasSynced: false });
export const conn = new Model({ ref: undefined, platform: 'android', pushname: 'Toko' });
export const cmd = new Emitter();
