/**
 * WhatsApp's addresses. A person has one made of the phone number (`628123@c.us`) and one that hides it (`9988@lid`); groups,
 * status, newsletters, broadcasts and bots have other endings.
 */

/** WhatsApp's own announcements come from short numbers such as `0@c.us`. */
const PHONE_ADDRESS = /^(\d{6,15})@c\.us$/;
const LID_ADDRESS = /^\d+@lid$/;

/** An allow-list: whatever ending WhatsApp invents next is not a customer (F25). */
export const isPerson = (address: string): boolean => PHONE_ADDRESS.test(address) || LID_ADDRESS.test(address);

export const isLid = (address: string): boolean => LID_ADDRESS.test(address);

/** The phone number in an address, E.164; null for a lid, whose digits are no phone number (F21). */
export function phoneOf(address: string): string | null {
  const digits = PHONE_ADDRESS.exec(address)?.[1];
  return digits === undefined ? null : `+${digits}`;
}
