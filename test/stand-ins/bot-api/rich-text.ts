import { badRequest } from './api-error.ts';

const TAGS = new Set(['b', 'strong', 'i', 'em', 'u', 's', 'code', 'pre', 'a', 'blockquote', 'tg-spoiler']);
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/**
 * What a person sees of a text sent with parse_mode HTML; refuses what Telegram refuses.
 * @throws ApiError 400 for an unknown, unclosed or wrongly closed tag
 */
export function renderHtml(source: string): string {
  const open: string[] = [];
  const seen = source.replace(/<(\/?)([a-z-]+)([^<>]*)>|[<>]/gi, (whole: string, slash: string | undefined, tag: string | undefined) => {
    const name = tag?.toLowerCase();
    if (name === undefined) {
      if (whole === '>') return whole;
      throw badRequest("can't parse entities: unexpected '<'");
    }
    if (!TAGS.has(name)) throw badRequest(`can't parse entities: unsupported start tag "${name}"`);
    if (slash === '/') {
      if (open.pop() !== name) throw badRequest(`can't parse entities: unexpected end tag "${name}"`);
    } else {
      open.push(name);
    }
    return '';
  });
  if (open.length > 0) throw badRequest(`can't parse entities: can't find end tag for "${String(open.at(-1))}"`);
  return seen.replace(/&(lt|gt|amp|quot);/g, (_whole, name: string) => NAMED[name] ?? '');
}
