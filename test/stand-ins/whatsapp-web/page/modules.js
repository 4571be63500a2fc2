/* window.require: the modules by which whatsapp-web.js 1.34.7 reaches WhatsApp Web's insides. */
import { MsgKey, Wid, collections, cmd, conn, socket, widOf, without } from './models.js';
import { account, addAndSend, chatOf, post } from './wire.js';

const LINK = /https?:\/\/\S+/g;
const linkOf = (href) => ({ href, suspiciousCharacters: new Set() });
const anything = () => new Proxy({}, { get: () => undefined });

class OpaqueData {
  static async createFromData(blob, mimetype) { return Object.assign(new OpaqueData(), { blob, mimetype }); }
  url() { return URL.createObjectURL(this.blob); }
  autorelease() { /* Nothing is held. */ }
  formData() { return this.blob; }
}

const base64Of = (blob) => new Promise((resolve) => {
  const reader = new FileReader();
  reader.onload = () => resolve(reader.result.split(',')[1]);
  reader.readAsDataURL(blob);
});

/** A picture on its way out. The bytes travel with the message, so that the test can look at them. */
class MediaData {
  constructor(fields) { Object.assign(this, fields); }
  set(changes) { Object.assign(this, changes); }
  toJSON() { return without(this, ['mediaBlob']); }
}

const modules = {
  WAWebSocketModel: { Socket: socket },
  WAWebCmd: {
    Cmd: Object.assign(cmd, {
      refreshQR: () => undefined,
      sendRevokeMsgs: (_chat, { list }) => post('/revoked', { ids: list.map((msg) => msg.id.id) }),
      sendDeleteMsgs: () => undefined,
    }),
  },
  WAWebConnModel: { Conn: conn },
  WAWebOfflineHandler: { OfflineMessageHandler: { getOfflineDeliveryProgress: () => 100 } },
  WAWebAltDeviceLinkingApi: {
    setPairingType: () => undefined,
    initializeAltDeviceLinking: async () => undefined,
    startAltLinkingFlow: async (phone) => {
      const { code } = await post('/pairing-code', { phone });
      if (!code) throw new Error('rate-overlimit');
      return code;
    },
  },
  WABase64: { encodeB64: (text) => btoa(text) },
  WAWebCompanionRegClientUtils: { DEVICE_PLATFORM: 'stand-in' },
  WAWebAdvSignatureApi: {},
  WAWebUserPrefsInfoStore: { waNoiseInfo: { get: async () => ({ staticKeyPair: { pubKey: 'noise' } }) } },
  WAWebSignalStoreApi: { waSignalStore: { getRegistrationInfo: async () => ({ identityKeyPair: { pubKey: 'identity' } }) } },
  WAWebUserPrefsMultiDevice: { getADVSecretKey: () => 'secret' },
  WAWebUserPrefsMeUser: { getMaybeMePnUser: () => new Wid(account.me), getMaybeMeLidUser: () => new Wid('1@lid') },
  WAWebCollections: collections,
  WAWebSyncGatingUtils: {},
  WAWebCallCollection: null,
  WAWebBackendJobsCommon: anything(),
  WAWebE2EProtoUtils: anything(),
  WAWebAddonReactionTableMode: anything(),
  WAWebAddonPollVoteTableMode: anything(),

  WALinkify: {
    findLinks: (text) => (text?.match(LINK) ?? []).map(linkOf),
    findLink: (text) => { const [first] = text?.match(LINK) ?? []; return first ? linkOf(first) : null; },
  },
  WAWebDownloadManager: {
    downloadManager: {
      async downloadAndMaybeDecrypt({ directPath }) {
        const answer = await fetch(directPath);
        if (!answer.ok) throw Object.assign(new Error('media'), { status: answer.status });
        return answer.arrayBuffer();
      },
    },
  },
  WAWebChatLoadMessages: { loadEarlierMsgs: async ({ chat }) => chat.loadEarlier() },

  WAWebWidFactory: { createWid: widOf, createWidFromWidLike: widOf, asUserWidOrThrow: widOf },
  WAWebStreamModel: { Stream: { markAvailable: () => undefined, markUnavailable: () => undefined } },
  WAWebUpdateUnreadChatAction: { sendSeen: ({ chat }) => post('/seen', { chat: chat.id._serialized }) },
  WAWebChatGetters: { getIsNewsletter: () => false, getIsBroadcast: () => false },
  WAWebMsgKey: MsgKey,
  WAWebGetEphemeralFieldsMsgActionsUtils: { getEphemeralFields: () => ({}) },
  WAWebSendMsgChatAction: { addAndSendMsgToChat: addAndSend },
  WAWebFindChatAction: {
    async findOrCreateLatestChat(wid) {
      const { exists } = await post('/exists', { address: wid._serialized });
      if (!exists) throw new Error('No LID for user');
      return { chat: chatOf(wid._serialized) };
    },
  },
  WAWebMsgActionCapability: { canSenderRevokeMsg: (msg) => msg.id.fromMe, canAdminRevokeMsg: () => false },
  WAWebChatStateBridge: {
    sendChatStateComposing: (wid) => post('/typing', { chat: wid._serialized }),
    sendChatStatePaused: async () => undefined,
  },
  WAWebApiContact: {
    getCurrentLid: (wid) => { const lid = account.lidOfPhone.get(wid._serialized); return lid && new Wid(lid); },
    getPhoneNumber: (wid) => { const phone = account.phoneOfLid.get(wid._serialized); return phone && new Wid(phone); },
    getAlternateUserWid: () => undefined,
  },
  WAWebQueryExistsJob: {
    async queryWidExists(wid) {
      const { exists } = await post('/exists', { address: wid._serialized });
      return exists ? { wid } : null;
    },
  },

  WAWebMediaOpaqueData: OpaqueData,
  WAWebPrepRawMedia: {
    prepRawMedia: (opaque) => ({
      waitForPrep: async () => new MediaData({
        type: 'image', mimetype: opaque.mimetype, mediaBlob: opaque, filehash: `hash-${opaque.blob.size}`,
        preview: 'thumbnail', mediaBase64: await base64Of(opaque.blob),
      }),
    }),
  },
  WAWebMediaStorage: {
    getOrCreateMediaObject: (filehash) => ({ filehash, type: 'image', size: 1, contentInfo: {}, consolidate: () => undefined }),
  },
  WAWebMmsMediaTypes: { msgToMediaType: ({ type }) => type, castToV4: (type) => type },
  WAWebMediaDataUtils: { shouldUseMediaCache: () => false },
  WAWebMediaInMemoryBlobCache: { InMemoryMediaBlobCache: { put: () => undefined } },
  WAWebMediaMmsV4Upload: {
    uploadMedia: async () => ({
      mediaEntry: { mmsUrl: '', deprecatedMms3Url: '', directPath: '/uploaded', mediaKey: 'key', encFilehash: 'e', uploadHash: 'u' },
    }),
  },
};

window.require = (name) => {
  if (!(name in modules)) throw new Error(`the stand-in has no module ${name}`);
  return modules[name];
};
