const ADDRESS = /https:\/\/[^\s<>"']+/g;
const TRAILING = /[.,!?;:)\]]+$/;

/**
 * Cuts a text into plain pieces and links. Only https addresses on the shop's own hosts become links: a customer's words come
 * back in replies, and nobody may send others elsewhere through the shop's mouth.
 */
export function splitLinks(text, hosts) {
  const pieces = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(TRAILING, '');
    if (!isOfShop(address, hosts)) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: address, href: address });
    from = match.index + address.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

function isOfShop(address, hosts) {
  try {
    const url = new URL(address);
    return url.protocol === 'https:' && url.username === '' && hosts.includes(url.host);
  } catch {
    return false;
  }
}
