import type { OpenShop } from './open-shop.ts';

/** A channel's trouble, or the end of it, told to staff over any channel that still works. `detail` names the channel, in Indonesian. */
export const recordAlarm = (shop: Pick<OpenShop, 'alarm'>, reason: 'channel' | 'channel_back', detail: string): void => shop.alarm(reason, detail);
