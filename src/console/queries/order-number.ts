/** "#dk 12", "Dk-12" and "dk12" are DK-12; null where no order number was written. */
export function orderNumberIn(text: string): string | null {
  const read = /^#?\s*([a-z]{1,8})\s*-?\s*(\d+)$/i.exec(text.trim());
  return read ? `${read[1]!.toUpperCase()}-${read[2]!}` : null;
}
