import type { RunningShop } from './running-shop.ts';
import type { ShopOverview } from './web/overview.ts';
import type { ShopFace } from './channels/webchat/parts.ts';
import type { Channel } from './channels/channel.ts';
import { createSay } from './wording/create-say.ts';

/** What the shop's pages say of it at this moment. */
export function faceOf(shop: RunningShop): ShopFace {
  const { catalogue, hours } = shop.world().premises;
  const { store } = catalogue;
  const now = Date.now();
  return {
    name: store.name, timezone: store.timezone, open: hours.isOpen(now), hoursLine: hoursLine(shop, now),
    starters: catalogue.sellable.slice(0, 1).map((product) => `Ada ${product.name.toLowerCase()}?`).concat('Ongkir ke Bandung berapa?', 'Cara pesannya gimana?'),
    linkHosts: store.contact.maps === null ? [] : hostOf(store.contact.maps),
  };
}

export function overviewOf(shop: RunningShop, channels: readonly Channel[], consolePath: string | null): ShopOverview {
  const { catalogue, hours } = shop.world().premises;
  const now = Date.now();
  const say = createSay({ catalogue, hours, language: 'id', now, called: null });
  return {
    shop: catalogue.store.name, products: catalogue.sellable.length, open: hours.isOpen(now), hoursLine: hoursLine(shop, now),
    channels: channels.map((channel) => ({ name: channel.name, status: channel.status() })),
    problems: shop.problems(), consolePath,
    showcase: catalogue.sellable.filter((product) => product.photo !== null).filter((_, i) => i % 7 === 0).slice(0, 6)
      .map((product) => ({ title: product.title, price: say.rupiah(product.price), photo: product.photo!.split(/[/\\]/).at(-1)! })),
  };
}

function hoursLine(shop: RunningShop, now: number): string {
  const { catalogue, hours } = shop.world().premises;
  const say = createSay({ catalogue, hours, language: 'id', now, called: null });
  const closes = hours.closesAt(now);
  if (closes !== null) return `Admin melayani sampai ${say.time(closes)}`;
  const opens = hours.nextOpening(now);
  return opens === null ? 'Admin sedang libur' : `Admin kembali ${say.opening(opens)}`;
}

function hostOf(url: string): string[] {
  try {
    return [new URL(url).hostname];
  } catch {
    return [];
  }
}
