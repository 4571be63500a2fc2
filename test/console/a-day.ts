import sharp from 'sharp';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConsoleShop } from './console-shop.ts';

/** A plausible morning: orders in every state, chats that wait, one complaint, one proof seen twice. Names and figures are made up. */
export async function liveADay(at: ConsoleShop): Promise<void> {
  const { shop } = at;
  const { desk } = shop.shop;
  mkdirSync(join(at.dataDir, 'photos/2026-11'), { recursive: true });
  const receipt = await sharp({ create: { width: 600, height: 900, channels: 3, background: '#eef4f8' } })
    .composite([{ input: Buffer.from(RECEIPT) }]).jpeg().toBuffer();
  writeFileSync(join(at.dataDir, PROOF), receipt);
  let act = 0;
  const by = (staff: string) => ({ by: staff, id: `hari-${++act}` });
  const order = (chat: string, name: string, what: string, city: string, address: string, pay: string): string => {
    for (const text of [`ambil ${what}`, 'checkout', city, '1', `${name}, 08123456${String(1000 + Number(chat.slice(1)))}, ${address}`, pay]) {
      shop.hear(chat, text, { name });
      shop.now += 40_000;
    }
    shop.receive();
    const placed = shop.shop.business.orders.ofCustomer(shop.shop.tables.chats.get(shop.chatId(chat)).customer_id, 1)[0];
    if (!placed) throw new Error(`${name} has not ordered: ${JSON.stringify(shop.shop.tables.outbox.lastOf(shop.chatId(chat), 2))}`);
    return placed.number;
  };

  shop.hear('c12', 'admin', { name: 'Agus Salim' });
  shop.now += 150_000;
  const agusChat = shop.chatId('c12');
  desk.claim(by('siti'), agusChat);
  desk.reply(by('siti'), agusChat, 'Halo Kak, wajan 28 cocok untuk kompor induksi ya.');
  desk.release(by('siti'), agusChat, 'wajan 28 cm bisa induksi');
  shop.receive();
  shop.hear('c12', '5', { name: 'Agus Salim' });
  shop.now += 30_000;
  const dewi = order('c11', 'Dewi Lestari', 'spatula silikon 2', 'bandung', 'Jl. Merpati 5 RT 2 RW 3, Coblong', 'transfer');
  const agus = order('c12', 'Agus Salim', 'wajan teflon granit 28', 'bandung', 'Jl. Cihampelas 12, Coblong', 'transfer');
  const wati = order('c13', 'Wati', 'celemek kanvas 1', 'bandung', 'Jl. Dago 100, Coblong', 'cod');
  const joko = order('c14', 'Joko Prasetyo', 'french press 1', 'bandung', 'Jl. Riau 8, Bandung Wetan', 'transfer');
  desk.approvePayment(by('siti'), agus);
  desk.approvePayment(by('siti'), joko);
  desk.pack(by('budi'), joko);
  desk.pack(by('budi'), wati);
  desk.ship(by('budi'), wati, 'JX1234567890');
  shop.hear('c11', { kind: 'photo', file: PROOF, caption: 'sudah ya kak' }, { name: 'Dewi Lestari' });
  order('c15', 'Maria Ulfa', 'gunting dapur 1', 'bandung', 'Jl. Sukajadi 3, Sukajadi', 'transfer');
  shop.hear('c15', { kind: 'photo', file: PROOF, caption: '' }, { name: 'Maria Ulfa' });
  for (const proof of shop.shop.business.proofs.waiting()) {
    shop.shop.business.proofs.enterPicture(proof.id, { sha256: 'aa11', fingerprint: '00', seenBefore: proof.chat_id === shop.chatId('c15') }, shop.now);
  }
  shop.hear('c16', 'halo kak, wajan anti lengket 28 ada?', { name: 'Rina Kusuma' });
  shop.hear('c16', '2 ya kirim ke bandung brp?');
  shop.receive();
  shop.now += 120_000;
  shop.hear('c16', 'mau bicara dengan admin dulu');
  shop.receive();
  shop.now += 30_000;
  shop.hear('c17', 'barang saya rusak, pecah pas sampai. kecewa banget!!', { name: 'Hendra' });
  shop.hear('c18', 'ada pisau dapur?', { name: 'Fitri' });
  shop.receive();
  shop.now += 240_000;
  const dewiChat = shop.chatId('c11');
  desk.claim(by('siti'), dewiChat);
  desk.reply(by('siti'), dewiChat, 'Halo Kak Dewi, saya cek mutasinya sebentar ya.');
  shop.receive();
  shop.now += 60_000;
  shop.hear('c11', 'siap, ditunggu');
  shop.now += 60_000;
  shop.events();
  void dewi;
}

const PROOF = 'photos/2026-11/contohbukti00000000.jpg';
const RECEIPT = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="900"><rect x="60" y="80" width="480" height="700" rx="24" fill="#fff"/>
<circle cx="300" cy="190" r="44" fill="#1b8a5a"/><path d="M278 190l16 16 30-32" stroke="#fff" stroke-width="10" fill="none"/>
<g fill="#223" font-family="sans-serif" text-anchor="middle"><text x="300" y="290" font-size="30">Transfer berhasil</text><text x="300" y="360" font-size="46" font-weight="bold">Rp79.390</text>
<text x="300" y="440" font-size="24">BCA 1234567890</text><text x="300" y="480" font-size="24">DAPUR KITA</text></g></svg>`;
