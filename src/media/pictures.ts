import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Catalogue } from '../shop/catalogue/snapshot.ts';
import type { Orders } from '../shop/ordering/orders.ts';
import { drawQrisPicture } from '../shop/payment/qris-picture.ts';
import { dynamicQris, readQris } from '../shop/payment/qris.ts';
import type { BusinessHours } from '../shop/service/business-hours.ts';
import { createSay } from '../wording/create-say.ts';

/** Pictures that replies name: a file as it is, `qris:ORDER` drawn when it is first wanted and kept. */
export function createPictures(parts: {
  /** Folder for what is drawn. */
  readonly folder: string;
  readonly orders: Orders;
  readonly catalogue: () => Catalogue;
  readonly hours: () => BusinessHours;
}) {
  async function qris(number: string): Promise<string | null> {
    const order = parts.orders.byNumber(number);
    const { store } = parts.catalogue();
    if (!order || store.payments.qris === '') return null;
    // The amount is part of the name: an order changed before payment gets a new picture.
    const file = path.join(parts.folder, 'qris', `${number}-${order.total}.png`);
    if (await stat(file).then(() => true, () => false)) return file;
    const code = dynamicQris(store.payments.qris, order.total);
    const reading = readQris(store.payments.qris);
    if (code.kind !== 'made' || reading.kind !== 'valid') return null;
    const say = createSay({ catalogue: parts.catalogue(), hours: parts.hours(), language: store.language, now: order.placed_at, called: null });
    const png = await drawQrisPicture({
      qris: code.text, shop: store.name, amount: order.total, order: number,
      payBefore: order.expires_at === null ? '' : say.dayAndTime(order.expires_at),
      merchant: reading.merchant, nmid: reading.nmid, language: store.language,
    });
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(`${file}.part`, png, { mode: 0o600 });
    await rename(`${file}.part`, file);
    return file;
  }

  return {
    /** Absolute path of a picture a reply names; null when it cannot be had, and the text goes alone. */
    pathOf(reference: string): Promise<string | null> {
      return reference.startsWith('qris:') ? qris(reference.slice('qris:'.length)) : Promise.resolve(reference);
    },
  };
}
