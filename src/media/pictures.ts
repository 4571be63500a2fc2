import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Catalogue } from '../shop/catalogue/snapshot.ts';
import type { Orders } from '../shop/ordering/orders.ts';
import { drawReceipt } from '../shop/payment/receipt-picture.ts';
import { drawQrisPicture } from '../shop/payment/qris-picture.ts';
import { dynamicQris, readQris } from '../shop/payment/qris.ts';
import type { BusinessHours } from '../shop/service/business-hours.ts';
import { createSay } from '../wording/create-say.ts';
import { receiptOf } from '../wording/receipt-of.ts';

/** Pictures that replies name: a file as it is, `qris:ORDER` and `receipt:LANGUAGE:ORDER` drawn when first wanted and kept. */
export function createPictures(parts: {
  /** Folder for what is drawn. */
  readonly folder: string;
  readonly orders: Orders;
  readonly catalogue: () => Catalogue;
  readonly hours: () => BusinessHours;
}) {
  const receipts = path.join(parts.folder, 'receipts');

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
    await keep(file, png);
    return file;
  }

  async function receipt(language: 'id' | 'en', number: string): Promise<string | null> {
    const order = parts.orders.byNumber(number);
    if (!order) return null;
    const file = path.join(receipts, `${number}-${language}-${order.total}-${order.paid_at ?? 'unpaid'}.png`);
    if (await stat(file).then(() => true, () => false)) return file;
    const say = createSay({ catalogue: parts.catalogue(), hours: parts.hours(), language, now: order.placed_at, called: null });
    await keep(file, await drawReceipt(receiptOf(say, order, { lines: parts.orders.lines(order.id), discounts: parts.orders.discounts(order.id) }, parts.catalogue().store)));
    return file;
  }

  return {
    /** Removes the receipts drawn for an order. */
    async forget(number: string): Promise<void> {
      const drawn = await readdir(receipts).catch(() => []);
      await Promise.all(drawn.filter((name) => name.startsWith(`${number}-`)).map((name) => rm(path.join(receipts, name), { force: true })));
    },

    /** Absolute path of a picture a reply names; null when it cannot be had, and the text goes alone. */
    pathOf(reference: string): Promise<string | null> {
      const drawn = /^(?:(qris)|receipt:(id|en)):(.+)$/.exec(reference);
      if (!drawn) return Promise.resolve(reference);
      return drawn[1] ? qris(drawn[3]!) : receipt(drawn[2] as 'id' | 'en', drawn[3]!);
    },
  };
}

export type Pictures = ReturnType<typeof createPictures>;

/** Whole or not at all: a picture half written is never sent. */
async function keep(file: string, png: Buffer): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(`${file}.part`, png, { mode: 0o600 });
  await rename(`${file}.part`, file);
}
