const BLOCKS = new Set(['p', 'div', 'br', 'tr', 'ul', 'ol', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section', 'article', 'blockquote', 'hr']);
/** Elements whose content is not text for people. */
const UNSEEN = new Set(['script', 'style', 'head', 'template', 'iframe', 'noscript']);
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', bull: '•', middot: '·', hellip: '…', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”',
  times: '×', deg: '°', plusmn: '±', frac12: '½', frac14: '¼', frac34: '¾', sup2: '²', sup3: '³', micro: 'µ', copy: '©', reg: '®', trade: '™', eacute: 'é', egrave: 'è', agrave: 'à',
  uuml: 'ü', ouml: 'ö', auml: 'ä', rarr: '→', larr: '←', check: '✓', hearts: '♥', euro: '€', zwj: '\u200d', zwnj: '', shy: '',
};
const TAG = /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])/;

/** Whether a text is HTML rather than a text with a "<" in it. */
export const looksLikeHtml = (text: string): boolean => /<\/?[a-zA-Z][^<>]*>|<!--|&(?:[a-zA-Z]{2,8}|#\d{2,6});/.test(text);

/**
 * The text of an HTML description as a chat can show it: paragraphs become lines, list items get a dash, markup and
 * scripts go. Reads the text once from left to right, whatever is in it.
 */
export function textOfHtml(html: string): string {
  if (!looksLikeHtml(html)) return html;
  let text = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    text += open < 0 ? html.slice(at) : html.slice(at, open);
    if (open < 0) break;
    if (html.startsWith('<!--', open)) {
      at = endAfter(html, '-->', open);
      continue;
    }
    const tag = TAG.exec(html.slice(open, open + 40));
    if (!tag) {
      text += '<';
      at = open + 1;
      continue;
    }
    const [, closing, name] = [tag[0], tag[1] === '/', tag[2]!.toLowerCase()] as const;
    at = endAfter(html, '>', open);
    if (UNSEEN.has(name) && !closing) at = endOf(html, name, at);
    else if (name === 'li') text += closing ? '' : '\n- ';
    else if (name === 'td' || name === 'th') text += closing ? ' ' : '';
    else if (BLOCKS.has(name)) text += '\n';
  }
  return decoded(text).replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n').replace(/\n{3,}/g, '\n\n').replace(/^- *\n/gm, '- ').trim();
}

function endAfter(html: string, mark: string, from: number): number {
  const end = html.indexOf(mark, from);
  return end < 0 ? html.length : end + mark.length;
}

function endOf(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}\\s*>`, 'gi');
  closing.lastIndex = from;
  const match = closing.exec(html);
  return match ? match.index + match[0].length : html.length;
}

const decoded = (text: string): string => text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,8}));/g, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
  if (name !== undefined) return ENTITIES[name] ?? ENTITIES[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
  return code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && !(code >= 0x7f && code <= 0x9f) ? String.fromCodePoint(code) : '';
});
