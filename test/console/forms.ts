const ENTITIES: Readonly<Record<string, string>> = { '&quot;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' };
const plain = (text: string): string => text.replace(/&(?:quot|#39|lt|gt|amp);/g, (entity) => ENTITIES[entity]!);
const attribute = (tag: string, name: string): string | null => {
  const match = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  return match ? plain(match[1]!) : null;
};

/** What a browser would send of the form that goes to `action`, as the page stands. */
export function formOf(page: string, action: string): Record<string, string> {
  const form = [...page.matchAll(/<form[^>]*>[^]*?<\/form>/g)].map((match) => match[0]).find((one) => { const tag = /<form[^>]*>/.exec(one)![0]; return attribute(tag, 'action') === action && attribute(tag, 'method') === 'post'; });
  if (form === undefined) throw new Error(`no form goes to ${action}`);
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name');
    if (name === null || attribute(tag, 'type') === 'file') continue;
    if (attribute(tag, 'type') !== 'checkbox' || /\schecked/.test(tag)) fields[name] = attribute(tag, 'value') ?? '';
  }
  for (const [, tag, text] of form.matchAll(/<textarea([^>]*)>([^]*?)<\/textarea>/g)) fields[attribute(tag!, 'name')!] = plain(text!);
  for (const [, tag, options] of form.matchAll(/<select([^>]*)>([^]*?)<\/select>/g)) {
    const chosen = [...options!.matchAll(/<option[^>]*>/g)].map((match) => match[0]);
    fields[attribute(tag!, 'name')!] = attribute(chosen.find((option) => /\sselected/.test(option)) ?? chosen[0]!, 'value') ?? '';
  }
  delete fields.csrf;
  delete fields.act;
  return fields;
}
